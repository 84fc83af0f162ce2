using System.Globalization;
using CsvHelper;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>A co-word map as two tables, comma between the columns, formulas in keywords made harmless. For Excel the writer's encoding should be UTF-8 with a byte order mark.</summary>
static class CoWordTables
{
    static readonly CsvWriterOptions Format = new() { NewLine = "\n" };

    static readonly string[] KeywordColumns =
        ["rank", "keyword", "language", "occurrences", "share", "links", "total_link_strength", "cluster", "average_year"];

    static readonly string[] PairColumns =
        ["a", "b", "records", "association_strength", "network_association_strength", "cosine", "jaccard", "inclusion", "equivalence", "dice", "weight"];

    public static void WriteKeywords(TextWriter writer, CoWordMap map) =>
        Write(writer, KeywordColumns, map.Terms.Select(term => (string[])
        [
            Number(term.Rank, "0"), SpreadsheetCell.Guard(term.Label), term.Language,
            Number(term.Occurrences, "0"), Number(term.Share, "0.####"), Number(term.Links, "0"), Number(term.TotalLinkStrength, "0.####"),
            Number(term.Cluster, "0"), term.AverageYear is { } year ? Number(year, "0.##") : "",
        ]));

    public static void WritePairs(TextWriter writer, CoWordMap map) =>
        Write(writer, PairColumns, map.Pairs.Select(pair => (string[])
        [
            SpreadsheetCell.Guard(pair.A.Label), SpreadsheetCell.Guard(pair.B.Label), Number(pair.Records, "0"),
            Number(pair.AssociationStrength, "0.##########"), Number(pair.NetworkAssociationStrength, "0.######"),
            Number(pair.Cosine, "0.##########"), Number(pair.Jaccard, "0.##########"), Number(pair.Inclusion, "0.##########"), Number(pair.EquivalenceIndex, "0.##########"),
            Number(pair.Dice, "0.##########"), Number(pair.Weight, "0.######"),
        ]));

    static void Write(TextWriter writer, string[] columns, IEnumerable<string[]> rows)
    {
        using var csv = CsvWriter.Create(writer, Format, true);
        csv.WriteRecord(columns);
        foreach (var row in rows) csv.WriteRecord(row);
    }

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

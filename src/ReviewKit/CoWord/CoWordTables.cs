using System.Globalization;
using CsvHelper;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>A co-word map as two tables, comma between the columns, formulas in keywords made harmless. For Excel the writer's encoding should be UTF-8 with a byte order mark.</summary>
static class CoWordTables
{
    static readonly CsvWriterOptions Format = new() { NewLine = "\n" };

    static readonly string[] KeywordColumns =
        ["rank", "keyword", "language", "occurrences", "share", "links", "total_link_strength", "cluster", "average_year", "citations", "normalized_citations", "circle", "betweenness"];

    static readonly string[] PairColumns =
        ["a", "b", "records", "association_strength", "network_association_strength", "cosine", "jaccard", "inclusion", "equivalence", "dice", "weight"];

    public static void WriteKeywords(TextWriter writer, CoWordMap map) =>
        Write(writer, KeywordColumns, map.Terms.Select(term => (string[])
        [
            Number(term.Rank, "0"), SpreadsheetCell.Guard(term.Label), term.Language,
            Number(term.Occurrences, "0"), Number(term.Share, "0.####"), Number(term.Links, "0"), Number(term.TotalLinkStrength, "0.####"),
            Number(term.Cluster, "0"), term.AverageYear is { } year ? Number(year, "0.##") : "",
            term.Citations is { } citations ? Number(citations, "0") : "", term.NormalizedCitations is { } normalized ? Number(normalized, "0.####") : "",
            term.Circle.ToString().ToLowerInvariant(), term.Betweenness is { } betweenness ? Number(betweenness, "0.####") : "",
        ]));

    public static void WritePairs(TextWriter writer, CoWordMap map) =>
        Write(writer, PairColumns, map.Pairs.Select(pair => (string[])
        [
            SpreadsheetCell.Guard(pair.A.Label), SpreadsheetCell.Guard(pair.B.Label), Number(pair.Records, "0"),
            Number(pair.AssociationStrength, "0.##########"), Number(pair.NetworkAssociationStrength, "0.######"),
            Number(pair.Cosine, "0.##########"), Number(pair.Jaccard, "0.##########"), Number(pair.Inclusion, "0.##########"), Number(pair.EquivalenceIndex, "0.##########"),
            Number(pair.Dice, "0.##########"), Number(pair.Weight, "0.######"),
        ]));

    /// <summary>A row and a column a term; records in common, on the diagonal the occurrences.</summary>
    public static void WriteMatrix(TextWriter writer, CoWordMap map)
    {
        var records = new Dictionary<(int, int), int>();
        foreach (var pair in map.Pairs) records[(pair.A.Rank, pair.B.Rank)] = records[(pair.B.Rank, pair.A.Rank)] = pair.Records;
        var heads = map.Terms.Select(term => SpreadsheetCell.Guard(term.Label)).ToList();
        Write(writer, ["", .. heads], map.Terms.Select((row, i) => (string[])
            [heads[i], .. map.Terms.Select(column => Number(row == column ? row.Occurrences : records.GetValueOrDefault((row.Rank, column.Rank)), "0"))]));
    }

    public static void WriteThemes(TextWriter writer, IReadOnlyList<Theme> themes) =>
        Write(writer, ["cluster", "theme", "kind", "centrality", "density", "terms", "occurrences", "keywords"], themes.Select(theme => (string[])
        [
            Number(theme.Cluster, "0"), SpreadsheetCell.Guard(theme.Label), theme.Kind.ToString().ToLowerInvariant(), Number(theme.Centrality, "0.######"), Number(theme.Density, "0.######"),
            Number(theme.Terms.Count, "0"), Number(theme.Occurrences, "0"), SpreadsheetCell.Guard(string.Join("; ", theme.Terms.Select(term => term.Label))),
        ]));

    public static void WriteLineages(TextWriter writer, ThematicEvolution evolution) =>
        Write(writer, ["from_period", "from_theme", "to_period", "to_theme", "shared", "inclusion", "weighted_inclusion", "stability"], evolution.Lineages.Select(lineage => (string[])
        [
            evolution.Periods[lineage.Period].Period.Label, SpreadsheetCell.Guard(lineage.From.Label), evolution.Periods[lineage.Period + 1].Period.Label, SpreadsheetCell.Guard(lineage.To.Label),
            SpreadsheetCell.Guard(string.Join("; ", lineage.Shared)), Number(lineage.Inclusion, "0.####"), Number(lineage.WeightedInclusion, "0.####"), Number(lineage.Stability, "0.####"),
        ]));

    /// <summary>A row a term; for each group its occurrences, share of the group's records, cluster and circle.</summary>
    public static void WriteComparison(TextWriter writer, GroupComparison comparison) =>
        Write(writer, ["keyword", "groups", "occurrences", .. comparison.Groups.SelectMany(group => new[] { "occurrences", "share", "cluster", "circle" }.Select(column => SpreadsheetCell.Guard($"{group.Name}: {column}")))],
            comparison.Terms.Select(term => (string[])
            [
                SpreadsheetCell.Guard(term.Label), Number(term.In.Count(own => own is not null), "0"), Number(term.Occurrences, "0"),
                .. term.In.SelectMany(own => own is null ? (string[])["", "", "", ""] : [Number(own.Occurrences, "0"), Number(own.Share, "0.####"), Number(own.Cluster, "0"), own.Circle.ToString().ToLowerInvariant()]),
            ]));

    static void Write(TextWriter writer, string[] columns, IEnumerable<string[]> rows)
    {
        using var csv = CsvWriter.Create(writer, Format, true);
        csv.WriteRecord(columns);
        foreach (var row in rows) csv.WriteRecord(row);
    }

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

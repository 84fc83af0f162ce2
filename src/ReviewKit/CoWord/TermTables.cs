using System.Globalization;
using CsvHelper;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>How frequent a word is: a line of the table of word frequencies.</summary>
/// <param name="Rank">Equally frequent words have equal ranks, the next after them a gap.</param>
/// <param name="Share">Of the records, 0..1.</param>
/// <param name="Weighted">Of all mentions of all terms, 0..1; NVivo's "weighted percentage".</param>
/// <param name="IsKept">It reaches the least occurrences and the least share.</param>
public sealed record WordFrequency(int Rank, string Word, string Language, int Records, int Mentions, double Share, double Weighted, bool IsKept);

/// <summary>Terms and rules as tables for people: comma between the columns, formulas made harmless. For Excel the writer's encoding should be UTF-8 with a byte order mark.</summary>
public static class TermTables
{
    static readonly CsvWriterOptions Format = new() { NewLine = "\n" };

    /// <summary>All terms, the most frequent first; those under the least occurrences or share stand there too, and say that they are dropped.</summary>
    public static IReadOnlyList<WordFrequency> Frequencies(TermIndex index, CoWordOptions options)
    {
        var all = (double)index.Terms.Sum(term => term.Mentions);
        var rank = 0;
        return [.. index.Terms.Select((term, i) =>
        {
            if (i == 0 || term.Records.Count < index.Terms[i - 1].Records.Count) rank = i + 1;
            var share = (double)term.Records.Count / index.RecordCount;
            return new WordFrequency(rank, term.Label, Fold.HasHan(term.Label) ? "zh" : "en", term.Records.Count, term.Mentions, share, term.Mentions / all, term.Records.Count >= options.LeastRecords(index.RecordCount));
        })];
    }

    public static void WriteFrequencies(TextWriter writer, IEnumerable<WordFrequency> words) =>
        Write(writer, ["rank", "word", "language", "records", "mentions", "share", "weighted", "kept"], words.Select(word => (string[])
        [
            Number(word.Rank), SpreadsheetCell.Guard(word.Word), word.Language, Number(word.Records), Number(word.Mentions), Number(word.Share), Number(word.Weighted), word.IsKept ? "yes" : "no",
        ]));

    /// <param name="terms">Those the rules were made from.</param>
    /// <param name="idsOf">Ids of the records that have all of some terms.</param>
    public static void WriteRules(TextWriter writer, IEnumerable<AssociationRule> rules, IReadOnlyList<Term> terms, Func<IEnumerable<Term>, IEnumerable<string>> idsOf) =>
        Write(writer, ["if", "then", "records", "support", "confidence", "lift", "record_ids"], rules.Select(rule => (string[])
        [
            SpreadsheetCell.Guard(string.Join(" + ", rule.If.Select(term => terms[term].Label))), SpreadsheetCell.Guard(terms[rule.Then].Label),
            Number(rule.Records), Number(rule.Support), Number(rule.Confidence), Number(rule.Lift), string.Join(' ', idsOf(rule.If.Append(rule.Then).Select(term => terms[term]))),
        ]));

    static void Write(TextWriter writer, string[] columns, IEnumerable<string[]> rows)
    {
        using var csv = CsvWriter.Create(writer, Format, true);
        csv.WriteRecord(columns);
        foreach (var row in rows) csv.WriteRecord(row);
    }

    static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}

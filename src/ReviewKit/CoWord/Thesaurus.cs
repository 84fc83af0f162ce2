using CsvHelper;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>Terms to be replaced by others, or left out: VOSviewer's thesaurus, or Chinese and English words that are one term; made or confirmed by a person.</summary>
public sealed class Thesaurus
{
    // By folded label, so that a line works whatever the case or width of the keyword.
    readonly Dictionary<string, string> replacements;

    Thesaurus(Dictionary<string, string> replacements) => this.replacements = replacements;

    public static Thesaurus Empty { get; } = new([]);

    public int Count => replacements.Count;

    /// <summary>
    /// Reads lines of label and "replace by", a tab between; an empty second column leaves the term out. A first line with these two headings is passed over.
    /// Or a table with the columns zh, en and canonical, comma or tab between: both words of a row become the third, and a row without it joins nothing.
    /// </summary>
    /// <exception cref="ReviewKitException">A line without tab, or a label that is to become two different terms.</exception>
    public static Thesaurus Read(TextReader reader, string fileName)
    {
        var text = reader.ReadToEnd().TrimStart('\ufeff');
        var head = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length).ToString();
        var separator = head.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        var names = head.Split(separator).Select(name => name.Trim().ToLowerInvariant()).ToList();
        return names.Contains("zh") && names.Contains("en") && names.Contains("canonical") ? OfTable(text, separator, fileName) : OfLines(text, fileName);
    }

    static Thesaurus OfTable(string text, char separator, string fileName)
    {
        var thesaurus = new Thesaurus(new Dictionary<string, string>(StringComparer.Ordinal));
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = separator, TrackLineNumbers = true, MissingField = CsvMissingFieldHandling.ReturnEmpty, FieldCountMismatch = CsvFieldCountHandling.Allow });
        var columns = csv.Headers.Select(name => name.Trim().ToLowerInvariant()).ToList();
        while (csv.Read())
        {
            string Cell(string name) => columns.IndexOf(name) is >= 0 and var at && at < csv.FieldCount ? SpreadsheetCell.Unguard(csv.GetString(at).Trim()) : "";
            if (Cell("canonical") is not { Length: > 0 } canonical) continue;
            foreach (var label in new[] { Cell("zh"), Cell("en") })
                if (label.Length > 0) thesaurus.Add(label, canonical, fileName, (int)csv.LineNumber);
        }
        return thesaurus;
    }

    static Thesaurus OfLines(string text, string fileName)
    {
        var thesaurus = new Thesaurus(new Dictionary<string, string>(StringComparer.Ordinal));
        var line = 0;
        foreach (var row in text.Split('\n'))
        {
            line++;
            if (string.IsNullOrWhiteSpace(row)) continue;
            var cells = row.TrimEnd('\r').Split('\t');
            if (cells.Length < 2)
                throw new ReviewKitException(
                    $"{fileName}:{line}: found \"{row.TrimEnd('\r')}\", expected a term, a tab and what replaces it (nothing to leave it out)",
                    $"{fileName}:{line}：此行为“{row.TrimEnd('\r')}”，应为：词、制表符、替换词（替换词留空表示删除该词）");
            if (line == 1 && Fold.Term(cells[0].Trim()) == "label" && Fold.Term(cells[1].Trim()) == "replace by") continue;
            thesaurus.Add(cells[0].Trim(), cells[1].Trim(), fileName, line);
        }
        return thesaurus;
    }

    void Add(string label, string replacement, string fileName, int line)
    {
        var key = Fold.Term(label);
        if (replacements.TryGetValue(key, out var before) && Fold.Term(before) != Fold.Term(replacement))
            throw new ReviewKitException(
                $"{fileName}:{line}: \"{label}\" is replaced by \"{replacement}\", but before by \"{before}\"; keep one of the lines",
                $"{fileName}:{line}：“{label}”在此替换为“{replacement}”，前文却替换为“{before}”；请只保留一行");
        replacements[key] = replacement;
    }

    /// <returns>What stands for the term: itself where no line names it, null where it is left out. One step only: a replacement is not looked up again.</returns>
    public string? Apply(string term) =>
        Count == 0 || !replacements.TryGetValue(Fold.Term(term), out var replacement) ? term : replacement.Length == 0 ? null : replacement;
}

using System.Text.RegularExpressions;

namespace ReviewKit.Formats;

/// <summary>Scopus's plain text: a record's first lines are known by their order and form, the others by labels; told in the columns of Scopus's CSV.</summary>
static partial class ScopusText
{
    public static IEnumerable<Item> Read(Reading reading)
    {
        var record = new List<Line>();
        while (reading.Lines.Read(out var line))
        {
            if (reading.Damage(line) is { } damage) yield return damage;
            if (line.Damage == LineDamage.TooLong || Blank.Is(line.Text) || (record.Count == 0 && FileHeader().IsMatch(line.Text))) continue;
            record.Add(line);
            if (!line.Text.StartsWith("SOURCE:", StringComparison.Ordinal)) continue;
            foreach (var item in Items(reading, record)) yield return item;
            record.Clear();
        }
        if (record.Count == 0) yield break;
        foreach (var item in Items(reading, record)) yield return item;
        yield return reading.Damaged(record[0].Number, "the file ends inside this record: it may be cut off; read as far as it goes", "文件在该记录中间结束，可能不完整；按已有内容读取");
    }

    static IEnumerable<Item> Items(Reading reading, List<Line> lines)
    {
        var raw = new RawRecord(lines[0].Number, lines[0].Offset) { End = lines[^1].End };
        var place = lines.FindIndex(l => Place().IsMatch(l.Text));
        Heading(raw, lines[..Math.Max(0, place)]);
        for (var i = Math.Max(0, place); i < lines.Count; i++)
        {
            var (text, number) = (Blank.Trim(lines[i].Text), lines[i].Number);
            if (i == place) PutPlace(raw, text, number);
            else if (text.StartsWith("http", StringComparison.Ordinal)) raw.Add("Link", text, number);
            else if (Label().Match(text) is { Success: true } label) raw.Add(Column(label.Groups[1].Value), text[label.Length..], number);
            else if (raw.Fields.Count > 0 && i != place + 1) raw.Continue(text);
            else raw.Add(TaggedLines.Untagged, text, number);
        }
        return reading.Items(raw, ColumnTable.Table, "\n", "scopus");
    }

    // Authors, their full names, their numbers, the title: any but the title may have been left out.
    static void Heading(RawRecord raw, List<Line> lines)
    {
        var title = lines.FindLastIndex(l => !Numbers().IsMatch(l.Text) && !Label().IsMatch(l.Text));
        for (var i = 0; i < lines.Count; i++)
        {
            var (text, number) = (Blank.Trim(lines[i].Text), lines[i].Number);
            if (i == title) raw.Add("Title", text, number);
            else if (Numbers().IsMatch(text)) raw.Add("Author(s) ID", text, number);
            else if (Label().Match(text) is { Success: true } label) raw.Add(Column(label.Groups[1].Value), text[label.Length..], number);
            else raw.Add(i == 0 ? "Authors" : TaggedLines.Untagged, text, number);
        }
    }

    /// <summary>"(2013) Pediatric Blood and Cancer, 60 (6), pp. 1001 - 1008, Cited 123 times."</summary>
    static void PutPlace(RawRecord raw, string text, int line)
    {
        var match = Place().Match(text);
        raw.Add("Year", match.Groups[1].Value, line);
        var rest = text[match.Length..];
        foreach (var (pattern, columns) in Parts)
        {
            if (pattern.Match(rest) is not { Success: true } part) continue;
            for (var i = 0; i < columns.Length; i++)
                if (part.Groups[i + 1].Length > 0) raw.Add(columns[i], part.Groups[i + 1].Value, line);
            rest = rest[..part.Index].TrimEnd(' ', ',');
        }
        if (rest.TrimEnd(' ', ',', '.') is { Length: > 0 } title) raw.Add("Source title", title, line);
    }

    static string Column(string label) => label switch
    {
        "AUTHOR FULL NAMES" => "Author full names",
        "DOI" => "DOI",
        _ => label,
    };

    // From the end of the line to its beginning, because titles have commas too.
    static readonly (Regex Pattern, string[] Columns)[] Parts =
    [
        (Cited(), ["Cited by"]), (PageRange(), ["Page start", "Page end"]), (ArticleNumber(), ["Art. No."]), (Volume(), ["Volume", "Issue"]),
    ];

    [GeneratedRegex(@"^(?:Scopus|EXPORT DATE: .*)\s*$")]
    private static partial Regex FileHeader();

    [GeneratedRegex(@"^\s*\(((?:1[5-9]|20)\d\d)\)\s")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\s*\d{6,}(?:; ?\d{6,})*;?\s*$")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^([A-Z][A-Z0-9 ()/&-]{1,40}):(?:\s+|$)")]
    private static partial Regex Label();

    [GeneratedRegex(@",?\s*Cited (\d+) times?\.?\s*$")]
    private static partial Regex Cited();

    [GeneratedRegex(@",\s*pp?\. (\S+)(?:\s*[-–]\s*(\S+?))?,?\s*$")]
    private static partial Regex PageRange();

    [GeneratedRegex(@",\s*art\. no\.\s*(\S+?),?\s*$")]
    private static partial Regex ArticleNumber();

    [GeneratedRegex(@",\s*([^,()]{1,30}?)?\s*(?:\(([^()]*)\))?,?\s*$(?<=[\d)],?\s*)")]
    private static partial Regex Volume();
}

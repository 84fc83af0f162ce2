using System.Text.RegularExpressions;
using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>CSSCI's text (Nanjing University): labels in lenticular brackets, padded with blanks.</summary>
static partial class CssciTable
{
    static readonly Form Slashes = new("slashes", text => text.Split('/').Select(Blank.Trim).Where(t => t.Length > 0), "/");
    static readonly Form Numbered = new("numbered", text => [Number().Replace(text, "")]);

    // "2019,38(020):30-40": the issue has a third digit for supplements, 0 in all of 211 records.
    static readonly Field Place = new("place", FieldKind.One, PutPlace, r => r.Year is null ? [] : [$"{r.Year},{r.Volume}({r.Issue}):{r.Pages}"]);

    public static readonly TagTable Table = new(_ => new RecordKind(null, "article-journal"),
        new("来源篇名", Title), new("英文篇名", TranslatedTitle), new("来源作者", Authors, Slashes), new("期刊", Journal), new("年代卷期", Place), new("关键词", Keywords, Slashes),
        new("机构名称", Affiliations, Slashes), new("参考文献", References, Numbered))
    {
        Key = label => label.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal),
    };

    /// <summary>"【基    金】x"; a line of hyphens ends a record.</summary>
    public static readonly TagSyntax Syntax = new()
    {
        Match = (line, _) => Label().Match(line) is { Success: true } match ? new TagMatch(match.Groups[1].Index, match.Groups[1].Length, match.Length) : default,
        Begins = (tag, _) => tag == "来源篇名",
        Clean = line => line.StartsWith("-----", StringComparison.Ordinal) && line.AsSpan().Trim().Trim('-').Length == 0 ? "" : line,
    };

    static bool PutPlace(Draft draft, string text)
    {
        var match = PlacePattern().Match(text);
        if (!match.Success) return false;
        var record = draft.Record;
        record.Year = int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        if (match.Groups[2].Length > 0) record.Volume = match.Groups[2].Value;
        var issue = match.Groups[3].Value;
        if (issue.Length == 3 && issue[2] == '0' && issue.All(char.IsAsciiDigit)) issue = issue[..2];
        if (Form.Unpadded.Split(issue).First() is { Length: > 0 } number) record.Issue = number;
        if (match.Groups[4].Length > 0) record.Pages = match.Groups[4].Value;
        return true;
    }

    [GeneratedRegex(@"^\s*【([^】]{1,20})】")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\d{1,4}\.")]
    private static partial Regex Number();

    [GeneratedRegex(@"^((?:1[89]|20)\d\d)[,，]\s*([^(（]*)[(（]([^)）]*)[)）]\s*(?:[:：]\s*(.*))?$")]
    private static partial Regex PlacePattern();
}

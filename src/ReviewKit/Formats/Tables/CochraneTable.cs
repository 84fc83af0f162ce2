using System.Text.RegularExpressions;
using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>The Cochrane Library's text: "Record #1 of 25", then "AU: x".</summary>
static partial class CochraneTable
{
    public static readonly TagTable Table = new(Kind,
        new("TI", Title), new("AU", Authors), new("SO", Journal), new("YR", Year), new("VL", Volume), new("NO", Issue), new("PG", Pages), new("PM", Pmid),
        new("AB", Abstract), new("KY", IndexKeywords, Form.Semicolons), new("DOI", Fields.Doi), new("SN", SerialNumber), new("LA", Language), new("ID", Id("cochrane")), new("US", Url))
    {
        TypeTags = new HashSet<string> { "PT" },
    };

    public static readonly TagSyntax Syntax = new()
    {
        Match = (line, _) => Line().Match(line) is not { Success: true } match ? default
            : match.Groups[2].Success ? new TagMatch(match.Groups[2].Index, match.Groups[2].Length, match.Length)
            : new TagMatch(0, match.Groups[1].Length, match.Length),
        Begins = (tag, _) => char.IsAsciiDigit(tag[0]),
    };

    static RecordKind Kind(RawRecord raw)
    {
        var word = raw.First("PT");
        var isJournal = word?.Contains("Journal", StringComparison.OrdinalIgnoreCase) == true || raw.Has("VL") || raw.Has("NO");
        return new RecordKind(word, word?.Contains("Conference", StringComparison.OrdinalIgnoreCase) == true ? "paper-conference" : isJournal ? "article-journal" : null);
    }

    [GeneratedRegex(@"^(?:([A-Z]{2,3}):(?:\s|$)|Record #(\d+) of \d+)")]
    private static partial Regex Line();
}

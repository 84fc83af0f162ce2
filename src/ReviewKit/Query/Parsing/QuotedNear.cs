using System.Globalization;
using System.Text.RegularExpressions;
using ReviewKit.Query.Dialects;

namespace ReviewKit.Query.Parsing;

/// <summary>CNKI's nearness of two values within one pair of quotes: '出版 /NEAR 5 法规', 'a # b' (one sentence), '/SEN n' and '/PRG n' (so many sentences or paragraphs between).</summary>
static partial class QuotedNear
{
    public static Proximity? Of(Token quoted, Dialect dialect)
    {
        var match = Pattern().Match(HalfWidth.Of(quoted.Text));
        if (!match.Success) return null;
        var n = match.Groups[3].Success ? int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) : 0;
        var (ordered, unit) = match.Groups[2].Value.ToUpperInvariant() switch
        {
            "/PREV" => (true, ProximityUnit.Words),
            "/SEN" or "#" => (false, ProximityUnit.Sentences),
            "%" => (true, ProximityUnit.Sentences),
            "/PRG" => (false, ProximityUnit.Paragraphs),
            _ => (false, ProximityUnit.Words),
        };
        SearchTerm Side(Group group) => new(Wildcards.Pieces(quoted.Text.Substring(group.Index, group.Length).Trim(), dialect), TermForm.Quoted, SearchFields.None) { At = quoted.At };
        return new Proximity([Side(match.Groups[1]), Side(match.Groups[4])], n, ordered, unit) { At = quoted.At };
    }

    [GeneratedRegex(@"^(.+?)\s+(?:(/NEAR|/PREV|/SEN|/PRG)\s*(\d+)|(?<2>[#%]))\s+(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}

using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>One cell that holds journal, year, volume, issue and pages together, as Embase and PubMed write it; it stays beside what is read from it.</summary>
static partial class CitationField
{
    /// <returns>Always false: the text itself is kept too.</returns>
    public static bool Put(Draft draft, string value)
    {
        var match = Embase().Match(value);
        if (!match.Success) match = PubMed().Match(value);
        if (!match.Success) return false;
        var record = draft.Record;
        record.Journal ??= Text(match, "journal");
        record.Volume ??= Text(match, "volume");
        record.Issue ??= Text(match, "issue");
        record.Pages ??= Text(match, "pages");
        record.ArticleNumber ??= Text(match, "article");
        record.Year ??= PartialDate.Year(match.Groups["year"].Value);
        if (PartialDate.Parse(Text(match, "date"), record.Year) is { Length: > 4 } date && PartialDate.Year(date) == record.Year) record.Date ??= date;
        return false;
    }

    static string? Text(Match match, string group) => Blank.Trim(match.Groups[group].Value) is { Length: > 0 } text ? text : null;

    // "Cancer (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004", "Gut (2019) 68 Supplement 1 (A12). …", "PLoS ONE (2014) 9:3 Article Number: e90. …"
    [GeneratedRegex(@"^(?<journal>.+?)\s+\((?<year>(?:1[5-9]|20)\d\d)\)\s*(?<volume>[^\s:().]+)?(?::(?<issue>[^()]*?))?(?:\s+(?:SUPPL\.?|Supplement)[^()]*?)?\s*(?:\((?<pages>[^()]*)\))?\.?(?:\s*Article Number:\s*(?<article>[^\s.]+)\.?)?(?:\s*(?:Date of Publication|Publication Date):\s*(?<date>[^.]*))?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Embase();

    // "Nature. 2021 Dec 21;1(2):10-11. doi: 10.1111/nature1111."
    [GeneratedRegex(@"^(?<journal>[^;]+?)\.\s+(?<date>(?<year>(?:1[5-9]|20)\d\d)(?:\s+[A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?:\s+\d{1,2})?)?)\s*(?:;(?<volume>[^\s:();]*)(?:\((?<issue>[^)]*)\))?(?::(?<pages>[^.;]*))?)?\.")]
    private static partial Regex PubMed();
}

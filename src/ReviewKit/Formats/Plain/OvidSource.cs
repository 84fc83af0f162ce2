using System.Globalization;
using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>The source line of Ovid's records, which each of its databases writes in another way: journal, volume, pages and date, or the book.</summary>
static partial class OvidSource
{
    // No source line is longer; these patterns take too long on one that a damaged file made.
    const int Longest = 1000;

    public static bool IsJournal(string? text) => text is { Length: <= Longest } && (VolumeFirst().IsMatch(text) || DateFirst().IsMatch(text));

    /// <summary>Fills what the record has not been told by a tag of its own; what cannot be taken apart stays.</summary>
    public static bool Put(Draft draft, string text)
    {
        if (text.Length > Longest) return false;
        var record = draft.Record;
        foreach (var pattern in new[] { VolumeFirst(), DateFirst(), Book(), PsycBook() })
        {
            var match = pattern.Match(text);
            if (!match.Success) continue;
            if (pattern == Book() || pattern == PsycBook()) PutEditors(record, match.Groups["editors"].Value);
            record.Journal ??= match.Groups["journal"].Value.Trim(' ', '.');
            record.Volume ??= Some(match, "volume");
            record.Issue ??= Some(match, "issue");
            if (record.Pages is null && Some(match, "pages") is { } pages && pages.Any(char.IsAsciiDigit)) record.Pages = pages;
            var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            record.Year ??= year;
            if (record.Year == year && PartialDate.Parse(Some(match, "date") ?? "", year) is { Length: > 4 } date) record.Date ??= date;
            break;
        }
        return false;
    }

    /// <summary>Zoological Record's book: "Doe, J. [Ed.]. [Lamps of Siberia.] [Lampy Sibiri.] Nauka. 2002: 1-234. Chapter pagination: 214-218."</summary>
    public static bool PutBook(Draft draft, string text)
    {
        if (text.Length > Longest) return false;
        var record = draft.Record;
        var match = BookTitle().Match(text);
        if (!match.Success)
        {
            record.Journal ??= text;
            return true;
        }
        PutEditors(record, match.Groups["editors"].Value);
        record.Journal ??= match.Groups["journal"].Value;
        if (ChapterPages().Match(text) is { Success: true } pages) record.Pages ??= pages.Groups[1].Value;
        return false;
    }

    static string? Some(Match match, string group) => match.Groups[group] is { Success: true, Length: > 0 } found ? found.Value.Trim(' ', ',', '.') : null;

    static void PutEditors(Record record, string text)
    {
        foreach (Match editor in Editor().Matches(text)) record.Editors.Add(NameParser.Of(editor.Groups[1].Value));
    }

    /// <remarks>MEDLINE and BIOSIS: "Lancet. 395(10223):497-506, 2020 Feb 15."; PsycINFO: "Journal. Vol.75(2-A),2014, pp. 1-9."</remarks>
    [GeneratedRegex(@"^(?<journal>.+?)\.\s+(?:Vol\.\s*)?(?<volume>\d+)\s*(?:\((?<issue>[^()]*(?:\([^()]*\))?[^()]*)\))?(?::\s*(?<pages>[^,:]+))?,\s*(?<date>[^,]*?(?:,\s)?(?<year>(?:19|20)\d\d)[^,]*?)(?:,\s*pp?\.\s*(?<pages>[^.]+))?\.?$")]
    private static partial Regex VolumeFirst();

    /// <remarks>Journals@Ovid: "Acta Chirurgica Belgica November/December 2010;6(1):611-613".</remarks>
    [GeneratedRegex(@"^(?<journal>.+?)[,.]?\s+(?<date>(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Fall|Autumn|Winter)[a-z]*[/ -]?)*\s*(?:\d{1,2},?\s+)?(?<year>(?:19|20)\d\d));(?<volume>[^(:;]+)(?:\((?<issue>[^)]*)\))?:(?<pages>.+?)\.?$")]
    private static partial Regex DateFirst();

    /// <remarks>BIOSIS: "Kamp, R. [Editor, Reprint Author], Calvete, J. [Editor]. Methods in protein analysis.:371-397, 2004."</remarks>
    [GeneratedRegex(@"^(?<editors>(?>(?:[^\[\]]+\[Ed[^\]]*\][,;.]?\s*)+))(?<journal>.+?)\.\s*:(?<pages>[^,]+),\s*(?<year>(?:19|20)\d\d)\b")]
    private static partial Regex Book();

    /// <remarks>PsycINFO: "Palmer, S. [Ed]. (2012). Coaching in practice. (pp. 11-31). xvii, 254 pp. New York".</remarks>
    [GeneratedRegex(@"^(?<editors>(?>(?:[^\[\]]+\[Ed[^\]]*\][,;.]?\s*)+))\((?<year>(?:19|20)\d\d)\)\.\s*(?<journal>.+?)\.?\s*\(pp\.\s*(?<pages>[^)]+)\)")]
    private static partial Regex PsycBook();

    [GeneratedRegex(@"([^\[\];]+?,[^\[\];,]+?)\s*\[Ed[^\]]*\][,;.]?\s*")]
    private static partial Regex Editor();

    [GeneratedRegex(@"^(?<editors>(?>(?:[^\[\]]+\[Ed[^\]]*\][,;.]?\s*)+))(?<journal>\[[^\]]+\]|[^.]+)")]
    private static partial Regex BookTitle();

    [GeneratedRegex(@"Chapter pagination:\s*([\w-]+)")]
    private static partial Regex ChapterPages();
}

using System.Globalization;
using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Where in its journal a report stands: volume, issue, pages or article number, each as compared, null where absent or unusable.</summary>
sealed partial record Position(string? Volume, string? Issue, string? FirstPage, string? LastPage, string? ArticleNumber)
{
    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>A paper counted from page 1 on: early view, article number with its own paging, or a page count. Says nothing against another page.</summary>
    public bool IsOwnPaging => FirstPage == "1" || ArticleNumber is not null && FirstPage is null;

    public bool IsStated => Volume is not null || FirstPage is not null || ArticleNumber is not null;

    /// <summary>Not on the first pages, which journals that page every issue anew have in each, and no Roman number, which editorials have.</summary>
    public bool IsInsideVolume => int.TryParse(FirstPage, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first > 20;

    /// <summary>Pages; null where first or last is absent or no plain number.</summary>
    public int? Length => int.TryParse(FirstPage, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(LastPage, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last >= first ? last - first + 1 : null;

    /// <summary>Where meeting abstracts stand: a page of a supplement, or a single page.</summary>
    public bool IsAbstract => FirstPage?[0] == 's' || Issue?.EndsWith('s') == true || Volume?.EndsWith('s') == true || FirstPage is not null && (LastPage is null || LastPage == FirstPage);

    public Position In(Pool pool) => new(pool.Maybe(Volume), pool.Maybe(Issue), pool.Maybe(FirstPage), pool.Maybe(LastPage), pool.Maybe(ArticleNumber));

    public static Position Of(Record record)
    {
        var volume = Number(record.Volume);
        var issue = Number(record.Issue);
        var pages = Missing.Keep(record.Pages) ?? Missing.Keep(record.FirstPage);
        var number = Letters(record.ArticleNumber);
        if (pages is null) return new Position(volume, issue, null, null, number);
        // "62 p" counts pages.
        if (PageCount().IsMatch(pages)) return new Position(volume, issue, null, null, number);
        var (first, last) = Range(pages);
        // "e12724", "CD002273", "S12": a leading letter. S and supplement pages stay pages; others are article numbers.
        if (first is not null && last is null && char.IsAsciiLetter(first[0]) && first[0] != 's' && first.Length > 3)
            return new Position(volume, issue, null, null, number ?? first);
        return new Position(volume, issue, first, last, number);
    }

    /// <summary>True for "08-Nov": a range that a spreadsheet took for a date.</summary>
    public static bool IsSpreadsheetDate(string text) => text.Length is >= 5 and <= 6 && SpreadsheetDate().IsMatch(Fold.Term(text));

    static (string? First, string? Last) Range(string pages)
    {
        var folded = Fold.Term(pages).Replace("--", "-", StringComparison.Ordinal);
        // A spreadsheet reads "8-11" as a date and writes 08-Nov or 11-Aug: the smaller number was the first page.
        if (SpreadsheetDate().Match(folded) is { Success: true } date)
        {
            var month = Array.IndexOf(Months, date.Groups["month"].Value) + 1;
            var day = int.Parse(date.Groups["day"].Value, CultureInfo.InvariantCulture);
            return (Text(Math.Min(day, month)), Text(Math.Max(day, month)));
        }
        var (first, last) = Pages.Split(folded);
        return (first?.TrimStart('0'), last?.TrimStart('0')) is var (f, l) && f is { Length: > 0 } ? (f, l is { Length: > 0 } ? l : null) : (null, null);

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The numbers in a volume or issue: "57 Suppl" is 57s, as are the S57 of CNKI and the z57 of Wanfang; "16 (1) (no pagination)" is 16, "03-Apr" is 3-4, "May" is 5.</summary>
    static string? Number(string? text)
    {
        if (Missing.IsMissing(text)) return null;
        var folded = Fold.Term(text!);
        if (SpreadsheetDate().Match(folded) is { Success: true }) return Range(folded) is var (a, b) ? $"{a}-{b}" : null;
        var bracket = folded.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0) folded = folded[..bracket];
        var match = NumberPattern().Match(folded);
        var supplement = SupplementPattern().IsMatch(folded) ? "s" : "";
        if (!match.Success && supplement.Length == 0) return folded.Length >= 3 && Array.IndexOf(Months, folded[..3]) is var month and >= 0 ? (month + 1).ToString(CultureInfo.InvariantCulture) : null;
        if (!match.Success) return supplement;
        var number = match.Groups[1].Value.TrimStart('0');
        var upTo = match.Groups[2].Success ? "-" + match.Groups[2].Value.TrimStart('0') : "";
        return number.Length == 0 ? null : number + upTo + supplement;
    }

    static string? Letters(string? text) => Missing.IsMissing(text) ? null : Fold.Letters(text!).TrimStart('0') is { Length: > 0 } letters ? letters : null;

    [GeneratedRegex(@"^(?:(?<day>\d{1,2})[- ](?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[- ](?<day>\d{1,2}))$")]
    private static partial Regex SpreadsheetDate();

    [GeneratedRegex(@"sup|增刊|^[sz]\d")]
    private static partial Regex SupplementPattern();

    [GeneratedRegex(@"^\s*\d+\s*(?:p|pp|pages|页)\.?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageCount();

    [GeneratedRegex(@"(\d+)(?:\s*[-/]\s*(\d+))?")]
    private static partial Regex NumberPattern();
}

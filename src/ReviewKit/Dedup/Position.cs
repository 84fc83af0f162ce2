using System.Globalization;
using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Where in its journal a report stands: volume, issue, pages or article number, each as compared, null where absent or unusable.</summary>
sealed partial record Position(string? Volume, string? Issue, string? FirstPage, string? LastPage, string? ArticleNumber)
{
    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static readonly Position None = new(null, null, null, null, null);

    /// <summary>A paper counted from page 1 on: early view, article number with its own paging, or a page count. Says nothing against another page.</summary>
    public bool IsOwnPaging => FirstPage == "1" || ArticleNumber is not null && FirstPage is null;

    public static Position Of(Record record)
    {
        var volume = Number(record.Volume);
        var issue = Number(record.Issue);
        var pages = Missing.Keep(record.Pages) ?? Missing.Keep(record.FirstPage);
        var number = Letters(record.ArticleNumber);
        if (pages is null) return new Position(volume, issue, null, null, number);
        var (first, last) = Range(pages);
        // "e12724", "CD002273", "S12": a leading letter. S and supplement pages stay pages; others are article numbers.
        if (first is not null && last is null && char.IsAsciiLetter(first[0]) && first[0] != 's' && first.Length > 3)
            return new Position(volume, issue, null, null, number ?? first);
        return new Position(volume, issue, first, last, number);
    }

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

    /// <summary>The numbers in a volume or issue: "57 Suppl" is 57s, "16 (1) (no pagination)" is 16, "03-Apr" is 3-4.</summary>
    static string? Number(string? text)
    {
        if (Missing.IsMissing(text)) return null;
        var folded = Fold.Term(text!);
        if (SpreadsheetDate().Match(folded) is { Success: true }) return Range(folded) is var (a, b) ? $"{a}-{b}" : null;
        var bracket = folded.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0) folded = folded[..bracket];
        var match = NumberPattern().Match(folded);
        var supplement = folded.Contains("sup", StringComparison.Ordinal) || folded.Contains("增刊", StringComparison.Ordinal) ? "s" : "";
        if (!match.Success) return supplement.Length > 0 ? supplement : null;
        var number = match.Groups[1].Value.TrimStart('0');
        var upTo = match.Groups[2].Success ? "-" + match.Groups[2].Value.TrimStart('0') : "";
        return number.Length == 0 ? null : number + upTo + supplement;
    }

    static string? Letters(string? text) => Missing.IsMissing(text) ? null : Fold.Letters(text!).TrimStart('0') is { Length: > 0 } letters ? letters : null;

    [GeneratedRegex(@"^(?:(?<day>\d{1,2})[- ](?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[- ](?<day>\d{1,2}))$")]
    private static partial Regex SpreadsheetDate();

    [GeneratedRegex(@"(\d+)(?:\s*[-/]\s*(\d+))?")]
    private static partial Regex NumberPattern();
}

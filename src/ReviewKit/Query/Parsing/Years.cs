using System.Globalization;
using System.Text.RegularExpressions;

namespace ReviewKit.Query.Parsing;

/// <summary>Years and dates as platforms write them.</summary>
static partial class Years
{
    // PubMed and Embase write an open end as a year that never was or is far ahead.
    const int Before = 1000, After = 2999;

    /// <summary>2010, 2010-2020, 2010-, -2020, 2010-Current, 2010-*, 2010:2020; null when it is none of them.</summary>
    public static DateLimit? Read(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success || (!match.Groups[1].Success && !match.Groups[3].Success)) return null;
        var first = match.Groups[1].Success ? match.Groups[1].Value : null;
        var last = !match.Groups[2].Success ? first : match.Groups[3].Success ? match.Groups[3].Value : null;
        return Range(first, last);
    }

    public static DateLimit Range(string? first, string? last) =>
        new(first is null || YearOf(first) <= Before ? null : Iso(first), last is null || YearOf(last) > After ? null : Iso(last));

    static int YearOf(string date) => int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture);

    /// <summary>2019/1/5 as 2019-01-05.</summary>
    static string Iso(string date) => string.Join('-', date.Split('/', '-').Select((part, i) => i == 0 ? part : part.PadLeft(2, '0')));

    [GeneratedRegex(@"^\s*(?:(\d{4}(?:/\d{1,2}){0,2})|\*)?\s*([-:]\s*(?:(\d{4}(?:/\d{1,2}){0,2})|\*|current)?)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}

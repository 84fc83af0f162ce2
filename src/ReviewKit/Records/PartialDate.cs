using System.Globalization;
using System.Text.RegularExpressions;

namespace ReviewKit.Records;

/// <summary>Dates as far as a source knows them, kept as ISO text: 2021, 2021-01, 2021-01-18.</summary>
public static partial class PartialDate
{
    static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The year in a text, 1500 to 2100; null when there is none.</summary>
    public static int? Year(string? text)
    {
        if (text is null) return null;
        var match = YearPattern().Match(text);
        return match.Success ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Reads "2021-01-15 16:54", "2019/13//", "15 July 2023", "JUL 2025", "2021年3月". A part that is not a date part ends the reading: "2019/13//" is 2019.</summary>
    /// <param name="text">What the source has.</param>
    /// <param name="year">The year from another field, for sources that write only "JUL 15".</param>
    public static string? Parse(string? text, int? year = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return year?.ToString(CultureInfo.InvariantCulture);
        var y = Year(text) ?? year;
        if (y is null) return null;
        var iso = NumericPattern().Match(text);
        if (iso.Success)
            return Iso(int.Parse(iso.Groups[1].Value, CultureInfo.InvariantCulture), Number(iso.Groups[2]), Number(iso.Groups[3]));
        var named = MonthPattern().Match(text);
        if (!named.Success) return Iso(y.Value, null, null);
        var month = Array.IndexOf(Months, named.Value[..3].ToLowerInvariant()) + 1;
        var day = DayPattern().Match(YearPattern().Replace(text, " "));
        return Iso(y.Value, month, day.Success ? int.Parse(day.Value, CultureInfo.InvariantCulture) : null);
    }

    static int? Number(Group group) =>
        group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    static string Iso(int year, int? month, int? day)
    {
        if (month is not (>= 1 and <= 12)) return year.ToString("D4", CultureInfo.InvariantCulture);
        if (day is null || day < 1 || day > DateTime.DaysInMonth(year, month.Value))
            return string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}");
        return string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");
    }

    [GeneratedRegex(@"(?<!\d)(1[5-9]\d\d|20\d\d|2100)(?!\d)")]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"(?<!\d)(1[5-9]\d\d|20\d\d)\s*[-/.年]\s*(\d{1,2})(?!\d)(?:\s*[-/.月]\s*(\d{1,2})(?!\d))?")]
    private static partial Regex NumericPattern();

    [GeneratedRegex(@"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", RegexOptions.IgnoreCase)]
    private static partial Regex MonthPattern();

    [GeneratedRegex(@"(?<!\d)\d{1,2}(?!\d)")]
    private static partial Regex DayPattern();
}

using System.Globalization;
using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>Years and dates: what can be understood is kept as ISO text, what cannot is reported.</summary>
static partial class DateField
{
    public static bool PutYear(Draft draft, string value)
    {
        var year = PartialDate.Year(value);
        if (year is null)
        {
            draft.Trouble($"\"{Shown(value)}\" is no year; kept as it is", $"“{Shown(value)}”不是年份，按原文保留");
            return false;
        }
        draft.Record.Year = year;
        return value.Length == 4 || Put(draft, value);
    }

    public static bool Put(Draft draft, string value)
    {
        var record = draft.Record;
        var compact = CompactPattern().Match(value);
        if (compact.Success) value = $"{compact.Groups[1].Value}-{compact.Groups[2].Value}-{compact.Groups[3].Value}";
        var date = PartialDate.Parse(value, record.Year);
        if (date is null) return false;
        var year = int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture);
        record.Year ??= year;
        // Of a date of another year (of access, of the export) it cannot be said that it is the publication's.
        if (year != record.Year) return false;
        if (date.Length > 4 && date.Length > (record.Date?.Length ?? 0)) record.Date = date;
        return !TellOdd(draft, value) && IsAllOf(date, value);
    }

    static bool TellOdd(Draft draft, string value)
    {
        var parts = NumericPattern().Match(value);
        if (!parts.Success) return false;
        var month = int.Parse(parts.Groups[2].Value, CultureInfo.InvariantCulture);
        if (month is < 1 or > 12)
        {
            if (month == 0) return true;
            draft.Trouble($"date \"{Shown(value)}\" has month {month}; kept the year only", $"日期“{Shown(value)}”的月份为 {month}，只保留年份");
            return true;
        }
        if (!parts.Groups[3].Success) return false;
        var year = int.Parse(parts.Groups[1].Value, CultureInfo.InvariantCulture);
        var day = int.Parse(parts.Groups[3].Value, CultureInfo.InvariantCulture);
        if (day >= 1 && day <= DateTime.DaysInMonth(year, month)) return false;
        if (day != 0)
            draft.Trouble($"date \"{Shown(value)}\" has day {day}; kept year and month", $"日期“{Shown(value)}”的日为 {day}，只保留年和月");
        return true;
    }

    // "SPR 2011" and "2021-01-15 16:54" say more than the ISO date holds: the text is kept beside it.
    static bool IsAllOf(string date, string value)
    {
        foreach (Match word in WordPattern().Matches(value))
        {
            if (int.TryParse(word.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (!date.Split('-').Any(p => int.Parse(p, CultureInfo.InvariantCulture) == number)) return false;
            }
            else if (word.Value is not ("年" or "月" or "日") && !(date.Length >= 7 && PartialDate.Parse(word.Value, 2000) is { Length: 7 } month && month[5..] == date[5..7]))
            {
                return false;
            }
        }
        return true;
    }

    static string Shown(string value) => value.Length > 40 ? value[..40] + "…" : value;

    [GeneratedRegex(@"^(1[5-9]\d\d|20\d\d)(0[1-9]|1[0-2])([0-3]\d)$")]
    private static partial Regex CompactPattern();

    [GeneratedRegex(@"(?<!\d)(1[5-9]\d\d|20\d\d)[-/.年](\d{1,2})(?!\d)(?:[-/.月](\d{1,2})(?!\d))?")]
    private static partial Regex NumericPattern();

    [GeneratedRegex(@"\d+|[^\W\d_]+")]
    private static partial Regex WordPattern();
}

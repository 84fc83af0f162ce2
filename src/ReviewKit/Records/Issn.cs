using System.Text.RegularExpressions;

namespace ReviewKit.Records;

/// <summary>International Standard Serial Numbers (ISO 3297).</summary>
public static partial class Issn
{
    /// <summary>All ISSNs in a field ("15590267; 10800549", "2076-2615 (ISSN)"), hyphenated, upper-case X, in order, each once.</summary>
    public static IReadOnlyList<string> ParseAll(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        var found = new List<string>();
        foreach (Match match in Pattern().Matches(text))
        {
            var issn = $"{match.Groups[1].Value}-{match.Groups[2].Value.ToUpperInvariant()}";
            if (!found.Contains(issn)) found.Add(issn);
        }
        return found;
    }

    /// <summary>True when the eighth character is the check digit of the first seven (weights 8 to 2, modulo 11).</summary>
    public static bool IsValid(string issn)
    {
        var digits = issn.Replace("-", "", StringComparison.Ordinal);
        if (digits.Length != 8) return false;
        var sum = 0;
        for (var i = 0; i < 7; i++)
        {
            if (!char.IsAsciiDigit(digits[i])) return false;
            sum += (digits[i] - '0') * (8 - i);
        }
        var check = (11 - sum % 11) % 11;
        return check == 10 ? digits[7] is 'X' or 'x' : digits[7] - '0' == check;
    }

    [GeneratedRegex(@"(?<![0-9-])(\d{4})-?(\d{3}[\dXx])(?![0-9-])")]
    private static partial Regex Pattern();
}

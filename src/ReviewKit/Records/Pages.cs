using System.Text.RegularExpressions;

namespace ReviewKit.Records;

/// <summary>First and last page out of what a source writes in its page field.</summary>
public static partial class Pages
{
    /// <summary>"1106-1111+1117" gives 1106 and 1111; "107936-" gives 107936 and no last page; "1045-52" is completed to 1052.</summary>
    /// <returns>Both null for a text without a page.</returns>
    public static (string? First, string? Last) Split(string? pages)
    {
        if (string.IsNullOrWhiteSpace(pages)) return (null, null);
        var match = Pattern().Match(pages);
        if (!match.Success) return (null, null);
        var first = match.Groups[1].Value;
        var last = match.Groups[2].Success ? match.Groups[2].Value : null;
        if (last is null || last.Length >= first.Length || !first.All(char.IsAsciiDigit) || !last.All(char.IsAsciiDigit))
            return (first, last);
        return (first, string.Concat(first.AsSpan(0, first.Length - last.Length), last));
    }

    // Hyphen (Cochrane writes the one that is only a hyphen, U+2010), en dash, em dash, minus, wave dash and full-width hyphen all occur as range signs.
    [GeneratedRegex(@"([A-Za-z]{0,4}\d+[A-Za-z]?|[ivxlcIVXLC]+)(?:\s*[-\u2010\u2011–—−~～－]+\s*([A-Za-z]{0,4}\d+[A-Za-z]?|[ivxlcIVXLC]+))?")]
    private static partial Regex Pattern();
}

using System.Text;
using System.Text.RegularExpressions;

namespace ReviewKit.Records;

/// <summary>Digital object identifiers: finding one in what a source wrote, and comparing two.</summary>
public static partial class Doi
{
    /// <summary>The DOI in a field, without resolver or "doi:" prefix, full-width characters narrowed, letters as the source has them.</summary>
    /// <returns>null when there is none: a DOI is 10. + registrant + "/" + suffix (ISO 26324).</returns>
    public static string? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        // Chinese sources write ／ and － inside DOIs, and end the cell with U+FEFF.
        var match = Pattern().Match(Unescape(text).Normalize(NormalizationForm.FormKC));
        if (!match.Success) return null;
        var doi = match.Value.TrimEnd('.', ',', ';', '"', '\'', '>', ']');
        // A closing bracket belongs to the DOI only when it was opened inside it (SICI DOIs do that).
        while (doi.EndsWith(')') && doi.Count(c => c == ')') > doi.Count(c => c == '(')) doi = doi[..^1];
        return doi;
    }

    /// <summary>The form in which two DOIs are compared: they are case-insensitive.</summary>
    public static string? Key(string? doi) => Parse(doi)?.ToLowerInvariant();

    static string Unescape(string text) =>
        EscapedPattern().IsMatch(text) ? Uri.UnescapeDataString(text) : text;

    // "10.1016%2Fs…" and "10.1016/S0016-7878%2805%2980003-7": Embase and resolvers escape slash and brackets.
    [GeneratedRegex("%(?:2[0-9A-F]|3[A-F]|5[BD])", RegexOptions.IgnoreCase)]
    private static partial Regex EscapedPattern();

    [GeneratedRegex(@"10\.\d{4,9}(?:\.\d+)*/[^\s\uFEFF]+")]
    private static partial Regex Pattern();
}

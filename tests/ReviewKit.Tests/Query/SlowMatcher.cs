using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Tests.Query;

/// <summary>The second method for matching: each term as a regular expression, tried alone on a text folded as a whole.</summary>
static partial class SlowMatcher
{
    const string Letter = @"[\p{L}\p{N}-[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff]]";

    /// <param name="term">With * and ? as wildcards.</param>
    public static bool IsIn(string term, string text) => Of(term).IsMatch(Folded(text));

    public static Regex Of(string term)
    {
        var folded = Folded(term.Replace("*", "\u2460", StringComparison.Ordinal).Replace("?", "\u2461", StringComparison.Ordinal), keepMarks: true);
        var pattern = Regex.Escape(folded).Replace("\\ ", " ", StringComparison.Ordinal).Replace("\u2460", $"{Letter}*", StringComparison.Ordinal).Replace("\u2461", Letter, StringComparison.Ordinal);
        var (first, last) = (folded[0], folded[^1]);
        return new Regex((IsWord(first) ? $"(?<!{Letter})" : "") + pattern + (IsWord(last) ? $"(?!{Letter})" : ""), RegexOptions.CultureInvariant);
    }

    static bool IsWord(char c) => c is '\u2460' or '\u2461' || Regex.IsMatch(c.ToString(), Letter);

    public static string Folded(string text, bool keepMarks = false)
    {
        var folded = new StringBuilder();
        var shape = keepMarks ? text : text.Normalize(NormalizationForm.FormKC);
        foreach (var c in shape.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(Traditional.ToSimplified(c));
        return Gap().Replace(folded.ToString(), " ").Trim();
    }

    [GeneratedRegex(@"[\s\p{Pd}]+")]
    private static partial Regex Gap();
}

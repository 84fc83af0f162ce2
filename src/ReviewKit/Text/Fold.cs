using System.Globalization;
using System.Text;

namespace ReviewKit.Text;

/// <summary>The forms in which texts are compared; never shown to anyone.</summary>
public static class Fold
{
    /// <summary>
    /// Of a term or a sentence: NFKC (so width), lower case, no diacritics, simplified characters, every dash a hyphen, every quote straight, white space single and trimmed.
    /// Punctuation stays, so that "c++" and "c" differ.
    /// </summary>
    public static string Term(string text)
    {
        if (IsPlain(text)) return text;
        var decomposed = Compatible(text).Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            // Combining marks of Latin, Greek and Cyrillic go; those of Japanese and Indic scripts make other letters.
            if (category is UnicodeCategory.NonSpacingMark && c < '\u0483') continue;
            if (category is UnicodeCategory.Format) continue;
            if (char.IsWhiteSpace(c) || category is UnicodeCategory.Control)
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
                continue;
            }
            if (c == '\u00df') folded.Append("ss");
            else folded.Append(Fold1(c, category));
        }
        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Of a title or name: as <see cref="Term"/>, then letters and digits only, so that punctuation, markup signs and blanks do not count.</summary>
    public static string Letters(string text)
    {
        var term = Term(text);
        var letters = new StringBuilder(term.Length);
        foreach (var c in term)
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) letters.Append(c);
        return letters.ToString();
    }

    /// <summary>Han ideographs of the basic plane and its extension A.</summary>
    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u4dbf' or >= '\u4e00' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or '\u3007';

    /// <summary>True when any character is a Han ideograph.</summary>
    public static bool HasHan(string text) => text.AsSpan().ContainsAnyInRange('\u3400', '\u9fff');

    static bool IsPlain(string text)
    {
        var blank = true;
        foreach (var c in text)
        {
            if (!(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-' || (c == ' ' && !blank))) return false;
            blank = c == ' ';
        }
        return !blank || text.Length == 0;
    }

    static string Compatible(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // A lone surrogate, left by a program that cut a string in the middle of a character, or U+FFFE, which no text may have.
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\ufffe', '\ufffd').Normalize(NormalizationForm.FormKC);
        }
    }

    static char Fold1(char c, UnicodeCategory category) => category switch
    {
        UnicodeCategory.DashPunctuation => '-',
        UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation =>
            c is '\u2018' or '\u2019' or '\u201a' or '\u201b' or '\u2039' or '\u203a' ? '\'' : '"',
        _ => c switch
        {
            '\u2212' => '-',
            '\u0131' => 'i',
            '\u0142' or '\u0141' => 'l',
            '\u00f8' or '\u00d8' => 'o',
            '\u0111' or '\u0110' => 'd',
            _ => Traditional.ToSimplified(char.ToLowerInvariant(c)),
        },
    };
}

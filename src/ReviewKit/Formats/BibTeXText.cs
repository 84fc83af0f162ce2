using System.Net;
using System.Text;

namespace ReviewKit.Formats;

/// <summary>LaTeX as BibTeX files use it, read as plain text.</summary>
static class BibTeXText
{
    public static string Decode(string latex)
    {
        if (latex.AsSpan().IndexOfAny("\\{}$~-`'&\n\t") < 0) return Blank.Trim(latex);
        var text = new StringBuilder(latex.Length);
        var inMath = false;
        for (var i = 0; i < latex.Length;)
        {
            var c = latex[i];
            switch (c)
            {
                case '\\':
                    i = Command(latex, i + 1, text);
                    break;
                case '{' or '}':
                    i++;
                    break;
                case '$' when inMath || IsMath(latex, i):
                    inMath = !inMath;
                    i++;
                    break;
                case '^' or '_' when inMath:
                    i++;
                    break;
                case '~' when IsTie(latex, i):
                    text.Append(' ');
                    i++;
                    break;
                default:
                    i = Plain(latex, i, text);
                    break;
            }
        }
        var plain = Blank.Trim(text.ToString()).Normalize(NormalizationForm.FormC);
        return plain.Contains('&', StringComparison.Ordinal) && plain.Contains(';', StringComparison.Ordinal) ? WebUtility.HtmlDecode(plain) : plain;
    }

    /// <summary>Parts between separators outside braces; a separator of letters stands between blanks, in either case.</summary>
    public static IEnumerable<string> SplitTop(string text, string separator)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{') depth++;
            else if (text[i] == '}') depth = Math.Max(0, depth - 1);
            if (depth > 0 || text.Length - i < separator.Length || i < start) continue;
            if (separator == " " ? !char.IsWhiteSpace(text[i]) : !text.AsSpan(i, separator.Length).Equals(separator, StringComparison.OrdinalIgnoreCase)) continue;
            var isWord = char.IsLetter(separator[0]);
            if (isWord && !(i > 0 && char.IsWhiteSpace(text[i - 1]) && i + separator.Length < text.Length && char.IsWhiteSpace(text[i + separator.Length]))) continue;
            yield return text[start..i];
            start = i + separator.Length;
        }
        yield return text[start..];
    }

    /// <summary>True when one pair of braces holds the whole text.</summary>
    public static bool IsOneGroup(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{') depth++;
            else if (text[i] == '}') depth--;
            if (depth == 0 && i < text.Length - 1) return false;
        }
        return depth == 0;
    }

    static int Plain(string latex, int i, StringBuilder text)
    {
        var rest = latex.AsSpan(i);
        if (rest.StartsWith("---")) return Put("—", 3);
        if (rest.StartsWith("--")) return Put("–", 2);
        if (rest.StartsWith("``")) return Put("“", 2);
        if (rest.StartsWith("''")) return Put("”", 2);
        // Line ends inside a value are only how the file was wrapped.
        if (latex[i] is '\n' or '\r' or '\t' or ' ')
        {
            if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
            return i + 1;
        }
        text.Append(latex[i]);
        return i + 1;

        int Put(string sign, int length)
        {
            text.Append(sign);
            return i + length;
        }
    }

    static int Command(string latex, int i, StringBuilder text)
    {
        if (i >= latex.Length)
        {
            text.Append('\\');
            return i;
        }
        var end = i;
        while (end < latex.Length && char.IsAsciiLetter(latex[end])) end++;
        var name = end > i ? latex[i..end] : latex[i].ToString();
        if (end == i) end = i + 1;
        if (name.Length == 1 && LaTeXSigns.Accents.TryGetValue(name[0], out var mark) && Argument(latex, end, char.IsAsciiLetter(name[0])) is var (letter, after))
        {
            text.Append(letter[0] == 'ı' ? 'i' : letter[0] == 'ȷ' ? 'j' : letter[0]).Append(mark).Append(letter.AsSpan(1));
            return after;
        }
        // A path of Windows has doubled backslashes too.
        if (name == "\\" && end < latex.Length && char.IsAsciiLetter(latex[end])) text.Append('\\');
        else if (LaTeXSigns.Commands.TryGetValue(name, out var sign)) text.Append(sign);
        else if (name.Length == 1 && !char.IsAsciiLetter(name[0])) text.Append(name);
        else if (!LaTeXSigns.Styles.Contains(name)) text.Append('\\').Append(name);
        // A blank after a command in letters only ends its name.
        return char.IsAsciiLetter(name[0]) && end < latex.Length && latex[end] == ' ' && (LaTeXSigns.Commands.ContainsKey(name) || LaTeXSigns.Styles.Contains(name)) ? end + 1 : end;
    }

    static (string Letter, int After)? Argument(string latex, int i, bool isLetterCommand)
    {
        var start = i;
        while (i < latex.Length && latex[i] == ' ') i++;
        if (i >= latex.Length) return null;
        // \c is an accent, \check is not; an accent in letters needs a brace, a blank or a command after it.
        if (isLetterCommand && i == start && latex[i] is not ('{' or '\\')) return null;
        if (latex[i] == '{')
        {
            var close = latex.IndexOf('}', i);
            if (close < 0 || close - i > 8) return null;
            var inner = Decode(latex[(i + 1)..close]);
            return inner.Length == 0 ? null : (inner, close + 1);
        }
        if (latex[i] == '\\')
        {
            var end = i + 1;
            while (end < latex.Length && char.IsAsciiLetter(latex[end])) end++;
            return LaTeXSigns.Commands.TryGetValue(latex[(i + 1)..end], out var sign) && sign.Length == 1 ? (sign, end) : null;
        }
        return char.IsLetter(latex[i]) ? (latex[i].ToString(), i + 1) : null;
    }

    // Prices stand between dollar signs too: only what looks like a formula is one.
    static bool IsMath(string latex, int dollar)
    {
        var close = latex.IndexOf('$', dollar + 1);
        return close > 0 && close - dollar < 200 && latex.AsSpan(dollar, close - dollar).IndexOfAny("\\^_{") >= 0;
    }

    // "J.~Smith" is a tie; "about ~20" in a Scopus abstract is a tilde.
    static bool IsTie(string latex, int i) =>
        i > 0 && i + 1 < latex.Length && (char.IsLetterOrDigit(latex[i - 1]) || latex[i - 1] is '.' or '}' or ',') && (char.IsLetterOrDigit(latex[i + 1]) || latex[i + 1] is '{' or '\\');
}

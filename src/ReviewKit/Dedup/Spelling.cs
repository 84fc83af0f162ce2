using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Two spellings of one word.</summary>
static class Spelling
{
    /// <summary>One letter added, lost, changed, or two neighbours exchanged: a misprint or an ending. Not at the beginning (typical, atypical), not in numbers, not in short words.</summary>
    public static bool IsVariant(string a, string b)
    {
        if (a.Length > b.Length) (a, b) = (b, a);
        return a.Length >= 4 && a[0] == b[0] && IsOneLetterOff(a, b);
    }

    /// <summary>As a variant, but at the beginning too, and in short words: for where all else is the same.</summary>
    public static bool IsMisprint(string a, string b)
    {
        if (a.Length > b.Length) (a, b) = (b, a);
        return a.Length >= 2 && IsOneLetterOff(a, b);
    }

    static bool IsOneLetterOff(string a, string b)
    {
        if (b.Length - a.Length > 1 || a.Any(char.IsAsciiDigit) || b.Any(char.IsAsciiDigit) || Fold.HasHan(a)) return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        var end = 0;
        while (end < a.Length - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        var left = b.Length - start - end;
        return left <= 1 || left == 2 && a.Length == b.Length && a[start] == b[start + 1] && a[start + 1] == b[start];
    }
}

using System.Globalization;
using System.Text;

namespace ReviewKit.Text;

/// <summary>How many cells of a terminal a text takes, by grapheme (Unicode UAX #11 and #29).</summary>
public static class Width
{
    // East Asian Wide and Fullwidth, and the emoji that terminals draw in two cells; first and last of each range.
    static readonly int[] Wide =
    [
        0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3, 0x25fd, 0x25fe, 0x2614, 0x2615,
        0x2648, 0x2653, 0x267f, 0x267f, 0x2693, 0x2693, 0x26a1, 0x26a1, 0x26aa, 0x26ab, 0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26ce, 0x26ce,
        0x26d4, 0x26d4, 0x26ea, 0x26ea, 0x26f2, 0x26f3, 0x26f5, 0x26f5, 0x26fa, 0x26fa, 0x26fd, 0x26fd, 0x2705, 0x2705, 0x270a, 0x270b,
        0x2728, 0x2728, 0x274c, 0x274c, 0x274e, 0x274e, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27b0, 0x27b0, 0x27bf, 0x27bf,
        0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2b55, 0x2b55, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa4cf,
        0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18aff,
        0x1b000, 0x1b2fb, 0x1f004, 0x1f004, 0x1f0cf, 0x1f0cf, 0x1f18e, 0x1f18e, 0x1f191, 0x1f19a, 0x1f1e6, 0x1f202, 0x1f210, 0x1f23b,
        0x1f240, 0x1f248, 0x1f250, 0x1f251, 0x1f260, 0x1f265, 0x1f300, 0x1f320, 0x1f32d, 0x1f335, 0x1f337, 0x1f37c, 0x1f37e, 0x1f393,
        0x1f3a0, 0x1f3ca, 0x1f3cf, 0x1f3d3, 0x1f3e0, 0x1f3f0, 0x1f3f4, 0x1f3f4, 0x1f3f8, 0x1f43e, 0x1f440, 0x1f440, 0x1f442, 0x1f4fc,
        0x1f4ff, 0x1f53d, 0x1f54b, 0x1f54e, 0x1f550, 0x1f567, 0x1f57a, 0x1f57a, 0x1f595, 0x1f596, 0x1f5a4, 0x1f5a4, 0x1f5fb, 0x1f64f,
        0x1f680, 0x1f6c5, 0x1f6cc, 0x1f6cc, 0x1f6d0, 0x1f6d2, 0x1f6d5, 0x1f6d7, 0x1f6dc, 0x1f6df, 0x1f6eb, 0x1f6ec, 0x1f6f4, 0x1f6fc,
        0x1f7e0, 0x1f7eb, 0x1f7f0, 0x1f7f0, 0x1f90c, 0x1f93a, 0x1f93c, 0x1f945, 0x1f947, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000, 0x3fffd,
    ];

    /// <summary>Cells of the whole text.</summary>
    public static int Of(string text)
    {
        var cells = 0;
        var graphemes = StringInfo.GetTextElementEnumerator(text);
        while (graphemes.MoveNext()) cells += OfGrapheme(graphemes.GetTextElement());
        return cells;
    }

    /// <summary>0 for controls and lone combining marks, 2 for wide ones and emoji sequences, else 1.</summary>
    public static int OfGrapheme(string grapheme)
    {
        if (grapheme.Length == 0 || !Rune.TryGetRuneAt(grapheme, 0, out var rune)) return 1;
        if (grapheme.Contains('\ufe0f')) return 2; // emoji presentation asked for
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return 0;
        return IsWide(rune.Value) ? 2 : 1;
    }

    /// <summary>The text cut to a number of cells, with … when something was cut.</summary>
    public static string Cut(string text, int cells)
    {
        if (Of(text) <= cells) return text;
        var cut = new StringBuilder();
        var used = 0;
        var graphemes = StringInfo.GetTextElementEnumerator(text);
        while (graphemes.MoveNext())
        {
            var grapheme = graphemes.GetTextElement();
            if (used + OfGrapheme(grapheme) > cells - 1) break;
            cut.Append(grapheme);
            used += OfGrapheme(grapheme);
        }
        return cut.Append('…').ToString();
    }

    /// <summary>The text filled up with blanks to a number of cells.</summary>
    public static string Pad(string text, int cells, bool right = false)
    {
        var blanks = new string(' ', Math.Max(0, cells - Of(text)));
        return right ? blanks + text : text + blanks;
    }

    static bool IsWide(int codePoint)
    {
        if (codePoint < 0x1100) return false;
        var (low, high) = (0, Wide.Length / 2 - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (codePoint < Wide[2 * middle]) high = middle - 1;
            else if (codePoint > Wide[2 * middle + 1]) low = middle + 1;
            else return true;
        }
        return false;
    }
}

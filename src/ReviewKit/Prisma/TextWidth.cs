using System.Globalization;
using System.Text;

namespace ReviewKit.Prisma;

/// <summary>
/// How wide a text will be, without a font at hand: Latin by the widths of Helvetica, which Arial and Liberation Sans share, everything East Asian one em.
/// Where a script is not known the guess is on the wide side, so that a box is rather too large than too small.
/// </summary>
public static class TextWidth
{
    // Thousandths of an em for U+0020 to U+007E, from the Adobe font metrics of Helvetica and Helvetica-Bold.
    static readonly short[] Regular =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    static readonly short[] Bold =
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
        975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
        333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ];

    /// <returns>In the unit of <paramref name="size"/>, the font size.</returns>
    public static double Of(string text, double size, bool bold = false)
    {
        var em = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext()) em += Element(elements.GetTextElement(), bold);
        return em * size / 1000;
    }

    /// <summary>One character as a reader sees it: a base with its marks, an emoji of several code points.</summary>
    /// <returns>Thousandths of an em.</returns>
    internal static int Element(string element, bool bold)
    {
        // Joined and flagged emoji are drawn as one picture, 1.25 em in the widest of the usual fonts.
        if (element.Contains('\u200d') || (element.Length > 1 && char.IsSurrogate(element[0]))) return 1250;
        var width = 0;
        foreach (var rune in element.EnumerateRunes())
            if (width == 0 || !IsJamo(rune.Value)) width += Width(rune, bold);
        return width;
    }

    static int Width(Rune rune, bool bold)
    {
        var c = rune.Value;
        if (c == 0xa0) c = ' ';
        if (c is >= 0x20 and < 0x7f) return (bold ? Bold : Regular)[c - 0x20];
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control) return 0;
        if (c is >= 0x1100 and < 0x1160) return 1000;
        // Curly quotes, dashes and dots are narrow in Latin fonts and one em in Chinese ones: which will be taken is not known.
        if (c >= 0x2000) return c is >= 0xff61 and <= 0xffdc ? 500 : 1000;
        if (c < 0x250 && rune.ToString().Normalize(NormalizationForm.FormD) is [< '\u007f' and var letter, ..]) return (bold ? Bold : Regular)[letter - ' '];
        return category switch
        {
            UnicodeCategory.UppercaseLetter => 1000,
            UnicodeCategory.LowercaseLetter => bold ? 700 : 650,
            _ => 750,
        };
    }

    // Vowels and finals of decomposed Hangul stand inside the square of the initial.
    static bool IsJamo(int c) => c is >= 0x1160 and <= 0x11ff;
}

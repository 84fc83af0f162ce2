using System.Text;

namespace ReviewKit.App.Terminal;

/// <summary>The terminal's own sixteen colours, so that a screen follows the palette its user has chosen.</summary>
enum Colour { Default, Black, Red, Green, Yellow, Blue, Magenta, Cyan, White, Grey, BrightRed, BrightGreen, BrightYellow, BrightBlue, BrightMagenta, BrightCyan, BrightWhite }

[Flags]
enum Attributes { None = 0, Bold = 1, Dim = 2, Italic = 4, Underline = 8, Reverse = 16 }

/// <summary>How a cell looks.</summary>
readonly record struct Style(Colour Fore = Colour.Default, Colour Back = Colour.Default, Attributes Attributes = Attributes.None)
{
    static readonly (Attributes Attribute, string Code)[] Codes =
        [(Attributes.Bold, ";1"), (Attributes.Dim, ";2"), (Attributes.Italic, ";3"), (Attributes.Underline, ";4"), (Attributes.Reverse, ";7")];

    /// <summary>ECMA-48 "select graphic rendition"; always from a clean start, so that no style depends on the one before.</summary>
    public void AppendTo(StringBuilder target)
    {
        target.Append("\u001b[0");
        foreach (var (attribute, code) in Codes)
            if (Attributes.HasFlag(attribute)) target.Append(code);
        if (Fore != Colour.Default) target.Append(';').Append(Number(Fore, 30));
        if (Back != Colour.Default) target.Append(';').Append(Number(Back, 40));
        target.Append('m');
    }

    static int Number(Colour colour, int first) => colour < Colour.Grey ? first + (int)colour - 1 : first + 60 + (colour - Colour.Grey);
}

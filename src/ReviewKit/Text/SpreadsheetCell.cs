namespace ReviewKit.Text;

/// <summary>Text on its way into a CSV file that a person may open in a spreadsheet program.</summary>
public static class SpreadsheetCell
{
    /// <summary>Puts ' before a text that Excel, WPS or Calc would run as a formula; any other text stays.</summary>
    /// <remarks>Changes data ("-omics" becomes "'-omics"), so it is for files people open, not for files programs read. Guards = + - @ and their full-width forms, also after blanks and on a later line, and a leading tab or line end.</remarks>
    public static string Guard(string text)
    {
        if (text.Length == 0) return text;
        if (text[0] is '\t' or '\r' or '\n') return $"'{text}";
        var atStart = true;
        foreach (var c in text)
        {
            if (atStart && IsTrigger(c)) return $"'{text}";
            // Blanks before the sign do not stop a spreadsheet, and a program that splits at line ends starts a new cell.
            atStart = c is '\r' or '\n' || (atStart && char.IsWhiteSpace(c));
        }
        return text;
    }

    /// <summary>As <see cref="Guard"/>, for a table that is read back: a ' that is the text's own is doubled before what would be guarded.</summary>
    public static string GuardReversibly(string text) =>
        text.StartsWith('\'') && IsGuarded(text) ? $"'{text}" : Guard(text);

    /// <summary>Takes off what <see cref="GuardReversibly"/> put on.</summary>
    public static string Unguard(string text) => text.StartsWith('\'') && IsGuarded(text) ? text[1..] : text;

    static bool IsGuarded(string text)
    {
        var bare = text.TrimStart('\'');
        return bare.Length > 0 && Guard(bare).Length != bare.Length;
    }

    static bool IsTrigger(char c) => c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
}

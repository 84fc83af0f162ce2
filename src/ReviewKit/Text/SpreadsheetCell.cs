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

    static bool IsTrigger(char c) => c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
}

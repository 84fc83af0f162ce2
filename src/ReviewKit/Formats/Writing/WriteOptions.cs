namespace ReviewKit.Formats;

/// <summary>How records are written.</summary>
/// <param name="Guard">Puts ' before cells of a CSV for people that a spreadsheet would run as formulas; files for programs are never guarded, workbooks need no guard.</param>
/// <param name="Crlf">Ends lines of tagged text with CR LF, as some Windows programs want.</param>
public sealed record WriteOptions(bool Guard = true, bool Crlf = false)
{
    internal string NewLine => Crlf ? "\r\n" : "\n";
}

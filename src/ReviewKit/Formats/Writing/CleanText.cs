using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace ReviewKit.Formats;

/// <summary>What a written file cannot hold, taken out before the record is read back, so that the change is counted.</summary>
static partial class CleanText
{
    /// <summary>Without control characters, which XML forbids and by which a text is taken for binary; halves of surrogate pairs, left by programs that cut inside a character, become U+FFFD.</summary>
    public static string Of(string text)
    {
        var isWhole = true;
        foreach (var c in text)
        {
            if (char.IsSurrogate(c)) text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            else if (!IsForbidden(c)) continue;
            isWhole = false;
            break;
        }
        return isWhole ? text : string.Concat(text.Where(c => !IsForbidden(c)));
    }

    /// <summary>As <see cref="Of"/>, for NoteExpress: its first tag begins a record wherever it stands.</summary>
    public static string NoteExpress(string text) => ReferenceType().Replace(Of(text), "($1)");

    /// <summary>As <see cref="Of"/>, for EndNote: CNKI's files run into each other at these tags, so that they are looked for inside lines.</summary>
    public static string EndNote(string text)
    {
        text = TagInside().Replace(Of(text), "%$1\u00a0");
        return text.Contains('<', StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Select(line => TagSyntaxes.EndNote.Clean(line).Replace("\u0001", "", StringComparison.Ordinal))) : text;
    }

    static bool IsForbidden(char c) => !XmlConvert.IsXmlChar(c) && !char.IsSurrogate(c);

    [GeneratedRegex(@"[{\[](Reference Type)[}\]]")]
    private static partial Regex ReferenceType();

    [GeneratedRegex("%([0A]) ")]
    private static partial Regex TagInside();
}

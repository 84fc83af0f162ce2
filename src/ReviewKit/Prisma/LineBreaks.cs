using System.Globalization;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>
/// Breaks text into lines that are no wider than they may be: where <see cref="LineBreak"/> allows,
/// and, when a word is wider than the line, inside it.
/// </summary>
public static class LineBreaks
{
    /// <param name="width">Of the first line, in the unit of <paramref name="size"/>.</param>
    /// <param name="hang">How much narrower the lines after it are.</param>
    /// <returns>At least one line; blanks at the breaks are gone.</returns>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool bold = false, double hang = 0)
    {
        var elements = Elements(text);
        var lines = new List<string>();
        var start = 0;
        while (start < elements.Count || lines.Count == 0)
        {
            var end = End(elements, start, (lines.Count == 0 ? width : width - hang) * 1000 / size, bold);
            lines.Add(string.Concat(elements.GetRange(start, end - start)).Trim(' '));
            start = end;
            while (start < elements.Count && elements[start] == " ") start++;
        }
        return lines;
    }

    static List<string> Elements(string text)
    {
        var elements = new List<string>();
        var each = StringInfo.GetTextElementEnumerator(text);
        while (each.MoveNext()) elements.Add(each.GetTextElement());
        return elements;
    }

    /// <summary>Where the line that begins at <paramref name="start"/> ends.</summary>
    /// <param name="room">Thousandths of an em.</param>
    static int End(List<string> elements, int start, double room, bool bold)
    {
        double used = 0;
        var lastBreak = start;
        for (var i = start; i < elements.Count; i++)
        {
            if (i > start && LineBreak.IsAllowed(elements[i - 1], elements[i], i > start + 1 ? elements[i - 2] : " ")) lastBreak = i;
            used += TextWidth.Element(elements[i], bold);
            // A blank may hang over the edge: it is not printed there.
            if (used <= room || elements[i] == " ") continue;
            return lastBreak > start ? lastBreak : Math.Max(i, start + 1);
        }
        return elements.Count;
    }
}

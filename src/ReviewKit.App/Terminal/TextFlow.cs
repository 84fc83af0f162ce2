using System.Globalization;
using ReviewKit.Text;

namespace ReviewKit.App.Terminal;

/// <summary>Breaks styled text into lines of so many cells: at blanks, between Chinese characters as their punctuation allows, and inside a word only where it is wider than the line.</summary>
static class TextFlow
{
    /// <param name="width">Cells of a line; one wide sign is placed however narrow it is.</param>
    /// <returns>At least one line; blanks at the breaks are gone.</returns>
    public static IReadOnlyList<IReadOnlyList<Styled>> Wrap(IEnumerable<Styled> parts, int width, CellWidth cells)
    {
        var lines = new List<IReadOnlyList<Styled>>();
        var paragraph = new List<Styled>();
        foreach (var grapheme in Graphemes(parts))
        {
            if (grapheme.Text is not ("\n" or "\r\n" or "\u2028" or "\u2029"))
            {
                paragraph.Add(grapheme.Text == "\t" ? grapheme with { Text = " " } : grapheme);
                continue;
            }
            Break(paragraph, Math.Max(1, width), cells, lines);
            paragraph.Clear();
        }
        if (paragraph.Count > 0 || lines.Count == 0) Break(paragraph, Math.Max(1, width), cells, lines);
        return lines;
    }

    static IEnumerable<Styled> Graphemes(IEnumerable<Styled> parts)
    {
        foreach (var part in parts)
            for (var at = 0; at < part.Text.Length;)
            {
                var length = StringInfo.GetNextTextElementLength(part.Text, at);
                yield return part with { Text = part.Text.Substring(at, length) };
                at += length;
            }
    }

    static void Break(List<Styled> text, int width, CellWidth cells, List<IReadOnlyList<Styled>> lines)
    {
        var start = 0;
        do
        {
            var end = End(text, start, width, cells);
            var last = end;
            while (last > start && text[last - 1].Text == " ") last--;
            lines.Add(Joined(text, start, last));
            start = end;
            while (start < text.Count && text[start].Text == " ") start++;
        }
        while (start < text.Count);
    }

    static int End(List<Styled> text, int start, int width, CellWidth cells)
    {
        var (used, mayEnd) = (0, start);
        for (var i = start; i < text.Count; i++)
        {
            if (i > start && LineBreak.IsAllowed(text[i - 1].Text, text[i].Text, i > start + 1 ? text[i - 2].Text : " ")) mayEnd = i;
            used += cells.Of(text[i].Text);
            // A blank may hang over the edge: it is not drawn there.
            if (used <= width || text[i].Text == " ") continue;
            return mayEnd > start ? mayEnd : Math.Max(i, start + 1);
        }
        return text.Count;
    }

    static List<Styled> Joined(List<Styled> text, int from, int to)
    {
        var line = new List<Styled>();
        for (var i = from; i < to;)
        {
            var end = i + 1;
            while (end < to && text[end].Style == text[i].Style) end++;
            line.Add(new Styled(string.Concat(text.GetRange(i, end - i).Select(part => part.Text)), text[i].Style));
            i = end;
        }
        return line;
    }
}

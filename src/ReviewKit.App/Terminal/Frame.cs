using System.Globalization;
using System.Text;

namespace ReviewKit.App.Terminal;

/// <summary>What a terminal shows, and the shortest text that makes it show something else: only cells that differ are written.</summary>
sealed class Frame
{
    Surface? shown;

    /// <summary>The next frame is drawn as a whole: after a resize, or when another program has written.</summary>
    public void Forget() => shown = null;

    /// <returns>For one write; empty when nothing differs.</returns>
    public string To(Surface next)
    {
        var before = shown is { } known && known.Width == next.Width && known.Height == next.Height ? known : null;
        var text = new StringBuilder();
        if (before is null) text.Append("\u001b[0m\u001b[2J");
        Style? style = null;
        for (var y = 0; y < next.Height; y++) Row(text, before, next, y, ref style);
        if (text.Length > 0 || before?.Cursor != next.Cursor)
        {
            text.Insert(0, "\u001b[?25l");
            if (next.Cursor is { } cursor) Move(text, cursor.X, cursor.Y).Append("\u001b[?25h");
        }
        shown = next;
        return text.ToString();
    }

    static void Row(StringBuilder text, Surface? before, Surface next, int y, ref Style? style)
    {
        // Where the terminal's cursor is known to stand; -1 nowhere.
        var at = -1;
        var isDoubtful = false;
        for (var x = 0; x < next.Width; x++)
        {
            var cell = next[x, y];
            if (cell.Text.Length == 0) continue;
            // A terminal that draws a sign wider than we count spoils the cell behind it, so that one is written too.
            var hasChanged = before is null || before[x, y] != cell || isDoubtful;
            isDoubtful = hasChanged && !(CellWidth.IsCertain(cell.Text) && (before is null || before[x, y].Text.Length == 0 || CellWidth.IsCertain(before[x, y].Text)));
            if (!hasChanged) continue;
            if (at != x) Move(text, x, y);
            if (style != cell.Style) cell.Style.AppendTo(text);
            style = cell.Style;
            var width = x + 1 < next.Width && next[x + 1, y].Text.Length == 0 ? 2 : 1;
            if (CellWidth.IsCertain(cell.Text))
            {
                text.Append(cell.Text);
                at = x + width;
                continue;
            }
            // Some terminals draw an emoji of two cells in one and leave what stood in the second.
            if (width == 2) Move(text.Append("  "), x, y);
            text.Append(cell.Text);
            at = -1;
        }
    }

    static StringBuilder Move(StringBuilder text, int x, int y) => text.Append(CultureInfo.InvariantCulture, $"\u001b[{y + 1};{x + 1}H");
}

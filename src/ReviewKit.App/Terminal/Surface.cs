using System.Globalization;
using System.Text;

namespace ReviewKit.App.Terminal;

/// <summary>One cell.</summary>
/// <param name="Text">A grapheme; empty for the right half of the wide one to the left.</param>
readonly record struct Cell(string Text, Style Style);

/// <summary>A grid of cells to draw on, or a part of one. What does not fit is cut; a wide character is never cut in half, but left out.</summary>
sealed class Surface
{
    static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    readonly Cell[] cells;
    readonly int stride, left, top;
    readonly Surface whole;

    public Surface(int width, int height, Look look)
    {
        (Width, Height, Look, stride, whole) = (width, height, look, width, this);
        cells = new Cell[width * height];
        Array.Fill(cells, new Cell(" ", look.Theme.Text));
    }

    Surface(Surface of, int x, int y, int width, int height)
    {
        (cells, stride, whole, Look) = (of.cells, of.stride, of.whole, of.Look);
        (left, top, Width, Height) = (of.left + x, of.top + y, width, height);
    }

    public int Width { get; }
    public int Height { get; }
    public Look Look { get; }

    /// <summary>Where the cursor is shown, in cells of the whole surface; absent: nowhere.</summary>
    public (int X, int Y)? Cursor { get; private set; }

    /// <summary>Whether a place of the whole surface lies in this part, and where in it.</summary>
    public bool Has(int x, int y, out int row)
    {
        row = y - top;
        return x >= left && x < left + Width && row >= 0 && row < Height;
    }

    public Cell this[int x, int y] => cells[(top + y) * stride + left + x];

    /// <summary>A part to draw on with coordinates of its own; what lies outside of this surface is cut away.</summary>
    public Surface Part(int x, int y, int width, int height)
    {
        (x, y) = (Math.Clamp(x, 0, Width), Math.Clamp(y, 0, Height));
        return new Surface(this, x, y, Math.Clamp(width, 0, Width - x), Math.Clamp(height, 0, Height - y));
    }

    /// <summary>Writes one line of text. Controls are left out, so that no record can send orders to the terminal.</summary>
    /// <returns>The column behind it, also where that is outside.</returns>
    public int Put(int x, int y, string text, Style style = default)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            x = PutGrapheme(x, y, length == 1 && text[at] < 128 ? Ascii[text[at]] : text.Substring(at, length), style);
            at += length;
        }
        return x;
    }

    public int Put(int x, int y, IEnumerable<Styled> parts)
    {
        foreach (var part in parts) x = Put(x, y, part.Text, part.Style);
        return x;
    }

    int PutGrapheme(int x, int y, string grapheme, Style style)
    {
        var width = Look.Width.Of(grapheme);
        if (width == 0) return x;
        if (y >= 0 && y < Height && x < Width && x + width > 0)
        {
            // A lone surrogate, left by a program that cut a string in the middle of a character, is no text to any terminal.
            if (grapheme.Length == 1 && char.IsSurrogate(grapheme[0])) grapheme = "?";
            if (x >= 0 && x + width <= Width) Set(x, y, grapheme, width, style);
            else Set(Math.Max(x, 0), y, " ", 1, style);
        }
        return x + width;
    }

    void Set(int x, int y, string grapheme, int width, Style style)
    {
        var at = (top + y) * stride + left + x;
        if (cells[at].Text.Length == 0) cells[at - 1] = cells[at - 1] with { Text = " " };
        var behind = at + width;
        if (behind < (top + y + 1) * stride && cells[behind].Text.Length == 0) cells[behind] = cells[behind] with { Text = " " };
        cells[at] = new Cell(grapheme, style);
        if (width == 2) cells[at + 1] = new Cell("", style);
    }

    public void Fill(Style style, string sign = " ")
    {
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++) Set(x, y, sign, 1, style);
    }

    /// <summary>A frame along the edge, with a title in its upper line.</summary>
    /// <returns>The part inside.</returns>
    public Surface Box(string title, Style style, Style titleStyle)
    {
        var (across, down, corners) = (Look.Borders.Across, Look.Borders.Down, Look.Borders.Corners);
        for (var x = 1; x < Width - 1; x++)
        {
            Put(x, 0, across, style);
            Put(x, Height - 1, across, style);
        }
        for (var y = 1; y < Height - 1; y++)
        {
            Put(0, y, down, style);
            Put(Width - 1, y, down, style);
        }
        Put(0, 0, corners[..1], style);
        Put(Width - 1, 0, corners[1..2], style);
        Put(0, Height - 1, corners[2..3], style);
        Put(Width - 1, Height - 1, corners[3..], style);
        if (title.Length > 0) Put(2, 0, Look.Width.Cut($" {title} ", Width - 4), titleStyle);
        return Part(1, 1, Width - 2, Height - 2);
    }

    public void ShowCursor(int x, int y) => whole.Cursor = x < Width && y < Height ? (left + x, top + y) : null;

    /// <summary>The characters, a line a row, blanks at the ends left out.</summary>
    public string Dump() => Rows(cell => cell.Text);

    /// <summary>The styles, a letter each in order of appearance with a legend below; cells of plain text are blank.</summary>
    public string DumpStyles()
    {
        var letters = new List<Style> { Look.Theme.Text };
        var rows = Rows(cell =>
        {
            if (!letters.Contains(cell.Style)) letters.Add(cell.Style);
            return letters.IndexOf(cell.Style) is var index and > 0 ? ((char)('a' + index - 1)).ToString() : " ";
        });
        return rows + string.Concat(letters.Skip(1).Select((style, index) => $"{(char)('a' + index)}: {style.Fore} on {style.Back}, {style.Attributes}\n"));
    }

    string Rows(Func<Cell, string> sign)
    {
        var text = new StringBuilder();
        for (var y = 0; y < Height; y++)
        {
            var row = new StringBuilder();
            for (var x = 0; x < Width; x++) row.Append(sign(this[x, y]));
            text.Append(row.ToString().TrimEnd(' ')).Append('\n');
        }
        return text.ToString();
    }
}

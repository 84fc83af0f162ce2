using System.Text;

namespace ReviewKit.Formats;

/// <summary>One row of a table in text, with the place it was read from.</summary>
/// <param name="OpenQuote">True when a quotation mark was never closed and the row was read without quotation.</param>
sealed record TableRow(List<string> Cells, int Line, long Offset, long End, bool OpenQuote = false);

/// <summary>Rows of comma- or tab-separated text (RFC 4180), cells over several lines included.</summary>
/// <remarks>
/// Our own, because each record must be found again by its bytes, and because a quotation mark that is never closed must cost one row
/// and not the rest of the file: then the lines taken in by mistake are read again.
/// </remarks>
sealed class DelimitedRows(LineReader lines, char delimiter, bool quotes)
{
    const int LongestCell = 4 << 20;

    readonly Queue<Line> _again = [];

    /// <summary>Cells of the header, 0 while it is unknown.</summary>
    public int Width { get; set; }

    /// <summary>True where \" stands for a quotation mark inside a quoted cell.</summary>
    public bool HasEscapes { get; set; }

    /// <summary>Called with every line whose bytes are damaged.</summary>
    public Action<Line>? OnDamage { get; set; }

    public TableRow? Read()
    {
        if (!Next(out var first)) return null;
        var cells = new List<string>();
        if (Parse(first.Text, cells, null) is not { } open) return Row(cells, first, first);
        var taken = new List<Line>();
        while (open.Length < LongestCell && Next(out var line))
        {
            taken.Add(line);
            var still = Parse(line.Text, cells, open);
            if (still is null)
            {
                // The mark of a later row can seem to close it: then the first line alone has the cells of the header.
                if (Width > 1 && cells.Count != Width && first.Text.Split(delimiter).Length == Width) break;
                return Row(cells, first, line);
            }
            open = still;
        }
        foreach (var line in _again) taken.Add(line);
        _again.Clear();
        foreach (var line in taken) _again.Enqueue(line);
        return Row([.. first.Text.Split(delimiter)], first, first) with { OpenQuote = true };
    }

    static TableRow Row(List<string> cells, Line first, Line last) => new(cells, first.Number, first.Offset, last.End);

    bool Next(out Line line)
    {
        if (_again.TryDequeue(out line)) return true;
        if (!lines.Read(out line)) return false;
        if (line.Damage != LineDamage.None) OnDamage?.Invoke(line);
        return true;
    }

    /// <summary>Takes one line into the cells.</summary>
    /// <param name="open">The quoted cell that the line before left open.</param>
    /// <returns>The quoted cell that is open at the end of the line, null when the row is complete.</returns>
    StringBuilder? Parse(string text, List<string> cells, StringBuilder? open)
    {
        var i = 0;
        while (true)
        {
            if (open is null && quotes && i < text.Length && text[i] == '"')
            {
                // Nearly every quoted cell ends at the next mark.
                var end = HasEscapes ? -1 : text.IndexOf('"', i + 1);
                if (end > 0 && (end + 1 == text.Length || text[end + 1] == delimiter))
                {
                    cells.Add(text[(i + 1)..end]);
                    if (end + 1 == text.Length) return null;
                    i = end + 2;
                    continue;
                }
                open = new StringBuilder();
                i++;
            }
            int next;
            if (open is not null)
            {
                if (!Quoted(text, ref i, open)) return open;
                next = text.IndexOf(delimiter, i);
                cells.Add(open.ToString());
                open = null;
            }
            else
            {
                next = text.IndexOf(delimiter, i);
                cells.Add(next < 0 ? text[i..] : text[i..next]);
            }
            if (next < 0) return null;
            i = next + 1;
        }
    }

    bool Quoted(string text, ref int i, StringBuilder cell)
    {
        while (true)
        {
            var quote = text.IndexOf('"', i);
            if (quote < 0)
            {
                cell.Append(text, i, text.Length - i).Append('\n');
                return false;
            }
            cell.Append(text, i, quote - i);
            i = quote + 1;
            if (HasEscapes && quote > 0 && cell.Length > 0 && cell[^1] == '\\')
            {
                cell[^1] = '"';
                continue;
            }
            if (i < text.Length && text[i] == '"')
            {
                cell.Append('"');
                i++;
                continue;
            }
            var after = i;
            while (after < text.Length && text[after] == ' ' && delimiter != ' ') after++;
            if (after == text.Length || text[after] == delimiter) return true;
            // A quotation mark in the middle of a cell that was not doubled.
            cell.Append('"');
        }
    }
}

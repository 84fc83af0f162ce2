using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Comma- and tab-separated files with a header.</summary>
static partial class DelimitedReader
{
    const int LongestName = 150, MostTwice = 2;

    public static IEnumerable<Item> Read(Reading reading)
    {
        if (ColumnLayout.Of(reading.Probe, reading.Columns) is not { } layout)
        {
            yield return reading.Problem(1, "no row names a title or an abstract: nothing is read", "没有任何一行给出题名或摘要的列名，未读取任何记录");
            yield break;
        }
        var damages = new Queue<Line>();
        var rows = new DelimitedRows(reading.Lines, layout.Delimiter, layout.HasQuotes) { OnDamage = damages.Enqueue, HasEscapes = layout.HasEscapes };
        var skipped = 0;
        var (count, full) = (0, 0);
        TableRow? last = null, header = null;
        var widest = 0;
        while (rows.Read() is { } row)
        {
            while (damages.TryDequeue(out var line)) yield return reading.Damage(line)!;
            if (skipped < layout.Skipped)
            {
                skipped++;
                if (!row.Cells.TrueForAll(c => Blank.Is(c)))
                    yield return reading.Problem(row.Line, $"note before the header: {Shown(row.Cells)}", $"表头之前的说明：{Shown(row.Cells)}");
                continue;
            }
            if (skipped == layout.Skipped)
            {
                skipped++;
                rows.Width = row.Cells.Count;
                if (IsRunInto(row.Cells)) yield return RunInto(reading, row);
                header = row;
                continue;
            }
            if (row.Cells.TrueForAll(c => Blank.Is(c))) continue;
            if (row.OpenQuote)
                yield return reading.Damaged(row.Line, "a quotation mark is never closed (the file may be cut off); the row is read without quotation", "引号没有闭合（文件可能不完整），该行按无引号读取");
            widest = Math.Max(widest, row.Cells.Count);
            (last, count, full) = (row, count + 1, full + (row.Cells.Count >= layout.Header.Count ? 1 : 0));
            if (Odd(reading, layout, row) is { } odd) yield return odd;
            foreach (var item in reading.Items(Raw(layout, row), layout.Table, "\n", layout.Source)) yield return item;
        }
        while (damages.TryDequeue(out var line)) yield return reading.Damage(line)!;
        if (header is not null && count > 0 && widest * 3 <= header.Cells.Count * 2 && !IsRunInto(header.Cells)) yield return RunInto(reading, header);
        // Rows that leave out empty cells at their end are common; one that alone does so at the end of the file was cut.
        if (last is { OpenQuote: false } && last.Cells.Count < layout.Header.Count && full >= 3 && full == count - 1)
            yield return reading.Damaged(last.Line, $"the last row has {last.Cells.Count} cells, every other {layout.Header.Count} or more: the file may be cut off; read as far as it goes",
                $"最后一行只有 {last.Cells.Count} 格，其余各行都有 {layout.Header.Count} 格以上：文件可能不完整，按已有内容读取");
    }

    static ProblemItem? Odd(Reading reading, ColumnLayout layout, TableRow row)
    {
        var extra = row.Cells.FindLastIndex(c => !Blank.Is(c)) + 1 - layout.Header.Count;
        if (extra <= 0 || IsShifted(layout, row) || IsNamed(layout, row)) return null;
        return reading.Problem(row.Line,
            $"row has {extra} more cells than the header; they are kept as \"column {layout.Header.Count + 1}\" and on",
            $"该行比表头多 {extra} 格，以“column {layout.Header.Count + 1}”等名称保留");
    }

    // Some Scopus exports name one funding column and write several, which moves everything behind them.
    static bool IsShifted(ColumnLayout layout, TableRow row) =>
        layout.Format == "scopus-csv" && row.Cells.Count > layout.Header.Count && layout.Header[^1] == "EID"
        && Eid().IsMatch(row.Cells[^1]) && FundingColumn(layout) >= 0;

    // R writes the names of rows without a header of their own.
    static bool IsNamed(ColumnLayout layout, TableRow row) => layout.HasEscapes && row.Cells.Count == layout.Header.Count + 1;

    static int FundingColumn(ColumnLayout layout) =>
        Enumerable.Range(0, layout.Header.Count).LastOrDefault(i => layout.Header[i].StartsWith("Funding Text", StringComparison.OrdinalIgnoreCase), -1);

    static RawRecord Raw(ColumnLayout layout, TableRow row)
    {
        var raw = new RawRecord(row.Line, row.Offset) { End = row.End };
        var funding = IsShifted(layout, row) ? FundingColumn(layout) : int.MaxValue;
        var shift = row.Cells.Count - layout.Header.Count;
        if (IsNamed(layout, row)) funding = -1;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (Blank.Is(row.Cells[i]) || ColumnTable.IsAbsent(row.Cells[i])) continue;
            raw.Add(Name(i), layout.IsGuarded ? SpreadsheetCell.Unguard(row.Cells[i]) : row.Cells[i], row.Line);
        }
        return raw;

        string Name(int column)
        {
            if (column > funding && column <= funding + shift) return funding < 0 ? "row name" : $"Funding Text {column - funding + 1}";
            if (column > funding) column -= shift;
            return column < layout.Header.Count && layout.Header[column].Length > 0 ? layout.Header[column] : $"column {column + 1}";
        }
    }

    // Where a line end is lost, a record stands in the header, and is read as names of columns.
    static ProblemItem RunInto(Reading reading, TableRow header)
    {
        var text = Shown(header.Cells, 2000);
        return reading.Damaged(header.Line, $"the header looks as if a record had run into it (a line end was lost?), which is not read: {text}", $"表头像是与后面的记录连成了一行（可能丢失了换行），该记录未读取：{text}");
    }

    static bool IsRunInto(List<string> header)
    {
        var names = new HashSet<string>();
        return header.Count(cell => !Blank.Is(cell) && !names.Add(cell)) > MostTwice
            || header.Exists(cell => cell.Length > LongestName || cell.AsSpan().IndexOfAny('<', '>') >= 0 || (cell.Contains('"', StringComparison.Ordinal) && !cell.StartsWith('"')));
    }

    static string Shown(List<string> cells, int longest = 80)
    {
        var text = string.Join(" ", cells);
        return text.Length > longest ? text[..longest] + "…" : text;
    }

    [GeneratedRegex(@"^2-s2\.0-\d+$")]
    private static partial Regex Eid();
}

using ReviewKit.Text;

namespace ReviewKit.App;

/// <summary>Rows of text in aligned columns; numbers to the right, widths by grapheme.</summary>
sealed class Table(params string[] head) : System.Collections.IEnumerable
{
    readonly List<string[]> rows = [];

    public void Add(params object?[] cells) =>
        rows.Add([.. cells.Select(cell => cell is IFormattable number ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : cell?.ToString() ?? "")]);

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => rows.GetEnumerator();

    public int Count => rows.Count;

    public bool IsEmpty => rows.Count == 0;

    public void Write(TextWriter target, string indent = "")
    {
        var columns = Enumerable.Range(0, head.Length).ToList();
        var right = columns.ConvertAll(column => rows.Count > 0 && rows.All(row => IsNumber(row[column])));
        var wide = columns.ConvertAll(column => rows.Select(row => Width.Of(row[column])).Append(Width.Of(head[column])).Max());
        if (head.Any(cell => cell.Length > 0)) Line(head);
        foreach (var row in rows) Line(row);

        void Line(string[] cells) =>
            target.WriteLine((indent + string.Join("  ", columns.Select(column => Width.Pad(cells[column], wide[column], right[column])))).TrimEnd());
    }

    static bool IsNumber(string cell) => cell.Length == 0 || cell.All(c => char.IsAsciiDigit(c) || c is '.' or '%' or '-');
}

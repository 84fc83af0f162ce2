using System.Text.RegularExpressions;

namespace ReviewKit.Formats;

/// <summary>Rows of a sheet or an HTML table, in which several headers with other columns may follow each other.</summary>
sealed partial class TableSections(Reading reading)
{
    // No name of a column is as long; titles and abstracts are.
    const int LongestName = 80;
    const int FewestOfLaterHeader = 3;

    ColumnLayout? _layout;
    string? _type;

    /// <summary>Name of the sheet, kept with its records where there are several.</summary>
    public string? Sheet { get; init; }

    /// <summary>True once a header was found.</summary>
    public bool IsBegun => _layout is not null;

    /// <summary>The records and problems of one row; nothing for a header or a blank row.</summary>
    public IEnumerable<Item> Take(List<string> cells, int line, long offset, long end)
    {
        var filled = cells.Where(cell => !Blank.Is(cell)).Take(2).ToList();
        if (filled.Count == 0) return [];
        if (filled.Count > 1 && cells.TrueForAll(cell => cell.Length <= LongestName) && ColumnLayout.OfHeader(cells, '\0', reading.Columns) is var (layout, known)
            && (_layout is null || known >= FewestOfLaterHeader))
        {
            _layout = layout;
            return [];
        }
        // Wanfang names each section by the type of its documents, in a row of one cell.
        if (filled.Count == 1 && ColumnTable.TypeOf(Blank.Trim(filled[0])) is not null)
        {
            _type = Blank.Trim(filled[0]);
            return [];
        }
        if (_layout is not null && (filled.Count > 1 || cells.Count > 1)) return Records(_layout, cells, line, offset, end);
        var text = Shown(cells);
        return [reading.Problem(line, $"text between the tables: {text}", $"表格之间的文字：{text}")];
    }

    IEnumerable<Item> Records(ColumnLayout layout, List<string> cells, int line, long offset, long end)
    {
        var raw = new RawRecord(line, offset) { End = end };
        if (Sheet is not null) raw.Add("sheet", Sheet, line);
        if (_type is not null) raw.Add("资源类型", _type, line);
        for (var i = 0; i < cells.Count; i++)
        {
            if (Blank.Is(cells[i]) || ColumnTable.IsAbsent(cells[i])) continue;
            var name = i < layout.Header.Count && layout.Header[i].Length > 0 ? layout.Header[i] : $"column {i + 1}";
            var text = cells[i];
            // Excel takes pages 1-7 for the seventh of January, of the year in which the file was opened.
            if (IsoDate().Match(text) is { Success: true } date && Array.Exists(layout.PageColumns, column => column == name))
            {
                text = $"{date.Groups[1].Value}-{date.Groups[2].Value}";
                yield return reading.Problem(line, $"pages \"{cells[i]}\" are a date that a spreadsheet program made; read as {text}", $"页码“{cells[i]}”被电子表格软件改成了日期，按 {text} 读取");
            }
            raw.Add(name, text, line);
        }
        foreach (var item in reading.Items(raw, layout.Table, "\n", layout.Source)) yield return item;
    }

    static string Shown(List<string> cells)
    {
        var text = string.Join(" ", cells.Where(cell => !Blank.Is(cell)));
        return text.Length > 200 ? text[..200] + "…" : text;
    }

    [GeneratedRegex(@"^\d{4}-0?(\d{1,2})-0?(\d{1,2})$")]
    private static partial Regex IsoDate();
}

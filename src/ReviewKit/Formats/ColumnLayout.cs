using System.Text.RegularExpressions;

namespace ReviewKit.Formats;

/// <summary>How a delimited file is laid out: the delimiter, where the header is and what it means.</summary>
/// <param name="Skipped">Rows before the header: notes that some databases put there.</param>
sealed partial record ColumnLayout(char Delimiter, int Skipped, IReadOnlyList<string> Header, TagTable Table, string Format, string? Source)
{
    // The notes above a header are one or two lines.
    const int LatestHeader = 6;
    const int FewestWosTags = 5;

    /// <summary>True for a table that we wrote with a guard before cells that a spreadsheet would run.</summary>
    public bool IsGuarded { get; } = Header.Contains(RestOfRecord.Guarded);

    public bool HasQuotes => Format != "wos-tab";

    /// <summary>The best reading of the beginning of a file; null when no row is a header with a title or an abstract.</summary>
    public static ColumnLayout? Of(FileProbe probe)
    {
        ColumnLayout? best = null;
        var most = 1;
        foreach (var delimiter in "\t,;|")
        {
            using var lines = new LineReader(new MemoryStream(probe.Head), probe.Encoding);
            var rows = new DelimitedRows(lines, delimiter, quotes: true);
            for (var skipped = 0; skipped < LatestHeader && rows.Read() is { } row; skipped++)
            {
                var header = row.Cells.ConvertAll(Blank.Trim);
                while (header.Count > 0 && header[^1].Length == 0) header.RemoveAt(header.Count - 1);
                if (row.OpenQuote || Understood(header, delimiter) is not var (layout, known) || known <= most) continue;
                most = known;
                best = layout with { Skipped = skipped };
            }
        }
        return best;
    }

    static (ColumnLayout Layout, int Known)? Understood(List<string> header, char delimiter)
    {
        if (header.Count < 2) return null;
        if (delimiter == '\t' && header.Contains("PT") && header.Count(WosTable.Known.Contains) is >= FewestWosTags and var tags)
            return (new ColumnLayout(delimiter, 0, header, WosTable.Table, "wos-tab", null), tags);
        if (IsCnki(header))
            return (new ColumnLayout(delimiter, 0, header, CnkiTables.Labels, "csv", "cnki"), header.Count);
        var keys = header.ConvertAll(ColumnTable.Key);
        var fields = keys.Select(ColumnTable.FieldOf).OfType<Field>().ToList();
        if (!fields.Contains(Fields.Title) && !fields.Contains(Fields.Abstract)) return null;
        var isScopus = keys.Contains("eid") || (keys.Contains("author full names") && keys.Contains("source title"))
            || (keys.Contains("source title") && keys.Contains("cited by") && keys.Contains("link"));
        return (new ColumnLayout(delimiter, 0, header, ColumnTable.Table, isScopus ? "scopus-csv" : "csv", null), fields.Count);
    }

    /// <summary>True when the cells are CNKI's bilingual labels.</summary>
    public static bool IsCnki(IReadOnlyCollection<string> cells) =>
        cells.Count(c => c.Length > 0) >= 3 && cells.All(c => c.Length == 0 || CnkiLabel().IsMatch(c));

    [GeneratedRegex(@"^[A-Za-z]+-(?:[\u4e00-\u9fff]|DOI)")]
    private static partial Regex CnkiLabel();
}

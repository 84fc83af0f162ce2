using System.Text.RegularExpressions;

namespace ReviewKit.Formats;

/// <summary>How a table is laid out: where the header is, what it means, and in text the delimiter.</summary>
/// <param name="Skipped">Rows before the header: notes that some databases put there.</param>
sealed partial record ColumnLayout(char Delimiter, int Skipped, IReadOnlyList<string> Header, TagTable Table, string Format, string? Source)
{
    // The notes above a header are one or two lines.
    const int LatestHeader = 6;
    const int FewestWosTags = 5;

    /// <summary>True for a table that we wrote with a guard before cells that a spreadsheet would run.</summary>
    public bool IsGuarded { get; } = Header.Contains(RestOfRecord.Guarded);

    public bool HasQuotes => Format != "wos-tab";

    /// <summary>Columns with a range of pages.</summary>
    public string[] PageColumns => field ??= [.. Header.Where(name => Table.Rows.FirstOrDefault(row => row.Tag == Table.Key(name))?.Field == Fields.Pages)];

    /// <summary>R writes \" inside a quoted cell.</summary>
    public bool HasEscapes => Format == "bibliometrix";

    /// <summary>The best reading of the beginning of a file; null when no row is a header with a title or an abstract.</summary>
    /// <param name="columns">What the user says of columns with names of their own.</param>
    public static ColumnLayout? Of(FileProbe probe, ColumnMap? columns = null)
    {
        ColumnLayout? best = null;
        var most = 1;
        foreach (var delimiter in "\t,;|")
        {
            using var lines = new LineReader(new MemoryStream(probe.Head), probe.Encoding);
            var rows = new DelimitedRows(lines, delimiter, quotes: true);
            for (var skipped = 0; skipped < LatestHeader && rows.Read() is { } row; skipped++)
            {
                if (row.OpenQuote || OfHeader(row.Cells, delimiter, columns) is not var (layout, known) || known <= most) continue;
                most = known;
                best = layout with { Skipped = skipped };
            }
        }
        return best;
    }

    /// <summary>What a row means as a header, and how many of its columns are understood; null when it is none.</summary>
    public static (ColumnLayout Layout, int Known)? OfHeader(List<string> cells, char delimiter, ColumnMap? columns)
    {
        var header = cells.ConvertAll(Blank.Trim);
        while (header.Count > 0 && header[^1].Length == 0) header.RemoveAt(header.Count - 1);
        if (header.Count < 2) return null;
        if (BibliometrixTable.Has(header)) return (new ColumnLayout(delimiter, 0, header, BibliometrixTable.Table, "bibliometrix", null), header.Count(WosTable.Known.Contains));
        if (header.Contains("PT") && header.Contains("TI") && header.Count(WosTable.Known.Contains) is >= FewestWosTags and var tags)
            return (new ColumnLayout(delimiter, 0, header, WosTable.Table, delimiter == '\t' ? "wos-tab" : "csv", "wos"), tags);
        if (IsCnki(header))
            return (new ColumnLayout(delimiter, 0, header, CnkiTables.Labels, "csv", "cnki"), header.Count);
        return OfNames(header, delimiter, columns);
    }

    static (ColumnLayout Layout, int Known)? OfNames(List<string> header, char delimiter, ColumnMap? columns)
    {
        var keys = header.ConvertAll(ColumnTable.Key);
        var mapped = columns?.Pairs.Where(pair => keys.Contains(ColumnTable.Key(pair.Column))).ToList() ?? [];
        var fields = keys.Select(ColumnTable.FieldOf).OfType<Field>().ToList();
        var rows = mapped.Select(pair => ColumnTable.RowFor(pair.Field, pair.Column)).OfType<TagRow>().ToArray();
        fields.AddRange(rows.Select(row => row.Field));
        if (!fields.Contains(Fields.Title) && !fields.Contains(Fields.Abstract) && !fields.Contains(Fields.TranslatedTitle)) return null;
        if (rows.Length == 0 && mapped.Count == 0 && WosColumns.Are(keys)) return (new ColumnLayout(delimiter, 0, header, WosColumns.Table, "csv", "wos"), fields.Count);
        var kind = Array.Find(ColumnKinds.All, known => known.Is(keys));
        // A list that has its titles in one language only, and calls them English.
        if (!fields.Contains(Fields.Title) && fields.Contains(Fields.TranslatedTitle))
            rows = [.. rows, .. keys.Where(key => ColumnTable.FieldOf(key) == Fields.TranslatedTitle).Select(key => new TagRow(key, Fields.Title))];
        var types = mapped.Where(pair => pair.Field == "type").Select(pair => ColumnTable.Key(pair.Column)).ToArray();
        var table = rows.Length + types.Length > 0 ? ColumnTable.With([.. rows, .. kind?.Rows ?? []], types, kind?.Type) : kind?.Table ?? ColumnTable.Table;
        return (new ColumnLayout(delimiter, 0, header, table, IsScopus(keys) ? "scopus-csv" : "csv", kind?.Source), fields.Count);
    }

    static bool IsScopus(List<string> keys) =>
        keys.Contains("eid") || (keys.Contains("author full names") && keys.Contains("source title"))
        || (keys.Contains("source title") && keys.Contains("cited by") && keys.Contains("link"));

    /// <summary>True when the cells are CNKI's bilingual labels.</summary>
    public static bool IsCnki(IReadOnlyCollection<string> cells) =>
        cells.Count(c => c.Length > 0) >= 3 && cells.All(c => c.Length == 0 || CnkiLabel().IsMatch(c));

    [GeneratedRegex(@"^[A-Za-z]+-(?:[\u4e00-\u9fff]|DOI)")]
    private static partial Regex CnkiLabel();
}

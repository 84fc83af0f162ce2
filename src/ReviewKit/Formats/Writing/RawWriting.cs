using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>From a record to the tags of a file, by the table that reads them, run backwards.</summary>
sealed record RawWriting(Func<Record, TagTable> Table, string Format)
{
    // A sheet's cell holds no more; spreadsheets call a workbook with a longer one damaged.
    public const int LongestCell = 32_767;

    /// <summary>Formats whose own unknown tags this one can take over.</summary>
    public IReadOnlySet<string> Family { get; init; } = new HashSet<string>();

    /// <summary>The table by which the file will be read, where that hangs on what is in it.</summary>
    public Func<RawRecord, TagTable>? ReadAs { get; init; }

    /// <summary>What the reader makes of the fields once they are printed, for files that are no lines of tags; null where it is the fields as they are.</summary>
    public Func<RawRecord, RawRecord>? Printed { get; init; }

    /// <summary>True for tags that the file can have.</summary>
    public Func<string, bool> IsTag { get; init; } = _ => true;

    /// <summary>True where a list is one value with separators in it, as in a cell.</summary>
    public bool JoinsLists { get; init; }

    /// <summary>True where the values of a list are lines under one tag.</summary>
    public bool StacksLists { get; init; }

    /// <summary>True where a value may have line ends in it, as in a quoted cell.</summary>
    public bool HoldsLines { get; init; }

    /// <summary>What stands between the lines of a long text when it is read; null where only one line can be written.</summary>
    public string? Paragraph { get; init; } = "\n";

    /// <summary>Takes out of a value what no such file can hold.</summary>
    public Func<string, string> Clean { get; init; } = CleanText.Of;

    /// <summary>True for a value that the reader takes for none, "NA" in a cell.</summary>
    public Func<string, bool> IsAbsent { get; init; } = _ => false;

    /// <summary>The name of the column for whatever the others do not hold; null where there is none.</summary>
    public string? Rest { get; init; }

    /// <summary>Characters of a value, beyond which it is cut.</summary>
    public int Longest { get; init; } = int.MaxValue;

    /// <summary>The record as the file will have it, and what is read from that.</summary>
    public (RawRecord Raw, Record ReadBack) Of(Record record, CitationKeys keys)
    {
        var isOwn = Family.Contains(record.Format);
        var table = Table(record);
        var raw = new RawRecord(1, 0);
        foreach (var (tag, value) in table.Opening(record, isOwn, keys)) Add(raw, tag, value);
        var opening = raw.Fields.Select(f => f.Tag).ToHashSet();
        foreach (var (row, _) in Chosen(table, table.Kind(raw), record, isOwn))
            if (!(isOwn && SaysDate(row, record))) AddRow(raw, row, record);
        if (table.SourceTag is { } named && record.Source != "other" && !(isOwn && record.Other.ContainsKey(named)) && !opening.Contains(named)) Add(raw, named, Origin.NameOf(record.Source));
        if (isOwn)
        {
            foreach (var (tag, values) in record.Other)
                if (IsTag(tag) && !opening.Contains(tag) && tag != TaggedLines.Untagged) AddOther(raw, table, tag, values);
        }
        var readBack = Read(raw, table);
        if (Rest is null) return (raw, readBack);
        var missing = RecordFields.Missing(record, readBack).Select(m => m.Field).ToList();
        if (missing.Count == 0)
        {
            // A row without a cell would be no record.
            if (raw.Fields.Count == 0) raw.Add(Rest, "{}", 1);
            return (raw, readBack);
        }
        // Cited references alone can be longer than a cell of a workbook: then what is longest stays out, and is counted as lost.
        for (var rest = RestOfRecord.Of(record, missing); missing.Count > 0; missing.Remove(Longer(record, missing)), rest = RestOfRecord.Of(record, missing))
        {
            if (rest.Length > Longest) continue;
            raw.Add(Rest, rest, 1);
            break;
        }
        return (raw, Read(raw, table));
    }

    Record Read(RawRecord raw, TagTable table) => Reading.Understand(Printed?.Invoke(raw) ?? raw, ReadAs?.Invoke(raw) ?? table, Paragraph ?? " ", Format).Record;

    static string Longer(Record record, List<string> fields) => fields.MaxBy(f => RestOfRecord.Of(record, [f]).Length)!;

    /// <summary>One row for each field: the best of those that hold for the type, and of their tags the one that no tag taken over from the source would overrule.</summary>
    static IEnumerable<TagTable.Ranked> Chosen(TagTable table, RecordKind kind, Record record, bool isOwn)
    {
        var rows = table.For(kind);
        var chosen = new Dictionary<Field, TagTable.Ranked>();
        foreach (var ranked in rows.Values.OrderBy(r => r.Rank))
        {
            if (ranked.Row.Written is not null) continue;
            var isBetter = !chosen.TryGetValue(ranked.Row.Field, out _) && !ranked.Row.IsOnlyRead;
            if (isBetter) chosen[ranked.Row.Field] = ranked;
        }
        if (isOwn)
        {
            foreach (var tag in record.Other.Keys)
                if (rows.TryGetValue(tag, out var ranked) && ranked.Row.Written is null && chosen.TryGetValue(ranked.Row.Field, out var other) && ranked.Rank < other.Rank)
                    chosen[ranked.Row.Field] = ranked;
        }
        return rows.Values.Where(r => r.Row.Written is not null).Concat(chosen.Values).OrderBy(r => r.Rank);
    }

    /// <summary>True when the source's own words for the date, taken over, say it already: "JAN-FEB".</summary>
    static bool SaysDate(TagRow row, Record record) => row.Field == Fields.Date && record.Other.TryGetValue(row.Tag, out var own)
        && (PartialDate.Parse(own[0], record.Year) == record.Date || (record.Date is null && row.Written is null));

    void AddRow(RawRecord raw, TagRow row, Record record)
    {
        var values = (row.Written ?? row.Field.Get)(record).Where(v => !Blank.Is(v)).Select(row.Form.Coded).ToList();
        if (values.Count == 0) return;
        if (row.Field.Kind != FieldKind.List) Add(raw, row.Tag, values[0]);
        else if (JoinsLists || (row.IsWrapped && row.Form.Joiner is not null)) Add(raw, row.Tag, Joined(row.Form, values));
        else if (StacksLists) Add(raw, row.Tag, string.Join('\n', values.Select(OneLine)));
        else
            foreach (var value in values) Add(raw, row.Tag, OneLine(value));
    }

    void AddOther(RawRecord raw, TagTable table, string tag, List<string> values)
    {
        var isStack = StacksLists && table.Rows.Any(r => r.Tag == tag && r.Field.Kind == FieldKind.List && !r.IsWrapped);
        if (isStack) Add(raw, tag, string.Join('\n', values.Select(OneLine)));
        else
            foreach (var value in values) Add(raw, tag, table.Coded(value));
    }

    void Add(RawRecord raw, string tag, string value)
    {
        value = Clean(value);
        if (IsAbsent(Blank.Trim(value))) return;
        if (value.Length > Longest) value = value[..(char.IsHighSurrogate(value[Longest - 1]) ? Longest - 1 : Longest)];
        if (HoldsLines)
        {
            raw.Add(tag, value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), 1);
            return;
        }
        if (Paragraph is null || value.AsSpan().IndexOfAny('\n', '\r') < 0)
        {
            raw.Add(tag, OneLine(value), 1);
            return;
        }
        var lines = value.ReplaceLineEndings("\n").Split('\n');
        raw.Add(tag, lines[0], 1);
        foreach (var line in lines.Skip(1)) raw.Continue(line);
    }

    static string Joined(Form form, List<string> values)
    {
        var joiner = form.Joiner ?? "; ";
        var text = string.Join(joiner, values.Select(OneLine));
        // A lone "Smith, John" is one value only with a semicolon behind it.
        return values.Count == 1 && joiner == "; " && form.Split(text).Take(2).Count() > 1 ? text + ";" : text;
    }

    static string OneLine(string value) => value.AsSpan().IndexOfAny('\n', '\r') < 0 ? value : value.ReplaceLineEndings(" ");
}

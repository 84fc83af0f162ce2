using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>Excel workbooks (.xlsx) of records: one sheet, a row a record.</summary>
static class WorkbookFile
{
    // Sorting by them must count, not spell.
    static readonly HashSet<string> Numbers = ["year", "times cited"];

    public static Action<IEnumerable<(Record Record, RawRecord Raw)>, Stream, WriteOptions> Of(Columns columns) => (records, stream, _) =>
    {
        string[] keys = [.. columns.All.Select(c => c.Key), RestOfRecord.Plain];
        Sheet.Write(stream, "records", [.. columns.All.Select(c => c.Header), RestOfRecord.Plain], records.Select(record => keys.Select(record.Raw.First)),
            [.. Enumerable.Range(0, keys.Length).Where(column => Numbers.Contains(keys[column]))]);
    };
}

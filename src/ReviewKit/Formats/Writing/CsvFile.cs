using System.Text;
using CsvHelper;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Comma-separated tables (RFC 4180).</summary>
static class CsvFile
{
    /// <summary>With the mark by which Excel knows UTF-8, cells guarded unless the options say otherwise, and the column for the rest.</summary>
    public static Action<IEnumerable<(Record Record, RawRecord Raw)>, Stream, WriteOptions> ForPeople(Columns columns) => (records, stream, options) =>
        Print(columns, records, stream, options.Guard ? RestOfRecord.Guarded : RestOfRecord.Plain, options.Guard ? SpreadsheetCell.GuardReversibly : text => text, hasMark: true);

    public static Action<IEnumerable<(Record Record, RawRecord Raw)>, Stream, WriteOptions> ForPrograms(Columns columns) => (records, stream, _) =>
        Print(columns, records, stream, null, text => text, hasMark: false);

    static void Print(Columns columns, IEnumerable<(Record Record, RawRecord Raw)> records, Stream stream, string? rest, Func<string, string> cell, bool hasMark)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(hasMark), 1 << 16, leaveOpen: true);
        using var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" });
        string[] headers = [.. columns.All.Select(c => c.Header), .. rest is null ? Array.Empty<string>() : [rest]];
        string[] keys = [.. columns.All.Select(c => c.Key), .. rest is null ? Array.Empty<string>() : [RestOfRecord.Plain]];
        csv.WriteRecord(headers);
        foreach (var (_, raw) in records) csv.WriteRecord(keys.Select(key => raw.First(key) is { } value ? cell(value) : "").ToArray());
    }
}

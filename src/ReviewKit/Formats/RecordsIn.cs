using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>The records in an answer that is in memory, read as a file of its format would be.</summary>
static class RecordsIn
{
    /// <param name="bytes">UTF-8.</param>
    /// <param name="format">Name of a format of text.</param>
    public static IReadOnlyList<Record> Of(byte[] bytes, string format)
    {
        if (bytes.Length == 0) return [];
        using var reading = new Reading("", format, FileProbe.Of(() => new MemoryStream(bytes)), null, new MemoryStream(bytes));
        return [.. FormatTable.Find(format)!.Reader(reading).OfType<RecordItem>().Select(item => item.Record)];
    }
}

using System.Text;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>Records as they are, one JSON object a line.</summary>
static class JsonLines
{
    public static void Print(IEnumerable<(Record Record, RawRecord Raw)> records, Stream stream, WriteOptions options)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        foreach (var (record, _) in records) text.WriteLine(RecordJson.Write(record));
    }
}

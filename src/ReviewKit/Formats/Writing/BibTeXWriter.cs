using System.Text;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>BibTeX entries, a field a line; the values are in LaTeX already.</summary>
static class BibTeXWriter
{
    public static void Print(IEnumerable<(Record Record, RawRecord Raw)> records, Stream stream, WriteOptions options)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = options.NewLine };
        foreach (var (_, raw) in records)
        {
            text.WriteLine($"@{raw.First(BibTeXReader.EntryType)}{{{raw.First(BibTeXReader.EntryKey)},");
            foreach (var field in raw.Fields)
            {
                if (field.Tag is BibTeXReader.EntryType or BibTeXReader.EntryKey) continue;
                text.Write($"  {field.Tag} = {{");
                text.Write(field.Joined("\n").Replace("\n", options.NewLine, StringComparison.Ordinal));
                text.WriteLine("},");
            }
            text.WriteLine("}");
            text.WriteLine();
        }
    }

    public static bool IsTag(string tag) =>
        tag.Length is > 0 and < 60 && tag is not (BibTeXReader.EntryType or BibTeXReader.EntryKey) && tag.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-' or '.' or ':' or '+');
}

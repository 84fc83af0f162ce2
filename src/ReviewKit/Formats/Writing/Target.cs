using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>A file format or a program that records can be written for.</summary>
public sealed record Target
{
    internal Target(string name, Message title, string extension, string format)
    {
        Name = name;
        Title = title;
        Extension = extension;
        Format = format;
    }

    /// <summary>As it is given to --to.</summary>
    public string Name { get; }

    public Message Title { get; }

    /// <summary>The usual ending of such a file, with the dot.</summary>
    public string Extension { get; }

    /// <summary>Name of the <see cref="ReviewKit.Formats.Format"/> that reads such a file.</summary>
    public string Format { get; }

    /// <summary>The record as the file has it, and back.</summary>
    internal RawWriting? Raw { get; init; }

    internal Action<IEnumerable<(Record Record, RawRecord Raw)>, Stream, WriteOptions> Print { get; init; } = (_, _, _) => { };

    /// <summary>Writes the records one after the other, without holding them; each is read back from what is written, and what is not the same is counted.</summary>
    /// <remarks>The stream stays open. Equal records give equal bytes.</remarks>
    public Written Write(IEnumerable<Record> records, Stream stream, WriteOptions? options = null)
    {
        var written = new Written();
        var keys = new CitationKeys();
        Print(records.Select(record => (record, Of(record, written, keys))), stream, options ?? new WriteOptions());
        return written;
    }

    RawRecord Of(Record record, Written written, CitationKeys keys)
    {
        if (Raw is null)
        {
            written.AddWhole();
            return new RawRecord(1, 0);
        }
        var (raw, readBack) = Raw.Of(record, keys);
        written.Add(record, readBack);
        return raw;
    }

    public override string ToString() => Name;
}

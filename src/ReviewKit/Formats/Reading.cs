using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>One reading of one file: its lines, and the making of items from what they hold.</summary>
sealed class Reading(string file, string format, FileProbe probe, string? source, Stream stream) : IDisposable
{
    readonly TextEncoding _encoding = probe.Encoding;

    public LineReader Lines { get; } = new(stream, probe.Encoding);

    /// <summary>The text in pieces of about a megabyte, from the beginning of the file; asked for instead of <see cref="Lines"/>, or once more.</summary>
    public TextWindow Window()
    {
        stream.Position = 0;
        return new TextWindow(this, new LineReader(stream, _encoding, piece: 1 << 20));
    }

    public FileProbe Probe => probe;

    public string File => file;

    /// <summary>The bytes, for formats that are no text.</summary>
    public Stream Bytes => stream;

    /// <summary>What the user says of columns with names of their own.</summary>
    public ColumnMap? Columns { get; init; }

    /// <summary>True where the bytes of a record are not bytes of the file: it is packed.</summary>
    public bool IsPacked { get; init; }

    public TextEncoding Encoding => _encoding;

    public void Dispose() => Lines.Dispose();

    public ProblemItem Problem(int line, string en, string zh) => new(new Problem(file, line, new Message(en, zh)));

    /// <summary>A problem that fetching the file again would mend.</summary>
    public ProblemItem Damaged(int line, string en, string zh) => new(new Problem(file, line, new Message(en, zh), IsDamage: true));

    /// <summary>The problem of a damaged line; null for a sound one.</summary>
    public ProblemItem? Damage(Line line) => line.Damage switch
    {
        LineDamage.BrokenBytes => Damaged(line.Number,
            $"bytes that are no {_encoding.Name} text; each is shown as \uFFFD",
            $"含有不属于 {_encoding.Name} 的字节，均以 \uFFFD 代替"),
        LineDamage.TooLong => Problem(line.Number,
            $"line of {line.Length >> 20} MB is longer than {LineReader.Longest >> 20} MB; left out: \"{line.Text[..Math.Min(40, line.Text.Length)]}…\"",
            $"该行长 {line.Length >> 20} MB，超过 {LineReader.Longest >> 20} MB，已略过：“{line.Text[..Math.Min(40, line.Text.Length)]}…”"),
        _ => null,
    };

    /// <summary>The record that a raw record stands for, then what was odd about it.</summary>
    /// <param name="hint">The source that the file's layout speaks for, where the record itself does not say.</param>
    public IEnumerable<Item> Items(RawRecord raw, TagTable table, string paragraph, string? hint = null)
    {
        var draft = Understand(raw, table, paragraph, format, source, hint);
        var record = draft.Record;
        record.File = file;
        record.Line = raw.Line;
        record.Encoding = _encoding.Name;
        yield return IsPacked ? new RecordItem(record, 0, 0) : new RecordItem(record, raw.Offset, (int)Math.Min(int.MaxValue, raw.End - raw.Offset));
        if (raw.IsCut)
            yield return Problem(raw.Line,
                "the record is larger than any real one (record ends are missing?); what follows its first 16 MB is left out",
                "该记录大于任何真实记录（可能缺少记录结束标志），超出 16 MB 的部分已略过");
        foreach (var (line, said) in draft.Troubles) yield return new ProblemItem(new Problem(file, line, said));
    }

    /// <summary>The record in a raw one, all of it but the place it was read from.</summary>
    public static Draft Understand(RawRecord raw, TagTable table, string paragraph, string format, string? source = null, string? hint = null)
    {
        var draft = Mapping.Fill(raw, table, paragraph);
        var record = draft.Record;
        record.Format = format;
        table.InOrder(raw, record);
        Finishing.Complete(record);
        record.Source = source ?? Origin.Of(record, hint);
        Finishing.OfSource(record);
        if (draft.Rest is { } rest) RestOfRecord.PutBack(record, rest);
        return draft;
    }

    /// <summary>A record that was read as it is, without a table.</summary>
    public RecordItem Item(Record record, RawRecord raw)
    {
        record.File = file;
        record.Line = raw.Line;
        record.Encoding = _encoding.Name;
        record.Format = format;
        if (source is not null) record.Source = source;
        return new RecordItem(record, raw.Offset, (int)Math.Min(int.MaxValue, raw.End - raw.Offset));
    }
}

using System.Security.Cryptography;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>A file about to be read: its encoding and format are known, its records are not in memory.</summary>
public sealed class SourceFile
{
    readonly string? _source;
    readonly FileProbe _probe;
    readonly SourceBytes _bytes;

    SourceFile(string name, Format format, FileProbe probe, SourceBytes bytes, string? source)
    {
        (Name, Format, _probe, _bytes, _source) = (name, format, probe, bytes, source);
        (Sha256, Length) = (probe.Sha256, probe.Length);
    }

    /// <summary>How the file is called in records and problems; an entry of an archive as archive!entry.</summary>
    public string Name { get; }

    /// <summary>Of a zip archive zip; its records have the formats of its entries.</summary>
    public Format Format { get; }

    /// <summary>utf-8, gb18030, windows-1252, utf-16le or utf-16be; binary for workbooks and archives.</summary>
    public string Encoding => _probe.Encoding.Name;

    /// <summary>Lower-case hex, of the bytes that <see cref="OpenBytes"/> gives.</summary>
    public string Sha256 { get; private init; }

    /// <summary>In bytes.</summary>
    public long Length { get; private init; }

    /// <summary>What the user says of columns with names of their own.</summary>
    public ColumnMap? Columns { get; private init; }

    // Of a zip archive that is read as a whole.
    IReadOnlyList<SourceEntry>? Entries { get; init; }

    /// <summary>Recognises encoding and format from the content; the whole file is passed over once.</summary>
    /// <param name="name">How the file is called in records and problems: a relative path with "/".</param>
    /// <param name="format">null to recognise it.</param>
    /// <param name="source">The database, for every record; null to take what each record says.</param>
    /// <param name="columns">What the columns of a table mean whose names are not known; null for none.</param>
    /// <param name="entry">One of <see cref="EntriesOf"/> of a zip archive; null for the file, of an archive for all its entries one after the other.</param>
    /// <exception cref="ReviewKitException">The file is missing, empty or binary, in a format not read yet, or in none that is known.</exception>
    public static SourceFile Open(string path, string name, Format? format = null, string? source = null, ColumnMap? columns = null, string? entry = null)
    {
        var full = entry is null ? name : $"{name}!{entry}";
        return Guarded(full, () =>
        {
            var bytes = new SourceBytes(path, full, entry);
            var beginning = bytes.Begin();
            if (ZipFiles.Is(beginning) || Workbook.IsOle(beginning)) return OpenBinary(path, name, full, bytes, beginning, source, columns);
            var probe = FileProbe.Of(bytes.Open);
            Refuse(full, probe);
            format ??= Recognise(new Head(probe) { Columns = columns }, full);
            return new SourceFile(full, format, probe, bytes, source) { Columns = columns, Sha256 = StoredHash(bytes, probe, out var length), Length = length };
        });
    }

    /// <summary>The files in a zip archive of exports, in ordinal order; empty for any other file.</summary>
    /// <exception cref="ReviewKitException">The file is missing, or a damaged archive.</exception>
    public static IReadOnlyList<string> EntriesOf(string path, string name) => Guarded(name, () =>
    {
        var bytes = new SourceBytes(path, name, null);
        if (!ZipFiles.Is(bytes.Begin())) return [];
        using var stream = bytes.OpenSeekable();
        return ZipFiles.Kind(stream, name) is (false, null) ? ZipFiles.Names(stream, name) : [];
    });

    /// <summary>The bytes of the file, or of the entry of its archive, as they are stored there.</summary>
    public Stream OpenBytes() => Guarded(Name, _bytes.OpenStored);

    /// <summary>Records and problems in file order, streamed; each record's File, Line, Encoding, Format and Source are filled, its Id is left empty.</summary>
    /// <exception cref="ReviewKitException">The file cannot be opened any more.</exception>
    public IEnumerable<Item> Read()
    {
        if (Entries is not null) return Entries.SelectMany(entry => entry.Read());
        return ReadOne();
    }

    IEnumerable<Item> ReadOne()
    {
        var isBinary = Encoding == "binary";
        var stream = Guarded(Name, () => isBinary ? _bytes.OpenSeekable() : _bytes.Open());
        using var reading = new Reading(Name, Format.Name, _probe, _source, stream) { Columns = Columns, IsPacked = isBinary || _bytes.IsPacked };
        foreach (var item in Format.Reader(reading)) yield return item;
        if (stream is UnpackedStream { IsDamaged: true })
            yield return reading.Damaged(0, "the packed file breaks off or its checksum is wrong; read as far as it goes", "压缩文件不完整或校验错误，按已有内容读取");
    }

    static SourceFile OpenBinary(string path, string name, string full, SourceBytes bytes, byte[] beginning, string? source, ColumnMap? columns)
    {
        using var stream = bytes.OpenSeekable();
        var probe = new FileProbe(Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length, TextEncoding.Binary(), beginning);
        var kind = ZipFiles.Is(beginning) ? ZipFiles.Kind(stream, full) : (true, null);
        if (kind.Document is { } document) throw NotYet(full, document);
        if (kind.IsWorkbook && ZipFiles.Is(beginning)) Workbook.CheckSize(stream, full);
        if (!kind.IsWorkbook && bytes.IsPacked) throw NotYet(full, new Message("a zip archive inside another file", "压缩文件中的 zip 压缩文件"));
        var format = FormatTable.Find(!kind.IsWorkbook ? "zip" : ZipFiles.Is(beginning) ? "xlsx" : "xls")!;
        return new SourceFile(full, format, probe, bytes, source)
        {
            Columns = columns,
            Sha256 = StoredHash(bytes, probe, out var length),
            Length = length,
            Entries = kind.IsWorkbook ? null : [.. ZipFiles.Names(stream, name).Select(entry => new SourceEntry(path, name, entry, source, columns))],
        };
    }

    // A gzip file is known by its own bytes, not by what is in it, so that it can be given back.
    static string StoredHash(SourceBytes bytes, FileProbe probe, out long length)
    {
        length = probe.Length;
        if (!bytes.IsPacked) return probe.Sha256;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = bytes.OpenStored();
        var buffer = new byte[1 << 16];
        length = 0;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            length += read;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static void Refuse(string name, FileProbe probe)
    {
        if (probe.Length == 0 || Blank.Is(new Head(probe).First) && probe.Length <= probe.Head.Length)
            throw new ReviewKitException($"{name} is empty", $"{name} 是空文件");
        if (NotYetRead.OfBytes(probe.Head) is { } binary) throw NotYet(name, binary);
        if (probe.Encoding.Unit == 1 && IsBinary(probe.Head))
            throw new ReviewKitException($"{name} is not text: it holds bytes that no export file has", $"{name} 不是文本文件：含有导出文件中不会出现的字节");
    }

    static Format Recognise(Head head, string name)
    {
        // Formats first: an EndNote file may begin with web page junk that looks like XML.
        if (FormatTable.Recognise(head) is { } format) return format;
        if (NotYetRead.OfText(head) is { } other) throw NotYet(name, other);
        throw new ReviewKitException(
            $"{name} is in no format that is known here; name one with --format, say with --map what its columns mean, or save it as a CSV with the columns title, authors, year, abstract",
            $"无法识别 {name} 的格式；请用 --format 指定，用 --map 说明各列的含义，或另存为带有题名、作者、年、摘要等列名的 CSV");
    }

    static ReviewKitException NotYet(string name, Message title) =>
        new($"{name} is {title.En}, which is not read yet", $"{name} 是 {title.Zh}，目前尚不能读取");

    static T Guarded<T>(string name, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw error is FileNotFoundException or DirectoryNotFoundException
                ? new(new Message($"{name} does not exist", $"{name} 不存在"), error)
                : new ReviewKitException(new Message($"{name} cannot be read: {error.Message}", $"无法读取 {name}：{error.Message}"), error);
        }
    }

    // Text has tabs and line ends below the blank, hardly anything else.
    static bool IsBinary(ReadOnlySpan<byte> head)
    {
        var odd = 0;
        foreach (var b in head)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1A or 0x1B)) odd++;
        return odd * 200 > head.Length;
    }
}

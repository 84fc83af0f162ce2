using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>A file about to be read: its encoding and format are known, its records are not in memory.</summary>
public sealed class SourceFile
{
    readonly string _path;
    readonly string? _source;
    readonly FileProbe _probe;

    SourceFile(string path, string name, string? source, FileProbe probe, Format format)
    {
        _path = path;
        _source = source;
        _probe = probe;
        Name = name;
        Format = format;
    }

    /// <summary>How the file is called in records and problems.</summary>
    public string Name { get; }

    public Format Format { get; }

    /// <summary>utf-8, gb18030, windows-1252, utf-16le or utf-16be.</summary>
    public string Encoding => _probe.Encoding.Name;

    /// <summary>Lower-case hex, of the bytes of the file.</summary>
    public string Sha256 => _probe.Sha256;

    /// <summary>In bytes.</summary>
    public long Length => _probe.Length;

    /// <summary>Recognises encoding and format from the content; the whole file is passed over once.</summary>
    /// <param name="name">How the file is called in records and problems: a relative path with "/".</param>
    /// <param name="format">null to recognise it.</param>
    /// <param name="source">The database, for every record; null to take what each record says.</param>
    /// <exception cref="ReviewKitException">The file is missing, empty or binary, in a format not read yet, or in none that is known.</exception>
    public static SourceFile Open(string path, string name, Format? format = null, string? source = null)
    {
        var probe = Probe(path, name);
        if (probe.Length == 0 || Blank.Is(new Head(probe).First) && probe.Length <= probe.Head.Length)
            throw new ReviewKitException($"{name} is empty", $"{name} 是空文件");
        if (NotYetRead.OfBytes(probe.Head) is { } binary) throw NotYet(name, binary);
        if (probe.Encoding.Unit == 1 && IsBinary(probe.Head))
            throw new ReviewKitException($"{name} is not text: it holds bytes that no export file has", $"{name} 不是文本文件：含有导出文件中不会出现的字节");
        format ??= Recognise(new Head(probe), name);
        return new SourceFile(path, name, source, probe, format);
    }

    /// <summary>Records and problems in file order, streamed; each record's File, Line, Encoding, Format and Source are filled, its Id is left empty.</summary>
    /// <exception cref="ReviewKitException">The file cannot be opened any more.</exception>
    public IEnumerable<Item> Read()
    {
        using var reading = new Reading(Name, Format.Name, _probe, _source, Stream(_path, Name));
        foreach (var item in Format.Reader(reading)) yield return item;
    }

    static Format Recognise(Head head, string name)
    {
        // Formats first: an EndNote file may begin with web page junk that looks like XML.
        if (FormatTable.Recognise(head) is { } format) return format;
        if (NotYetRead.OfText(head) is { } other) throw NotYet(name, other);
        throw new ReviewKitException(
            $"{name} is in no format that is known here; name one with --format, or save it as a CSV with the columns title, authors, year, abstract",
            $"无法识别 {name} 的格式；请用 --format 指定，或另存为带有题名、作者、年、摘要等列名的 CSV");
    }

    static ReviewKitException NotYet(string name, Message title) =>
        new($"{name} is {title.En}, which is not read yet", $"{name} 是 {title.Zh}，目前尚不能读取");

    static FileProbe Probe(string path, string name)
    {
        try
        {
            return FileProbe.Of(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CannotOpen(name, error);
        }
    }

    static FileStream Stream(string path, string name)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CannotOpen(name, error);
        }
    }

    static ReviewKitException CannotOpen(string name, Exception error) => error is FileNotFoundException or DirectoryNotFoundException
        ? new(new Message($"{name} does not exist", $"{name} 不存在"), error)
        : new(new Message($"{name} cannot be read: {error.Message}", $"无法读取 {name}：{error.Message}"), error);

    // Text has tabs and line ends below the blank, hardly anything else.
    static bool IsBinary(ReadOnlySpan<byte> head)
    {
        var odd = 0;
        foreach (var b in head)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1A or 0x1B)) odd++;
        return odd * 200 > head.Length;
    }
}

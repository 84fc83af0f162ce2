using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Zip archives of export files. Nothing is written to disk, and archives inside archives stay closed.</summary>
static class ZipFiles
{
    const int MostEntries = 5000;
    const int MostDirectoryBytes = 16 << 20;

    static readonly (string Entry, string En, string Zh)[] Documents =
    [
        ("word/document.xml", "a Word document", "Word 文档"), ("ppt/presentation.xml", "a PowerPoint file", "PowerPoint 文件"), ("content.xml", "an OpenDocument file", "OpenDocument 文件"),
        ("xl/workbook.bin", "a binary Excel workbook (.xlsb)", "二进制 Excel 工作簿（.xlsb）"), ("project.qde", "a REFI-QDA project", "REFI-QDA 项目"),
    ];

    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8);

    /// <summary>What a file that begins as a zip archive is: a workbook, another document of one program, or an archive.</summary>
    /// <exception cref="ReviewKitException">The archive is damaged, or has more entries than one of exports.</exception>
    public static (bool IsWorkbook, Message? Document) Kind(Stream stream, string name) => Guarded(name, () =>
    {
        using var archive = Open(stream, name);
        var names = archive.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Contains("xl/workbook.xml")) return (true, (Message?)null);
        var document = Array.Find(Documents, known => names.Contains(known.Entry));
        return (false, document.Entry is null ? null : new Message(document.En, document.Zh));
    });

    /// <summary>The files in an archive, in ordinal order of their names: hidden files and what operating systems leave are passed over.</summary>
    /// <returns>Names with "/"; a name that occurs twice is followed by its position.</returns>
    public static IReadOnlyList<string> Names(Stream stream, string name) => Guarded(name, () =>
    {
        using var archive = Open(stream, name);
        return (IReadOnlyList<string>)[.. Named(archive).Select(pair => pair.Name).Where(IsExport).Order(StringComparer.Ordinal)];
    });

    /// <summary>The bytes of one entry; the stream given is closed with it.</summary>
    public static Stream OpenEntry(Stream stream, string name, string entry) => Guarded(name, () =>
    {
        var archive = Open(stream, name);
        var found = Named(archive).FirstOrDefault(pair => pair.Name == entry).Entry
            ?? throw new ReviewKitException($"{name} has no entry {entry}", $"{name} 中没有 {entry}");
        if (found.IsEncrypted) throw new ReviewKitException($"{name}!{entry} is locked with a password; unpack it first", $"{name}!{entry} 有密码；请先解压");
        var packed = Math.Min(found.CompressedLength, stream.Length);
        return new UnpackedStream(found.Open(), () => packed, $"{name}!{entry}", archive, stream);
    });

    static T Guarded<T>(string name, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new ReviewKitException(new Message($"{name} is a damaged zip archive: {error.Message}", $"{name} 是损坏的 zip 压缩文件：{error.Message}"), error);
        }
    }

    static ZipArchive Open(Stream stream, string name)
    {
        if (DirectoryOf(stream) is not var (entries, bytes)) throw new InvalidDataException("its directory is missing");
        // The directory is read into memory as a whole.
        if (entries > MostEntries || bytes > MostDirectoryBytes)
            throw new ReviewKitException($"{name} has {entries} entries, more than {MostEntries}; unpack it and import the folder", $"{name} 有 {entries} 个文件，超过 {MostEntries} 个；请解压后导入文件夹");
        stream.Position = 0;
        return new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, Encoding.Latin1);
    }

    /// <summary>Entries and bytes of the directory as the end record says (APPNOTE 4.3.16), which stands in the last 65,557 bytes.</summary>
    static (long Entries, long Bytes)? DirectoryOf(Stream stream)
    {
        var tail = new byte[Math.Min(stream.Length, 65_557)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + 22 > tail.Length) return null;
        return (BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10)), BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12)));
    }

    static IEnumerable<(string Name, ZipArchiveEntry Entry)> Named(ZipArchive archive)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var position = 0;
        foreach (var entry in archive.Entries)
        {
            position++;
            var name = Decoded(entry.FullName).Replace('\\', '/');
            if (name.EndsWith('/')) continue;
            yield return (seen.Add(name) ? name : FormattableString.Invariant($"{name}#{position}"), entry);
        }
    }

    // Without the flag for UTF-8 Chinese Windows writes GBK, whose high bytes come in pairs; the archive was opened as Latin-1 to get the bytes.
    static string Decoded(string name)
    {
        if (!name.AsSpan().ContainsAnyInRange('\u0080', '\u00ff') || name.AsSpan().ContainsAnyExceptInRange('\0', '\u00ff')) return name;
        var bytes = Encoding.Latin1.GetBytes(name);
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        var chinese = TextEncoding.Gb18030().Decoder.GetString(bytes);
        return Fold.HasHan(chinese) && !chinese.Contains('\uFFFD', StringComparison.Ordinal) ? chinese : name;
    }

    static bool IsExport(string name)
    {
        var parts = name.Split('/');
        return !Array.Exists(parts, part => part.StartsWith('.') && part is not ("." or "..")) && parts[0] != "__MACOSX" && parts[^1] is not ("Thumbs.db" or "desktop.ini")
            && !parts[^1].StartsWith("README", StringComparison.OrdinalIgnoreCase);
    }
}

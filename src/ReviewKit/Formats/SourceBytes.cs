using System.IO.Compression;

namespace ReviewKit.Formats;

/// <summary>Where the bytes of a source come from: a file as it lies there, or an entry of a zip archive; either may be packed with gzip once more.</summary>
sealed class SourceBytes(string path, string name, string? entry)
{
    // A workbook is read out of order, so one inside an archive is unpacked into memory.
    const int MostInMemory = 256 << 20;

    bool _isGzip;

    /// <summary>True where the text's bytes are not the file's.</summary>
    public bool IsPacked => entry is not null || _isGzip;

    /// <summary>The first bytes, unpacked; finds out whether there is gzip.</summary>
    public byte[] Begin()
    {
        var head = First(4096);
        if (head is not [0x1F, 0x8B, ..]) return head;
        _isGzip = true;
        return First(4096);
    }

    /// <summary>As stored: what the file's hash is of.</summary>
    public Stream OpenStored()
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
        return entry is null ? file : ZipFiles.OpenEntry(file, name[..^(entry.Length + 1)], entry);
    }

    /// <summary>Unpacked.</summary>
    public Stream Open()
    {
        var stored = OpenStored();
        return _isGzip ? new UnpackedStream(new GZipStream(stored, CompressionMode.Decompress, leaveOpen: true), () => stored.Position, name, stored) : stored;
    }

    /// <summary>Unpacked, and such that one can go back in it.</summary>
    public Stream OpenSeekable()
    {
        var stream = Open();
        if (stream.CanSeek) return stream;
        using (stream)
        {
            var memory = new MemoryStream();
            var buffer = new byte[1 << 16];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                if (memory.Length + read > MostInMemory)
                    throw new ReviewKitException($"{name} is larger than {MostInMemory >> 20} MB; unpack it first", $"{name} 超过 {MostInMemory >> 20} MB；请先解压");
                memory.Write(buffer, 0, read);
            }
            memory.Position = 0;
            return memory;
        }
    }

    byte[] First(int count)
    {
        using var stream = Open();
        var head = new byte[count];
        return head[..stream.ReadAtLeast(head, count, throwOnEndOfStream: false)];
    }
}

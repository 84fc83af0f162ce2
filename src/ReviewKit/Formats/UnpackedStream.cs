namespace ReviewKit.Formats;

/// <summary>What a packed file unpacks to, read forward and watched: a small file that grows beyond any text is refused, one that breaks off ends there.</summary>
/// <param name="packed">Bytes taken from the packed file so far, or those the entry has in it.</param>
sealed class UnpackedStream(Stream inner, Func<long> packed, string name, params IDisposable[] owned) : Stream
{
    // Exports pack 3 to 20 times; only made-up text packs 200 times.
    const long Unsuspicious = 64 << 20;
    const long HighestRatio = 200;
    const long Most = 16L << 30;

    long _count;

    /// <summary>True when the packed file ended in the middle or its checksum is wrong.</summary>
    public bool IsDamaged { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (IsDamaged) return 0;
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            IsDamaged = true;
            return 0;
        }
        _count += read;
        if (_count > Most || (_count > Unsuspicious && _count / HighestRatio > packed()))
            throw new ReviewKitException($"{name} unpacks to more than {_count >> 20} MB, which no export does; it is not read", $"{name} 解压后超过 {_count >> 20} MB，不像导出文件，未读取");
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _count; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            foreach (var one in owned) one.Dispose();
        }
        base.Dispose(disposing);
    }
}

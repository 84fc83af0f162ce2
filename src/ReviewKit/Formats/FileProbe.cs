using System.Security.Cryptography;
using System.Text;

namespace ReviewKit.Formats;

/// <summary>What one pass over all bytes of a file says: its hash, its length, its encoding, its beginning.</summary>
/// <remarks>
/// The encoding is decided over the whole file (byte order mark, strict UTF-8, GB18030, Windows-1252): an English abstract list with one
/// Chinese record at the end is common. UTF-8 with a few broken bytes stays UTF-8, so that one bad cut does not garble the rest.
/// </remarks>
sealed record FileProbe(string Sha256, long Length, TextEncoding Encoding, byte[] Head)
{
    const int HeadLength = 1 << 17;

    // In GBK text read as UTF-8 the broken sequences outnumber the accidental good ones; in damaged UTF-8 it is the other way round.
    const int GoodForOneBroken = 3;

    /// <param name="open">Gives the bytes; called again for a second pass where the first finds no UTF-8.</param>
    public static FileProbe Of(Func<Stream> open)
    {
        using var stream = open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 18];
        var head = Array.Empty<byte>();
        long length = 0, good = 0, broken = 0;
        var carried = 0;
        while (true)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(carried), buffer.Length - carried, throwOnEndOfStream: false);
            hash.AppendData(buffer, carried, read);
            length += read;
            var bytes = buffer.AsSpan(0, carried + read);
            if (head.Length == 0) head = bytes[..Math.Min(HeadLength, bytes.Length)].ToArray();
            var last = carried + read < buffer.Length;
            var used = CountUtf8(bytes, last, ref good, ref broken);
            if (last) break;
            carried = bytes.Length - used;
            bytes[used..].CopyTo(buffer);
        }
        var encoding = FromMark(head) ?? Utf16WithoutMark(head)
            ?? (broken == 0 || good >= GoodForOneBroken * broken ? TextEncoding.Utf8(0) : Legacy(open, buffer));
        return new FileProbe(Convert.ToHexStringLower(hash.GetHashAndReset()), length, encoding, head);
    }

    static TextEncoding? FromMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => TextEncoding.Utf8(3),
        [0xFF, 0xFE, ..] => TextEncoding.Utf16(false, 2),
        [0xFE, 0xFF, ..] => TextEncoding.Utf16(true, 2),
        _ => null,
    };

    // Tags and line ends are ASCII in every format, so a good part of UTF-16 text has a zero in the same half of the unit.
    static TextEncoding? Utf16WithoutMark(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
            if (head[i] == 0)
            {
                if ((i & 1) == 0) even++;
                else odd++;
            }
        if (Math.Max(even, odd) * 20 < head.Length || Math.Min(even, odd) * 20 > Math.Max(even, odd)) return null;
        return TextEncoding.Utf16(even > odd, 0);
    }

    static int CountUtf8(ReadOnlySpan<byte> bytes, bool last, ref long good, ref long broken)
    {
        var i = 0;
        while (i < bytes.Length)
        {
            if (bytes[i] < 0x80)
            {
                var ascii = bytes[i..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                if (ascii < 0) return bytes.Length;
                i += ascii;
            }
            var status = Rune.DecodeFromUtf8(bytes[i..], out _, out var used);
            if (status == System.Buffers.OperationStatus.Done) good++;
            else if (status == System.Buffers.OperationStatus.NeedMoreData && !last) return i;
            else broken++;
            i += used;
        }
        return i;
    }

    static TextEncoding Legacy(Func<Stream> open, byte[] buffer)
    {
        using var stream = open();
        long pairs = 0, dense = 0, broken = 0;
        var lead = (byte)0;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                var b = buffer[i];
                if (lead == 0)
                {
                    if (b is > 0x80 and < 0xFF) lead = b;
                    else if (b >= 0x80) broken++;
                    continue;
                }
                lead = 0;
                // 30..39 opens the second half of a four-byte character, whose third byte starts a pair of its own here.
                if (b is (>= 0x30 and <= 0x39) or (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFE)) pairs++;
                else broken++;
                if (b is >= 0x80 and <= 0xFE) dense++;
            }
        }
        // Western text can pass for GBK ("P\xE4ckert" has the pair E4 63), but its high bytes stand alone; Chinese ones come in twos.
        return pairs > 0 && broken * 20 <= pairs && dense * 2 >= pairs ? TextEncoding.Gb18030() : TextEncoding.Western();
    }
}

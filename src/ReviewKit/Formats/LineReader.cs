using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace ReviewKit.Formats;

/// <summary>What is wrong with a line: bytes that are no character of the encoding, or more bytes than a line may have.</summary>
enum LineDamage { None, BrokenBytes, TooLong }

/// <summary>One line of a file, line end left out.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Offset">Of its first byte in the file.</param>
/// <param name="Length">In bytes.</param>
readonly record struct Line(string Text, int Number, long Offset, long Length, LineDamage Damage)
{
    /// <summary>True when the next line goes on where this one stops: a long line is handed out in pieces.</summary>
    public bool IsPart { get; init; }

    public long End => Offset + Length;

    /// <summary>The byte at which a part of the text begins; inside the line also where broken bytes make the count inexact.</summary>
    public long OffsetOf(int index, TextEncoding encoding) => Math.Min(End, Offset + encoding.Decoder.GetByteCount(Text.AsSpan(0, index)));
}

/// <summary>Lines of a file by their bytes, so that a record can be found again in the file; ends at \r\n, \n and \r alike, because Web of Science mixes them.</summary>
/// <remarks>Memory does not grow with the file: a line longer than the cap is passed over, its beginning kept.</remarks>
/// <param name="piece">Bytes beyond which a line is handed out in pieces: XML and JSON put whole libraries on one line.</param>
sealed class LineReader(Stream stream, TextEncoding encoding, int longest = LineReader.Longest, int piece = int.MaxValue) : IDisposable
{
    public const int Longest = 32 << 20;

    static readonly SearchValues<char> Suspects = SearchValues.Create('\0', '\uFFFD');

    byte[] _buffer = new byte[1 << 16];
    int _start;
    int _end;
    long _offset;
    bool _isBegun;
    int _number;
    bool _atEnd;
    bool _afterReturn;

    /// <summary>True once the last line was read and nothing ended it.</summary>
    public bool EndsOpen { get; private set; }

    public bool Read(out Line line)
    {
        line = default;
        if (!_isBegun) PassMark();
        if (_afterReturn) PassFeed();
        var searched = 0;
        while (true)
        {
            var found = IndexOfEnd(_buffer.AsSpan(_start + searched, _end - _start - searched));
            if (found > longest - searched) return TakeTooLong(out line);
            if (found >= 0)
            {
                line = Take(searched + found);
                PassEnd();
                return true;
            }
            searched = _end - _start - (_end - _start) % encoding.Unit;
            if (searched > piece && LastBreak() is > 0 and var length)
            {
                line = Take(length) with { IsPart = true };
                _number--;
                return true;
            }
            if (_end - _start > longest) return TakeTooLong(out line);
            if (!_atEnd && Fill()) continue;
            if (_end == _start) return false;
            line = Take(_end - _start);
            EndsOpen = true;
            return true;
        }
    }

    public void Dispose() => stream.Dispose();

    void PassMark()
    {
        _isBegun = true;
        while (_end < encoding.Preamble && Fill()) { }
        Pass(Math.Min(_end, encoding.Preamble));
    }

    int IndexOfEnd(ReadOnlySpan<byte> bytes)
    {
        if (encoding.Unit == 1) return bytes.IndexOfAny((byte)'\n', (byte)'\r');
        var units = MemoryMarshal.Cast<byte, char>(bytes[..(bytes.Length & ~1)]);
        var found = encoding.Name == "utf-16be" ? units.IndexOfAny('\u0a00', '\u0d00') : units.IndexOfAny('\n', '\r');
        return found < 0 ? -1 : found * 2;
    }

    // After a blank, a comma or a closing bracket, which are half of no other character in any encoding read here.
    int LastBreak()
    {
        var bytes = _buffer.AsSpan(_start, _end - _start);
        if (encoding.Unit == 1) return bytes.LastIndexOfAny((byte)' ', (byte)',', (byte)'>') + 1;
        var units = MemoryMarshal.Cast<byte, char>(bytes[..(bytes.Length & ~1)]);
        var found = encoding.Name == "utf-16be" ? units.LastIndexOfAny('\u2000', '\u2c00', '\u3e00') : units.LastIndexOfAny(' ', ',', '>');
        return (found + 1) * 2;
    }

    Line Take(int length)
    {
        var bytes = _buffer.AsSpan(_start, length);
        var text = encoding.Decoder.GetString(bytes);
        var damage = LineDamage.None;
        if (text.AsSpan().ContainsAny(Suspects))
        {
            if (encoding.Unit != 1 || encoding.Name != "utf-8" || !Utf8.IsValid(bytes) || text.Contains('\0', StringComparison.Ordinal))
                damage = LineDamage.BrokenBytes;
            text = text.Replace("\0", "", StringComparison.Ordinal);
        }
        var line = new Line(text, ++_number, _offset, length, damage);
        Pass(length);
        return line;
    }

    bool TakeTooLong(out Line line)
    {
        var offset = _offset;
        var beginning = encoding.Decoder.GetString(_buffer, _start, 200 * encoding.Unit);
        while (true)
        {
            var found = IndexOfEnd(_buffer.AsSpan(_start, _end - _start));
            if (found >= 0)
            {
                Pass(found);
                break;
            }
            Pass(_end - _start);
            if (!Fill()) break;
        }
        line = new Line(beginning, ++_number, offset, _offset - offset, LineDamage.TooLong);
        PassEnd();
        return true;
    }

    void PassEnd()
    {
        if (_start >= _end) return;
        _afterReturn = UnitAt(_start) == '\r';
        Pass(Math.Min(encoding.Unit, _end - _start));
    }

    void PassFeed()
    {
        _afterReturn = false;
        if (_end - _start < encoding.Unit) Fill();
        if (_end - _start >= encoding.Unit && UnitAt(_start) == '\n') Pass(encoding.Unit);
    }

    char UnitAt(int index) => encoding.Unit == 1 || index + 1 >= _end
        ? (char)_buffer[index]
        : encoding.Name == "utf-16be" ? (char)(_buffer[index] << 8 | _buffer[index + 1]) : (char)(_buffer[index + 1] << 8 | _buffer[index]);

    void Pass(int bytes)
    {
        _start += bytes;
        _offset += bytes;
    }

    bool Fill()
    {
        if (_atEnd) return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
        return read > 0;
    }
}

namespace ReviewKit.Formats;

/// <summary>A part of the text of a file that moves on as records are taken out of it: for formats whose records are not lines.</summary>
/// <remarks>Places are counted in characters from the beginning of the text. Each line ends with \n, whatever ends it in the file.</remarks>
sealed class TextWindow(Reading reading, LineReader lines)
{
    readonly Queue<(long Start, Line Line)> _marks = new();
    char[] _buffer = new char[1 << 16];
    int _first;
    int _length;
    (long Place, int Number, long Offset, long End) _counted = (-1, 0, 0, 0);

    /// <summary>Place of the first character that is still held.</summary>
    public long Start { get; private set; }

    public long End => Start + _length;

    /// <summary>1-based line that was read last.</summary>
    public int LastLine { get; private set; }

    /// <summary>Troubles of the lines read since they were last taken from here.</summary>
    public Queue<ProblemItem> Troubles { get; } = new();

    public ReadOnlySpan<char> From(long place) => _buffer.AsSpan(_first + (int)(place - Start), (int)(End - place));

    public string Text(long from, long to) => new(_buffer, _first + (int)(from - Start), (int)(to - from));

    /// <summary>Reads a piece more; false at the end of the file.</summary>
    public bool More()
    {
        while (lines.Read(out var line))
        {
            LastLine = line.Number;
            if (reading.Damage(line) is { } damage) Troubles.Enqueue(damage);
            if (line.Damage == LineDamage.TooLong) continue;
            _marks.Enqueue((End, line with { Text = "" }));
            MakeRoom(line.Text.Length + 1);
            line.Text.CopyTo(0, _buffer, _first + _length, line.Text.Length);
            _length += line.Text.Length;
            if (!line.IsPart) _buffer[_first + _length++] = '\n';
            return true;
        }
        return false;
    }

    void MakeRoom(int more)
    {
        if (_first + _length + more <= _buffer.Length) return;
        // What was dropped gives its room back only here, so that dropping costs nothing.
        var target = _length + more > _buffer.Length / 2 ? new char[Math.Max(_length + more, _buffer.Length) * 2] : _buffer;
        _buffer.AsSpan(_first, _length).CopyTo(target);
        (_buffer, _first) = (target, 0);
    }

    /// <summary>The place of a text at or after a place, reading on as far as needed.</summary>
    /// <returns>-1 when it does not come within the limit.</returns>
    public long Find(string text, long from, long limit)
    {
        var searched = from;
        while (true)
        {
            var found = From(searched).IndexOf(text, StringComparison.Ordinal);
            if (found >= 0) return searched + found;
            searched = Math.Max(from, End - text.Length + 1);
            if (End - from > limit || !More()) return -1;
        }
    }

    /// <summary>True when a text stands at a place.</summary>
    public bool Is(string text, long place)
    {
        while (End - place < text.Length)
            if (!More()) return false;
        return From(place).StartsWith(text, StringComparison.Ordinal);
    }

    /// <summary>Line and byte of a place that was not dropped; asked in rising order.</summary>
    public (int Line, long Offset) Where(long place)
    {
        while (_marks.Count > 0 && _marks.Peek().Start <= place)
        {
            var (start, line) = _marks.Dequeue();
            _counted = (start, line.Number, line.Offset, line.End);
        }
        if (_counted.Place < 0) return (1, 0);
        var from = Math.Max(_counted.Place, Start);
        if (place > from)
        {
            var bytes = reading.Encoding.Decoder.GetByteCount(_buffer.AsSpan(_first + (int)(from - Start), (int)(place - from)));
            _counted = _counted with { Place = place, Offset = Math.Min(_counted.End, _counted.Offset + bytes) };
        }
        return (_counted.Number, _counted.Offset);
    }

    /// <summary>Lets go of everything before a place.</summary>
    public void Drop(long place)
    {
        if (place == Start) return;
        Where(place);
        var gone = (int)(place - Start);
        (_first, _length) = (_first + gone, _length - gone);
        Start = place;
    }
}

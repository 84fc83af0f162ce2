using System.Text;

namespace ReviewKit.Formats;

/// <summary>One tag of a record as the file has it: the text after the tag and the lines that continue it.</summary>
sealed class RawField(string tag, string text, int line)
{
    List<string>? _more;

    public string Tag { get; } = tag;

    /// <summary>1-based line in the file.</summary>
    public int Line { get; } = line;

    /// <summary>The value line by line, trimmed; never empty.</summary>
    public IEnumerable<string> Lines => _more is null ? [text] : _more.Prepend(text);

    public string Joined(string separator) => _more is null ? text : string.Join(separator, Lines.Where(l => l.Length > 0));

    public void Append(string line)
    {
        if (line.Length > 0) (_more ??= []).Add(line);
    }
}

/// <summary>One record as the file has it, before any tag is understood.</summary>
sealed class RawRecord(int line, long offset)
{
    // No database writes a record of this size: a file that seems to have one has lost its record ends.
    const int MostCharacters = 16 << 20;
    const int MostFields = 200_000;

    int _characters;

    public int Line { get; } = line;
    public long Offset { get; } = offset;

    /// <summary>Offset of the byte after the last line.</summary>
    public long End { get; set; } = offset;

    public List<RawField> Fields { get; } = [];

    /// <summary>True when the record was cut because it is larger than any real one.</summary>
    public bool IsCut { get; private set; }

    public void Add(string tag, string text, int line)
    {
        if (Fits(text)) Fields.Add(new RawField(tag, Blank.Trim(Sound(text)), line));
    }

    public void Continue(string text)
    {
        if (Fits(text)) Fields[^1].Append(Blank.Trim(Sound(text)));
    }

    /// <summary>The first value of a tag that is not blank.</summary>
    public string? First(string tag)
    {
        foreach (var field in Fields)
            if (field.Tag == tag && field.Joined(" ") is { Length: > 0 } text) return text;
        return null;
    }

    public bool Has(string tag) => Fields.Exists(f => f.Tag == tag);

    /// <summary>Without halves of characters and U+FFFE, with which no text can be compared; each becomes U+FFFD.</summary>
    static string Sound(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')) text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return text.Contains('\ufffe', StringComparison.Ordinal) ? text.Replace('\ufffe', '\ufffd') : text;
    }

    bool Fits(string text)
    {
        _characters += text.Length + 16;
        if (_characters > MostCharacters || Fields.Count >= MostFields) IsCut = true;
        return !IsCut;
    }
}

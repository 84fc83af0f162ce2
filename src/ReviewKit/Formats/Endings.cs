namespace ReviewKit.Formats;

/// <summary>How the records of a file end, to tell whether its last one was cut off.</summary>
sealed class Endings
{
    // Fewer records show no habit.
    const int Enough = 3;

    string? tag;
    int records;
    bool areAlike = true;

    public void Add(RawRecord record)
    {
        var last = Last(record);
        areAlike &= records == 0 || last == tag;
        tag = last;
        records++;
    }

    /// <summary>
    /// True when a record that nothing closed lacks the tag that closes one in this format, or, in a file that stops within a line,
    /// the tag with which every other record ends.
    /// </summary>
    public bool IsCut(RawRecord record, TagSyntax syntax, bool endsOpen) =>
        syntax.End is not null || (endsOpen && records >= Enough && areAlike && Last(record) != tag);

    static string? Last(RawRecord record) => record.Fields is [.., var last] ? last.Tag : null;
}

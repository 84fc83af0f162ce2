namespace ReviewKit.Formats;

/// <summary>Where the tag and the value lie in a line; a length of 0 means that the line has no tag.</summary>
readonly record struct TagMatch(int TagStart, int TagLength, int ValueStart)
{
    public bool Found => TagLength > 0;
}

/// <summary>What a syntax may look at to decide what a line is.</summary>
sealed class TagState
{
    public RawRecord? Record { get; set; }

    /// <summary>True once the file has shown a continuation line that begins with blanks.</summary>
    public bool HasIndented { get; set; }

    /// <summary>Blank lines directly before this one.</summary>
    public int BlankLines { get; set; }

    public string? LastTag => Record is { Fields: [.., var last] } ? last.Tag : null;
}

/// <summary>How one tagged format writes its lines: the whole difference between RIS, Web of Science, CNKI and the others as far as lines go.</summary>
sealed record TagSyntax
{
    /// <summary>Finds the tag of a line.</summary>
    public required Func<string, TagState, TagMatch> Match { get; init; }

    /// <summary>True when a tag opens a new record.</summary>
    public required Func<string, TagState, bool> Begins { get; init; }

    /// <summary>The tag that closes a record, where the format has one.</summary>
    public string? End { get; init; }

    /// <summary>Tags around the records that belong to the file: FN, VR, EF.</summary>
    public IReadOnlySet<string> OfFile { get; init; } = new HashSet<string>();

    /// <summary>Index (above 0) at which a second tag line begins inside a line, 0 when there is none: records glued together, script junk before the first.</summary>
    public Func<string, TagState, int> Glued { get; init; } = (_, _) => 0;

    /// <summary>Takes the remains of web pages off a line.</summary>
    public Func<string, string> Clean { get; init; } = line => line;

    /// <summary>What stands between the lines of a long text: a blank where the format wraps, a line end where lines are paragraphs.</summary>
    public string Paragraph { get; init; } = "\n";
}

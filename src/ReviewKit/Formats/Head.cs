namespace ReviewKit.Formats;

/// <summary>The beginning of a file as its format is recognised from it.</summary>
sealed class Head
{
    const int MostLines = 400;

    public Head(FileProbe probe)
    {
        Probe = probe;
        using var reader = new LineReader(new MemoryStream(probe.Head), probe.Encoding);
        var lines = new List<string>();
        while (lines.Count < MostLines && reader.Read(out var line))
            if (!Blank.Is(line.Text)) lines.Add(line.Text);
        Lines = lines;
    }

    public FileProbe Probe { get; }

    /// <summary>What the user says of columns with names of their own.</summary>
    public ColumnMap? Columns { get; init; }

    /// <summary>The first lines that are not blank; the last may be cut.</summary>
    public IReadOnlyList<string> Lines { get; }

    public string First => Lines.Count > 0 ? Blank.Trim(Lines[0]) : "";

    public bool Any(Func<string, bool> holds) => Lines.Any(holds);

    public bool Starts(string text) => Lines.Any(l => l.StartsWith(text, StringComparison.Ordinal));
}

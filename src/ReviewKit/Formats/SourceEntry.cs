namespace ReviewKit.Formats;

/// <summary>An entry of a zip archive that is read with the others of the archive: one that cannot be read is a problem, not an end.</summary>
sealed record SourceEntry(string Path, string Archive, string Entry, string? Source, ColumnMap? Columns)
{
    public IEnumerable<Item> Read()
    {
        SourceFile? file = null;
        ProblemItem? refused = null;
        try
        {
            file = SourceFile.Open(Path, Archive, null, Source, Columns, Entry);
        }
        catch (ReviewKitException error)
        {
            refused = new ProblemItem(new Problem(Archive, 0, error.Said));
        }
        return refused is not null ? [refused] : file!.Read();
    }
}

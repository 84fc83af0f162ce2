namespace ReviewKit.Dedup;

/// <summary>How duplicates are looked for: how sure a merge must be, and what a person has said.</summary>
public sealed record DedupOptions
{
    public Preset Preset { get; init; } = Preset.Cautious;

    /// <summary>Pairs of record ids that a person has parted; they never stand in one group, and nobody is asked about them again.</summary>
    public IReadOnlyCollection<(string A, string B)> NeverMerge { get; init; } = [];

    /// <summary>Pairs of record ids that a person has merged; they stand in one group whatever the score.</summary>
    public IReadOnlyCollection<(string A, string B)> Known { get; init; } = [];

    /// <summary>Journals by all that they are called: each entry lists names in any language, ISSNs and CN numbers of one journal.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Journals { get; init; } = [];
}

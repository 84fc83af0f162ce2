namespace ReviewKit.Dedup;

/// <summary>A journal that the records, or a person, call by several names or numbers.</summary>
/// <param name="Names">As the records write them, the most frequent first; names that differ in case, width or punctuation only are one.</param>
/// <param name="Serials">ISSNs, and CN numbers as the source writes them, in order.</param>
/// <param name="Records">How many records bear one of the names or numbers.</param>
public sealed record JournalIdentity(IReadOnlyList<string> Names, IReadOnlyList<string> Serials, int Records);

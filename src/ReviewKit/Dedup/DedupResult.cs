using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>How sure a merge must be. Cautious: a wrong merge loses evidence, a missed one is only screened twice.</summary>
public enum Preset { Cautious, Balanced }

/// <summary>What deduplication found; every list in the order of the records' ids, so that the order of input does not matter.</summary>
/// <param name="Groups">Records of one report, two or more each.</param>
/// <param name="Links">Reports that belong together and are not the same: preprint and article, part one and two.</param>
/// <param name="Questions">Pairs a person should look at, the most valuable first.</param>
/// <param name="Notes">What the user should know of the files: columns that were ignored, and why.</param>
/// <param name="Journals">Journals under several names or numbers, as found in the records and as given by the user.</param>
public sealed record DedupResult(
    IReadOnlyList<DuplicateGroup> Groups,
    IReadOnlyList<Link> Links,
    IReadOnlyList<Question> Questions,
    IReadOnlyList<Message> Notes,
    IReadOnlyList<JournalIdentity> Journals);

/// <summary>Records of one report.</summary>
/// <param name="Records">Ids, best first: the first stands for the group.</param>
/// <param name="Reason">Why they were merged, in words.</param>
public sealed record DuplicateGroup(IReadOnlyList<string> Records, Message Reason);

/// <summary>Two reports that belong together without being the same.</summary>
/// <param name="A">The record the link starts from: the preprint, the erratum, the comment.</param>
/// <param name="B">The record it points to.</param>
/// <param name="Type">preprint-of, version-of, erratum-of, comment-on, conference-version-of, translation-of, part-of-series or same-study.</param>
public sealed record Link(string A, string B, string Type, Message Reason);

/// <summary>A pair that may be one report, for a person to decide.</summary>
/// <param name="Probability">That the two are the same report by the weights of the fields, 0..1.</param>
public sealed record Question(string A, string B, double Probability, Message Reason);

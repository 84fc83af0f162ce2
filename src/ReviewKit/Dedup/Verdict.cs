namespace ReviewKit.Dedup;

enum Outcome { Apart, Ask, Link, Merge }

/// <summary>What is made of a pair: the score decides, but some agreements are never enough, however high they score.</summary>
sealed record Verdict(Comparison Pair, double Score, Outcome Outcome, Conflict? Conflict)
{
    /// <summary>The requirements, each with the case it is for; a pair that fails one is asked about and not merged.</summary>
    static readonly (Func<Comparison, bool> Applies, Func<Comparison, bool> Required)[] Requirements =
    [
        // "Editorial" and "Editorial" are two, unless they stand in one place.
        (pair => pair.A.IsGeneric || pair.B.IsGeneric, pair => Identified(pair) || pair.SamePlace && !pair.AuthorsDiffer),
        // Chinese and English twins, and records without a title.
        (pair => pair.Title.Agreement == TitleAgreement.Incomparable,
            pair => Identified(pair) || pair.SamePlace && pair.Container == Agreement.Equal && pair.Issue == Agreement.Equal && pair.Year == Agreement.Equal && pair.AuthorsAgree),
        // A DOI under which two works stand is a supplement's, a volume's, or a slip.
        (pair => pair.Title.Agreement == TitleAgreement.Different, pair => Identified(pair) && pair.SamePlace && pair.AuthorsAgree),
        // Words exchanged or added need more than the same authors: they write series.
        (pair => pair.Title.Agreement is TitleAgreement.Substituted or TitleAgreement.Extended,
            pair => !pair.AuthorsDiffer && (Identified(pair) || pair.SamePlace || pair.Abstract == Agreement.Equal && !pair.OtherPlace)),
        (pair => pair.AuthorsDiffer, pair => Identified(pair) || pair.SamePlace),
    ];

    public static Verdict Of(Comparison pair, Frequencies frequencies, Preset preset)
    {
        var score = Dedup.Score.Of(pair, frequencies);
        var conflict = score >= Dedup.Score.AskFrom ? Conflicts.Of(pair) : null;
        var outcome = score < Dedup.Score.AskFrom ? Outcome.Apart
            : conflict is not null ? conflict.Type is null ? Outcome.Apart : Outcome.Link
            : score >= Dedup.Score.MergeFrom(preset) && Array.TrueForAll(Requirements, rule => !rule.Applies(pair) || rule.Required(pair)) ? Outcome.Merge
            : Outcome.Ask;
        return new Verdict(pair, score, outcome, conflict);
    }

    /// <summary>True when the two may stand in one group because each is the same as a third: nothing they say contradicts.</summary>
    public bool IsCompatible => Conflict is null && (Pair.Title.Agreement == TitleAgreement.Incomparable
        ? Pair.Year is not Agreement.Different && !Pair.OtherPlace && Pair.Doi is not Agreement.Different && !Pair.AuthorsDiffer
        : Score >= Dedup.Score.AskFrom && Pair.Title.Agreement != TitleAgreement.Different);

    static bool Identified(Comparison pair) => pair.Doi == Agreement.Equal || pair.Ids == Agreement.Equal;
}

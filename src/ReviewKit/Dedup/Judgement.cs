namespace ReviewKit.Dedup;

enum Outcome { Apart, Ask, Link, Merge }

/// <summary>What is made of a pair: the score decides, but some agreements are never enough, however high they score.</summary>
/// <param name="IsCompatible">Whether the two may stand in one group because each is the same as a third: nothing they say contradicts.</param>
/// <param name="IsClose">Whether titles and authors are near enough for a link to be of use.</param>
sealed record Judgement(double Score, Outcome Outcome, Conflict? Conflict, bool IsCompatible, bool IsClose)
{
    /// <summary>The requirements, each with the case it is for; a pair that fails one is asked about and not merged.</summary>
    static readonly (Func<Comparison, bool> Applies, Func<Comparison, bool> Required)[] Requirements =
    [
        // "Editorial" and "Editorial" are two, unless they stand in one place; where the issue is not known or is a slip, on pages that not every issue has.
        (pair => pair.A.IsGeneric || pair.B.IsGeneric,
            pair => Identified(pair) || pair.SamePlace && !pair.AuthorsDiffer && pair.Doi != Agreement.Different && (pair.Issue is Agreement.Equal or Agreement.Close || pair.SameRange && pair.A.Position.IsInsideVolume)
                || pair is { Container: Agreement.Equal, Volume: Agreement.Equal, SameRange: true, AuthorsAgree: true, A.Position.IsInsideVolume: true } && pair.Doi != Agreement.Different),
        // Chinese and English twins, and records without a title. Where one database leaves the issue out, volume and both pages stand for it.
        (pair => pair.Title.Agreement == TitleAgreement.Incomparable,
            pair => Identified(pair) || pair.SamePlace && pair.Container == Agreement.Equal && pair.Year == Agreement.Equal && pair.AuthorsAgree
                && (pair.Issue == Agreement.Equal || pair.SameSequence || pair.SameRange && (pair.Issue == Agreement.Close || pair.Issue == Agreement.Missing && pair.Volume == Agreement.Equal))),
        // A DOI under which two works stand is a supplement's, a volume's, or a slip. A title in two languages stands on the same pages, or has the DOI of a whole article.
        (pair => pair.Title.Agreement == TitleAgreement.Different,
            pair => pair.AuthorsAgree && pair.SameRange && pair is { Container: Agreement.Equal, Volume: Agreement.Equal, Issue: Agreement.Equal }
                || Identified(pair) && pair.SameAuthors && !pair.OtherPlace && !pair.A.Position.IsAbstract && !pair.B.Position.IsAbstract),
        // Words exchanged or added need more than the same authors: they write series.
        (pair => pair.Title.Agreement == TitleAgreement.Substituted,
            pair => pair.SamePlace && (pair.AuthorsAgree || pair.SameRange) && !pair.AuthorsDiffer || pair.AuthorsAgree && !pair.OtherPlace && (Identified(pair) || pair.Abstract == Agreement.Equal)
                || (pair.SameTeam && pair.NoOtherPlace || Identified(pair) && pair.AuthorsAgree) && IsMisprint(pair.Title)),
        (pair => pair.Title.Agreement == TitleAgreement.Extended,
            pair => !pair.AuthorsDiffer && (pair.SamePlace || !pair.OtherPlace && (Identified(pair) || pair.Abstract == Agreement.Equal || pair.SameIssue))),
        // An abstract in one journal's supplement and again in another's: each states its place, and nothing of the places agrees.
        (pair => pair.Container == Agreement.Different && pair.A.Position.IsStated && pair.B.Position.IsStated, pair => Identified(pair) || pair.SharesPlace),
        // A slip in the volume or issue is believed where the page speaks for it.
        (pair => pair.Volume == Agreement.Different || pair.Issue == Agreement.Different, pair => Identified(pair) || pair.Page is Agreement.Equal or Agreement.Close || pair.SameText),
        // One DOI may stand for a whole set of volumes.
        (pair => pair.AreTwoVolumes, _ => false),
        (pair => pair.AuthorsDiffer, pair => Identified(pair) || pair.SamePlace),
        // Two DOIs on two pages: a series under one title, until a person says otherwise.
        (pair => pair.Doi == Agreement.Different && pair.Page == Agreement.Different, pair => pair.SameText),
        // A year later in another journal or meeting: the conference paper and its article, where no page tells them apart.
        (pair => pair.Container == Agreement.Different && pair.Year is Agreement.Close or Agreement.Different, pair => Identified(pair) || pair.SamePlace),
    ];

    /// <summary>Of a long title one word, which is the other's but for a letter.</summary>
    static bool IsMisprint(TitleComparison title) => title is { Common.Count: >= 5, OnlyA: [var a], OnlyB: [var b] } && Spelling.IsMisprint(a, b);

    /// <summary>What the balanced preset takes for one report beside: the same people in the same year under nearly the same long title, and no place that speaks against it.</summary>
    static bool IsLikely(Comparison pair) => pair.Title.Agreement is TitleAgreement.Extended or TitleAgreement.Substituted && pair.Title.Common.Count >= 5
        && pair.Title.OnlyA.Count + pair.Title.OnlyB.Count <= 4 && pair.SameTeam && pair.NoOtherPlace && !pair.A.IsGeneric && !pair.B.IsGeneric;

    /// <summary>Most pairs that fail are plainly two reports; nobody answers a queue of those.</summary>
    static bool IsWorthAsking(Comparison pair) => Identified(pair) || pair.Title.Agreement switch
    {
        _ when pair.A.IsGeneric || pair.B.IsGeneric => pair.Page == Agreement.Equal && !pair.OtherPlace && pair.Issue != Agreement.Different && pair.Year == Agreement.Equal,
        TitleAgreement.Equal or TitleAgreement.Near => !(pair.AuthorsDiffer && pair.OtherPlace),
        TitleAgreement.Extended or TitleAgreement.Substituted => !pair.OtherPlace && pair.Issue != Agreement.Different && pair.Doi != Agreement.Different && !pair.AuthorsDiffer,
        // Twins in journals of which nobody has said that they are one.
        TitleAgreement.Incomparable => pair.SamePlace && pair.Year == Agreement.Equal && (pair.Container == Agreement.Equal || pair.Container == Agreement.Missing && pair.SameRange && pair.AuthorsAgree),
        _ => pair.SamePlace && pair.AuthorsAgree && pair.Year == Agreement.Equal,
    };

    public static Judgement Of(Comparison pair, Frequencies frequencies, Preset preset)
    {
        var score = Dedup.Score.Of(pair, frequencies);
        // Two places and two years pull the score down, and are what a link is made of.
        var related = score >= Dedup.Score.AskFrom || pair.Title.Agreement >= TitleAgreement.Near && pair.AuthorsAgree && !pair.A.IsGeneric && !pair.B.IsGeneric;
        var conflict = related ? Conflicts.Of(pair) : null;
        var outcome = conflict is not null ? (conflict.Type is null ? Outcome.Apart : Outcome.Link)
            : score < Dedup.Score.AskFrom ? Outcome.Apart
            : score >= Dedup.Score.MergeFrom(preset) && (preset == Preset.Balanced && IsLikely(pair) || Array.TrueForAll(Requirements, rule => !rule.Applies(pair) || rule.Required(pair))) ? Outcome.Merge
            : IsWorthAsking(pair) ? Outcome.Ask : Outcome.Apart;
        return new Judgement(score, outcome, conflict, conflict is null && MayStandTogether(pair, outcome), pair.Title.Agreement >= TitleAgreement.Substituted && !pair.AuthorsDiffer);
    }

    static bool MayStandTogether(Comparison pair, Outcome outcome) => outcome == Outcome.Merge || (pair.Title.Agreement == TitleAgreement.Incomparable
        ? pair.Year != Agreement.Different && !pair.OtherPlace && pair.Doi != Agreement.Different && !pair.AuthorsDiffer
        : outcome == Outcome.Ask && !pair.OtherPlace && (pair.Container != Agreement.Different || pair.Year is Agreement.Equal or Agreement.Missing));

    static bool Identified(Comparison pair) => pair.Doi == Agreement.Equal || pair.Ids == Agreement.Equal;
}

/// <summary>What was made of the records at two positions.</summary>
readonly record struct Judged(int A, int B, Judgement Judgement);

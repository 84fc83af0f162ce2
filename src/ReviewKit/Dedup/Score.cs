namespace ReviewKit.Dedup;

/// <summary>The evidence that two records are one report, in bits: log2 of how much more often such an agreement is seen between duplicates than between two records taken at random.</summary>
/// <remarks>Fellegi &amp; Sunter 1969, doi:10.1080/01621459.1969.10501049; a field missing on one side says nothing.</remarks>
static class Score
{
    /// <summary>From this on a pair is merged: 64 to 1 in the cautious preset, 4 to 1 in the balanced.</summary>
    public static double MergeFrom(Preset preset) => preset == Preset.Cautious ? 6 : 2;

    /// <summary>From this on, 1 to 8, a pair is worth a person's look.</summary>
    public const double AskFrom = -3;

    // Of duplicates .93 to 1.0 agree in year and volume, .82 to .995 in the first page, .85 to 1.0 in the issue, .94 to 1.0 in the DOI (labelled sets of five reviews):
    // a disagreement therefore weighs log2 of the rest, 2 to 5 bits, and never decides alone. What an agreement weighs depends on how rare it is by chance.
    static readonly Dictionary<(string Field, Agreement), double> Weights = new()
    {
        [("doi", Agreement.Equal)] = 20,       // one in a million: DOIs that several works share were taken out before (FieldReliability)
        [("doi", Agreement.Close)] = -1,       // versions of one work
        [("doi", Agreement.Different)] = -5,
        [("ids", Agreement.Equal)] = 20,
        [("ids", Agreement.Different)] = -6,   // one database seldom lists a report twice
        [("year", Agreement.Equal)] = 3,       // a review spans some ten to twenty years, unevenly
        [("year", Agreement.Close)] = -1,      // early view and issue
        [("year", Agreement.Different)] = -5,
        [("volume", Agreement.Close)] = 2,
        [("volume", Agreement.Different)] = -4,
        [("issue", Agreement.Equal)] = 2,      // most journals have four to twelve a year
        [("issue", Agreement.Close)] = 1,
        [("issue", Agreement.Different)] = -2,
        [("page", Agreement.Close)] = 3,
        [("page", Agreement.Different)] = -4,
        [("container", Agreement.Equal)] = 4,
        [("container", Agreement.Different)] = -3, // names vary more than any table of them knows
        [("abstract", Agreement.Equal)] = 6,   // but databases cut and head abstracts differently, so a difference says nothing
    };

    const double SameLength = 3; // articles are of some ten usual lengths
    const double SameSequence = 8; // serial, year and issue agree as well, and are counted there; the number is one of some thirty, written twice alike
    const double TitleDiffers = -10; // one duplicate in a thousand is listed under a translated title
    const double WordLost = -2;
    const double MostLost = -5; // a whole subtitle is lost at once
    const double WordExchanged = -4;
    const double NoAuthorAgrees = -7;

    public static double Of(Comparison pair, Frequencies frequencies) =>
        // Before anything is compared, a record has one partner among all the others.
        -Math.Log2(frequencies.Records + 2000)
        + Title(pair.Title, frequencies)
        + Authors(pair)
        + Weight("doi", pair.Doi) + Weight("ids", pair.Ids) + Weight("year", pair.Year)
        + (pair.Volume == Agreement.Equal ? frequencies.VolumeBits(pair.A.Position.Volume!) : Weight("volume", pair.Volume))
        + Weight("issue", pair.Issue)
        + (pair.Page == Agreement.Equal ? frequencies.PageBits(pair.A.Position.FirstPage ?? pair.A.Position.ArticleNumber!) : Weight("page", pair.Page))
        + (pair.SameRange ? SameLength : 0) + (pair.SameSequence ? SameSequence : 0)
        + Weight("container", pair.Container)
        + Weight("abstract", pair.Abstract);

    /// <summary>The score as a probability, 0..1.</summary>
    public static double Probability(double bits) => 1 / (1 + Math.Pow(2, -bits));

    static double Weight(string field, Agreement agreement) => Weights.GetValueOrDefault((field, agreement));

    static double Title(TitleComparison title, Frequencies frequencies) => title.Agreement switch
    {
        TitleAgreement.Incomparable => 0,
        TitleAgreement.Different => TitleDiffers,
        _ => frequencies.TitleBits(title.Common)
            + Math.Max(MostLost, WordLost * Math.Abs(title.OnlyA.Count - title.OnlyB.Count)) + WordExchanged * Math.Min(title.OnlyA.Count, title.OnlyB.Count),
    };

    /// <summary>A family name with an initial is shared by one pair in a few hundred; each further name adds less, since groups publish together.</summary>
    static double Authors(Comparison pair) => pair.Authors switch
    {
        (_, 0, _) => 0,
        (0, _, _) => NoAuthorAgrees,
        var (agreeing, of, first) => (first || pair.AllAuthorsAgree ? 4 : 1) + Math.Min(4, 1.5 * agreeing) - Math.Min(6, 1.5 * (of - agreeing)),
    };
}

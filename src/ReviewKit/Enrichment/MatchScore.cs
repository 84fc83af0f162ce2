using ReviewKit.Dedup;
using ReviewKit.Records;

namespace ReviewKit.Enrichment;

/// <summary>How sure a work found by its title is the report that was looked for.</summary>
public static class MatchScore
{
    /// <summary>Taken for the same report from here on: an equal title with agreeing authors and a year at most one apart, or less of one and all of the others.</summary>
    /// <remarks>Chosen by what it means, not fitted: .9 lets pass a title that lost a subtitle of one word in ten, and no pair whose authors or years disagree.</remarks>
    public const double Threshold = .9;

    // Of the whole, where both sides say it.
    const double TitleWeight = .7, AuthorWeight = .2, YearWeight = .1;

    /// <summary>A pair that contradicts itself somewhere gets no more than this, however alike its titles.</summary>
    const double Contradicted = .5;

    // "Editorial" and "Introduction" are titles of thousands of works.
    const int FewestWords = 3;

    /// <returns>0..1; 0 where the titles cannot be compared, since there is nothing else to go by.</returns>
    public static double Of(Record wanted, Record found)
    {
        var pair = Compare(wanted, found);
        var title = pair.Title;
        if (title.Agreement is TitleAgreement.Incomparable) return 0;
        var words = title.Common.Count + title.OnlyA.Count + title.OnlyB.Count;
        var score = TitleWeight * (title.Agreement == TitleAgreement.Equal ? 1 : (double)title.Common.Count / words);
        var (weight, confirmed) = (TitleWeight, false);
        if (pair.Authors.Of > 0)
        {
            weight += AuthorWeight;
            score += AuthorWeight * (pair.AuthorsAgree ? 1 : (double)pair.Authors.Agreeing / pair.Authors.Of);
            confirmed |= pair.AuthorsAgree;
        }
        if (pair.Year != Agreement.Missing)
        {
            weight += YearWeight;
            // Early view and issue are a year apart.
            score += pair.Year == Agreement.Equal ? YearWeight : pair.Year == Agreement.Close ? YearWeight / 2 : 0;
            confirmed |= pair.Year != Agreement.Different;
        }
        // The same people under the same title a year later in another place: the conference paper and its article, which are two.
        var speaksAgainst = pair.Year == Agreement.Different || pair is { Year: Agreement.Close, Container: Agreement.Different } || pair.AuthorsDiffer || pair.Doi == Agreement.Different || pair.Ids == Agreement.Different;
        score /= weight;
        return speaksAgainst || !confirmed || words < FewestWords || pair.A.IsGeneric || pair.B.IsGeneric ? Math.Min(score, Contradicted) : score;
    }

    /// <summary>True when what came under an identifier is plainly another work: a wrong DOI in the record, or an answer to another question.</summary>
    public static bool IsAnother(Record wanted, Record found)
    {
        var pair = Compare(wanted, found);
        return pair.Title.Agreement == TitleAgreement.Different && !pair.AuthorsAgree;
    }

    static Comparison Compare(Record wanted, Record found)
    {
        var (pool, journals) = (new Pool(), new JournalList());
        CanonicalForm[] forms = [CanonicalForm.Of(wanted, pool, journals), CanonicalForm.Of(found, pool, journals)];
        var identities = JournalIdentities.Of(journals, []);
        var containers = journals.All.Select(identities.Container).ToArray();
        foreach (var form in forms) form.Container = containers[form.Journal];
        return Comparison.Of(forms[0], forms[1]);
    }
}

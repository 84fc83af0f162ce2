using System.Globalization;

namespace ReviewKit.Dedup;

/// <summary>What two sides say of one field.</summary>
enum Agreement { Missing, Equal, Close, Different }

/// <summary>Two records compared field by field; no judgement yet.</summary>
sealed record Comparison(CanonicalForm A, CanonicalForm B)
{
    public required TitleComparison Title { get; init; }
    public required Agreement Doi { get; init; }

    /// <summary>Equal when one scheme gives both the same id; different when one scheme gives them two.</summary>
    public required Agreement Ids { get; init; }

    public required Agreement Year { get; init; }
    public required Agreement Volume { get; init; }
    public required Agreement Issue { get; init; }
    public required Agreement Page { get; init; }
    public required Agreement Container { get; init; }
    public required Agreement Abstract { get; init; }

    /// <summary>Names of the shorter list that are in the longer; of how many; and whether the first ones agree.</summary>
    public required (int Agreeing, int Of, bool First) Authors { get; init; }

    public int YearsApart => A.Year is { } a && B.Year is { } b ? Math.Abs(a - b) : 0;

    /// <summary>First author and at least half of the names agree; or all of two or more, in whatever order.</summary>
    public bool AuthorsAgree => Authors.First && Authors.Agreeing * 2 >= Authors.Of || AllAuthorsAgree;

    public bool AllAuthorsAgree => Authors.Of >= 2 && Authors.Agreeing == Authors.Of;

    public bool SameAuthors => AuthorsAgree && Authors.Agreeing == Authors.Of && A.Authors.Length == B.Authors.Length;

    /// <summary>Three people or more, the same on both sides: more than a common name and its initial.</summary>
    public bool SameTeam => SameAuthors && Authors.Of >= 3;

    /// <summary>Nothing said of the place speaks against the other, and the year is the same.</summary>
    public bool NoOtherPlace => !OtherPlace && Issue != Agreement.Different && Doi != Agreement.Different && Ids != Agreement.Different && Year == Agreement.Equal;

    public bool AuthorsDiffer => Authors is (0, > 0, _);

    /// <summary>The same first and last page, more than one page long.</summary>
    public bool SameRange => Page == Agreement.Equal && A.Position.LastPage is { } last && last == B.Position.LastPage && last != A.Position.FirstPage && !A.Position.IsOwnPaging;

    /// <summary>Volume or page agree, whatever the journal.</summary>
    public bool SharesPlace => SameSequence || Volume is Agreement.Equal or Agreement.Close || Page is Agreement.Equal or Agreement.Close;

    /// <summary>As many pages, three or more: fewer are too usual.</summary>
    public bool SameLength => A.Position.Length is { } length && length == B.Position.Length && length >= 3;

    /// <summary>The same place in the same volume: what no two articles share except letters on one page. A book in a series has two names, but one volume and one range of pages.</summary>
    public bool SamePlace => SameSequence || Page == Agreement.Equal && Issue != Agreement.Different
        && (Volume is Agreement.Equal or Agreement.Close || Volume == Agreement.Missing && Year == Agreement.Equal)
        && (Container != Agreement.Different || Volume == Agreement.Equal && SameRange);

    /// <summary>The same number in the same issue of the same Chinese journal, from DOI or file name.</summary>
    public bool SameSequence => A.Sequence is not null && B.Sequence is not null && A.Sequence.IsSamePlace(B.Sequence) && A.Container.SharesSerial(B.Container);

    /// <summary>The same issue of the same journal, pages unknown.</summary>
    public bool SameIssue => Container == Agreement.Equal && Year == Agreement.Equal && Issue == Agreement.Equal && !OtherPlace;

    /// <summary>One text that its journal printed or an index dated twice: abstract, journal and length are the same, within a year.</summary>
    public bool SameText => this is { Abstract: Agreement.Equal, Container: Agreement.Equal, SameLength: true, YearsApart: <= 1 } && Title.Agreement >= TitleAgreement.Near && !AuthorsDiffer;

    /// <summary>Two entries that one database keeps apart by number and by volume, and no page that speaks against it: the volumes of one proceedings.</summary>
    public bool AreTwoVolumes => Volume == Agreement.Different && Page is not (Agreement.Equal or Agreement.Close) && OwnIds.Differ(A.Ids, B.Ids);

    /// <summary>One is in Chinese and the other in another language, as titles or sources say.</summary>
    public bool AreTwoLanguages => A.Language is { } a && B.Language is { } b && a != b && (a == "zh" || b == "zh");

    /// <summary>Neither side names anyone: calls for papers, subscription notices and the like, or poor records.</summary>
    public bool AreAnonymous => A.Authors.Length == 0 && B.Authors.Length == 0;

    /// <summary>Volume or page say they are two places.</summary>
    public bool OtherPlace => Page == Agreement.Different || Volume == Agreement.Different;

    public static Comparison Of(CanonicalForm a, CanonicalForm b) => new(a, b)
    {
        Title = TitleComparison.Of(a.Titles, b.Titles),
        Doi = CompareDoi(a.Doi, b.Doi),
        Ids = CompareIds(a.Ids, b.Ids),
        Year = a.Year is null || b.Year is null ? Agreement.Missing : Math.Abs(a.Year.Value - b.Year.Value) switch { 0 => Agreement.Equal, 1 => Agreement.Close, _ => Agreement.Different },
        Volume = CompareVolumes(a, b),
        Issue = CompareNumbers(a.Position.Issue, b.Position.Issue),
        Page = ComparePages(a, b),
        Container = a.Container.Agrees(b.Container) switch { true => Agreement.Equal, false => Agreement.Different, null => Agreement.Missing },
        Abstract = !a.Abstract.IsKnown || !b.Abstract.IsKnown ? Agreement.Missing : a.Abstract.IsLike(b.Abstract) ? Agreement.Equal : Agreement.Different,
        Authors = CompareAuthors(a.Authors, b.Authors),
    };

    /// <summary>Close: two versions under one DOI stem (10.1002/….pub2 and .pub3, …v1 and …v2).</summary>
    static Agreement CompareDoi(string? a, string? b)
    {
        if (a is null || b is null) return Agreement.Missing;
        if (a == b) return Agreement.Equal;
        return Stem(a) == Stem(b) ? Agreement.Close : Agreement.Different;

        static string Stem(string doi)
        {
            var end = doi.Length;
            while (end > 0 && char.IsAsciiDigit(doi[end - 1])) end--;
            if (end == doi.Length) return doi;
            var stem = doi[..end];
            foreach (var mark in (string[])[".pub", "/v", ".v"])
                if (stem.EndsWith(mark, StringComparison.Ordinal)) return stem[..^mark.Length];
            return doi;
        }
    }

    static Agreement CompareIds(string[] a, string[] b)
    {
        var agreement = Agreement.Missing;
        foreach (var id in a)
        {
            if (Array.IndexOf(b, id) >= 0) return Agreement.Equal;
            var scheme = id.AsSpan(0, id.IndexOf(':', StringComparison.Ordinal) + 1);
            foreach (var other in b)
                if (other.AsSpan().StartsWith(scheme)) agreement = Agreement.Different;
        }
        return agreement;
    }

    /// <summary>A volume that is the year, or the other's issue, is one database's slip or habit and contradicts nothing.</summary>
    static Agreement CompareVolumes(CanonicalForm a, CanonicalForm b)
    {
        var agreement = CompareNumbers(a.Position.Volume, b.Position.Volume);
        return agreement == Agreement.Different && (IsSlip(a, b) || IsSlip(b, a)) ? Agreement.Missing : agreement;

        static bool IsSlip(CanonicalForm form, CanonicalForm other) =>
            form.Position.Volume == form.Year?.ToString(CultureInfo.InvariantCulture) || form.Position.Volume!.TrimEnd('s') == other.Position.Issue?.TrimEnd('s');
    }

    /// <summary>Close: one is part of the other ("3" and "3-4", "57" and "57 Suppl").</summary>
    static Agreement CompareNumbers(string? a, string? b)
    {
        if (a is null || b is null) return Agreement.Missing;
        if (a == b) return Agreement.Equal;
        if (a.TrimEnd('s') == b.TrimEnd('s') || a is "s" || b is "s") return Agreement.Close;
        return a.Split('-').Intersect(b.Split('-'), StringComparer.Ordinal).Any() ? Agreement.Close : Agreement.Different;
    }

    static Agreement ComparePages(CanonicalForm formA, CanonicalForm formB)
    {
        var (a, b) = (formA.Position, formB.Position);
        if (a.FirstPage is not null && b.FirstPage is not null)
        {
            if (a.FirstPage == b.FirstPage) return Agreement.Equal;
            if (a.LastPage is not null && a.LastPage == b.LastPage) return Agreement.Close;
            // Page 1 is a paper's own paging where the other has a number for the whole paper, or no issue yet; in one issue it is the first article.
            var ownPaging = a.IsOwnPaging || b.IsOwnPaging;
            var oneIssue = a.Volume == b.Volume && a.Issue is not null && a.Issue == b.Issue && a.LastPage is not null && b.LastPage is not null;
            return ownPaging && !oneIssue ? Agreement.Missing : Agreement.Different;
        }
        // An article number may stand in the page field of the other database, with or without its letter.
        var numberA = a.ArticleNumber ?? a.FirstPage;
        var numberB = b.ArticleNumber ?? b.FirstPage;
        if (numberA is null || numberB is null) return Agreement.Missing;
        return numberA.TrimStart('e') == numberB.TrimStart('e') ? Agreement.Equal : a.ArticleNumber is null || b.ArticleNumber is null ? Agreement.Missing : Agreement.Different;
    }

    static (int, int, bool) CompareAuthors(AuthorName[] a, AuthorName[] b)
    {
        if (a.Length == 0 || b.Length == 0) return (0, 0, false);
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        var agreeing = shorter.Count(name => longer.Any(name.Agrees));
        return (agreeing, shorter.Length, a[0].Agrees(b[0]));
    }
}

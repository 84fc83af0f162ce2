using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Why two records that look alike are not one report, and what they are to each other.</summary>
/// <param name="Type">The link it makes of the pair (docs, links file); null when the two have nothing to do with each other.</param>
/// <param name="FromA">True when the link starts at the first record.</param>
sealed record Conflict(string? Type, bool FromA, Message Reason);

/// <summary>Typed conflicts, the telling ones first: each turns a merge into a link or a question, whatever the score.</summary>
static class Conflicts
{
    /// <summary>Sorts of report that stand on their own beside the report they are about.</summary>
    static readonly (Kind Kind, string Type, Message Reason)[] Attached =
    [
        (Kind.Retraction, "erratum-of", new("one is a retraction notice", "其中一篇是撤稿声明")),
        (Kind.Erratum, "erratum-of", new("one is a correction of the other", "其中一篇是对另一篇的更正")),
        (Kind.Comment, "comment-on", new("one is a comment or reply", "其中一篇是评论或回复")),
        (Kind.BookReview, "comment-on", new("one is a book review", "其中一篇是书评")),
        (Kind.Preprint, "preprint-of", new("one is a preprint", "其中一篇是预印本")),
        (Kind.Thesis, "version-of", new("one is a thesis", "其中一篇是学位论文")),
        (Kind.Book, "version-of", new("one is a book", "其中一篇是图书")),
        (Kind.Patent, "version-of", new("one is a patent", "其中一篇是专利")),
        (Kind.Conference, "conference-version-of", new("one is a conference paper, the other is not", "一篇是会议论文，另一篇不是")),
    ];

    public static Conflict? Of(Comparison pair)
    {
        if (OfKinds(pair) is { } kinds) return kinds;
        if (OfEditions(pair) is { } edition) return edition;
        // The same DOI, id or place outweighs a word too many in a title.
        var same = pair.Doi == Agreement.Equal || pair.Ids == Agreement.Equal || pair.SamePlace && pair.YearsApart <= 2;
        if (TitleContrasts.Of(pair.Title, same, identified: pair.Doi == Agreement.Equal || pair.Ids == Agreement.Equal || pair.SamePlace && pair.SameRange) is { } contrast) return contrast;
        // A review updated years later keeps its number and the stem of its DOI.
        if (pair.Doi == Agreement.Close && pair.YearsApart > 1) return new Conflict("version-of", (pair.A.Year ?? 0) > (pair.B.Year ?? 0), new("two versions under one DOI stem, years apart", "同一 DOI 词干下相隔数年的两个版本"));
        return same ? null : OfPlaces(pair) ?? OfYears(pair) ?? OfVolumes(pair);
    }

    /// <summary>The English edition of a Chinese journal prints the article again, in its own pages and under its own DOI.</summary>
    static Conflict? OfEditions(Comparison pair) =>
        pair.A.Container.IsEnglishEdition != pair.B.Container.IsEnglishEdition && pair is { Doi: not Agreement.Equal, Ids: not Agreement.Equal, A.Container.IsKnown: true, B.Container.IsKnown: true }
            ? new Conflict("translation-of", pair.A.Container.IsEnglishEdition, new("one is in the English edition of the journal", "其中一篇刊于该刊的英文版"))
            : null;

    /// <summary>The volumes of one proceedings, under one title and one abstract in one year.</summary>
    static Conflict? OfVolumes(Comparison pair) =>
        pair.AreTwoVolumes && !pair.SameText && pair.Title.Agreement >= TitleAgreement.Near && pair.Container == Agreement.Equal
            ? new Conflict("part-of-series", true, new("two volumes, each with its own number in one database", "两卷，在同一数据库中各有编号"))
            : null;

    /// <summary>The same words printed in two places: an abstract in a supplement and the article, a guideline in two journals, a yearly special section. Each is a report of its own.</summary>
    static Conflict? OfPlaces(Comparison pair)
    {
        if (pair.SameText) return null;
        // An early view has pages of its own or none; another year on another page is another issue.
        var otherYear = pair.Year is Agreement.Close or Agreement.Different;
        var otherIssue = pair.Volume == Agreement.Different && (pair.Page == Agreement.Different || otherYear) || pair.Page == Agreement.Different && otherYear && pair.Volume != Agreement.Equal;
        if (!otherIssue && !(pair.Container == Agreement.Different && pair.OtherPlace)) return null;
        if (pair.AreTwoLanguages)
            return new Conflict("translation-of", pair.A.Language != "zh", new("one is in Chinese, the other in English in another place", "一篇为中文，另一篇为英文且刊登于别处"));
        var (a, b) = (pair.A.Position.IsAbstract, pair.B.Position.IsAbstract);
        return a != b
            ? new Conflict("conference-version-of", a, new("one is a meeting abstract: one page, or a page of a supplement", "其中一篇是会议摘要（单页或增刊页）"))
            : new Conflict("version-of", (pair.A.Year ?? 0) > (pair.B.Year ?? 0), new("printed in two places: journal, volume or pages differ", "刊登于不同处：刊名、卷或页码不同"));
    }

    static Conflict? OfKinds(Comparison pair)
    {
        var (a, b) = (pair.A.Kind, pair.B.Kind);
        if (a == b) return null;
        foreach (var (kind, type, reason) in Attached)
        {
            if (a != kind && b != kind) continue;
            // Only a title says that a report is a correction or a comment; the other sorts come from words of the database, which one DOI or place overrules.
            var stated = kind is Kind.Retraction or Kind.Erratum or Kind.Comment or Kind.BookReview;
            var other = a == kind ? b : a;
            if (!stated && (other == Kind.Unknown && kind != Kind.Preprint || pair.Doi == Agreement.Equal || pair.Ids == Agreement.Equal || pair.SamePlace)) continue;
            if (kind == Kind.Conference && pair.Container == Agreement.Equal) continue;
            if (kind == Kind.Book && other == Kind.Chapter) return new Conflict(null, a == kind, new("one is a chapter of a book", "一篇是图书，另一篇是其中一章"));
            return new Conflict(type, a == kind, reason);
        }
        return null;
    }

    /// <summary>The same title in another year, where nothing else says it is the same place: the next edition, update or annual report.</summary>
    static Conflict? OfYears(Comparison pair)
    {
        var isConference = pair.A.Kind == Kind.Conference || pair.B.Kind == Kind.Conference;
        // Journals publish early and print a year later, and indexes date proceedings by the meeting or by the volume; what has a yearly successor of the same title has no such year to spare.
        var allowed = pair.AreAnonymous || pair.A.IsRecurring || pair.B.IsRecurring || isConference && (pair.Title.Agreement < TitleAgreement.Near || !pair.AuthorsAgree || pair.Container != Agreement.Equal || pair.Doi == Agreement.Different) ? 0 : 1;
        // One database can date a whole issue a year or two off; then volume and page still agree.
        if (pair.YearsApart <= allowed || pair.Page == Agreement.Equal && (pair.Volume == Agreement.Equal && pair.YearsApart <= 2 || pair.Volume == Agreement.Missing && pair.YearsApart <= 1 && !pair.AreAnonymous)) return null;
        var reason = pair.AreAnonymous
            ? new Message("another year, and no author on either side: such notices are printed again every year", "年份不同，且双方均无作者：此类启事每年重复刊登")
            : isConference
            ? new Message("papers of two years' meetings", "不同年份会议的论文")
            : new Message($"{pair.YearsApart} years apart, and no page or DOI in common", $"相隔 {pair.YearsApart} 年，且没有相同的页码或 DOI");
        return new Conflict("version-of", (pair.A.Year ?? 0) > (pair.B.Year ?? 0), reason);
    }
}

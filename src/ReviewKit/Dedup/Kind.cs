using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>What sort of report a record describes, as far as duplicates are concerned: reports of two sorts are never one report.</summary>
enum Kind { Unknown, Article, Conference, Preprint, Erratum, Retraction, Comment, BookReview, Thesis, Book, Chapter, Patent }

/// <summary>Finds the sort of a record from its title, then from words of the database.</summary>
static partial class Kinds
{
    // CSL types that say it; "article" and "misc" are what a reader writes when it does not know.
    static readonly Dictionary<string, Kind> Types = new(StringComparer.Ordinal)
    {
        ["article-journal"] = Kind.Article,
        ["paper-conference"] = Kind.Conference,
        ["thesis"] = Kind.Thesis,
        ["book"] = Kind.Book,
        ["chapter"] = Kind.Chapter,
        ["patent"] = Kind.Patent,
        ["review-book"] = Kind.BookReview,
        ["preprint"] = Kind.Preprint,
    };

    public static Kind Of(Record record)
    {
        var title = record.Title is null ? "" : Fold.Term(record.Title).TrimStart('[', ' ', '"');
        if (ByTitle(title) is not Kind.Unknown and var byTitle) return byTitle;
        var container = Fold.Term(record.Journal ?? "");
        // Some indexes put the degree where articles have a volume.
        if (Degree().IsMatch(record.Volume ?? "")) return Kind.Thesis;
        if (PreprintServer().IsMatch(container) || PreprintDoi().IsMatch(record.Doi ?? "")) return Kind.Preprint;
        if (Proceedings().IsMatch(container)) return Kind.Conference;
        if (record.Type is not null) return Types.GetValueOrDefault(record.Type);
        return Missing.IsMissing(record.Journal) || Missing.IsMissing(record.Volume) && Missing.IsMissing(record.Issue) ? Kind.Unknown : Kind.Article;
    }

    /// <summary>What a title says about another report: only at its beginning, or in brackets at its end, where it is no topic.</summary>
    public static Kind ByTitle(string foldedTitle) =>
        ErratumTitle().IsMatch(foldedTitle) ? Kind.Erratum
        : RetractionTitle().IsMatch(foldedTitle) ? Kind.Retraction
        : BookReviewTitle().IsMatch(foldedTitle) ? Kind.BookReview
        : CommentTitle().IsMatch(foldedTitle) ? Kind.Comment
        : Kind.Unknown;

    [GeneratedRegex(@"^(?:(?:author|publisher|editor)'?s?'? )?(?:corrigend(?:um|a)|errat(?:um|a)|corrections?)\b(?: to| for| in|:|\.|$| -|\])|[\[(](?:corrigendum|erratum|correction)[\])]\.?$|\(vol \d+, pg|^(?:勘误|更正|更正启事|勘误表)")]
    private static partial Regex ErratumTitle();

    [GeneratedRegex(@"^(?:retraction|retracted|withdrawn|withdrawal|removed|notice of retraction|expression of concern)\b(?: article| notice| to| of|:|\]| -)|[\[(]retract(?:ed|ion)\b[^\])]*[\])]\.?$|^(?:撤稿|撤回)")]
    private static partial Regex RetractionTitle();

    [GeneratedRegex(@"^(?:the )?(?:authors?'?s?'? )?(?:reply|response|rebuttal)(?: to| by| from|:|\.|$| -)|^(?:comments?|commentary|remarks) (?:on|to)\b|^(?:comment|commentary|invited commentary|re|letter to the editor|letter):|^(?:回复|答复|评论|商榷)[::]")]
    private static partial Regex CommentTitle();

    [GeneratedRegex(@"^book reviews?\b|[\[(]book review[\])]\.?$|^书评")]
    private static partial Regex BookReviewTitle();

    [GeneratedRegex(@"^(?:ph\.?\s?d|m\.?\s?(?:sc|a)|d\.?\s?phil|thesis|dissertation)\b|学位论文", RegexOptions.IgnoreCase)]
    private static partial Regex Degree();

    [GeneratedRegex(@"\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|edarxiv|techrxiv|engrxiv|ssrn|chinaxiv|preprints?|research square|authorea|osf)\b|^corr$|^abs/")]
    private static partial Regex PreprintServer();

    // Registrants of preprint servers: Cold Spring Harbor, arXiv, SSRN, preprints.org, Research Square, PsyArXiv, OSF, ChemRxiv, ChinaXiv.
    [GeneratedRegex(@"^10\.(?:1101/\d|48550/|2139/ssrn|20944/preprints|21203/rs|31234/|31219/|26434/|12074/)", RegexOptions.IgnoreCase)]
    private static partial Regex PreprintDoi();

    [GeneratedRegex(@"\b(?:conference|conf|symposium|workshop|congress|proceedings of the (?:\d+(?:st|nd|rd|th)|annual|ieee|acm)|annual meeting)\b|会议|论文集|研讨会|年会")]
    private static partial Regex Proceedings();
}

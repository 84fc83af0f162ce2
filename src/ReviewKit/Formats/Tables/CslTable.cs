using static ReviewKit.Formats.Fields;
using Record = ReviewKit.Records.Record;

namespace ReviewKit.Formats;

/// <summary>The variables of CSL-JSON; what is only read is no variable of its schema (1.0.2).</summary>
static class CslTable
{
    static readonly string[] Own =
    [
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
        "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference",
        "patent", "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
    ];

    // Crossref answers in CSL with types of its own.
    static readonly TypeWords Types = new(
    [
        .. Own.Select(t => (t, new[] { t })),
        ("article-journal", ["journal-article"]), ("paper-conference", ["proceedings-article"]), ("chapter", ["book-chapter", "book-section", "reference-entry"]),
        ("book", ["monograph", "edited-book", "reference-book", "proceedings"]), ("article", ["posted-content"]), ("thesis", ["dissertation"]), ("webpage", ["web-page"]),
    ]);

    static readonly HashSet<string> OwnTypes = [.. Own];

    /// <summary>The variables that are names of people.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>
    {
        "author", "editor", "translator", "collection-editor", "container-author", "director", "interviewer", "recipient", "composer", "editorial-director", "illustrator", "contributor",
        "reviewed-author", "original-author", "chair",
    };

    public static readonly TagTable Table = new(raw => Types.Kind(raw.First("type")),
        new("title", Title), new("translated-title", TranslatedTitle) { IsOnlyRead = true }, new("original-title", TranslatedTitle) { IsOnlyRead = true },
        new("author", AuthorParts), new("author.affiliation.name", Affiliations) { IsOnlyRead = true }, new("editor", EditorParts),
        new("translator", ContributorParts("translator")), new("collection-editor", ContributorParts("series-editor")), new("container-author", ContributorParts("container-author")),
        new("director", ContributorParts("director")), new("interviewer", ContributorParts("interviewer")), new("recipient", ContributorParts("recipient")), new("composer", ContributorParts("composer")),
        new("editorial-director", ContributorParts("editorial-director")), new("illustrator", ContributorParts("illustrator")), new("contributor", ContributorParts("contributor")),
        new("reviewed-author", ContributorParts("reviewed-author")), new("original-author", ContributorParts("original-author")), new("chair", ContributorParts("chair")),
        new("container-title", Journal), new("container-title-short", Journal), new("journalAbbreviation", Journal), new("abstract", Abstract), new("keyword", Keywords, Form.Terms) { IsWrapped = true },
        new("issued", Date) { Written = Issued }, new("published", Date) { IsOnlyRead = true }, new("published-print", Date) { IsOnlyRead = true }, new("volume", Volume), new("issue", Issue), new("page", Pages),
        new("article-number", ArticleNumber) { IsOnlyRead = true }, new("DOI", Fields.Doi), new("ISSN", SerialNumber) { Written = r => Several(r.Issn) }, new("ISBN", SerialNumber) { Written = r => Several(r.Isbn) },
        new("PMID", Pmid), new("PMCID", Pmcid), new("URL", Url), new("language", Language),
        new("publisher", Institution) { Only = ["thesis"] }, new("publisher", Publisher), new("is-referenced-by-count", TimesCited) { IsOnlyRead = true }, new("id", Id("id")) { IsOnlyRead = true }, new("note", Note),
        new(RestOfRecord.Plain, Rest))
    {
        TypeTags = new HashSet<string> { "type" },
        // Another type is none that a citation processor accepts.
        Opening = (record, _, keys) => [("id", keys.Of(record, record.Ids.GetValueOrDefault("id"))), ("type", record.Type is { } type && OwnTypes.Contains(type) ? type : "document")],
        SourceTag = "source",
    };

    static IEnumerable<string> Issued(Record record) => record.Date is { } date ? [date] : Year.Get(record);

    static IEnumerable<string> Several(List<string> numbers) => numbers.Count == 0 ? [] : [string.Join("; ", numbers)];
}

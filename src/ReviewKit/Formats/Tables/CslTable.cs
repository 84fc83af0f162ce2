using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>The variables of CSL-JSON.</summary>
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

    public static readonly TagTable Table = new(raw => Types.Kind(raw.First("type")),
        new("title", Title), new("translated-title", TranslatedTitle), new("original-title", TranslatedTitle), new("author", AuthorParts), new("editor", EditorParts),
        new("translator", ContributorParts("translator")), new("collection-editor", ContributorParts("series-editor")), new("container-author", ContributorParts("container-author")),
        new("director", ContributorParts("director")), new("interviewer", ContributorParts("interviewer")), new("recipient", ContributorParts("recipient")), new("composer", ContributorParts("composer")),
        new("editorial-director", ContributorParts("editorial-director")), new("illustrator", ContributorParts("illustrator")), new("contributor", ContributorParts("contributor")),
        new("reviewed-author", ContributorParts("reviewed-author")), new("original-author", ContributorParts("original-author")), new("chair", ContributorParts("chair")),
        new("container-title", Journal), new("container-title-short", Journal), new("journalAbbreviation", Journal), new("abstract", Abstract), new("keyword", Keywords, Form.Terms),
        new("issued", Date), new("published", Date), new("published-print", Date), new("volume", Volume), new("issue", Issue), new("page", Pages), new("article-number", ArticleNumber),
        new("DOI", Fields.Doi), new("ISSN", SerialNumber), new("ISBN", SerialNumber), new("PMID", Pmid), new("PMCID", Pmcid), new("URL", Url), new("language", Language),
        new("publisher", Institution) { Only = ["thesis"] }, new("publisher", Publisher), new("is-referenced-by-count", TimesCited), new("id", Id("id")), new("note", Note))
    {
        TypeTags = new HashSet<string> { "type" },
    };
}

using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>The elements of EndNote's XML by which records are written, after EndNote's fields for each type of reference.</summary>
static class EndNoteXmlRows
{
    static readonly (string Type, string Name, int Number)[] Kinds =
    [
        ("article-journal", "Journal Article", 17), ("book", "Book", 6), ("chapter", "Book Section", 5), ("paper-conference", "Conference Paper", 47), ("thesis", "Thesis", 32), ("report", "Report", 27),
        ("article-newspaper", "Newspaper Article", 23), ("article-magazine", "Magazine Article", 19), ("patent", "Patent", 25), ("standard", "Standard", 58), ("webpage", "Web Page", 12),
        ("manuscript", "Manuscript", 36), ("dataset", "Dataset", 59), ("software", "Computer Program", 9), ("legislation", "Statute", 31), ("legal_case", "Case", 7), ("map", "Map", 20), ("document", "Generic", 13),
    ];

    static readonly TypeWords Types = new([.. Kinds.Select(k => (k.Type, (string[])[k.Name]))]);

    public static readonly TagTable Table = new(raw => Types.Kind(raw.First("ref-type")),
        new("author", Authors), new("secondary-author", Editors) { Only = ["article-journal", "paper-conference", "chapter", "article-newspaper", "article-magazine", "document", "manuscript"] },
        new("secondary-author", Contributor("series-editor")) { Only = ["book", "report"] }, new("secondary-author", Contributor("secondary")),
        new("tertiary-author", Contributor("supervisor")) { Only = ["thesis"] }, new("tertiary-author", Editors) { Only = ["book", "report"] }, new("tertiary-author", Contributor("series-editor")),
        new("subsidiary-author", Contributor("translator")), new("translated-author", Contributor("translated-author")), new("auth-address", Affiliations),
        new("title", Title), new("secondary-title", Journal),
        // Journal articles have the journal here too, and some programs look only here.
        new("full-title", Journal) { Only = ["article-journal"], Written = Journal.Get }, new("translated-title", TranslatedTitle), new("pages", Pages), new("volume", Volume), new("number", Issue), new("keyword", Keywords),
        new("year", Year), new("date", Date), new("publisher", Institution) { Only = ["thesis"] }, new("publisher", Publisher), new("isbn", SerialNumber),
        new("accession-num", Accession), new("electronic-resource-num", Fields.Doi), new("abstract", Abstract), new("url", Url), new("language", Language),
        new("custom7", ArticleNumber) { Only = ["article-journal"] }, new("custom1", Labelled.Field) { Written = Labelled.Except(TranslatedTitle.Get) })
    {
        TypeTags = new HashSet<string> { "ref-type" },
        Opening = (record, isOwn, _) => [("ref-type", Types.Word(record.Type, record.SourceType, isOwn))],
        SourceTag = "remote-database-name",
    };

    /// <summary>EndNote's number for a type of reference; that of Generic for an unknown one.</summary>
    public static int Number(string name) => Array.Find(Kinds, k => k.Name == name).Number is > 0 and var number ? number : 13;
}

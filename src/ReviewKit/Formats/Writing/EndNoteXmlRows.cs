using Record = ReviewKit.Records.Record;
using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>The elements (paths below a record) of EndNote's XML by which records are written, after EndNote's fields for each type of reference.</summary>
static class EndNoteXmlRows
{
    static readonly (string Type, string Name, int Number)[] Kinds =
    [
        ("article-journal", "Journal Article", 17), ("book", "Book", 6), ("chapter", "Book Section", 5), ("paper-conference", "Conference Paper", 47), ("thesis", "Thesis", 32), ("report", "Report", 27),
        ("article-newspaper", "Newspaper Article", 23), ("article-magazine", "Magazine Article", 19), ("patent", "Patent", 25), ("standard", "Standard", 58), ("webpage", "Web Page", 12),
        ("manuscript", "Manuscript", 36), ("dataset", "Dataset", 59), ("software", "Computer Program", 9), ("legislation", "Statute", 31), ("legal_case", "Case", 7), ("map", "Map", 20), ("document", "Generic", 13),
    ];

    static readonly string[] Edited = ["article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference", "document", "webpage"];
    static readonly string[] Containing = [.. Edited, "report", "thesis", "manuscript", "dataset"];

    static readonly TypeWords Types = new([.. Kinds.Select(k => (k.Type, (string[])[k.Name]))]);

    public static readonly TagTable Table = new(raw => Types.Kind(raw.First("ref-type")),
        new("contributors/authors/author", Authors),
        new("contributors/secondary-authors/author", Editors) { Only = Edited }, new("contributors/secondary-authors/author", Contributor("series-editor")) { Only = ["book"] },
        new("contributors/secondary-authors/author", Contributor("secondary")),
        new("contributors/tertiary-authors/author", Contributor("supervisor")) { Only = ["thesis"] }, new("contributors/tertiary-authors/author", Contributor("tertiary")),
        new("contributors/subsidiary-authors/author", Contributor("subsidiary")), new("contributors/translated-authors/author", Contributor("translated-author")),
        new("auth-address", Affiliations, Form.ChineseSemicolons), new("titles/title", Title), new("titles/secondary-title", Journal) { Only = Containing }, new("titles/translated-title", TranslatedTitle),
        // Journal articles have the journal here too, and some programs look only here.
        new("periodical/full-title", Journal) { Written = Journal.Get },
        new("pages", Pages), new("volume", Volume), new("number", Issue), new("keywords/keyword", Keywords, Form.Semicolons), new("dates/year", Year), new("dates/pub-dates/date", Date),
        new("publisher", Institution) { Only = ["thesis"] }, new("publisher", Publisher), new("orig-pub", TranslatedJournal), new("isbn", SerialNumber),
        new("accession-num", Accession), new("electronic-resource-num", Fields.Doi), new("abstract", Abstract), new("translated-abstract", TranslatedAbstract),
        new("urls/related-urls/url", Url), new("language", Language), new("custom1", Labelled.Field) { Written = Labelled.Except(TranslatedTitle.Get, TranslatedJournal.Get, TranslatedAbstract.Get, Pmcid) },
        new("custom2", PubMedNumber) { Only = ["article-journal"], Written = Pmcid }, new("custom7", ArticleNumber) { Only = ["article-journal"] })
    {
        TypeTags = new HashSet<string> { "ref-type" },
        Opening = (record, isOwn, _) => [("ref-type", Types.Word(record.Type, record.SourceType, isOwn))],
        SourceTag = "remote-database-name",
    };

    static IEnumerable<string> Pmcid(Record record) => record is { Type: "article-journal", Pmcid: { } number } ? [number] : [];

    /// <summary>EndNote's number for a type of reference; that of Generic for an unknown one.</summary>
    public static int Number(string name) => Array.Find(Kinds, k => k.Name == name).Number is > 0 and var number ? number : 13;
}

using static ReviewKit.Formats.Fields;
using Record = ReviewKit.Records.Record;

namespace ReviewKit.Formats;

/// <summary>EndNote's XML, styled as EndNote writes it and plain as JabRef does: paths below a record.</summary>
static class EndNoteXmlTable
{
    /// <summary>Types by EndNote's numbers, for programs that leave out the name.</summary>
    public static readonly IReadOnlyDictionary<string, string> TypeNumbers = new Dictionary<string, string>
    {
        ["17"] = "Journal Article",
        ["6"] = "Book",
        ["5"] = "Book Section",
        ["28"] = "Edited Book",
        ["10"] = "Conference Proceedings",
        ["47"] = "Conference Paper",
        ["32"] = "Thesis",
        ["27"] = "Report",
        ["23"] = "Newspaper Article",
        ["19"] = "Magazine Article",
        ["25"] = "Patent",
        ["58"] = "Standard",
        ["12"] = "Web Page",
        ["43"] = "Electronic Article",
        ["44"] = "Electronic Book",
        ["59"] = "Dataset",
        ["9"] = "Computer Program",
        ["36"] = "Manuscript",
        ["31"] = "Statute",
        ["7"] = "Case",
        ["13"] = "Generic",
    };

    // EndNote gives the second kind of author and title another part in books, where they are those of the series.
    static readonly string[] Edited = ["article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference", "document", "webpage"];
    static readonly string[] Containing = [.. Edited, "report", "thesis", "manuscript", "dataset"];

    public static readonly TagTable Table = new(raw => EndNoteTable.Types.Kind(raw.First(Type)),
        new("titles/title", Title), new("titles/translated-title", TranslatedTitle), new("contributors/authors/author", Authors),
        new("contributors/secondary-authors/author", Editors) { Only = Edited },
        new("contributors/secondary-authors/author", Contributor("series-editor")) { Only = ["book"] },
        new("contributors/secondary-authors/author", Contributor("secondary")),
        new("contributors/tertiary-authors/author", Contributor("supervisor")) { Only = ["thesis"] },
        new("contributors/tertiary-authors/author", Contributor("tertiary")),
        new("contributors/subsidiary-authors/author", Contributor("subsidiary")), new("contributors/translated-authors/author", Contributor("translated-author")),
        new("titles/secondary-title", Journal) { Only = Containing },
        // Journal articles have the journal here too, and some programs look only here.
        new("periodical/full-title", Journal) { Written = Journal.Get }, new("alt-periodical/full-title", Journal), new("titles/alt-title", Journal),
        new("periodical/abbr-1", Journal),
        new("abstract", Abstract), new("translated-abstract", TranslatedAbstract), new("keywords/keyword", Keywords, Form.Semicolons),
        new("dates/year", Year), new("dates/pub-dates/date", Date), new("volume", Volume), new("number", Issue), new("pages", Pages),
        new("electronic-resource-num", Fields.Doi), new("isbn", SerialNumber), new("orig-pub", TranslatedJournal), new("accession-num[pmid]", Pmid) { IsOnlyRead = true }, new("accession-num", Accession),
        new("custom2", PubMedNumber) { Only = ["article-journal"], Written = Pmcid }, new("custom7", ArticleNumber) { Only = ["article-journal"] },
        new("language", Language), new("urls/related-urls/url", Url), new("urls/web-urls/url", Url),
        new("auth-address", Affiliations, Form.ChineseSemicolons), new("publisher", Institution) { Only = ["thesis"] }, new("publisher", Publisher), new("notes", Note),
        new("custom1", Labelled.Field) { Written = Labelled.Except(TranslatedTitle.Get, TranslatedJournal.Get, TranslatedAbstract.Get, Pmcid) })
    {
        TypeTags = new HashSet<string> { Type },
        Opening = (record, isOwn, _) => [(Type, EndNoteTable.Types.Word(record.Type, record.SourceType, isOwn))],
        SourceTag = "remote-database-name",
    };

    /// <summary>The tag of the type's name.</summary>
    public const string Type = "ref-type";

    /// <summary>EndNote's number for a type of reference; that of Generic for an unknown one.</summary>
    public static string NumberOf(string name) => TypeNumbers.FirstOrDefault(t => t.Value == name).Key ?? "13";

    static IEnumerable<string> Pmcid(Record record) => record is { Type: "article-journal", Pmcid: { } number } ? [number] : [];
}

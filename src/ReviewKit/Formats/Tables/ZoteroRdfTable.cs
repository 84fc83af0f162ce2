using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>Zotero's bibliographic RDF: paths below an item, with Zotero's usual prefixes.</summary>
static class ZoteroRdfTable
{
    const string Journal_ = "dcterms:isPartOf/bib:Journal/";
    const string Book = "dcterms:isPartOf/bib:Book/";
    const string Proceedings = "dcterms:isPartOf/bib:Proceedings/";
    const string Newspaper = "dcterms:isPartOf/bib:Newspaper/";
    const string Periodical = "dcterms:isPartOf/bib:Periodical/";

    static readonly TypeWords Types = new(
        ("article-journal", ["journalArticle"]),
        ("article-magazine", ["magazineArticle"]),
        ("article-newspaper", ["newspaperArticle"]),
        ("article", ["preprint"]),
        ("book", ["book"]),
        ("chapter", ["bookSection"]),
        ("paper-conference", ["conferencePaper"]),
        ("thesis", ["thesis"]),
        ("report", ["report"]),
        ("patent", ["patent"]),
        ("standard", ["standard"]),
        ("webpage", ["webpage"]),
        ("dataset", ["dataset"]),
        ("software", ["computerProgram"]),
        ("entry-encyclopedia", ["encyclopediaArticle"]),
        ("entry-dictionary", ["dictionaryEntry"]),
        ("legislation", ["statute"]),
        ("manuscript", ["manuscript"]),
        ("document", ["document"]),
        ("speech", ["presentation"]));

    // "DOI 10.1000/1" beside "ISSN 1234-5679": told apart by what they hold.
    static readonly Field Identifier = new("identifier", FieldKind.List, (d, v) =>
        v.StartsWith("DOI", StringComparison.OrdinalIgnoreCase) ? Identifiers.PutDoi(d, v) : v.StartsWith("IS", StringComparison.OrdinalIgnoreCase) && Identifiers.PutSerialNumber(d, v), r => []);

    public static readonly TagTable Table = new(raw => Types.Kind(raw.First("z:itemType")),
    [
        new("dc:title", Title), new("bib:authors", AuthorParts), new("z:inventors", AuthorParts), new("z:presenters", AuthorParts), new("bib:editors", EditorParts), new("z:translators", ContributorParts("translator")),
        new("bib:contributors", ContributorParts("contributor")), new("z:seriesEditors", ContributorParts("series-editor")),
        new("dcterms:abstract", Abstract), new("dc:subject", Keywords), new("dc:subject/z:AutomaticTag/rdf:value", Keywords), new("dc:date", Date), new("bib:pages", Pages),
        new("dc:identifier", Identifier), new("dc:identifier/dcterms:URI/rdf:value", Url), new("z:language", Language), new("dc:language", Language), new("prism:volume", Volume), new("prism:number", Issue),
        new("z:type", SourceWord), new("dc:publisher/foaf:Organization/foaf:name", Institution) { Only = ["thesis", "report"] }, new("dc:publisher/foaf:Organization/foaf:name", Publisher),
        .. Container(Journal_), .. Container(Book), .. Container(Proceedings), .. Container(Newspaper), .. Container(Periodical),
        new("z:citationKey", Id("key")),
    ])
    {
        TypeTags = new HashSet<string> { "z:itemType" },
    };

    static Field SourceWord => new("genre", FieldKind.One, (_, _) => false, _ => []);

    static TagRow[] Container(string path) =>
    [
        new(path + "dc:title", Journal), new(path + "dcterms:alternative", Journal), new(path + "prism:volume", Volume), new(path + "prism:number", Issue), new(path + "dc:identifier", Identifier),
    ];
}

using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>Works of OpenAlex: paths of keys.</summary>
static class OpenAlexTable
{
    static readonly TypeWords Types = new(
        ("article-journal", ["article", "review", "letter", "editorial", "erratum", "retraction", "journal-article"]),
        ("article", ["preprint", "posted-content"]),
        ("chapter", ["book-chapter", "reference-entry", "book-section"]),
        ("paper-conference", ["proceedings-article", "conference-paper"]),
        ("book", ["book", "monograph"]),
        ("thesis", ["dissertation"]),
        ("dataset", ["dataset"]),
        ("report", ["report"]),
        ("standard", ["standard"]),
        ("webpage", ["website"]),
        ("software", ["software"]));

    // Identifiers are addresses: "https://pubmed.ncbi.nlm.nih.gov/1", "https://www.ncbi.nlm.nih.gov/pmc/articles/1".
    static readonly Form Tail = new("tail", text => [text[(text.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/')]);
    static readonly Form PmcTail = new("pmc-tail", text => Tail.Split(text).Select(t => char.IsAsciiDigit(t.FirstOrDefault()) ? "PMC" + t : t));

    public static readonly TagTable Table = new(raw => Types.Kind(raw.First("type")),
        new("title", Title), new("display_name", Title), new("authorships.author", AuthorParts), new("publication_year", Year), new("publication_date", Date), new("language", Language),
        new("primary_location.source.display_name", Journal), new("host_venue.display_name", Journal), new("primary_location.source.issn", SerialNumber), new("primary_location.source.issn_l", SerialNumber),
        new("biblio.volume", Volume), new("biblio.issue", Issue), new("biblio.first_page", FirstPage), new("biblio.last_page", LastPage), new("doi", Fields.Doi),
        new("ids.pmid", Pmid, Tail), new("ids.pmcid", Pmcid, PmcTail), new("id", Id("openalex")), new("primary_location.landing_page_url", Url), new("abstract_inverted_index", Abstract),
        new("keywords.display_name", IndexKeywords), new("mesh.descriptor_name", IndexKeywords), new("authorships.raw_affiliation_strings", Affiliations), new("referenced_works", References),
        new("cited_by_count", TimesCited))
    {
        TypeTags = new HashSet<string> { "type" },
    };
}

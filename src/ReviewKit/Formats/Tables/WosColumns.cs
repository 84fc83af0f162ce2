namespace ReviewKit.Formats;

/// <summary>The column names of Web of Science's Excel files, as the tags that mean the same: so one search gives the same records from each of its exports.</summary>
static class WosColumns
{
    static readonly Dictionary<string, string> Tags = new (string Name, string Tag)[]
    {
        ("publication type", "PT"), ("authors", "AU"), ("book authors", "BA"), ("book editors", "BE"), ("book group authors", "GP"), ("author full names", "AF"),
        ("book author full names", "BF"), ("group authors", "CA"), ("article title", "TI"), ("title", "TI"), ("source title", "SO"), ("book series title", "SE"), ("book series subtitle", "BS"),
        ("language", "LA"), ("document type", "DT"), ("conference title", "CT"), ("conference date", "CY"), ("conference location", "CL"), ("conference sponsor", "SP"),
        ("conference host", "HO"), ("author keywords", "DE"), ("keywords plus", "ID"), ("abstract", "AB"), ("addresses", "C1"), ("affiliations", "C3"), ("reprint addresses", "RP"),
        ("email addresses", "EM"), ("researcher ids", "RI"), ("orcids", "OI"), ("funding orgs", "FU"), ("funding name preferred", "FP"), ("funding text", "FX"),
        ("cited references", "CR"), ("cited reference count", "NR"), ("times cited, wos core", "TC"), ("times cited", "TC"), ("times cited, all databases", "Z9"), ("publisher", "PU"),
        ("publisher city", "PI"), ("publisher address", "PA"), ("issn", "SN"), ("eissn", "EI"), ("isbn", "BN"), ("journal abbreviation", "J9"), ("journal iso abbreviation", "JI"),
        ("publication date", "PD"), ("publication year", "PY"), ("volume", "VL"), ("issue", "IS"), ("part number", "PN"), ("supplement", "SU"), ("special issue", "SI"),
        ("meeting abstract", "MA"), ("start page", "BP"), ("end page", "EP"), ("article number", "AR"), ("doi", "DI"), ("doi link", "DL"), ("book doi", "D2"), ("early access date", "EA"),
        ("number of pages", "PG"), ("wos categories", "WC"), ("web of science index", "WE"), ("research areas", "SC"), ("ids number", "GA"), ("pubmed id", "PM"),
        ("open access designations", "OA"), ("highly cited status", "HC"), ("hot paper status", "HP"), ("date of export", "DA"), ("ut (unique wos id)", "UT"), ("ut (unique id)", "UT"),
        // "All databases": titles, abstracts and keywords in the language of the article.
        ("article title chinese", "Z1"), ("article title korean", "Z1"), ("article title russian", "Z1"), ("article title scielo", "Z1"),
        ("article title foreign", "Z1"), ("foreign title", "FT"), ("abstract foreign", "Z4"), ("abstract chinese", "Z4"), ("abstract korean", "Z4"), ("author keywords foreign", "Z5"),
        ("mesh terms", "MQ"), ("mesh headings", "MQ"),
    }.ToDictionary(pair => pair.Name, pair => pair.Tag);

    public static readonly TagTable Table = new(raw => WosTable.KindOf(Value(raw, "DT"), Value(raw, "PT")), [.. WosTable.Table.Rows])
    {
        Key = TagOf,
        TypeTags = WosTable.Table.TypeTags,
    };

    /// <summary>True when the columns are those of Web of Science.</summary>
    /// <param name="keys">As <see cref="ColumnTable.Key"/> gives them.</param>
    public static bool Are(IReadOnlyList<string> keys) =>
        keys.Contains("ut (unique wos id)") || keys.Contains("ut (unique id)") || (keys.Contains("article title") && keys.Contains("wos categories"));

    static string TagOf(string column) => Tags.GetValueOrDefault(ColumnTable.Key(column), column);

    static string? Value(RawRecord raw, string tag) => raw.Fields.Find(field => TagOf(field.Tag) == tag)?.Joined(" ") is { Length: > 0 } text ? text : null;
}

using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>PubMed's tagged format (.nbib), which ERIC writes too.</summary>
static class PubMedTable
{
    public static readonly TagTable Table = new(Kind,
        new("TI", Title), new("BTI", Title) { Only = ["book"] }, new("BTI", Journal), new("TT", TranslatedTitle),
        new("FAU", Authors), new("CN", Authors), new("AU", Authors) { IsFallback = true }, new("FED", Editors), new("ED", Editors) { IsFallback = true },
        new("JT", Journal), new("TA", Journal), new("AB", Abstract), new("OAB", TranslatedAbstract), new("OT", Keywords), new("MH", IndexKeywords),
        new("DP", Date), new("VI", Volume), new("IP", Issue), new("PG", Pages), new("LID", DoiAmong), new("AID", DoiAmong), new("IS", SerialNumber), new("ISSN", SerialNumber), new("ISBN", SerialNumber),
        new("PMID", Pmid), new("PMC", Pmcid), new("LA", Language), new("AD", Affiliations) { IsWrapped = true }, new("PB", Publisher),
        // Of PubMed's XML, which tells the parts of names apart.
        new("author", AuthorParts), new("editor", EditorParts), new("references", References))
    {
        TypeTags = new HashSet<string> { "PT" },
    };

    // A record has several types of publication, the kind of study among them.
    static RecordKind Kind(RawRecord raw)
    {
        var words = raw.Fields.Where(f => f.Tag == "PT").Select(f => f.Joined(" ")).ToList();
        var isJournal = words.Exists(w => w.StartsWith("Journal Article", StringComparison.OrdinalIgnoreCase)) || raw.Has("JT") || raw.Has("TA");
        var type = words.Contains("Preprint") ? "article"
            : words.Exists(w => w.StartsWith("Book", StringComparison.OrdinalIgnoreCase)) ? "book"
            : isJournal ? "article-journal"
            : words.Exists(w => w.StartsWith("Report", StringComparison.OrdinalIgnoreCase)) ? "report"
            : raw.Has("BTI") ? raw.Has("TI") ? "chapter" : "book" : null;
        return new RecordKind(words.Count == 0 ? null : string.Join("; ", words), type);
    }
}

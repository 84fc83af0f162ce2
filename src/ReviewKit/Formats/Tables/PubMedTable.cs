using static ReviewKit.Formats.Fields;
using Record = ReviewKit.Records.Record;

namespace ReviewKit.Formats;

/// <summary>PubMed's tagged format (.nbib), which ERIC writes too.</summary>
static class PubMedTable
{
    static readonly (string Type, string Word)[] Words =
    [
        ("article-journal", "Journal Article"), ("paper-conference", "Congress"), ("thesis", "Academic Dissertation"), ("book", "Book"), ("chapter", "Book Chapter"),
        ("report", "Report"), ("article", "Preprint"), ("article-newspaper", "Newspaper Article"), ("dataset", "Dataset"),
    ];

    public static readonly TagTable Table = new(Kind,
        new("TI", Title), new("BTI", Title) { Only = ["book"] }, new("BTI", Journal) { IsOnlyRead = true }, new("TT", TranslatedTitle),
        new("FAU", Authors), new("CN", Authors), new("AU", Authors) { IsFallback = true, Written = r => r.Other.ContainsKey("AU") ? [] : WrittenValues.Abbreviated(r, null) },
        new("FED", Editors), new("ED", Editors) { IsFallback = true },
        new("JT", Journal), new("TA", Journal), new("AB", Abstract), new("OAB", TranslatedAbstract), new("OT", Keywords), new("MH", IndexKeywords),
        new("DP", Date) { Written = WrittenValues.PubMedDate }, new("VI", Volume), new("IP", Issue), new("PG", Pages),
        new("LID", DoiAmong) { IsOnlyRead = true }, new("AID", DoiAmong) { Written = r => r.Doi is { } doi ? [doi + " [doi]"] : [] },
        new("IS", SerialNumber) { Written = r => r.Issn }, new("ISSN", SerialNumber) { IsOnlyRead = true }, new("ISBN", SerialNumber) { Written = r => r.Isbn },
        new("PMID", Pmid) { IsOnlyRead = true }, new("PMC", Pmcid), new("LA", Language) { Written = WrittenValues.Language(isName: false) }, new("AD", Affiliations) { IsWrapped = true }, new("PB", Publisher),
        // Of PubMed's XML, which tells the parts of names apart.
        new("author", AuthorParts) { IsOnlyRead = true }, new("editor", EditorParts) { IsOnlyRead = true }, new("references", References) { IsOnlyRead = true })
    {
        TypeTags = new HashSet<string> { "PT" },
        Opening = Opening,
        SourceTag = "OWN",
        InOrder = Authorship.OfPubMed,
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

    // The number first: by it programs see where a record begins.
    static IEnumerable<(string Tag, string Value)> Opening(Record record, bool isOwn, CitationKeys keys)
    {
        if (record.Pmid is { } pmid) yield return ("PMID", pmid);
        var owner = record.Source is "pubmed" or "other" ? "NLM" : Origin.NameOf(record.Source);
        if (!isOwn || !record.Other.TryGetValue("OWN", out var owners)) yield return ("OWN", owner);
        else foreach (var own in owners) yield return ("OWN", own);
        var word = isOwn ? record.SourceType : Array.Find(Words, w => w.Type == record.Type).Word ?? record.SourceType;
        foreach (var part in word?.Split("; ") ?? []) yield return ("PT", part);
    }
}

using Record = ReviewKit.Records.Record;
using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>The variables of CSL-JSON (schema 1.0.2). A date is written here as ISO text, a name as "Family, Given".</summary>
static class CslRows
{
    // The schema's list; any other type is none that a CSL processor accepts.
    static readonly HashSet<string> Types = [.. ("article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary "
        + "entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
        + "personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage").Split(' ')];

    public static readonly TagTable Table = new(raw => new RecordKind(raw.First("type"), raw.First("type")),
        new("title", Title), new("author", Authors), new("editor", Editors), new("translator", Contributor("translator")), new("container-title", Journal), new("abstract", Abstract),
        new("keyword", Keywords, Form.Semicolons) { IsWrapped = true }, new("issued", Date) { Written = Issued }, new("volume", Volume), new("issue", Issue), new("page", Pages),
        new("DOI", Fields.Doi), new("ISSN", SerialNumber, Form.Semicolons) { IsWrapped = true, Written = r => r.Issn }, new("ISBN", SerialNumber, Form.Semicolons) { IsWrapped = true, Written = r => r.Isbn },
        new("PMID", Pmid), new("PMCID", Pmcid), new("URL", Url), new("language", Language), new("publisher", Institution) { Only = ["thesis"] }, new("publisher", Publisher),
        new(RestOfRecord.Plain, Rest))
    {
        TypeTags = new HashSet<string> { "type" },
        Opening = (record, _, keys) => [("id", keys.Of(record, record.Ids.GetValueOrDefault("id"))), ("type", record.Type is { } type && Types.Contains(type) ? type : "document")],
        SourceTag = "source",
    };

    static IEnumerable<string> Issued(Record record) => record.Date is { } date ? [date] : Year.Get(record);
}

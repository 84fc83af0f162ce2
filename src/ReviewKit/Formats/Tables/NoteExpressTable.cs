using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>NoteExpress's tagged format (.net), as CNKI, Wanfang, VIP and the Chinese Medical Association's journals write it.</summary>
static class NoteExpressTable
{
    static readonly TypeWords Types = new(
        ("article-journal", ["Journal Article"]),
        ("thesis", ["Thesis"]),
        ("paper-conference", ["Conference Proceedings", "Conference Paper"]),
        ("article-newspaper", ["Newspaper Article"]),
        ("article-magazine", ["Magazine Article"]),
        ("patent", ["Patent"]),
        ("standard", ["Standard"]),
        ("book", ["Book"]),
        ("chapter", ["Book Section", "Yearbook"]),
        ("report", ["Report"]),
        ("document", ["Generic"]),
        ("webpage", ["Web Page"]));

    public static readonly TagTable Table = new(Kind,
        new("Title", Title), new("Translated Title", TranslatedTitle), new("Author", Authors, Form.Chinese), new("Translated Author", Contributor("translated-author"), Form.Semicolons),
        new("Tertiary Author", Contributor("supervisor"), Form.Chinese), new("Subsidiary Author,", Contributor("subsidiary"), Form.Semicolons), new("Subsidiary Author", Contributor("subsidiary"), Form.Semicolons),
        new("Secondary Author", Editors, Form.Chinese),
        new("Journal", Journal) { Only = ["chapter"], IsOnlyRead = true }, new("Journal", Journal), new("Tertiary Title", Journal) { IsOnlyRead = true }, new("Secondary Title", Journal), new("Translated Journal", TranslatedJournal),
        new("Abstract", Abstract), new("Translated Abstract", TranslatedAbstract), new("Keywords", Keywords, Form.Chinese), new("Translated Keywords", TranslatedKeywords, Form.Semicolons),
        new("Year", Year), new("Date", Date), new("Volume", Volume), new("Issue", Issue, Form.Unpadded), new("Pages", Pages),
        new("DOI", Fields.Doi), new("ISBN/ISSN", SerialNumber), new("ISSN", SerialNumber), new("ISBN", SerialNumber), new("图书印刷版ISBN", SerialNumber), new("Notes", Id("cn")),
        new("Language", Language) { Written = WrittenValues.Language(isName: false) }, new("URL", Url), new("Author Address", Affiliations, Form.Semicolons) { IsWrapped = true },
        new("Publisher", Institution) { Only = ["thesis"] }, new("Publisher", Publisher))
    {
        TypeTags = new HashSet<string> { "Reference Type" },
        Opening = (record, isOwn, _) => [("Reference Type", Types.Word(record.Type, record.SourceType, isOwn))],
        SourceTag = "Database Provider",
    };

    public static readonly HashSet<string> Known =
        [.. Table.Tags, "Reference Type", "Place Published", "Type of Work", "SrcDatabase", "TryDate", "Subject", "Database Provider"];

    static RecordKind Kind(RawRecord raw) => Types.Kind(raw.First("Reference Type"));
}

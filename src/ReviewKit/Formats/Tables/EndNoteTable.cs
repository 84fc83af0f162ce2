using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>EndNote's tagged format (Refer), as EndNote, CNKI, Wanfang and VIP write it.</summary>
static class EndNoteTable
{
    public static readonly TypeWords Types = new(
        ("article-journal", ["Journal Article", "Electronic Article"]),
        ("article-magazine", ["Magazine Article"]),
        ("article-newspaper", ["Newspaper Article"]),
        ("thesis", ["Thesis"]),
        ("paper-conference", ["Conference Proceedings", "Conference Paper", "Conference Proceeding"]),
        ("book", ["Book", "Edited Book", "Electronic Book"]),
        ("chapter", ["Book Section"]),
        ("report", ["Report"]),
        ("patent", ["Patent"]),
        ("standard", ["Standard"]),
        ("webpage", ["Web Page"]),
        ("dataset", ["Dataset"]),
        ("software", ["Computer Program"]),
        ("manuscript", ["Manuscript"]),
        ("document", ["Generic"]),
        ("legislation", ["Legal Rule or Regulation", "Statute"]),
        ("legal_case", ["Case"]));

    public static readonly TagTable Table = new(Kind,
        new("%T", Title), new("%A", Authors, Form.Chinese), new("%E", Editors, Form.Chinese),
        new("%Y", Contributor("supervisor"), Form.Chinese) { Only = ["thesis"] }, new("%Y", Contributor("tertiary"), Form.Chinese), new("%?", Contributor("subsidiary"), Form.Semicolons),
        new("%H", Contributor("translated-author")), new("%J", Journal) { Only = ["chapter", "paper-conference"], IsOnlyRead = true }, new("%J", Journal), new("%B", Journal),
        new("%X", Abstract), new("%K", Keywords, Form.Chinese), new("%D", Year), new("%8", Date), new("%V", Volume), new("%N", Issue, Form.Unpadded), new("%P", Pages),
        new("%R", Fields.Doi), new("%@", SerialNumber), new("%L", Id("cn")), new("%M", Accession), new("%G", Language), new("%U", Url), new("%+", Affiliations, Form.Semicolons),
        new("%I", Institution) { Only = ["thesis"] }, new("%I", Publisher), new("%1", Labelled.Field) { Written = Labelled.Except(Id("cn").Get) })
    {
        Opening = (record, isOwn, _) => [("%0", Types.Word(record.Type, record.SourceType, isOwn))],
        SourceTag = "%W",
        TypeTags = new HashSet<string> { "%0" },
    };

    static RecordKind Kind(RawRecord raw)
    {
        var kind = Types.Kind(raw.First("%0"));
        // CNKI files standards and yearbooks under the same word and names the database in %~.
        if (kind.Type != "legislation" || raw.First("%~") is not { } database) return kind;
        if (database.Contains("标准", StringComparison.Ordinal)) return kind with { Type = "standard" };
        return database.Contains("年鉴", StringComparison.Ordinal) ? kind with { Type = "chapter" } : kind;
    }
}

using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>RefWorks tagged format, as RefWorks, CNKI and VIP write it.</summary>
static class RefWorksTable
{
    static readonly TypeWords Types = new(
        ("article-journal", ["Journal", "Journal Article", "Journal, Electronic", "Abstract"]),
        ("article-magazine", ["Magazine Article"]),
        ("article-newspaper", ["Newspaper Article"]),
        ("thesis", ["Dissertation/Thesis", "Dissertation", "Thesis"]),
        ("paper-conference", ["Conference Proceeding", "Conference Proceedings"]),
        ("chapter", ["Book, Section"]),
        ("book", ["Book, Whole", "Book, Edited", "Monograph"]),
        ("report", ["Report", "Other Article"]),
        ("standard", ["Standard"]),
        ("patent", ["Patent"]),
        ("webpage", ["Web Page"]),
        ("document", ["Generic"]),
        ("manuscript", ["Unpublished Material"]));

    public static readonly TagTable Table = new(Kind,
        new("T1", Title), new("A1", Authors, Form.Chinese), new("A2", Editors, Form.Chinese) { Only = ["chapter", "book", "paper-conference"] }, new("A2", Contributor("applicant"), Form.Chinese),
        new("A3", Contributor("supervisor"), Form.Chinese), new("ED", Other), new("JF", Journal), new("T2", Journal), new("JO", Journal),
        new("YR", Year), new("FD", Date), new("VO", Volume), new("vo", Volume), new("IS", Issue, Form.Unpadded), new("SP", FirstPage), new("OP", LastPage),
        new("K1", Keywords, Form.Chinese), new("AB", Abstract), new("SN", SerialNumber), new("CN", Id("cn")), new("LA", Language),
        new("LK", Url), new("UL", Url), new("URL", Url), new("DO", Fields.Doi), new("AD", Affiliations, Form.Semicolons),
        new("PB", Institution) { Only = ["thesis"] }, new("PB", Publisher))
    {
        TypeTags = new HashSet<string> { "RT" },
    };

    public static readonly HashSet<string> Known =
    [
        .. Table.Tags, .. "RT SR ID NO PP A4 A5 A6 T3 AV AN CL SF OT OL DB DS IP RD ST U1 U2 U3 U4 U5 WT WV WP CR C1 SL LL RR NV CA".Split(' '),
    ];

    // ED is the edition in RefWorks and not, as elsewhere, the editor.
    static Field Other => new("edition", FieldKind.One, (_, _) => false, _ => []);

    static RecordKind Kind(RawRecord raw)
    {
        var kind = Types.Kind(raw.First("RT"));
        // CNKI files yearbooks under Standard and says so in DB.
        return raw.First("DB")?.Contains("年鉴", StringComparison.Ordinal) == true ? kind with { Type = "chapter" } : kind;
    }
}

using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>RefWorks tagged format, as RefWorks, CNKI and VIP write it.</summary>
static class RefWorksTable
{
    static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Journal"] = "article-journal", ["Journal Article"] = "article-journal", ["Journal, Electronic"] = "article-journal", ["Magazine Article"] = "article-magazine",
        ["Newspaper Article"] = "article-newspaper", ["Dissertation/Thesis"] = "thesis", ["Dissertation"] = "thesis", ["Thesis"] = "thesis",
        ["Conference Proceeding"] = "paper-conference", ["Conference Proceedings"] = "paper-conference", ["Book, Section"] = "chapter", ["Book, Whole"] = "book",
        ["Book, Edited"] = "book", ["Report"] = "report", ["Other Article"] = "report", ["Standard"] = "standard", ["Patent"] = "patent", ["Web Page"] = "webpage",
        ["Monograph"] = "book", ["Abstract"] = "article-journal", ["Generic"] = "document", ["Unpublished Material"] = "manuscript",
    };

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
        var word = raw.First("RT");
        // CNKI files yearbooks under Standard and says so in DB.
        var type = raw.First("DB")?.Contains("年鉴", StringComparison.Ordinal) == true ? "chapter" : word is null ? null : Types.GetValueOrDefault(word);
        return new RecordKind(word, type);
    }
}

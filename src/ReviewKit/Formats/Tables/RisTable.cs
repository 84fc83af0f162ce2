using static ReviewKit.Formats.Fields;
using Record = ReviewKit.Records.Record;

namespace ReviewKit.Formats;

/// <summary>RIS, after the Reference Manager specification and EndNote's table of fields by type.</summary>
static class RisTable
{
    static readonly TypeWords Types = new(
        ("article-journal", ["JOUR", "JFULL", "EJOUR", "ABST", "INPR", "Journal Article"]),
        ("article-magazine", ["MGZN"]),
        ("article-newspaper", ["NEWS"]),
        ("book", ["BOOK", "EDBOOK", "EBOOK", "CLSWK", "SER"]),
        ("chapter", ["CHAP", "ECHAP"]),
        ("paper-conference", ["CONF", "CPAPER"]),
        ("thesis", ["THES"]),
        ("report", ["RPRT", "GOVDOC"]),
        ("standard", ["STAND"]),
        ("patent", ["PAT"]),
        ("dataset", ["DATA", "DBASE", "AGGR"]),
        ("entry-dictionary", ["DICT"]),
        ("entry-encyclopedia", ["ENCYC"]),
        ("webpage", ["WEB", "ELEC"]),
        ("post-weblog", ["BLOG"]),
        ("map", ["MAP"]),
        ("song", ["MUSIC", "SOUND"]),
        ("motion_picture", ["MPCT", "ADVS", "VIDEO", "MULTI"]),
        ("graphic", ["ART", "CHART", "FIGURE", "EQUA", "SLIDE"]),
        ("software", ["COMP"]),
        ("bill", ["BILL", "UNBILL", "UNBIL"]),
        ("legislation", ["STAT", "LEGAL"]),
        ("legal_case", ["CASE"]),
        ("hearing", ["HEAR"]),
        ("manuscript", ["MANSCPT", "UNPB", "UNPD"]),
        ("pamphlet", ["PAMP"]),
        ("personal_communication", ["PCOMM", "ICOMM"]),
        ("document", ["GEN", "CTLG", "GRANT", "ANCIENT", "UNKNOWN"]));

    // EndNote gives the second and third kind of author another part in each type of document.
    static readonly string[] Edited = ["article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia", "document", "manuscript"];
    static readonly string[] Books = ["book", "report"];
    static readonly string[] InSeries = ["book", "report", "map", "software"];

    public static readonly TagTable Table = new(Kind,
        new("TI", Title), new("T1", Title), new("CT", Title), new("BT", Title) { Only = ["book"] }, new("BT", Journal) { IsOnlyRead = true }, new("TT", TranslatedTitle),
        new("A1", Authors, Form.Semicolons) { Only = ["EDBOOK"] }, new("A1", Authors, Form.Semicolons) { IsOnlyRead = true }, new("AU", Authors, Form.Semicolons), new("AU", Editors, Form.Semicolons) { Only = ["EDBOOK"] },
        new("A2", Editors, Form.Semicolons) { Only = Edited }, new("A2", Contributor("series-editor")) { Only = Books }, new("A2", Contributor("secondary")),
        new("A3", Editors, Form.Semicolons) { Only = Books }, new("A3", Contributor("supervisor"), Form.Semicolons) { Only = ["thesis"] }, new("A3", Contributor("series-editor")),
        new("A4", Contributor("translator")), new("ED", Editors, Form.Semicolons),
        // For a paper C3 is the title of the proceedings and T2 the name of the conference; Scopus puts an abbreviation into C3.
        new("C3", Journal) { Only = ["paper-conference"] }, new("JF", Journal) { Only = InSeries }, new("JF", Journal) { IsOnlyRead = true },
        // Programs that do not know C3 look for the proceedings here.
        new("T2", Journal) { Only = ["paper-conference"], Written = Journal.Get }, new("T2", Contained) { Only = InSeries }, new("T2", Journal),
        new("JO", Journal), new("J1", Journal), new("JA", Journal), new("J2", Journal),
        new("AB", Abstract), new("N2", Abstract), new("KW", Keywords, Form.Semicolons), new("K1", Keywords, Form.Semicolons) { IsOnlyRead = true },
        new("PY", Year), new("Y1", Year), new("YR", Year), new("DA", Date) { Written = WrittenValues.RisDate },
        new("IS", Volume) { Only = ["book"], IsOnlyRead = true }, new("VL", Volume), new("VO", Volume), new("IS", Issue), new("M1", Issue, Form.ShortNumber) { Only = ["article-journal", "document", "manuscript"] },
        new("SP", FirstPage) { Written = WrittenValues.PageStart }, new("EP", LastPage) { Written = WrittenValues.PageEnd }, new("C7", ArticleNumber),
        new("DO", Doi), new("SN", SerialNumber), new("AN", Accession), new("C2", PubMedNumber) { Only = ["article-journal"], Written = PubMedOfArticle }, new("PMID", Pmid) { IsOnlyRead = true }, new("PM", Pmid) { IsOnlyRead = true },
        new("ID", Id("id")) { Written = WrittenValues.Id }, new("CN", Id("cn")), new("LA", Language), new("UR", Url), new("AD", Affiliations, Form.ChineseSemicolons), new("PB", Institution) { Only = ["thesis"] }, new("PB", Publisher),
        new("N1", Note), new("U1", Labelled.Field) { Written = Labelled.Except(PubMedOfArticle, TranslatedTitle.Get, WrittenValues.Id, Id("cn").Get) })
    {
        Opening = (record, isOwn, _) => [("TY", Types.Word(record.Type, record.SourceType is { } said && said.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)) ? said : null, isOwn))],
        SourceTag = "DB",
        TypeTags = new HashSet<string> { "TY" },
    };

    /// <summary>For programs that know one kind of keywords and show no custom fields.</summary>
    /// <param name="sourceTag">Where the program looks for the database.</param>
    public static TagTable Simple(string sourceTag) =>
        new(Kind, [.. Table.Rows.Where(r => r.Tag != "U1").Select(r => r.Tag == "KW" ? r with { Written = WrittenValues.AllKeywords } : r)])
        {
            TypeTags = Table.TypeTags,
            Opening = Table.Opening,
            SourceTag = sourceTag,
        };

    /// <summary>Tags that are believed also where they are written loosely ("KW - x").</summary>
    public static readonly HashSet<string> Known =
    [
        .. Table.Tags, "TY", "ER", "ST", "CY", "ET", "DB", "DP", "M2", "M3", "N1", "L1", "L2", "L3", "L4", "LK", "SE", "T3", "U1", "U2", "U3", "U4", "U5",
        "Y2", "C1", "C4", "C5", "C6", "C8", "AV", "CA", "NV", "OP", "RN", "RI", "RP", "SV", "TA", "LB", "H1", "H2", "TS", "AI", "NL", "WE", "PP",
    ];

    /// <summary>True for two to four capitals and digits, as tags are; longer ones only where they are known.</summary>
    public static bool IsTag(string tag) => tag.Length >= 2 && tag is not ("TY" or "ER") && char.IsAsciiLetterUpper(tag[0]) && tag.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)) && (tag.Length == 2 || Known.Contains(tag));

    /// <summary>The series of a book is no container: it is kept under its tag.</summary>
    static Field Contained => new("series", FieldKind.One, (_, _) => false, _ => []);

    static IEnumerable<string> PubMedOfArticle(Record record) => record is { Type: "article-journal", Pmid: { Length: >= 6 and <= 8 } pmid } ? [pmid] : [];

    static RecordKind Kind(RawRecord raw) => Types.Kind(raw.First("TY"));
}

using ReviewKit.Records;
namespace ReviewKit.Tests.Formats.Writing;

/// <summary>Invented records with what makes writing hard: two languages, signs of LaTeX and of spreadsheets, several kinds of keywords, a body as author.</summary>
static class Samples
{
    public static IReadOnlyList<Record> All =>
    [
        new()
        {
            Source = "scopus", Type = "article-journal", SourceType = "Review", Title = "-omics & the 100% smart city: RNA_seq at $5 {again}",
            Abstract = "First paragraph.\nSecond – with “quotes” and 3 < 5.", Keywords = ["smart city", "policy diffusion"], IndexKeywords = ["Urban planning", "Human"],
            Authors = [new PersonName { Family = "O'Neill", Given = "Mary-Ann" }, new PersonName { Family = "van der Berg", Given = "Jan, Jr" }, new PersonName { Literal = "Institute of Streets and Squares" }],
            Year = 2021, Date = "2021-03-05", Journal = "Journal of Invented Cities", Volume = "12", Issue = "3", Pages = "101-112", FirstPage = "101", LastPage = "112",
            Doi = "10.9999/jic.2021_03.101", Issn = ["1234-5679", "2345-6789"], Pmid = "90000001", Ids = { ["eid"] = "2-s2.0-99999999999" }, Language = "en", Url = "https://example.org/a?b=1&c=2",
            Affiliations = ["School of Squares, Invented University", "Institute of Streets and Squares"], References = ["Doe J. (2001) Streets.", "Roe R. (2002) Squares."], TimesCited = 7,
            Publisher = "Invented Press", Other = { ["Funding Details"] = ["None"] }, File = "scopus.csv", Line = 2, Encoding = "utf-8", Format = "scopus-csv",
        },
        new()
        {
            Source = "wanfang", Type = "article-journal", SourceType = "Journal Article", Title = "智慧城市政策扩散的组态研究——以长三角为例", TranslatedTitle = "Configurations of policy diffusion",
            Titles = { ["zh"] = "智慧城市政策扩散的组态研究——以长三角为例", ["en"] = "Configurations of policy diffusion" }, Abstract = "＝考察政策如何扩散。", Keywords = ["智慧城市", "政策扩散"],
            KeywordsByLanguage = { ["en"] = ["smart city"], ["zh"] = ["智慧城市", "政策扩散"] }, Authors = [new PersonName { Literal = "欧阳明" }, new PersonName { Literal = "许文" }], Year = 2020,
            Journal = "城市学刊（虚构）", Journals = { ["en"] = "Journal of Cities (Fictional)" }, Volume = "8", Issue = "2", Pages = "15-22,30", FirstPage = "15", LastPage = "22", Issn = ["9501-0001"],
            Ids = { ["cn"] = "99-1234/C" }, Language = "zh", Affiliations = ["虚构大学公共管理学院"], Other = { ["Database Provider"] = ["北京万方数据股份有限公司"] }, File = "a.net", Line = 1, Encoding = "utf-8", Format = "noteexpress",
        },
        new()
        {
            Source = "cnki", Type = "thesis", SourceType = "硕士", Title = "城市治理中的数据共享机制研究", Authors = [new PersonName { Literal = "沈一" }], Year = 2019, Institution = "虚构大学",
            Contributors = [new Contributor { Role = "supervisor", Name = new PersonName { Literal = "陆二" } }], Keywords = ["数据共享"], File = "b.txt", Line = 1, Encoding = "gb18030", Format = "cnki-custom",
        },
        new()
        {
            Source = "wos", Type = "paper-conference", SourceType = "Proceedings Paper", Title = "Buses that answer", Authors = [new PersonName { Family = "Zhou", Given = "Shan" }], Year = 2018, Date = "2018-07",
            Journal = "Proceedings of an Invented Conference", Pages = "9-14", FirstPage = "9", LastPage = "14", KeywordsPlus = ["URBAN TRANSPORT"], Isbn = ["978-0-00-000000-2"], Ids = { ["ut"] = "WOS:900000000000002" },
            Other = { ["PT"] = ["C"], ["WC"] = ["Urban Studies"], ["AU"] = ["Zhou, S"] }, File = "savedrecs.txt", Line = 3, Encoding = "utf-8", Format = "wos-tagged",
        },
    ];
}

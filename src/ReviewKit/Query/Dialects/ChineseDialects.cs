using static ReviewKit.Query.SearchFields;

namespace ReviewKit.Query.Dialects;

/// <summary>CNKI, Wanfang, VIP, SinoMed, Baidu Scholar.</summary>
static class ChineseDialects
{
    static readonly Remark HalfWidth = new("Q-I-HALF-WIDTH", new("half-width punctuation only: brackets, quotes and commas of Chinese typing are an error there", "只能用半角标点：全角括号、引号和逗号会导致检索错误"));

    public static Dialect Cnki { get; } = new()
    {
        Name = "cnki",
        Title = new("CNKI (professional search)", "中国知网（专业检索）"),
        Style = FieldStyle.Equal,
        Fields =
        [
            new("TKA", Tracked), new("TI", Title), new("AB", Abstract), new("KY", AuthorKeywords), new("SU", Topic), new("FT", FullText), new("AU", Author), new("FI", FirstAuthor), new("RP", CorrespondingAuthor), new("AF", Affiliation),
            new("LY", Journal), new("JN", Journal), new("RF", References), new("FU", Funding), new("CLC", Classification), new("SN", Issn), new("IB", Isbn), new("DOI", Doi), new("CN", AccessionNumber),
            new("YE", Year, FieldRole.Year),
        ],
        Habits =
        [
            new(TextWords, "TKA", "Q-W-FIELD-NARROWER", new("CNKI has no index terms; TKA searches title, keywords and abstract", "知网没有索引词；TKA（篇关摘）检索题名、关键词和摘要")),
            new(Tracked | KeywordsPlus, "TKA", "Q-W-FIELD-NARROWER", new("Keywords Plus is Web of Science's own; TKA searches title, keywords and abstract", "Keywords Plus 为 Web of Science 独有；TKA（篇关摘）检索题名、关键词和摘要")),
            new(None, "TKA", "Q-W-FIELD-DEFAULT", new("no field was given; CNKI's professional search needs one: TKA, title, keywords and abstract", "未给出字段；知网专业检索必须有字段：用 TKA（篇关摘）")),
        ],
        InnerSigns = "*+-",
        Binding = Binding.LeftToRight,
        AnyCaseOperators = true,
        Quote = '\'',
        Quotes = QuotePolicy.Always,
        NearInQuotes = true,
        Years = (from, to) => (from, to) switch
        {
            ({ } one, { } last) => $"YE BETWEEN ('{Limits.Year(one)}','{Limits.Year(last)}')",
            ({ } one, null) => $"YE > '{Limits.Year(one - 1)}'",
            (null, { } last) => $"YE < '{Limits.Year(last + 1)}'",
            _ => null,
        },
        Language = "zh",
        NeedsHalfWidth = true,
        LineMark = null,
        Remarks = [HalfWidth, new("Q-I-MATCH", new("CNKI: KY = is whole-keyword equality; TI, AB and FT = contain the string; there is no truncation operator (* is AND)", "知网：KY = 要求与整个关键词相等；TI、AB、FT = 为包含该字符串；没有截词符（* 是“与”）"))],
    };

    public static Dialect Wanfang { get; } = new()
    {
        Name = "wanfang",
        Title = new("Wanfang Data (professional search)", "万方数据（专业检索）"),
        Style = FieldStyle.Colon,
        Fields =
        [
            new("题名", Title), new("标题", Title), new("篇名", Title), new("title", Title), new("t", Title), new("ti", Title), new("摘要", Abstract), new("abstract", Abstract), new("ab", Abstract), new("b", Abstract), new("关键词", AuthorKeywords), new("关键字", AuthorKeywords), new("keyword", AuthorKeywords), new("keywords", AuthorKeywords), new("k", AuthorKeywords),
            new("题名或关键词", Title | AuthorKeywords, IsRead: true), new("主题", Topic), new("全部", AllFields), new("作者", Author), new("author", Author), new("creator", Author), new("第一作者", FirstAuthor), new("作者单位", Affiliation), new("单位", Affiliation), new("机构", Affiliation),
            new("刊名", Journal), new("期刊名称", Journal), new("journal", Journal), new("source", Journal), new("DOI", Doi), new("ISSN", Issn), new("基金", Funding), new("中图分类号", Classification), new("全文", FullText), new("会议名称", Conference),
            new("Date", Year, FieldRole.Year), new("年", Year, FieldRole.Year), new("年份", Year, FieldRole.Year), new("出版时间", Year, FieldRole.Year), new("发表时间", Year, FieldRole.Year), new("Year", Year, FieldRole.Year),
        ],
        And = "and",
        Or = "or",
        Not = "not",
        AnyCaseOperators = true,
        Quotes = QuotePolicy.Always,
        Years = (from, to) => $"Date:{(from is { } one ? Limits.Year(one) : "*")}-{(to is { } last ? Limits.Year(last) : "*")}",
        Language = "zh",
        NeedsHalfWidth = true,
        LineMark = null,
        Remarks = [HalfWidth, new("Q-I-MATCH", new("Wanfang: a phrase without double quotes is split into words (fuzzy); there is no proximity and no truncation", "万方：短语不加双引号会被拆分（模糊检索）；没有位置算符和截词符"))],
    };

    public static Dialect Vip { get; } = new()
    {
        Name = "vip",
        Title = new("VIP (expert search)", "维普（检索式检索）"),
        Aliases = ["cqvip"],
        Style = FieldStyle.Equal,
        Fields = [new("T", Title), new("R", Abstract), new("K", AuthorKeywords), new("M", Title | AuthorKeywords, IsRead: true), new("U", AllFields), new("A", Author), new("F", FirstAuthor), new("S", Affiliation), new("J", Journal), new("C", Classification), new("I", Funding)],
        Binding = Binding.NotAndOr,
        AnyCaseOperators = true,
        Quotes = QuotePolicy.Never,
        Language = "zh",
        NeedsHalfWidth = true,
        LineMark = null,
        Remarks = [HalfWidth],
    };

    public static Dialect SinoMed { get; } = new()
    {
        Name = "sinomed",
        Title = new("SinoMed (advanced search)", "中国生物医学文献服务系统 SinoMed（高级检索）"),
        Aliases = ["cbm"],
        Style = FieldStyle.Tag,
        Fields =
        [
            new("常用字段", Tracked | IndexTerms | Journal), new("中文标题", Title), new("英文标题", Title), new("标题", Title), new("摘要", Abstract), new("关键词", AuthorKeywords), new("主题词", IndexTerms, FieldRole.ExplodedHeading), new("全部字段", AllFields), new("作者", Author), new("第一作者", FirstAuthor), new("作者单位", Affiliation), new("刊名", Journal), new("ISSN", Issn), new("基金", Funding), new("分类号", Classification),
        ],
        Habits =
        [
            new(Tracked, "常用字段", "Q-W-FIELD-WIDER", new("常用字段 (common fields) also searches subject headings and the journal's name", "“常用字段”还检索主题词和刊名")),
            new(TextWords, "常用字段", "Q-W-FIELD-WIDER", new("常用字段 (common fields) also searches the journal's name", "“常用字段”还检索刊名")),
        ],
        AnyCaseOperators = true,
        Wildcards = [new('?', Wildcard.One), new('%', Wildcard.Any)],
        Language = "zh",
        NeedsHalfWidth = true,
        Heading = heading => $"\"{heading.Text}{(heading.Explode ? "/全部树" : "")}/全部副主题词\"[主题词]",
        Vocabulary = "CMeSH",
        Remarks = [HalfWidth],
    };

    public static Dialect Baidu { get; } = new()
    {
        Name = "baidu",
        Title = new("Baidu Scholar", "百度学术"),
        Aliases = ["baidu-scholar", "百度学术"],
        Style = FieldStyle.Absent,
        Fields = [new("intitle:", Title), new("author:", Author)],
        Habits =
        [
            new(Tracked, "", "Q-W-FIELD-WIDER", new("Baidu Scholar searches everything or the title alone; everything is searched", "百度学术只能检索全部内容或题名；此处检索全部内容")),
            new(TitleAbstract, "", "Q-W-FIELD-WIDER", new("Baidu Scholar searches everything or the title alone; everything is searched", "百度学术只能检索全部内容或题名；此处检索全部内容")),
        ],
        And = "",
        Or = "|",
        Not = "-",
        MaxLength = 38,
        Language = "zh",
        LineMark = null,
        CanRead = false,
        Remarks = [new("Q-W-NESTING", new("Baidu Scholar takes one level of alternatives and about 38 characters: the search is split into runs; add up their records, remove duplicates, and log each run", "百度学术只支持一层“或”且约 38 个字符：检索拆成多次运行；合并各次结果并去重，每次运行都要登记"))],
    };
}

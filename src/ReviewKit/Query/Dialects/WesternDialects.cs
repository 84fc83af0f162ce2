using static ReviewKit.Query.SearchFields;

namespace ReviewKit.Query.Dialects;

/// <summary>Scopus, Web of Science, EBSCOhost, IEEE Xplore, OpenAlex.</summary>
static class WesternDialects
{
    static readonly WildcardSign[] StarAndOne = [new('*', Wildcard.Any), new('?', Wildcard.One)];

    public static Dialect Scopus { get; } = new()
    {
        Name = "scopus",
        Title = new("Scopus (advanced search)", "Scopus（高级检索）"),
        Style = FieldStyle.Call,
        Fields =
        [
            new("TITLE", Title), new("ABS", Abstract), new("AUTHKEY", AuthorKeywords), new("INDEXTERMS", IndexTerms, FieldRole.Text), new("TITLE-ABS", TitleAbstract),
            new("TITLE-ABS-KEY", TextWords), new("KEY", AuthorKeywords | IndexTerms), new("ALL", AllFields), new("CHEM", Substance), new("CHEMNAME", Substance), new("AUTH", Author), new("AUTHOR-NAME", Author),
            new("FIRSTAUTH", FirstAuthor), new("AFFIL", Affiliation), new("AFFILORG", Affiliation), new("AFFILCOUNTRY", Address), new("AFFILCITY", Address), new("SRCTITLE", Journal), new("EXACTSRCTITLE", Journal),
            new("DOI", Doi), new("ISSN", Issn), new("ISBN", Isbn), new("REF", References), new("FUND-ALL", Funding), new("FUND-SPONSOR", Funding), new("CONF", Conference), new("EDITOR", Editor),
            new("PMID", AccessionNumber), new("EID", AccessionNumber), new("PUBLISHER", Publisher), new("TITLE-ABS-KEY-AUTH", TextWords | Author),
            new("LANGUAGE", Language, FieldRole.Language), new("DOCTYPE", DocumentType, FieldRole.Type), new("PUBYEAR", Year, FieldRole.Year),
        ],
        Habits =
        [
            new(Tracked | KeywordsPlus, "TITLE-ABS-KEY", "Q-W-FIELD-WIDER", new("Keywords Plus is Web of Science's own; TITLE-ABS-KEY searches Scopus's index terms in its stead", "Keywords Plus 为 Web of Science 独有；TITLE-ABS-KEY 代之以 Scopus 的索引词")),
            new(TextWords | KeywordsPlus, "TITLE-ABS-KEY", "Q-I-FIELD", new("index keywords are Scopus's index terms here", "此处的索引关键词为 Scopus 的索引词")),
            new(Tracked, "TITLE-ABS-KEY", "Q-W-FIELD-WIDER", new("TITLE-ABS-KEY also searches Scopus's index terms: a record may be found in no field that is exported as the authors'; --fields separate asks TITLE-ABS and AUTHKEY alone", "TITLE-ABS-KEY 还检索 Scopus 的索引词：命中处可能不在题名、摘要和作者关键词中；--fields separate 只检索 TITLE-ABS 和 AUTHKEY")),
        ],
        Not = "AND NOT",
        AnyCaseOperators = true,
        IgnoresQuotedWord = true,
        Wildcards = StarAndOne,
        WildcardsInQuotes = false,
        Near = [new("W/", false, Max: 255), new("PRE/", true, Max: 255)],
        Years = (from, to) => (from, to) switch
        {
            ({ } one, { } last) => $"PUBYEAR > {Limits.Year(one - 1)} AND PUBYEAR < {Limits.Year(last + 1)}",
            ({ } one, null) => $"PUBYEAR > {Limits.Year(one - 1)}",
            (null, { } last) => $"PUBYEAR < {Limits.Year(last + 1)}",
            _ => null,
        },
        Languages = codes => Limits.Either(codes.Select(code => $"LANGUAGE({Limits.EnglishName(code).ToLowerInvariant()})"), "OR"),
        Types = types => Limits.Either(types.Select(type => Limits.TypeName(type, 1) is { } name ? $"DOCTYPE({name})" : null), "OR"),
    };

    public static Dialect WebOfScience { get; } = new()
    {
        Name = "wos",
        Title = new("Web of Science (advanced search)", "Web of Science（高级检索）"),
        Aliases = ["web-of-science", "webofscience"],
        Style = FieldStyle.Equal,
        Fields =
        [
            new("TI", Title), new("AB", Abstract), new("AK", AuthorKeywords), new("KP", KeywordsPlus), new("TS", Tracked | KeywordsPlus), new("ALL", AllFields), new("AU", Author), new("GP", Author),
            new("SO", Journal), new("DO", Doi), new("DI", Doi, Instead: "DO"), new("IS", Issn | Isbn), new("OG", Affiliation), new("OO", Affiliation), new("AD", Address), new("CU", Address), new("CI", Address), new("PUBL", Publisher), new("FO", Funding), new("FT", Funding),
            new("CF", Conference), new("WC", Classification), new("SU", Classification), new("UT", AccessionNumber), new("PMID", AccessionNumber), new("ED", Editor),
            new("PY", Year, FieldRole.Year), new("LA", Language, FieldRole.Language), new("DT", DocumentType, FieldRole.Type),
        ],
        Habits =
        [
            new(TextWords | KeywordsPlus, "TS", "Q-I-FIELD", new("index keywords are Keywords Plus here", "此处的索引关键词为 Keywords Plus")),
            new(Tracked, "TS", "Q-W-FIELD-WIDER", new("TS also searches Keywords Plus: a record may be found in no tracked field; --fields separate asks TI, AB and AK alone", "TS 还检索 Keywords Plus：命中处可能不在题名、摘要和作者关键词中；--fields separate 只检索 TI、AB 和 AK")),
            new(TextWords, "TS", "Q-W-FIELD-WIDER", new("Web of Science has no index terms of its own; TS searches title, abstract, author keywords and Keywords Plus", "Web of Science 没有索引词；TS 检索题名、摘要、作者关键词和 Keywords Plus")),
        ],
        StraySigns = "@%!{}<>",
        Wildcards = [new('*', Wildcard.Any), new('?', Wildcard.One), new('$', Wildcard.ZeroOrOne)],
        MinStem = 3,
        Near = [new("NEAR/", false, Bare: 15, Max: 15), new("SAME", false, Bare: 0, Unit: ProximityUnit.Sentences)],
        Years = (from, to) => from is null && to is null ? null : $"PY={Limits.Year(from ?? 1900)}-{Limits.Year(to ?? 2099)}",
        Languages = codes => codes.Count == 1 ? $"LA={Limits.EnglishName(codes[0])}" : $"LA=({string.Join(" OR ", codes.Select(Limits.EnglishName))})",
        Types = types => Limits.Either(types.Select(type => Limits.TypeName(type, 2) is { } name ? Quoted(name) : null), "OR") is { } either ? "DT=" + either : null,
    };

    public static Dialect Ebsco { get; } = new()
    {
        Name = "ebsco",
        Title = new("EBSCOhost", "EBSCOhost"),
        Aliases = ["ebscohost", "cinahl"],
        Style = FieldStyle.Word,
        Fields =
        [
            new("TI", Title), new("AB", Abstract), new("KW", AuthorKeywords), new("SU", IndexTerms), new("DE", IndexTerms), new("MW", HeadingWords | Substance), new("TX", AllFields), new("AU", Author), new("AF", Affiliation), new("SO", Journal), new("JN", Journal),
            new("IS", Issn), new("IB", Isbn), new("DI", Doi), new("RF", References), new("AN", AccessionNumber), new("PB", Publisher), new("ZD", Conference),
            new("MH", IndexTerms, FieldRole.Heading), new("MM", IndexTerms, FieldRole.MajorHeading), new("MJ", IndexTerms, FieldRole.MajorHeading),
            new("PY", Year, FieldRole.Year), new("DT", Year, FieldRole.Year), new("LA", Language, FieldRole.Language), new("PT", DocumentType, FieldRole.Type), new("ZT", DocumentType, FieldRole.Type),
        ],
        Habits =
        [
            new(TextWords, "", "Q-W-FIELD-DEFAULT", new("without a field EBSCOhost searches authors, subjects, keywords, titles and abstracts", "EBSCOhost 不加字段时检索作者、主题、关键词、题名和摘要")),
        ],
        Wildcards = [new('*', Wildcard.Any), new('?', Wildcard.One), new('#', Wildcard.ZeroOrOne)],
        Near = [new("N", false), new("W", true)],
        StraySigns = "@$%{}<>!",
        BareWords = BareWords.Phrase,
        Years = (from, to) => $"PY {(from is { } one ? Limits.Year(one) : "")}-{(to is { } last ? Limits.Year(last) : "")}",
        Languages = codes => Limits.Either(codes.Select(code => $"LA {Limits.EnglishName(code)}"), "OR"),
        Heading = heading => $"({(heading.Focus ? "MM" : "MH")} \"{heading.Text}{(heading.Explode ? "+" : "")}{(heading.Qualifier is { } sub ? "/" + sub.ToUpperInvariant() : "")}\")",
        LineMark = "S",
    };

    public static Dialect Ieee { get; } = new()
    {
        Name = "ieee",
        Title = new("IEEE Xplore (command search)", "IEEE Xplore（命令检索）"),
        Aliases = ["ieee-xplore", "xplore"],
        Style = FieldStyle.Colon,
        Fields =
        [
            new("\"Document Title\"", Title), new("\"Abstract\"", Abstract), new("\"Author Keywords\"", AuthorKeywords), new("\"Index Terms\"", IndexTerms), new("\"All Metadata\"", AllFields), new("\"Full Text Only\"", FullText), new("\"Full Text & Metadata\"", AllFields | FullText),
            new("\"Authors\"", Author), new("\"First Author\"", FirstAuthor), new("\"Author Affiliations\"", Affiliation), new("\"Publication Title\"", Journal), new("\"DOI\"", Doi), new("\"ISSN\"", Issn), new("\"ISBN\"", Isbn),
        ],
        Wildcards = StarAndOne,
        MinStem = 3,
        Near = [new("NEAR/", false), new("ONEAR/", true)],
        MaxTermsInBracket = 25,
        Remarks = [new("Q-I-LIMITS", new("IEEE Xplore: at most 25 terms in a bracket and 8 wildcards in a search; NEAR takes no wildcards", "IEEE Xplore：每个括号最多 25 个词，每次检索最多 8 个通配符；NEAR 不能与通配符同用"))],
    };

    public static Dialect OpenAlex { get; } = new()
    {
        Name = "openalex",
        Title = new("OpenAlex (filter of the works API)", "OpenAlex（works 接口的 filter）"),
        Style = FieldStyle.Absent,
        Fields = [new("title_and_abstract.search", TitleAbstract), new("title.search", Title), new("abstract.search", Abstract), new("fulltext.search", FullText)],
        Habits = [new(Tracked, "title_and_abstract.search", "Q-W-FIELD-NARROWER", new("OpenAlex has no authors' keywords; titles and abstracts are searched", "OpenAlex 没有作者关键词；只检索题名和摘要"))],
        Years = (from, to) => $"publication_year:{(from is { } one ? Limits.Year(one) : "")}-{(to is { } last ? Limits.Year(last) : "")}",
        Languages = codes => "language:" + string.Join('|', codes),
        MaxLength = 4000,
        LineMark = null,
        CanRead = false,
        Remarks = [new("Q-I-STEM", new("OpenAlex stems unquoted words; phrases in quotes are matched as they are", "OpenAlex 对未加引号的词做词干处理；引号内的短语按原样匹配"))],
    };

    internal static string Quoted(string text) => text.Contains(' ', StringComparison.Ordinal) ? $"\"{text}\"" : text;
}

using static ReviewKit.Query.SearchFields;

namespace ReviewKit.Query.Dialects;

/// <summary>PubMed, Ovid, Embase, and the neutral notation that borrows from them.</summary>
static class MedicalDialects
{
    static readonly FieldCode[] PubMedFields =
    [
        new("ti", Title), new("Title", Title), new("tiab", TitleAbstract), new("Title/Abstract", TitleAbstract), new("ab", Abstract, Instead: "tiab"), new("Abstract", Abstract, Instead: "tiab"), new("ot", AuthorKeywords), new("Other Term", AuthorKeywords),
        new("tw", TextWords), new("Text Word", TextWords), new("Text Words", TextWords), new("all", AllFields), new("All Fields", AllFields), new("All", AllFields), new("au", Author), new("Author", Author), new("1au", FirstAuthor), new("First Author", FirstAuthor),
        new("lastau", Author), new("fau", Author), new("cois", Author), new("ed", Editor), new("ad", Affiliation), new("Affiliation", Affiliation), new("ta", Journal), new("Journal", Journal), new("so", Journal), new("is", Issn), new("isbn", Isbn),
        new("aid", Doi), new("doi", Doi), new("pmid", AccessionNumber), new("uid", AccessionNumber), new("gr", Funding), new("nm", Substance), new("Supplementary Concept", Substance), new("rn", Substance), new("pubn", Publisher),
        new("mh", IndexTerms, FieldRole.ExplodedHeading), new("mesh", IndexTerms, FieldRole.ExplodedHeading), new("MeSH Terms", IndexTerms, FieldRole.ExplodedHeading), new("mh:noexp", IndexTerms, FieldRole.Heading), new("mesh:noexp", IndexTerms, FieldRole.Heading), new("MeSH Terms:noexp", IndexTerms, FieldRole.Heading),
        new("majr", IndexTerms, FieldRole.ExplodedMajorHeading), new("MeSH Major Topic", IndexTerms, FieldRole.ExplodedMajorHeading), new("majr:noexp", IndexTerms, FieldRole.MajorHeading), new("MeSH Major Topic:noexp", IndexTerms, FieldRole.MajorHeading), new("sh", HeadingWords), new("MeSH Subheading", HeadingWords),
        new("dp", Year, FieldRole.Year), new("pdat", Year, FieldRole.Year), new("Date - Publication", Year, FieldRole.Year), new("Publication Date", Year, FieldRole.Year), new("edat", Year, FieldRole.Year), new("crdt", Year, FieldRole.Year),
        new("la", Language, FieldRole.Language), new("Language", Language, FieldRole.Language), new("lang", Language, FieldRole.Language),
        new("pt", DocumentType, FieldRole.Type), new("ptyp", DocumentType, FieldRole.Type), new("Publication Type", DocumentType, FieldRole.Type),
    ];

    // Ovid MEDLINE's codes; .mp. differs a little from base to base.
    static readonly FieldCode[] OvidFields =
    [
        new("ti", Title), new("ab", Abstract), new("kf", AuthorKeywords), new("kw", AuthorKeywords), new("tw", TitleAbstract, IsRead: true), new("mp", TextWords), new("af", AllFields), new("hw", HeadingWords), new("nm", Substance), new("rn", Substance), new("au", Author), new("fa", Author), new("in", Affiliation),
        new("jn", Journal), new("jw", Journal), new("jx", Journal), new("so", Journal), new("is", Issn), new("ib", Isbn), new("do", Doi), new("pb", Publisher), new("gr", Funding), new("sh", IndexTerms, FieldRole.Heading), new("ui", AccessionNumber), new("an", AccessionNumber), new("id", AccessionNumber),
        new("ot", Title), new("tn", Substance), new("dv", Substance), new("cp", Address), new("fs", HeadingWords), new("xs", HeadingWords), new("ps", Author), new("bt", Title), new("tx", FullText), new("sy", Substance), new("px", HeadingWords), new("rx", HeadingWords), new("ox", HeadingWords),
        new("yr", Year, FieldRole.Year), new("dp", Year, FieldRole.Year), new("lg", Language, FieldRole.Language), new("la", Language, FieldRole.Language), new("pt", DocumentType, FieldRole.Type),
    ];

    static readonly WildcardSign[] OvidWildcards = [new('*', Wildcard.Any), new('$', Wildcard.Any), new('#', Wildcard.One), new('?', Wildcard.ZeroOrOne)];

    public static Dialect PubMed { get; } = new()
    {
        Name = "pubmed",
        Title = new("PubMed", "PubMed"),
        Aliases = ["medline-pubmed"],
        Style = FieldStyle.Tag,
        Fields = PubMedFields,
        Binding = Binding.LeftToRight,
        Wildcards = [new('*', Wildcard.Any)],
        MinStem = 4,
        BareWords = BareWords.Phrase,
        NearInTag = true,
        StraySigns = "!$%<>{}=;",
        Years = (from, to) => $"{Limits.Year(from ?? 1000)}:{Limits.Year(to ?? 3000)}[dp]",
        Days = (from, to) => $"{from?.Replace('-', '/') ?? "1000"}:{to?.Replace('-', '/') ?? "3000"}[dp]",
        Languages = codes => Limits.Either(codes.Select(code => Limits.EnglishName(code).ToLowerInvariant() + "[la]"), "OR"),
        Types = types => Limits.Either(types.Select(type => Limits.TypeName(type, 3) is { } name ? WesternDialects.Quoted(name) + "[pt]" : null), "OR"),
        Heading = heading => $"{WesternDialects.Quoted(heading.Text + (heading.Qualifier is { } sub ? "/" + sub : ""))}[{(heading.Focus ? "majr" : "mh")}{(heading.Explode ? "" : ":noexp")}]",
        Vocabulary = "MeSH",
        Remarks = [new("Q-I-CJK", new("PubMed holds hardly any Chinese text: Chinese articles have a bracketed English title, and chinese[la]", "PubMed 几乎不含中文文本：中文文献以方括号英文题名收录，可用 chinese[la] 限定"))],
    };

    public static Dialect Ovid { get; } = new()
    {
        Name = "ovid",
        Title = new("Ovid (MEDLINE and others)", "Ovid（MEDLINE 等）"),
        Aliases = ["ovid-medline"],
        Style = FieldStyle.DotSuffix,
        Fields = OvidFields,
        And = "and",
        Or = "or",
        Not = "not",
        AnyCaseOperators = true,
        Quotes = QuotePolicy.WhenNeeded,
        IgnoresQuotedWord = true,
        BareWords = BareWords.Phrase,
        Wildcards = OvidWildcards,
        Near = [new("adj", false, Offset: 1, Max: 99), new("adj", true, Offset: 1, Bare: 0, Max: 1)],
        Years = (from, to) => $"limit to yr=\"{(from is { } one ? Limits.Year(one) : "")}-{(to is { } last ? Limits.Year(last) : "Current")}\"",
        Languages = codes => codes.Count == 1 ? Limits.EnglishName(codes[0]).ToLowerInvariant() + ".la." : "(" + string.Join(" or ", codes.Select(code => Limits.EnglishName(code).ToLowerInvariant())) + ").la.",
        Types = types => Limits.Either(types.Select(type => Limits.TypeName(type, 3) is { } name ? name + ".pt." : null), "or"),
        Heading = heading => $"{(heading.Explode ? "exp " : "")}{(heading.Focus ? "*" : "")}{heading.Text}/{heading.Qualifier}",
        LineMark = "",
    };

    public static Dialect Embase { get; } = new()
    {
        Name = "embase",
        Title = new("Embase (embase.com)", "Embase（embase.com）"),
        Aliases = ["embase.com"],
        Style = FieldStyle.ColonSuffix,
        Fields =
        [
            new("ti", Title), new("ab", Abstract), new("kw", AuthorKeywords), new("tn", Substance), new("rn", Substance), new("au", Author), new("ff", Affiliation), new("ad", Affiliation), new("jt", Journal), new("ta", Journal), new("is", Issn), new("ib", Isbn), new("do", Doi), new("de", IndexTerms),
            new("ca", Address), new("pb", Publisher), new("nc", Conference), new("ui", AccessionNumber), new("py", Year, FieldRole.Year), new("la", Language, FieldRole.Language), new("it", DocumentType, FieldRole.Type), new("dn", Substance), new("lnk", HeadingWords),
        ],
        Quote = '\'',
        AnyCaseOperators = true,
        IgnoresQuotedWord = true,
        BareWords = BareWords.AllOf,
        Wildcards = [new('*', Wildcard.Any), new('?', Wildcard.One), new('$', Wildcard.ZeroOrOne)],
        WildcardsInQuotes = false,
        Near = [new("NEAR/", false, Offset: 1), new("NEXT/", true, Offset: 1)],
        Years = (from, to) => $"[{Limits.Year(from ?? 1900)}-{Limits.Year(to ?? 3000)}]/py",
        Languages = codes => Limits.Either(codes.Select(code => $"[{Limits.EnglishName(code).ToLowerInvariant()}]/lim"), "OR"),
        Types = types => Limits.Either(types.Select(type => Limits.TypeName(type, 4) is { } name ? $"[{name}]/lim" : null), "OR"),
        Heading = heading => $"'{heading.Text}'/{(heading.Explode ? "exp" : "de")}{(heading.Focus ? "/mj" : "")}",
        Vocabulary = "Emtree",
    };

    public static Dialect Any { get; } = new()
    {
        Name = "any",
        Title = new("no platform's syntax", "不属于任何平台的语法"),
        Style = FieldStyle.DotSuffix,
        Fields = OvidFields,
        Tags = PubMedFields,
        AnyCaseOperators = true,
        BareWords = BareWords.Phrase,
        Wildcards = OvidWildcards,
        Near = [new("NEAR/", false, Bare: 15), new("NEAR", false, Bare: 15), new("N", false), new("W/", false), new("PRE/", true), new("adj", false, Offset: 1), new("adj", true, Offset: 1, Bare: 0, Max: 1)],
        Heading = heading => $"{(heading.Explode ? "exp " : "")}{(heading.Focus ? "*" : "")}{heading.Text}/{heading.Qualifier}",
        Years = (from, to) => $"{(from is { } one ? Limits.Year(one) : "1000")}:{(to is { } last ? Limits.Year(last) : "3000")}[dp]",
        Languages = codes => Limits.Either(codes.Select(code => Limits.EnglishName(code).ToLowerInvariant() + "[la]"), "OR"),
        Types = types => Limits.Either(types.Select(type => WesternDialects.Quoted(type) + "[pt]"), "OR"),
    };
}

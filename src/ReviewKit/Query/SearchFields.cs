namespace ReviewKit.Query;

/// <summary>The parts of a record a term is looked for in, in words of our own: every platform's field codes are read into these. A combination is their union; None is the platform's default.</summary>
[Flags]
public enum SearchFields
{
    None = 0,
    Title = 1 << 0,
    Abstract = 1 << 1,

    /// <summary>Given by the authors.</summary>
    AuthorKeywords = 1 << 2,

    /// <summary>Given by the database: controlled and uncontrolled index terms.</summary>
    IndexTerms = 1 << 3,

    /// <summary>Web of Science's words from the titles of cited works.</summary>
    KeywordsPlus = 1 << 4,
    FullText = 1 << 5,

    /// <summary>Every field the platform has, affiliations and references among them.</summary>
    AllFields = 1 << 6,

    /// <summary>CNKI's and Wanfang's 主题: ranked and widened by the platform, so not one Boolean set.</summary>
    Topic = 1 << 7,
    Author = 1 << 8,
    FirstAuthor = 1 << 9,
    CorrespondingAuthor = 1 << 10,
    Affiliation = 1 << 11,
    Journal = 1 << 12,
    Publisher = 1 << 13,
    Year = 1 << 14,
    Language = 1 << 15,
    DocumentType = 1 << 16,
    Doi = 1 << 17,
    Issn = 1 << 18,
    Isbn = 1 << 19,
    References = 1 << 20,
    Funding = 1 << 21,
    Classification = 1 << 22,
    Substance = 1 << 23,

    /// <summary>Single words of subject headings.</summary>
    HeadingWords = 1 << 24,
    AccessionNumber = 1 << 25,
    Conference = 1 << 26,
    Address = 1 << 27,
    Editor = 1 << 28,

    TitleAbstract = Title | Abstract,

    /// <summary>Title, abstract and the authors' keywords: what an exported record can be checked against.</summary>
    Tracked = Title | Abstract | AuthorKeywords,
    TextWords = Tracked | IndexTerms,
}

using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>NoteFirst's XML as CNKI, Wanfang and VIP write it: each nests differently, so that an element is known by its own name; @en stands behind English ones.</summary>
static class NoteFirstTable
{
    static readonly TypeWords Types = new(
        ("article-journal", ["JournalArticle", "Journal Article", "Periodical", "期刊论文"]),
        ("thesis", ["Thesis", "Dissertation", "学位论文"]),
        ("paper-conference", ["ConferencePaper", "ConferenceProceeding", "ConferenceProceedings", "Conference", "会议论文"]),
        ("article-newspaper", ["NewspaperArticle", "Newspaper"]),
        ("patent", ["Patent"]),
        ("standard", ["Standard"]),
        ("book", ["Book"]),
        ("chapter", ["BookSection", "Yearbook"]),
        ("report", ["Report"]));

    // VIP's page leaves a bracket open: "[智慧城市;政策".
    static readonly Form Words = new("notefirst-words", text => Form.Chinese.Split(text is ['[', ..] && !text.Contains(']', StringComparison.Ordinal) ? text[1..] : text));

    public static readonly TagTable Table = new(raw => Types.Kind(raw.First("Type")),
        new("Title", Title), new("Title@en", TranslatedTitle), new("FullName", Authors, Form.Chinese), new("FullName@en", Contributor("translated-author"), Form.Semicolons),
        new("Organization", Affiliations, Form.Semicolons), new("Organization@en", Affiliations, Form.Semicolons), new("Director", Contributor("supervisor"), Form.Chinese),
        new("Media", Institution) { Only = ["thesis"] }, new("MotherTitle", Journal), new("Media", Journal), new("Media@en", TranslatedJournal),
        new("Year", Year), new("Date", Date), new("Volume", Volume), new("Issue", Issue, Form.Unpadded), new("PageScope", Pages),
        new("Keyword", Keywords, Words), new("Keyword@en", TranslatedKeywords, Form.Semicolons), new("Abstract", Abstract), new("Abstract@en", TranslatedAbstract),
        new("ISSN", SerialNumber), new("ISBN", SerialNumber), new("CN", Id("cn")), new("DOI", Fields.Doi), new("Url", Url), new("Language", Language), new("Publisher", Publisher))
    {
        TypeTags = new HashSet<string> { "Type" },
    };
}

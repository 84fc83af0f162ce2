using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>The XML that Wanfang and VIP share (ResourceList): paths below a record, whose own name is the type.</summary>
static class ResourceListTable
{
    public const string Type = "resource";

    static readonly TypeWords Types = new(
        ("article-journal", ["PeriodicalPaper", "NSTLQKPaper"]),
        ("paper-conference", ["ConferencePaper", "NSTLHYPaper"]),
        ("thesis", ["ThesisPaper", "DegreePaper"]),
        ("patent", ["Patent"]),
        ("standard", ["Standard"]));

    public static IReadOnlySet<string> Records { get; } =
        new HashSet<string> { "PeriodicalPaper", "NSTLQKPaper", "ConferencePaper", "NSTLHYPaper", "ThesisPaper", "DegreePaper", "Patent", "Standard" };

    public static readonly TagTable Table = new(raw => Types.Kind(raw.First(Type)),
        new("Titles/Title/Text", Title), new("Titles/Title", Title), new("Title", Title), new("Titles/Title/Text@en", TranslatedTitle),
        new("Creators/Creator/Name", Authors, Form.Chinese), new("Creators/Creator", Authors, Form.Chinese), new("Creators/Creator/Name@en", Contributor("translated-author")),
        new("Tutors/Tutor/Name", Contributor("supervisor")), new("Organs/Organ", Affiliations, Form.Semicolons), new("Organs/Organ/Name", Affiliations, Form.Semicolons),
        new("Organization", Institution) { Only = ["thesis"] }, new("School", Institution),
        new("Periodical/Name", Journal), new("Periodical/Name/Text", Journal), new("Conference/Name", Journal), new("Source", Journal), new("Periodical/Name@en", TranslatedJournal),
        new("Periodical/ISSN", SerialNumber), new("Periodical/Name/ISSN", SerialNumber), new("ISSN", SerialNumber), new("Periodical/CN", Id("cn")),
        new("Keywords/Keyword", Keywords, Form.Chinese), new("Keywords/Keyword@en", TranslatedKeywords, Form.Semicolons),
        new("Abstracts/Abstract/Text", Abstract), new("Abstracts/Abstract", Abstract), new("Abstracts/Abstract/Text@en", TranslatedAbstract),
        new("PublishDate", Date), new("Year", Year), new("PublishYear", Year), new("Volum", Volume), new("Volume", Volume), new("Issue", Issue, Form.Unpadded), new("Page", Pages),
        new("DOI", Fields.Doi), new("Url", Url), new("Language", Language), new("Publisher", Publisher))
    {
        TypeTags = new HashSet<string> { Type },
    };
}

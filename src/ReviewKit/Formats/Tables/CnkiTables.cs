using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>CNKI's bilingual labels ("Title-题名"), shared by its custom text, its E-Study text and its Excel export.</summary>
static class CnkiTables
{
    // Database codes before 2023 (CJFD2019, CMFD…) by their beginning, and the plain words of later files.
    static readonly (string Beginning, string Type)[] Databases =
    [
        ("CJF", "article-journal"), ("CCJD", "article-journal"), ("CAPJ", "article-journal"), ("DKFX", "article-journal"), ("WWJD", "article-journal"), ("SJES", "article-journal"),
        ("CDFD", "thesis"), ("CMFD", "thesis"), ("CDMD", "thesis"), ("CCND", "article-newspaper"), ("CPFD", "paper-conference"), ("IPFD", "paper-conference"), ("CPVD", "paper-conference"),
        ("CYFD", "chapter"), ("SCPD", "patent"), ("SCSD", "standard"), ("SOSD", "standard"), ("SNAD", "report"), ("CBBD", "book"),
        ("期刊", "article-journal"), ("辑刊", "article-journal"), ("特色期刊", "article-journal"), ("外文期刊", "article-journal"), ("学术辑刊", "article-journal"),
        ("博士", "thesis"), ("硕士", "thesis"), ("学位论文", "thesis"), ("报纸", "article-newspaper"), ("会议", "paper-conference"), ("国际会议", "paper-conference"),
        ("中国会议", "paper-conference"), ("图书", "book"), ("年鉴", "chapter"), ("专利", "patent"), ("标准", "standard"), ("科技成果", "report"), ("成果", "report"),
    ];

    static readonly Dictionary<string, string> DataTypes = new()
    {
        ["1"] = "article-journal",
        ["2"] = "thesis",
        ["3"] = "paper-conference",
        ["4"] = "article-newspaper",
        ["5"] = "book",
        ["6"] = "chapter",
        ["60"] = "patent",
        ["61"] = "report",
        ["62"] = "standard",
    };

    public static readonly TagTable Labels = new(Kind,
        new("Title", Title), new("Author", Authors, Form.Chinese), new("Teacher", Contributor("supervisor"), Form.Chinese),
        new("Source", Institution) { Only = ["thesis"] }, new("Source", Journal), new("Keyword", Keywords, Form.Chinese), new("Summary", Abstract),
        new("Year", Year), new("PubTime", Date), new("Volume", Volume), new("Roll", Volume), new("Period", Issue, Form.Unpadded),
        new("Page", Pages), new("PageCount-页码", Pages, Form.PageRange), new("ISSN", SerialNumber), new("DOI", Fields.Doi), new("URL", Url), new("Link", Url),
        new("Organ", Affiliations, Form.Semicolons))
    {
        Key = LabelKey,
        TypeTags = new HashSet<string> { "SrcDatabase", "DataType" },
    };

    /// <summary>The English half of a label: the Chinese half differs from export to export. PageCount is the pages in one export and their number in another.</summary>
    public static string LabelKey(string label) =>
        label.StartsWith("PageCount", StringComparison.Ordinal) ? label : label.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? label[..dash] : label;

    static RecordKind Kind(RawRecord raw)
    {
        var database = raw.Fields.Find(f => LabelKey(f.Tag) == "SrcDatabase")?.Joined(" ");
        var number = raw.First("DataType");
        var word = string.IsNullOrEmpty(database) ? number : database;
        // The Excel export has a section for books without a column for the database.
        if (word is null) return raw.Has("Title-书名") ? new RecordKind(null, "book") : default;
        var type = Array.Find(Databases, d => word.StartsWith(d.Beginning, StringComparison.OrdinalIgnoreCase)).Type;
        return new RecordKind(word, type ?? (number is null ? null : DataTypes.GetValueOrDefault(number)));
    }
}

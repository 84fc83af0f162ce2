using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>EndNote's tagged format (Refer), as EndNote, CNKI, Wanfang and VIP write it.</summary>
static class EndNoteTable
{
    static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Journal Article"] = "article-journal", ["Electronic Article"] = "article-journal", ["Magazine Article"] = "article-magazine", ["Newspaper Article"] = "article-newspaper",
        ["Thesis"] = "thesis", ["Conference Proceedings"] = "paper-conference", ["Conference Paper"] = "paper-conference", ["Conference Proceeding"] = "paper-conference",
        ["Book"] = "book", ["Edited Book"] = "book", ["Electronic Book"] = "book", ["Book Section"] = "chapter", ["Report"] = "report", ["Patent"] = "patent", ["Standard"] = "standard",
        ["Web Page"] = "webpage", ["Dataset"] = "dataset", ["Computer Program"] = "software", ["Manuscript"] = "manuscript", ["Generic"] = "document",
        ["Legal Rule or Regulation"] = "legislation", ["Statute"] = "legislation", ["Case"] = "legal_case",
    };

    public static readonly TagTable Table = new(Kind,
        new("%T", Title), new("%A", Authors, Form.Chinese), new("%E", Editors, Form.Chinese),
        new("%Y", Contributor("supervisor"), Form.Chinese) { Only = ["thesis"] }, new("%Y", Contributor("tertiary"), Form.Chinese), new("%?", Contributor("subsidiary"), Form.Semicolons),
        new("%H", Contributor("translated-author")), new("%J", Journal), new("%B", Journal),
        new("%X", Abstract), new("%K", Keywords, Form.Chinese), new("%D", Year), new("%8", Date), new("%V", Volume), new("%N", Issue, Form.Unpadded), new("%P", Pages),
        new("%R", Fields.Doi), new("%@", SerialNumber), new("%L", Id("cn")), new("%M", Accession), new("%G", Language), new("%U", Url), new("%+", Affiliations, Form.Semicolons),
        new("%I", Institution) { Only = ["thesis"] }, new("%I", Publisher))
    {
        TypeTags = new HashSet<string> { "%0" },
    };

    static RecordKind Kind(RawRecord raw)
    {
        var word = raw.First("%0");
        var type = word is null ? null : Types.GetValueOrDefault(word);
        // CNKI files standards and yearbooks under the same word and names the database in %~.
        if (type == "legislation" && raw.First("%~") is { } database)
            type = database.Contains("标准", StringComparison.Ordinal) ? "standard" : database.Contains("年鉴", StringComparison.Ordinal) ? "chapter" : type;
        return new RecordKind(word, type);
    }
}

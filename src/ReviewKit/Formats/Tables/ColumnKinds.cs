using System.Text.RegularExpressions;
using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>Tables of one program or database: how their header is known, and what their columns mean beside <see cref="ColumnTable"/>.</summary>
/// <param name="Needs">Column keys, of which the header has each; a key with "|" is any of several.</param>
/// <param name="Source">The database that the records come from; null where records of any stand in such a file.</param>
/// <param name="Type">The CSL type of every record whose own word for it says none.</param>
sealed record ColumnKind(string[] Needs, string? Source, TagRow[] Rows, string? Type = null)
{
    /// <summary>Columns that name the type here alone.</summary>
    public string[] TypeColumns { get; init; } = [];

    public TagTable Table => field ??= ColumnTable.With(Rows, TypeColumns, Type);

    public bool Is(IReadOnlyList<string> keys) => Array.TrueForAll(Needs, need => need.Split('|').Any(keys.Contains));
}

/// <summary>The kinds of tables that are more than their columns' names, the most telling header first.</summary>
static partial class ColumnKinds
{
    // "Andy SmithTom Weber": Springer's search page joins the names of authors with nothing.
    static readonly Field RunTogether = Authors with { Put = PutRunTogether };

    // Dimensions writes a cited reference as [authors|title|source|year|…].
    static readonly Form Bracketed = new("bracketed", text => text.Split("];[").Select(part => Blank.Trim(part.Trim('[', ']'))).Where(part => part.Length > 0), ";");

    // OpenAlex lists them in the order of the authors; where they come before the names, they stay in their column.
    static readonly Field Orcids = new("orcids", FieldKind.List, (draft, value) =>
    {
        var authors = draft.Record.Authors;
        var orcids = value.Split('|');
        if (orcids.Length != authors.Count) return false;
        for (var i = 0; i < orcids.Length; i++)
            if (OrcidAtEnd().Match(orcids[i]) is { Success: true } orcid) authors[i] = authors[i] with { Orcid = orcid.Value };
        return true;
    }, record => record.Authors.Select(author => author.Orcid).OfType<string>());

    static readonly Form Bars = new("bars", text => text.Split('|').Select(Blank.Trim).Where(part => part.Length > 0), "|");

    // The address of Embase's link resolver is the only place of the DOI in its older tables.
    static readonly Field OpenUrl = new("url", FieldKind.One, (draft, value) =>
    {
        var record = draft.Record;
        record.Url ??= value;
        if (record.Doi is null && ResolverDoi().Match(value) is { Success: true } doi) record.Doi = Records.Doi.Parse(Uri.UnescapeDataString(doi.Groups[1].Value));
        if (record.Issn.Count == 0 && ResolverIssn().Match(value) is { Success: true } issn) record.Issn.AddRange(Records.Issn.ParseAll(issn.Groups[1].Value));
        return record.Url == value;
    }, record => record.Url is { } url ? [url] : []);

    public static readonly ColumnKind[] All =
    [
        new(["author names", "source", "open url link|emtree drug index terms|correspondence address"], "embase", [Row("source", Citation), Row("open url link", OpenUrl), new("keywords", IndexKeywords, Form.Terms)]),
        new(["author names", "source title|source", "emtree drug index terms|embase accession id|pui|embase link"], "embase",
        [
            Row("first page", FirstPage), Row("last page", LastPage), Row("full text link", Url), Row("open url link", OpenUrl), Row("medline pmid", Fields.Pmid), Row("source", Citation), new("author keywords", Keywords, Form.Terms),
        ]),
        new(["cochrane id", "title"], "cochrane", [Row("cochrane id", Id("cochrane")), Row("source", Journal)]),
        new(["title", "pubtitle", "storeid|documenturl|findacopy"], "proquest",
        [
            Row("pubtitle", Journal), Row("pubdate", Date), Row("digitalobjectidentifier", Fields.Doi), Row("startpage", FirstPage), new("subjectterms", IndexKeywords, Form.Terms), new("subjects", IndexKeywords, Form.Terms),
            new("identifierkeywords", Keywords, Form.Terms), Row("alternatetitle", TranslatedTitle), Row("documenturl", Url), new("authoraffiliation", Affiliations, Form.List), Row("accessionnumber", Id("proquest")),
        ])
        {
            TypeColumns = ["articletype", "documenttype"],
        },
        new(["pmid", "journal/book", "citation"], "pubmed", [Row("citation", Citation)]),
        new(["item title", "content type", "item doi"], "springer", [Row("authors", RunTogether)]),
        new(["document title", "ieee terms|date added to xplore|document identifier"], "ieee", []) { TypeColumns = ["document identifier"] },
        new(["publication id", "dimensions url|times cited|source title|rank"], "dimensions",
        [
            Row("publication id", Id("dimensions")), Row("source title", Journal), Row("source title/anthology title", Journal), Row("anthology title", Journal),
            new("cited references", References, Bracketed), Row("publication date (online)", Date), Row("source linkout", Url), Row("dimensions url", Url),
            new("research organizations standardized", Affiliations, Form.List),
        ]),
        new(["lens id", "author/s|publication type"], "lens", []),
        new(["authorships.author.display name|primary location.source.display name|authorships.author.id"], "openalex",
        [
            Row("title", Title), Row("display name", Title),
            new("authorships.author.display name", Authors, Bars), Row("authorships.author.orcid", Orcids), new("authorships.institutions.display name", Affiliations, Bars), new("keywords.display name", IndexKeywords, Bars),
            new("referenced works", References, Bars), Row("biblio.volume", Volume), Row("biblio.issue", Issue), Row("biblio.first page", FirstPage), Row("biblio.last page", LastPage),
            Row("ids.openalex", Id("openalex")), Row("primary location.landing page url", Url), new("primary location.source.issn", SerialNumber, Bars),
        ]),
        new(["covidence #"], null, [Row("ref", Id("ref"))]),
        new(["序号", "题名", "issn号|cn号", "文摘|分类号"], "vip", []),
        new(["序号", "题名|论文题名", "作者单位|学位授予单位", "核心类型|授予学位|学位年度"], "wanfang", []),
        new(["title|title zh|标题|法规标题|法规名称|文件标题|文件名称|政策标题|政策名称", "department|发布部门|制定机关|发文机关|发布机构|发布机关|颁布部门|发文部门", "release date|发布日期|公布日期|颁布日期|成文日期|publication date"], null,
            [Row("department", Institution)], "legislation"),
    ];

    static TagRow Row(string key, Field field) => new(key, field);

    // Where one name ends and the next begins is a guess, so the text stays too.
    static bool PutRunTogether(Draft draft, string value)
    {
        if (value.AsSpan().IndexOfAny(";,|") >= 0) return Form.List.Split(value).All(name => Authors.Put(draft, name));
        var names = NameBoundary().Split(value);
        foreach (var name in names)
            if (AcademicTitle().Replace(Blank.Trim(name), "") is { Length: > 0 } plain) Authors.Put(draft, plain);
        return names.Length == 1 && !AcademicTitle().IsMatch(value);
    }

    // Not behind the Mc of McDonald, the De of DeVries.
    [GeneratedRegex(@"(?<=\p{Ll})(?<!\b(?:Mc|Mac|De|Di|La|Van|Von|Fitz))(?=\p{Lu}(?:\p{Ll}|\.))")]
    private static partial Regex NameBoundary();

    [GeneratedRegex(@"\d{4}-\d{4}-\d{4}-\d{3}[\dX]\s*$")]
    private static partial Regex OrcidAtEnd();

    [GeneratedRegex(@"[?&]id=doi:([^&]+)", RegexOptions.IgnoreCase)]
    private static partial Regex ResolverDoi();

    [GeneratedRegex(@"[?&]issn=(\d{4}-?\d{3}[\dXx])", RegexOptions.IgnoreCase)]
    private static partial Regex ResolverIssn();

    [GeneratedRegex(@"^(?:(?:Prof|Dr|Ing|PD)\.\s*)+")]
    private static partial Regex AcademicTitle();
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>Column names of delimited files and spreadsheets: Scopus (English and Chinese), PubMed, Lens, OpenAlex, IEEE, Springer, Embase, ASReview, CNKI and Wanfang tables, BibTeX names in CSV.</summary>
/// <remarks>What only one database's files have is in <see cref="ColumnKinds"/>. Names are compared in lower case, with underscores and hyphens as blanks. Of several names of one field the first row's wins.</remarks>
static partial class ColumnTable
{
    // The columns that say what kind of document it is, the most telling first.
    static readonly string[] TypeColumns =
    [
        "document type", "文献类型", "publication type", "item type", "entrytype", "type of reference", "content type", "reference type", "来源库", "资源类型", "效力级别", "效力位阶", "法律效力位阶", "文种", "potency level", "type", "category",
    ];

    const int MostKeys = 2000;

    static readonly ConcurrentDictionary<string, string> Keys = [];

    static readonly TypeWords Types = new(
        ("article-journal",
        [
            "Article", "Review", "Editorial", "Letter", "Note", "Short survey", "Article in press", "Erratum", "Data paper", "Retracted", "Journal article",
            "journalArticle", "Early access article", "IEEE Journals", "IEEE Journals & Magazines", "IEEE Early Access Articles", "Scholarly Journals", "JOUR", "期刊", "期刊论文", "文章", "综述",
        ]),
        ("paper-conference",
        [
            "Conference review", "Conference paper", "Conference proceedings article", "conferencePaper", "IEEE Conferences", "IET Conferences", "Conference Papers & Proceedings", "inproceedings", "proceedings-article", "CONF",
            "会议论文", "会议",
        ]),
        ("chapter", ["Book chapter", "Chapter", "ChapterReference", "bookSection", "book-chapter", "incollection", "inbook", "CHAP"]),
        ("book", ["Book", "图书"]),
        ("report", ["Report", "techreport"]),
        ("thesis", ["dissertation", "Thesis", "phdthesis", "mastersthesis", "THES", "学位论文", "硕士", "博士", "硕士论文", "博士论文", "Dissertations & Theses"]),
        ("article", ["preprint"]),
        ("article-magazine", ["Magazine", "IEEE Magazines", "Magazines", "magazineArticle"]),
        ("dataset", ["dataset"]),
        ("document", ["misc"]),
        ("article-newspaper", ["报纸", "Newspapers", "newspaperArticle", "newspaper article", "报纸论文"]),
        ("webpage", ["webpage", "blogPost"]),
        ("legislation", ["statute", "bill", "法律", "行政法规", "部门规章", "地方性法规", "政策"]),
        ("patent", ["专利", "中外专利"]),
        ("standard", ["标准", "IEEE Standards"]));

    static readonly TagRow[] Common =
    [
        .. Rows(Title, Form.Line, "title", "titles", "article title", "document title", "item title", "primary title", "display name", "题名", "篇名", "文献标题", "标题", "论文标题", "论文题名", "文献题名", "中文题名", "题目", "文章标题", "title zh", "chinese title", "法规标题", "法规名称", "文件标题", "文件名称", "政策标题", "政策名称", "titel"),
        .. Rows(TranslatedTitle, Form.Line, "translated title", "original title", "title en", "english title", "英文题名", "英文标题", "英文篇名"),
        .. Rows(Authors, Form.List, "author full names"),
        .. Fallback(Authors, AuthorList, "authors", "author", "author names", "author/s", "authors full names", "first authors", "authorships.author.display name", "作者", "著者", "责任者", "全部作者", "作者姓名", "author list", "authors list", "author(s)", "autor", "autoren"),
        .. Rows(Editors, AuthorList, "editors", "editor", "secondary authors", "编辑", "主编"),
        .. Rows(Contributor("supervisor"), Form.Chinese, "导师", "advisor", "supervisor"),
        .. Rows(Journal, Form.Line, "source title", "journal", "journal/book", "journal name", "publication title", "publication", "primary location.source.display name", "journal/conference", "container title",
            "booktitle", "secondary title", "venue", "journaltitle", "来源出版物名称", "刊名", "期刊名称", "期刊", "文献来源", "中文刊名", "刊名/会议名", "来源", "会议名称", "会议录名称", "出处", "母体文献", "刊物名称", "期刊名", "来源期刊", "来源刊物", "anthology title", "journal title"),
        .. Rows(TranslatedJournal, Form.Line, "英文刊名"),
        .. Rows(Abstract, Form.Line, "abstract", "abstracts", "abstract note", "摘要", "中文摘要", "文摘", "内容摘要", "summary"),
        .. Rows(TranslatedAbstract, Form.Line, "英文摘要", "original abstract", "translated abstract"),
        .. Rows(Keywords, Form.List, "author keywords", "作者关键字", "作者关键词"),
        .. Rows(Keywords, Form.Terms, "keywords", "keyword", "关键词", "关键字", "中文关键词", "manual tags"),
        .. Rows(TranslatedKeywords, Form.Terms, "英文关键词"),
        .. Rows(IndexKeywords, Form.List, "index keywords", "indexed keywords", "索引关键字", "索引关键词", "mesh terms", "ieee terms", "inspec controlled terms", "automatic tags"),
        .. Rows(IndexKeywords, Form.Terms, "emtree drug index terms", "emtree medical index terms"),
        .. Rows(Year, Form.Line, "year", "publication year", "pubyear", "published year", "year of publication", "publish year", "年份", "jahr", "发表年度", "出版年份", "出版年度", "年", "发表年份", "出版年", "学位年度"),
        .. Rows(Date, Form.Line, "publication date", "date published", "date", "发表时间", "出版时间", "出版日期", "发表日期", "pubtime", "release date", "date of publication", "发布日期", "公布日期", "颁布日期", "成文日期"),
        .. Rows(Volume, Form.Line, "volume", "journal volume", "卷", "卷号"),
        .. Rows(Issue, Form.Unpadded, "issue", "journal issue", "issue number", "number", "期", "期号", "年/期"),
        .. Rows(Pages, Form.Line, "pages", "pagination", "page", "页码", "页码范围", "起止页", "页"),
        .. Rows(FirstPage, Form.Line, "page start", "start page", "起始页码", "起始页"),
        .. Rows(LastPage, Form.Line, "page end", "end page", "结束页码", "终止页"),
        .. Rows(ArticleNumber, Form.Line, "art. no.", "article number", "论文编号", "文献编号"),
        .. Rows(Fields.Doi, Form.Line, "doi", "item doi", "digital object identifier", "doi号", "book doi"),
        .. Rows(SerialNumber, Form.Line, "issn", "issns", "eissn", "primary location.source.issn l", "国际标准刊号", "issn号"),
        .. Rows(SerialNumber, Form.Line, "isbn", "isbns"),
        .. Rows(Id("cn"), Form.Line, "cn", "cn号", "国内刊号"),
        .. Rows(Pmid, Form.Line, "pubmed id", "pmid", "ids.pmid"), .. Rows(Pmcid, Form.Line, "pmcid", "pmc id", "ids.pmcid"),
        .. Rows(Id("eid"), Form.Line, "eid"), .. Rows(Id("lens"), Form.Line, "lens id"), .. Rows(Id("ut"), Form.Line, "ut (unique wos id)", "ut (unique id)", "ut"),
        .. Rows(Id("id"), Form.Line, "id", "record id"), .. Rows(Accession, Form.Line, "accession number"),
        .. Rows(Language, Form.Line, "language of original document", "language", "语种", "语言"),
        .. Rows(Url, Form.Line, "link", "url", "urls", "网址", "链接", "external url", "open url link", "pdf link", "source urls"),
        .. Rows(Affiliations, Form.List, "affiliations", "归属机构", "机构", "单位", "作者单位", "作者机构", "author affiliations", "addresses"),
        .. Rows(Publisher, Form.Line, "publisher", "出版商", "出版社"),
        .. Rows(Institution, Form.Line, "institution", "school", "学位授予单位", "授予单位", "发布部门", "制定机关", "发文机关", "发布机构", "发布机关", "颁布部门", "发文部门", "发文单位", "issuing authority"),
        .. Rows(References, Form.References, "references", "cited references", "参考文献"),
        .. Rows(Rest, Form.Line, RestOfRecord.Plain, RestOfRecord.Guarded),
        .. Rows(TimesCited, Form.Line, "cited by", "施引文献", "引用次数", "cited by count", "times cited", "citing works count", "article citation count", "被引", "被引频次", "被引次数"),
    ];

    static readonly Dictionary<string, TagRow> Known = Common.ToDictionary(r => r.Tag);

    public static readonly TagTable Table = With([]);

    static Form AuthorList => new("author-list", SplitAuthors, "; ");

    /// <summary>The form in which names of columns are compared.</summary>
    public static string Key(string header)
    {
        // Asked for every cell; the names come from the file, so a damaged one must not fill the memory.
        if (Keys.TryGetValue(header, out var known)) return known;
        var key = Blanks().Replace(Blank.Trim(header).ToLowerInvariant().Replace('_', ' ').Replace('-', ' '), " ");
        if (Keys.Count < MostKeys) Keys[header] = key;
        return key;
    }

    public static Field? FieldOf(string key) => Known.GetValueOrDefault(key)?.Field;

    /// <summary>The CSL type of a word for one; null for any other word.</summary>
    public static string? TypeOf(string word) => Types.Kind(word).Type;

    /// <summary>This table behind rows of a layout's own, which go before it.</summary>
    /// <param name="rows">By key.</param>
    /// <param name="typeColumns">Keys of more columns that name the type, before the usual ones.</param>
    /// <param name="type">The CSL type of every record whose own word says none.</param>
    public static TagTable With(TagRow[] rows, string[]? typeColumns = null, string? type = null)
    {
        string[] columns = [.. typeColumns ?? [], .. TypeColumns];
        return new TagTable(raw => Kind(raw, columns, type), [.. rows, .. Common])
        {
            Key = Key,
            TypeTags = columns.ToHashSet(),
        };
    }

    /// <summary>The row of a column that the user says holds a field.</summary>
    /// <returns>null for the type of the document, which is no row.</returns>
    public static TagRow? RowFor(string field, string column) => field == "type"
        ? null
        : (Known.GetValueOrDefault(field) ?? throw new ArgumentException($"no field {field}", nameof(field))) with { Tag = Key(column), IsFallback = false };

    /// <summary>Words by which programs write that there is no value.</summary>
    public static bool IsAbsent(string cell) => cell is "NA" or "N/A" or "NaN" or "nan" or "null" or "NULL" or "None";

    static TagRow[] Rows(Field field, Form form, params string[] names) => Array.ConvertAll(names, n => new TagRow(n, field, form));

    static TagRow[] Fallback(Field field, Form form, params string[] names) => Array.ConvertAll(names, n => new TagRow(n, field, form) { IsFallback = true });

    static IEnumerable<string> SplitAuthors(string text)
    {
        if (text.AsSpan().IndexOfAny(";；|[") >= 0 && text[0] is not ',') return Form.List.Split(text);
        if (text.Contains(" and ", StringComparison.Ordinal)) return AndPattern().Split(text).Where(a => a.Length > 0);
        if (ReviewKit.Text.Fold.HasHan(text)) return Form.Chinese.Split(text);
        // "Smith A, Walter B" and "Joseph Rottman, Erran Carmel" are two people each; "Marx, Karl" is one.
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && Array.TrueForAll(parts, p => p.Contains(' ', StringComparison.Ordinal)) ? parts : [text];
    }

    static RecordKind Kind(RawRecord raw, string[] columns, string? type)
    {
        var (best, word) = (columns.Length, (string?)null);
        foreach (var field in raw.Fields)
        {
            var rank = Array.IndexOf(columns, Key(field.Tag), 0, best);
            if (rank < 0 || field.Joined(" ") is not { Length: > 0 } said) continue;
            (best, word) = (rank, said);
        }
        var kind = word is null ? default : Types.Kind(word);
        return kind.Type is null ? kind with { Type = type } : kind;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s+and\s+")]
    private static partial Regex AndPattern();
}

using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Bibliometrics;

/// <summary>A description as tables; the ids of the records stand behind every row that counts some.</summary>
public static class DescriptionTables
{
    public static IReadOnlyList<DescriptionTable> Of(Description d) =>
    [
        Main(d), Annual(d), Sources(d), Bradford(d), Authors(d), Lotka(d), CountryTable(d), Documents(d), Keywords(d), Growth(d), Trends(d), Bursts(d),
    ];

    /// <summary>A document in a line: first author, year, source.</summary>
    public static string Line(Record record) =>
        string.Join(", ", new[] { AuthorNames.Of(record).FirstOrDefault(), DescriptionTable.Text(record.Year), record.Other.GetValueOrDefault("J9")?.FirstOrDefault() ?? record.Journal ?? record.Title }.Where(part => !string.IsNullOrEmpty(part)));

    static DescriptionTable Main(Description d)
    {
        var o = d.Overview;
        (string Name, Message Title, object? Value)[] rows =
        [
            ("first_year", new("first year", "起始年"), o.FirstYear), ("last_year", new("last year", "终止年"), o.LastYear),
            ("sources", new("sources", "来源（期刊、图书等）"), o.Sources), ("documents", new("documents", "文献"), o.Documents),
            ("annual_growth_percent", new("annual growth, %", "年增长率（%）"), o.GrowthRate), ("average_age", new($"average age in {d.Options.AsOf}, years", $"平均年龄（至 {d.Options.AsOf} 年，年）"), o.AverageAge),
            ("citations_per_document", new("citations per document", "篇均被引"), o.CitationsPerDocument), ("citations_per_year_per_document", new("citations per document and year", "年篇均被引"), o.CitationsPerYearPerDocument),
            ("references", new("references, different ones", "参考文献（去重）"), o.References),
            ("author_keywords", new("author keywords", "作者关键词"), o.AuthorKeywords), ("index_keywords", new("index keywords", "标引词"), o.IndexKeywords), ("keywords_plus", new("Keywords Plus", "Keywords Plus"), o.KeywordsPlus),
            ("authors", new("authors", "作者"), o.Authors), ("author_appearances", new("author appearances", "作者人次"), o.AuthorAppearances),
            ("single_authored_documents", new("single-authored documents", "独著文献"), o.SingleAuthoredDocuments), ("authors_of_single_authored_documents", new("authors of these", "独著作者"), o.AuthorsOfSingleAuthoredDocuments),
            ("documents_per_author", new("documents per author", "人均文献"), o.DocumentsPerAuthor), ("co_authors_per_document", new("co-authors per document", "篇均作者"), o.CoAuthorsPerDocument),
            ("international_percent", new("with authors in several countries, %", "国际合作（%）"), o.InternationalPercent),
            ("lotka_beta", new("Lotka's law: beta", "洛特卡定律 β"), d.Lotka.Beta), ("lotka_c", new("Lotka's law: C", "洛特卡定律 C"), d.Lotka.C), ("lotka_r2", new("Lotka's law: R²", "洛特卡定律 R²"), d.Lotka.R2),
            ("bradford_k", new("Bradford's law: k", "布拉德福定律 k"), d.Bradford.Multiplier), ("bradford_a", new("Bradford's line: a", "布拉德福直线 a"), d.Bradford.Fit?.Intercept),
            ("bradford_b", new("Bradford's line: b", "布拉德福直线 b"), d.Bradford.Fit?.Slope), ("bradford_r2", new("Bradford's line: R²", "布拉德福直线 R²"), d.Bradford.Fit?.R2),
            .. o.Types.Select(type => ($"type: {type.Type}", new Message($"type: {type.Type}", $"类型：{type.Type}"), (object?)type.Documents)),
        ];
        return new("main", new("Main information", "基本信息"), ["figure", "en", "zh", "value"], [.. rows.Select(row => new[] { row.Name, row.Title.En, row.Title.Zh, row.Value })]);
    }

    static DescriptionTable Annual(Description d) => new("production", new("Annual production", "年度发文"),
        ["year", "documents", "cumulated", "times_cited", "mean_citations", "mean_citations_per_year", "records"],
        [.. d.Production.Years.Select(y => new object?[] { y.Year, y.Documents, y.Cumulated, y.TimesCited, y.MeanCitations, y.MeanCitationsPerYear, y.RecordIds })]);

    static DescriptionTable Sources(Description d) => new("sources", new("Sources, with Bradford's zones", "来源与布拉德福分区"),
        ["rank", "source", "documents", "zone", "h", "g", "m", "times_cited", "first_year", "records"],
        [.. d.SourcesByYield.Select((s, i) => new object?[] { i + 1, s.Name, s.Documents, d.Bradford.ZoneOf[i], s.H, s.G, s.M, s.TimesCited, s.FirstYear, s.RecordIds })]);

    static DescriptionTable Bradford(Description d) => new("bradford", new("Bradford's zones", "布拉德福分区"), ["zone", "sources", "documents"],
        [.. d.Bradford.Zones.Select((zone, i) => new object?[] { i + 1, zone.Sources, zone.Documents })]);

    static DescriptionTable Authors(Description d) => new("authors", new("Authors", "作者"),
        ["author", "documents", "fractional", "h", "g", "m", "times_cited", "first_year", "records"],
        [.. d.Authors.OrderByDescending(a => a.Documents).ThenBy(a => a.Name, StringComparer.Ordinal).Select(a => new object?[] { a.Name, a.Documents, a.Fractional, a.H, a.G, a.M, a.TimesCited, a.FirstYear, a.RecordIds })]);

    static DescriptionTable Lotka(Description d) => new("lotka", new("Documents per author, and Lotka's law", "作者发文数与洛特卡定律"), ["written", "authors", "share", "by_law"],
        [.. d.Lotka.Authors.Select(point => new object?[] { point.Documents, point.Authors, (double)point.Authors / d.Overview.Authors, d.Lotka.C / Math.Pow(point.Documents, d.Lotka.Beta ?? 0) })]);

    static DescriptionTable CountryTable(Description d)
    {
        double all = d.Countries.Sum(country => country.Documents);
        return new("countries", new("Countries of the corresponding authors (SCP: one country, MCP: several)", "通讯作者所在国家（本国发文与多国合作）"),
            ["country", "documents", "share", "single", "multiple", "multiple_share", "times_cited", "mean_citations", "records"],
            [.. d.Countries.Select(c => new object?[] { c.Name, c.Documents, c.Documents / all, c.Single, c.Multiple, (double)c.Multiple / c.Documents, c.TimesCited, (double)c.TimesCited / c.Documents, c.RecordIds })]);
    }

    static DescriptionTable Documents(Description d) => new("documents", new("Documents by citations (local: by documents of this set)", "文献被引（本集被引：被本文献集引用）"),
        ["document", "record", "title", "doi", "year", "times_cited", "per_year", "normalized", "local", "cited_by"],
        [.. d.Documents.Select(c => new object?[] { Line(c.Record), c.Record.Id, c.Record.Title, c.Record.Doi, c.Record.Year, c.TimesCited, c.PerYear, c.Normalized, c.Local, c.CitedBy })]);

    static DescriptionTable Keywords(Description d) => new("keywords", new("Keywords", "关键词"), ["field", "rank", "keyword", "documents", "share"],
        [.. d.Keywords.Select(k => new object?[] { k.Field, k.Rank, k.Keyword, k.Documents, k.Share })]);

    static DescriptionTable Growth(Description d) => new("keyword_growth", new("Keyword growth, cumulated", "关键词增长（累计）"), ["year", .. d.Growth.Select(k => k.Keyword)],
        [.. d.Production.Years.Select((year, i) => (IReadOnlyList<object?>)[year.Year, .. d.Growth.Select(k => (object?)k.Cumulated[i])])]);

    static DescriptionTable Trends(Description d) => new("trend_topics", new("Trend topics: the most frequent of each median year", "趋势主题（各中位年份的高频词）"),
        ["keyword", "documents", "q1", "median", "q3", "records"], [.. d.Trends.Select(k => new object?[] { k.Keyword, k.Total, k.Q1, k.Median, k.Q3, k.RecordIds })]);

    static DescriptionTable Bursts(Description d) => new("bursts", new("Bursts (Kleinberg, two states)", "突现词（Kleinberg 二状态）"),
        ["keyword", "documents", "strength", "begin", "end"], [.. d.Bursts.Select(b => new object?[] { b.Keyword, b.Documents, b.Burst.Strength, b.Burst.Start, b.Burst.End })]);
}

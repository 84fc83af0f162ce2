using System.Globalization;
using ReviewKit.Query;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>What an expression of `--where` is asked of.</summary>
/// <param name="Report">The merged record.</param>
/// <param name="Sources">Of all its records.</param>
/// <param name="Fails">Criteria it fails, those that only flag too.</param>
/// <param name="Sets">Bit i: term set i+1 was found, by the last `query run`.</param>
sealed record WhereFacts(Record Report, IReadOnlyList<string> Sources, Place Place, IReadOnlyList<string> Labels, IReadOnlyList<string> Fails, long Sets);

/// <summary>A field of an expression: its names, and what it holds.</summary>
/// <param name="Names">The first is the one messages use; the others are other words for it, Chinese ones too.</param>
/// <param name="Values">Of one report; empty where it says nothing. A value may come with other words for it.</param>
sealed record WhereField(string[] Names, Func<WhereFacts, Protocol, IEnumerable<string?>> Values)
{
    public static readonly WhereField[] All =
    [
        new(["year", "年", "年份"], (x, _) => [x.Report.Year?.ToString(CultureInfo.InvariantCulture)]),
        new(["source", "来源", "数据库"], (x, protocol) => x.Sources.SelectMany(source => Words(source, protocol.SourceName(source)))),
        new(["type", "类型", "文献类型"], (x, _) => [x.Report.Type, x.Report.SourceType]),
        new(["language", "语言", "语种"], (x, _) => Criteria.Languages(x.Report).SelectMany(Languages)),
        new(["place", "现状", "位置"], (x, _) => Words(x.Place.Name, PlaceText.Of(x.Place.Name))),
        new(["stage", "阶段"], (x, protocol) => x.Place.Stage is { } id ? Words(id, protocol.FindStage(id)?.Name ?? default) : []),
        new(["reason", "理由"], (x, protocol) => x.Place.Reason is { } id ? Words(id, protocol.FindStage(x.Place.Stage ?? "")?.ReasonName(id) ?? protocol.Criteria.FirstOrDefault(criterion => criterion.Id == id)?.Label ?? default) : []),
        new(["label", "标签"], (x, _) => x.Labels),
        new(["fails", "不符", "规则"], (x, protocol) => x.Fails.SelectMany(id => Words(id, protocol.Criteria.FirstOrDefault(criterion => criterion.Id == id)?.Label ?? default))),
        new(["journal", "期刊", "刊名"], (x, _) => [x.Report.Journal, .. x.Report.Journals.Values]),
        new(["title", "题名", "标题", "篇名"], (x, _) => [x.Report.Title, x.Report.TranslatedTitle, .. x.Report.Titles.Values]),
        new(["abstract", "摘要"], (x, _) => [x.Report.Abstract, x.Report.TranslatedAbstract, .. x.Report.Abstracts.Values]),
        new(["keywords", "keyword", "关键词"], (x, _) => [.. x.Report.Keywords, .. x.Report.IndexKeywords]),
        new(["author", "authors", "作者"], (x, _) => x.Report.Authors.Select(author => author.Display)),
        new(["doi"], (x, _) => [x.Report.Doi]),
        new(["issn"], (x, _) => x.Report.Issn),
        new(["id", "编号"], (x, _) => [x.Report.Id]),
    ];

    static IEnumerable<string?> Words(string id, Message name) => [id, name.En, name.Zh];

    static IEnumerable<string?> Languages(string code) => code switch { "zh" => [code, "Chinese", "中文"], "en" => [code, "English", "英文"], _ => [code] };
}

using ReviewKit.Dedup;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Tests.Dedup;

/// <summary>A review with three pairs that only a person can tell, and a queue that asks about them.</summary>
sealed class Doubtful : IDisposable
{
    public Doubtful()
    {
        Ids = Test.Import("exports/甲.csv", "cnki", [.. Records()]);
        Questions =
        [
            new(Ids[0], Ids[1], 0.91, new Message("same authors, year, first page; titles differ in some words", "作者、年份、起始页相同；标题有个别词不同")),
            new(Ids[1], Ids[2], 0.85, new Message("same title, authors; years differ", "标题、作者相同；年份不同")),
            new(Ids[0], Ids[2], 0.8, new Message("same authors; titles differ in some words", "作者相同；标题有个别词不同")),
            new(Ids[3], Ids[4], 0.6, new Message("same title; no author in common", "标题相同；没有共同作者")),
        ];
        Queue = new QuestionQueue(Test.Review, Questions);
    }

    public TestReview Test { get; } = new();
    public Review Review => Test.Review;
    public IReadOnlyList<string> Ids { get; }
    public IReadOnlyList<Question> Questions { get; }
    public QuestionQueue Queue { get; }

    static IEnumerable<Record> Records()
    {
        yield return Of("智慧城市建设中的政策扩散机制研究", "Policy diffusion in smart city construction", 2019, "03", "15-22", "10.3969/j.issn.9501-0001.2019.03.004", "陈一", "林二");
        yield return Of("智慧城市建设的政策扩散研究", null, 2019, "3", "15-22", null, "陈一", "林二");
        yield return Of("智慧城市建设的政策扩散研究", null, 2018, "11", null, null, "陈一", "林二");
        yield return Of("Data governance — a review of ①–⑨", null, 2021, "2", "e12", null, "Okafor, Ada", "Nuñez, Joaquín");
        yield return Of("Data governance: a review of 1-9", null, 2021, "4", "101-140", "10.1000/dg.2021.4", "Lindqvist, Åsa");
    }

    static Record Of(string title, string? translated, int year, string issue, string? pages, string? doi, params string[] authors) => new()
    {
        Title = title,
        TranslatedTitle = translated,
        Year = year,
        Journal = title[0] > 0x3000 ? "城市管理（虚构）" : "Journal of Fictional Governance",
        Issue = issue,
        Pages = pages,
        Doi = doi,
        Type = "article-journal",
        File = "cnki/导出 2019.net",
        Authors = [.. authors.Select(ReviewKit.Records.PersonName.Parse)],
        Abstract = title[0] > 0x3000
            ? $"本文考察智慧城市政策如何在城市之间扩散，样本为{year - 10}—{year}年的一百二十个城市；结果表明，邻近效应与上级压力是主要机制，而学习机制的作用有限。" + (pages is null ? "会议版本。" : "")
            : "How data are governed, in nine questions. We read one hundred and twenty policies and find that purpose, access and duty are seldom named together.",
        Ids = { ["id"] = $"own-{title.Length}-{year}-{issue}" },
    };

    public void Dispose() => Test.Dispose();
}

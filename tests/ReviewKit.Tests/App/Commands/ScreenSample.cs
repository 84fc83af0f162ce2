using ReviewKit.App.Commands;
using ReviewKit.App.Terminal;
using ReviewKit.Records;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Tests.App.Commands;

/// <summary>A small review with reports in both languages, and its screen without a terminal: keys in, pictures out.</summary>
sealed class ScreenSample : IDisposable
{
    public const string Protocol = """
        title: { en: Citizens and smart cities, zh: 市民与智慧城市 }
        question: { en: "Do citizens take part in planning smart cities, and what comes of it?", zh: 市民是否参与智慧城市的规划？参与带来了什么？ }
        query: { file: query.yaml, mode: verify, counted: search }
        highlight: { include: [citizen*, 市民], exclude: [simulation, 仿真] }
        criteria:
          - { id: language, require: language, languages: [zh, en], box: other, apply: flag, label: { en: Not in Chinese or English, zh: 非中英文 } }
        stages:
          - id: title-abstract
            kind: title-abstract
            name: { en: Title and abstract, zh: 题名与摘要 }
            reviewers: 2
            reasons:
              - { id: topic, en: Not about citizens taking part, zh: 与市民参与无关 }
              - { id: type, en: Not a research report, zh: 非研究性文献 }
          - id: full-text
            kind: full-text
            name: { en: Full text, zh: 全文 }
            reasons:
              - { id: setting, en: Not in a city, zh: 不在城市 }
              - { id: outcome, en: No outcome reported, zh: 未报告结果 }
        reviewers: [{ id: li, name: 李 }, { id: wang, name: 王 }]
        """;

    static readonly (string Title, string Abstract, string Author, string Journal, string[] Keywords)[] Records =
    [
        ("市民参与智慧城市规划的路径：以三个社区为例", "本文访谈了三个社区的市民，考察他们如何参与智慧城市的规划。结果表明，参与提高了对政策的信任，但年长市民参与较少。", "林语", "城市季刊（虚构）", ["智慧城市", "市民参与"]),
        ("Citizens in the smart city: a survey of planning meetings", "Background: policy asks for participation. Methods: we asked citizens of two smart cities about planning meetings. Results: half of them had heard of one. Conclusions: invitations matter more than platforms.", "Example, A.", "Invented Journal of Cities", ["smart city", "participation"]),
        ("A simulation of traffic lights in a smart city", "Signals are timed by simulation. No people were asked.", "Example, B.", "Invented Journal of Traffic", ["simulation"]),
        ("智慧城市交通信号的仿真", "对交通信号进行了仿真。", "陈例", "交通（虚构）", ["仿真"]),
        ("征稿启事", "本刊征集智慧城市政策方面的稿件。", "", "城市季刊（虚构）", []),
        ("مشاركة المواطنين في المدينة الذكية 👍🏽", "دراسة عن المشاركة. Citizen participation, café, ①—±.", "مثال", "مجلة", ["مدينة"]),
    ];

    readonly TestReview test;

    public ScreenSample(string protocol = Protocol)
    {
        test = new TestReview(protocol, TestReview.Query);
        Ids = test.Import("cnki.txt", "cnki", [.. Records.Select((row, i) => new Record
    {
        Title = row.Title, Abstract = row.Abstract, Journal = row.Journal, Year = 2016 + i, Keywords = [.. row.Keywords], Doi = i == 1 ? "10.9999/invented.2" : null,
        Authors = row.Author.Length > 0 ? [PersonName.Parse(row.Author)] : [], Ids = { ["id"] = $"own-{i}" },
    })]);
    }

    public IReadOnlyList<string> Import(string name, string source, params Record[] records) => test.Import(name, source, records);

    public IReadOnlyList<string> Ids { get; }
    public Review Review => test.Review;
    public List<string> Opened { get; } = [];
    public List<string> Copied { get; } = [];

    public ScreeningScreen Screen(string reviewer = "li", Language language = Language.En, string stage = "title-abstract", Review? review = null) =>
        new(new ScreeningQueue(review ?? Review, (review ?? Review).Protocol.FindStage(stage)!, reviewer), language, new ScreenOutside(Opened.Add, Copied.Add));

    public static string Picture(ScreeningScreen screen, int width = 80, int height = 24, bool styles = false)
    {
        var surface = new Surface(width, height, Look.Plain);
        screen.Draw(surface);
        return styles ? surface.Dump() + surface.DumpStyles() : surface.Dump();
    }

    /// <summary>Keys by their names, with blanks between; what is in quotes is typed sign by sign, _ for a blank.</summary>
    public static bool Press(ScreeningScreen screen, string keys)
    {
        var goesOn = true;
        foreach (var key in keys.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (key.StartsWith('\'') && key.Length > 1) foreach (var sign in key.Trim('\'').Replace('_', ' ').EnumerateRunes()) goesOn = screen.Handle(Key.Of(sign.ToString()));
            else goesOn = screen.Handle(key.Length == 1 ? Key.Of(key) : key == "Space" ? Key.Of(" ") : new Key(key));
        }
        return goesOn;
    }

    public string Place(int report) => test.Place(Ids[report]);

    public string Folder => test.Folder;

    public void Dispose() => test.Dispose();
}

using ReviewKit.Screening;
using ReviewKit.Screening.Ranking;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Tests.Screening;

public class ScreeningOrderTests
{
    static readonly (string Title, int Year)[] Titles =
    [
        ("Feeding of carp in ponds", 2016), ("智慧城市政策研究", 2018), ("Pond water and fish growth", 2020), ("Smart city governance and data", 2012),
        ("鱼类饲料与水温", 2021), ("智慧城市治理与数据", 2015), ("Smart city policy and data", 2019), ("Fish feeding and water", 2011),
    ];

    static IReadOnlyList<string> Import(TestReview test) =>
        test.Import("records", "scopus", [.. Titles.Select((row, i) => new Record { Title = row.Title, Abstract = "Abstract.", Year = row.Year, Ids = { ["id"] = $"own-{i}" } })]);

    static ScreeningOrder Start(TestReview test, IReadOnlyList<string> waiting, OrderOptions? options = null, string reviewer = "li")
    {
        var stage = test.Review.Protocol.Stages[0];
        var order = ScreeningOrder.Start(test.Review, stage, reviewer, options ?? OrderOptions.Of(stage) with { Model = RankingModel.ElasU4 }, waiting);
        Assert.True(SpinWait.SpinUntil(() => order.IsReady, TimeSpan.FromSeconds(60)));
        return order;
    }

    static Func<string, string> TitleOf(IReadOnlyList<string> ids) => id => Titles[ids.ToList().IndexOf(id)].Title;

    [Fact]
    public void Until_both_kinds_are_known_reports_come_as_imported_and_it_is_said()
    {
        using var test = new TestReview();
        var ids = Import(test);
        using var order = Start(test, ids);
        Assert.Equal(new NextReport(ids[0], null, null, "unranked"), order.Next());
        Assert.Equal(new Message("in the order of import until one is included and one excluded", "在纳入、排除各一条之前，按导入顺序"), order.Said);
        order.Decided(ids[0], Verdict.Exclude);
        Assert.Equal(new NextReport(ids[1], null, null, "unranked"), order.Next());
        Assert.Equal(7, order.Waiting);
    }

    [Fact]
    public void Each_decision_is_learnt_from_before_the_next_report_is_shown()
    {
        using var test = new TestReview();
        var ids = Import(test);
        var title = TitleOf(ids);
        using var order = Start(test, ids);
        order.Decided(ids[0], Verdict.Exclude);
        order.Decided(ids[1], Verdict.Maybe);
        // What shares "智慧城市" with the report kept comes first; what shares "feeding" with the one excluded, last.
        Assert.Equal(new NextReport(ids[5], 1, "u4", "ranked"), order.Next());
        Assert.Equal("Fish feeding and water", title(order.All()[^1]));
        Assert.Equal("ranked by u4, from 1 relevant and 1 irrelevant", order.Said.En);
        order.Decided(ids[5], Verdict.Include);
        order.Decided(ids[3], Verdict.Include);
        Assert.Equal("Smart city policy and data", title(order.Next()!.Report));
    }

    [Fact]
    public void A_decision_taken_back_waits_again()
    {
        using var test = new TestReview();
        var ids = Import(test);
        using var order = Start(test, ids);
        order.Decided(ids[0], Verdict.Exclude);
        order.Decided(ids[1], Verdict.Include);
        order.Decided(ids[1], null);
        Assert.Equal((7, ids[1]), (order.Waiting, order.Next()!.Report));
    }

    [Fact]
    public void What_is_put_off_is_passed_over_and_keeps_its_rank()
    {
        using var test = new TestReview();
        var ids = Import(test);
        using var order = Start(test, ids);
        order.Decided(ids[0], Verdict.Exclude);
        order.Decided(ids[1], Verdict.Include);
        var second = order.All()[1];
        Assert.Equal(new NextReport(second, 2, "u4", "ranked"), order.Next(new HashSet<string> { ids[5] }));
    }

    [Fact]
    public void What_was_decided_before_is_learnt_from()
    {
        using var test = new TestReview();
        var ids = Import(test);
        Decisions.Decide(test.Review, ids[0], Verdict.Exclude, new Said("title-abstract"));
        Decisions.Decide(test.Review, ids[1], Verdict.Include, new Said("title-abstract"));
        using var order = Start(test, [.. ids.Skip(2)]);
        Assert.Equal(new NextReport(ids[5], 1, "u4", "ranked"), order.Next());
    }

    [Fact]
    public void With_two_reviewers_the_order_does_not_tell_what_the_other_thought()
    {
        using var test = new TestReview(TestReview.Protocol.Replace("kind: title-abstract\n", "kind: title-abstract\n    reviewers: 2\n"));
        var ids = Import(test);
        Decisions.Decide(test.Review, ids[0], Verdict.Exclude, new Said("title-abstract", Reviewer: "wang"));
        Decisions.Decide(test.Review, ids[1], Verdict.Include, new Said("title-abstract", Reviewer: "wang"));
        using var li = Start(test, ids);
        using var wang = Start(test, [.. ids.Skip(2)], reviewer: "wang");
        Assert.Null(li.Next()!.Model);
        Assert.Equal("u4", wang.Next()!.Model);
    }

    [Fact]
    public void Newest_shows_the_latest_year_first()
    {
        using var test = new TestReview();
        var ids = Import(test);
        using var order = Start(test, ids, new OrderOptions("newest", 0, 1, RankingModel.ElasU4));
        Assert.Equal([2021, 2020, 2019, 2018, 2016, 2015, 2012, 2011], order.All().Select(id => Titles[ids.ToList().IndexOf(id)].Year));
        Assert.Equal(new NextReport(ids[4], null, null, "newest"), order.Next());
    }

    [Fact]
    public void A_random_order_is_the_same_for_the_same_seed_and_new_reports_move_none_of_the_old()
    {
        using var test = new TestReview();
        var ids = Import(test);
        var options = new OrderOptions("random", 0, 7, RankingModel.ElasU4);
        using var few = Start(test, [.. ids.Take(5)], options);
        using var all = Start(test, ids, options);
        using var other = Start(test, ids, options with { Seed = 8 });
        Assert.Equal(few.All(), all.All().Intersect(ids.Take(5)));
        Assert.NotEqual(all.All(), other.All());
    }

    [Fact]
    public void A_random_mix_draws_its_share_by_chance()
    {
        using var test = new TestReview();
        var ids = test.Import("many", "scopus", [.. Enumerable.Range(0, 1000).Select(i => new Record { Title = $"Title {i}", Ids = { ["id"] = $"own-{i}" } })]);
        using var order = Start(test, ids, new OrderOptions("unranked", .1, 3, RankingModel.ElasU4));
        var drawn = 0;
        while (order.Next() is { } next)
        {
            if (next.Order == "random") drawn++;
            Assert.Equal(next, order.Next());
            order.Decided(next.Report, Verdict.Exclude);
        }
        // 1,000 draws of a tenth: 100, give or take three times sqrt(1000 · .1 · .9) = 9.5.
        Assert.InRange(drawn, 72, 128);
    }

    [Fact]
    public void The_decision_keeps_how_its_report_came_to_be_shown()
    {
        using var test = new TestReview();
        var ids = Import(test);
        var entry = Decisions.Decide(test.Review, ids[5], Verdict.Include, new Said("title-abstract") { Shown = new NextReport(ids[5], 12, "u4", "ranked") });
        var body = EventJson.Read<DecisionBody>(entry);
        Assert.Equal(("ranked", "u4", 12), (body.Order, body.Model, body.Rank));
        Assert.Equal($"include {ids[5]} at title-abstract by li, ranked 12 by u4", EventText.Of(entry).En);
        Assert.Equal($"li 在 title-abstract 阶段对 {ids[5]} 判断：纳入，u4 排第 12", EventText.Of(entry).Zh);
    }

    [Fact]
    public void How_reports_came_to_be_shown_goes_out_and_comes_in_with_the_decisions()
    {
        using var test = new TestReview();
        var ids = Import(test);
        Decisions.Decide(test.Review, ids[5], Verdict.Include, new Said("title-abstract") { Shown = new NextReport(ids[5], 12, "u4", "ranked") });
        Decisions.Decide(test.Review, ids[1], Verdict.Exclude, new Said("title-abstract", "topic"));
        var file = Path.Combine(test.Folder, "判断.csv");
        using (var writer = new StreamWriter(file)) DecisionsFile.Export(test.Review, writer);
        Assert.Equal($"""
            record_id,stage,reviewer,verdict,reason,time,note,order,model,rank
            {ids[5]},title-abstract,li,include,,2026-01-31T12:00:00Z,,ranked,u4,12
            {ids[1]},title-abstract,li,exclude,topic,2026-01-31T12:00:00Z,,,,

            """.ReplaceLineEndings("\n"), File.ReadAllText(file));
        using var copy = new TestReview();
        Import(copy);
        DecisionsFile.Import(copy.Review, file, "判断.csv");
        var body = EventJson.Read<DecisionBody>(Decisions.History(copy.Review, ids[5])[^1]);
        Assert.Equal(("ranked", "u4", 12), (body.Order, body.Model, body.Rank));
    }

    [Fact]
    public void The_protocol_says_order_mix_model_and_weights_of_a_stage()
    {
        using var test = new TestReview(TestReview.Protocol.Replace("kind: title-abstract\n", "kind: title-abstract\n    order: ranked\n    random-mix: 5 %\n    model: u4\n    title-weight: 2\n    keyword-weight: 1\n"));
        var stages = test.Review.Protocol.Stages;
        var options = OrderOptions.Of(stages[0]);
        Assert.Equal(("ranked", .05, "u4", 2, 1), (options.Order, options.RandomMix, options.Model.Name, options.Model.TitleWeight, options.Model.KeywordWeight));
        Assert.Equal("unranked", stages[1].Order.Name);
    }

    [Theory]
    [InlineData("order: rankd", "order is \"rankd\", expected one of ranked, unranked, random, newest")]
    [InlineData("random-mix: 5", "random-mix is \"5\", expected a share of 0 to 1")]
    [InlineData("title-weight: 99", "title-weight is 99, expected 0 to 9")]
    public void What_the_protocol_cannot_say_of_an_order_is_told_with_its_line(string line, string expected)
    {
        var wrong = Assert.Throws<ReviewKitException>(() => new TestReview(TestReview.Protocol.Replace("kind: title-abstract\n", $"kind: title-abstract\n    {line}\n")));
        Assert.Contains(expected, wrong.Said.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_none_is_told_with_those_there_are()
    {
        using var test = new TestReview(TestReview.Protocol.Replace("kind: title-abstract\n", "kind: title-abstract\n    model: u9\n"));
        Assert.Equal("no model u9; known: u4, u4t, u4s", Assert.Throws<ReviewKitException>(() => OrderOptions.Of(test.Review.Protocol.Stages[0])).Said.En);
    }
}

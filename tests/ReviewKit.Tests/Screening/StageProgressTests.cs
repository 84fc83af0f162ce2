using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Screening;

public class StageProgressTests
{
    static IReadOnlyList<string> Import(TestReview test, int count) => test.Import("records", "scopus", [.. Enumerable.Range(0, count).Select(TestReview.Fitting)]);

    static void Judge(TestReview test, string id, bool isRelevant, string? order = null, string? model = null, string reviewer = "li") =>
        Decisions.Decide(test.Review, id, isRelevant ? Verdict.Include : Verdict.Exclude, new Said("title-abstract", isRelevant ? null : "topic", reviewer) { Shown = order is null ? null : new NextReport(id, 1, model, order) });

    static StageProgress Read(TestReview test, string? reviewer = "li") => StageProgress.Read(test.Review, test.Review.Protocol.Stages[0], reviewer);

    [Fact]
    public void Reports_come_in_the_order_they_were_judged_with_the_newest_word_on_each()
    {
        using var test = new TestReview();
        var ids = Import(test, 8);
        Judge(test, ids[3], true);
        Judge(test, ids[1], true);
        Judge(test, ids[0], false);
        Judge(test, ids[3], false);
        var progress = Read(test);
        Assert.Equal([ids[3], ids[1], ids[0]], progress.Judged.Select(judgement => judgement.Report));
        Assert.Equal([false, true, false], progress.Relevant);
        Assert.Equal(8, progress.Records);
    }

    [Fact]
    public void A_verdict_given_changed_and_taken_back_is_followed_without_reading_again()
    {
        using var test = new TestReview();
        var ids = Import(test, 5);
        Judge(test, ids[0], true);
        var progress = Read(test);
        progress.Decided(ids[2], Verdict.Maybe, "ranked", "u4");
        progress.Decided(ids[1], Verdict.Exclude);
        progress.Decided(ids[0], null);
        Assert.Equal([true, false], progress.Relevant);
        progress.Decided(ids[1], Verdict.Include);
        Assert.Equal([true, true], progress.Relevant);
        Assert.Equal((5, 2, 2), (progress.Stopping.Records, progress.Stopping.Screened, progress.Stopping.Relevant));
    }

    [Fact]
    public void At_a_blind_stage_a_reviewer_sees_his_own_progress()
    {
        using var test = new TestReview(TestReview.Protocol.Replace("kind: title-abstract\n", "kind: title-abstract\n    reviewers: 2\n"));
        var ids = Import(test, 4);
        Judge(test, ids[0], true, reviewer: "wang");
        Judge(test, ids[1], false);
        Assert.Equal([ids[1]], Read(test).Judged.Select(judgement => judgement.Report));
        Assert.Equal(2, Read(test, null).Judged.Count);
    }

    [Fact]
    public void Safe_says_of_each_condition_whether_it_is_met()
    {
        using var test = new TestReview(TestReview.Protocol + "\nstopping: { recall: 0.9, key-papers: [own-1, own-777] }\n");
        var ids = Import(test, 200);
        // A sample of two by chance, one of them relevant: 100 of 200 are estimated to be, so that twice as many is all.
        Judge(test, ids[0], false, "random");
        Judge(test, ids[1], true, "random");
        for (var i = 2; i < 62; i++) Judge(test, ids[i], false, "ranked", i < 5 ? "u4" : "u4t");
        Judge(test, ids[3], false, reviewer: "wang");
        var progress = Read(test);
        Assert.Equal(.9, progress.Recall);
        Assert.Equal(
        [
            ('S', "random sample: 2 of 2 (1 %), 1 relevant", true),
            ('A', "key papers found: 1 of 2, 1 not in the review", false),
            ('A', "twice the estimated relevant screened: 62 of 200", false),
            ('A', "a tenth screened: 62 of 200", true),
            ('A', "50 irrelevant in a row: 60", true),
            ('F', "50 irrelevant in a row with another model (u4t): 57", true),
            ('E', "a second look at the excluded: 1 looked at, 0 kept, 1 of 50 irrelevant in a row", (bool?)false),
        ], SafeChecklist.Of(progress).Select(step => (step.Phase, step.Said.En, step.IsDone)));
    }

    [Fact]
    public void The_panel_says_both_what_is_met_and_what_it_is_worth()
    {
        using var test = new TestReview();
        var ids = Import(test, 100);
        Judge(test, ids[0], true);
        for (var i = 1; i < 60; i++) Judge(test, ids[i], false);
        var panel = StoppingPanel.Of(Read(test));
        Assert.Equal("60 of 100 screened (60.0 %), 1 relevant, 59 irrelevant in a row", panel[0].Said.En);
        // One relevant of two at least would be missed with recall below .95: P(none among 59 drawn from 99 of which 1 is relevant) = 40/99.
        Assert.Equal(("p = 0.404: it cannot be ruled out that more than 5 % of the relevant are still to be found", false), (panel[1].Said.En, panel[1].IsDone));
        var fifty = panel.Single(line => line.Said.Zh.StartsWith("连续 50 条不相关：", StringComparison.Ordinal));
        Assert.Equal(("连续 50 条不相关：34 % 的模拟中找到 95 % 的相关记录；平均 91.2 %，最差 74.5 %，筛选了 30.9 %", true), (fifty.Said.Zh, fifty.IsDone));
    }

    [Theory]
    [InlineData("stopping: { recall: 1.0 }", "recall is 1.0, expected a share above 0 and below 1")]
    [InlineData("stopping: { recal: 0.9 }", "recal")]
    public void What_the_protocol_cannot_say_of_stopping_is_told(string line, string expected) =>
        Assert.Contains(expected, Assert.Throws<ReviewKitException>(() => ProtocolFile.Parse(TestReview.Protocol + "\n" + line + "\n")).Said.En, StringComparison.Ordinal);
}

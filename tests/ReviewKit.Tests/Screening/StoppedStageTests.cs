using ReviewKit.Prisma;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Tests.Screening;

public class StoppedStageTests
{
    static (TestReview Test, IReadOnlyList<string> Ids) Half(string? protocol = null)
    {
        var test = new TestReview(protocol);
        var ids = test.Import("records", "scopus", [.. Enumerable.Range(0, 10).Select(TestReview.Fitting)]);
        for (var i = 0; i < 6; i++) Decisions.Decide(test.Review, ids[i], i == 0 ? Verdict.Include : Verdict.Exclude, new Said("title-abstract", i == 0 ? null : "topic"));
        return (test, ids);
    }

    [Fact]
    public void What_nobody_judged_is_excluded_by_automation_and_shown_apart()
    {
        var (test, ids) = Half();
        using var _ = test;
        var body = EventJson.Read<StopBody>(StoppedStage.Stop(test.Review, test.Review.Protocol.Stages[0], "按 p 值停止"));
        Assert.Equal((6, 1), (body.Screened, body.Relevant));
        Assert.Equal(ids.Skip(6).Order(StringComparer.Ordinal), body.Records);
        Assert.Equal("excluded@title-abstract:stopping-rule", test.Place(ids[9]));
        var counts = Flow.Counts(test.Review, Language.En);
        // 10 screened = 5 excluded by a person + 4 by automation + 1 sought.
        Assert.Equal((10, 9, 5, 4, 1), (counts.RecordsScreened.Total, counts.RecordsExcluded.Total, counts.RecordsExcludedByHuman.Total, counts.RecordsExcludedByAutomation.Total, counts.ReportsSought.Total));
        Assert.Equal(ids.Skip(6).Order(StringComparer.Ordinal), Flow.List(test.Review, "db_excluded.automation").Select(row => row.RecordId).Order(StringComparer.Ordinal));
        Decisions.Decide(test.Review, ids[0], Verdict.Include, new Said("full-text"));
        counts = Flow.Counts(test.Review, Language.En);
        Assert.DoesNotContain(FlowCheck.Findings(new DeclaredFlow(counts, [], [])), finding => finding.Severity == Severity.Error);
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void Taken_back_all_wait_again()
    {
        var (test, ids) = Half();
        using var _ = test;
        StoppedStage.Stop(test.Review, test.Review.Protocol.Stages[0], "SAFE");
        Decisions.Undo(test.Review, null);
        Assert.All(ids.Skip(6), id => Assert.Equal("awaiting@title-abstract", test.Place(id)));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void Who_judges_one_after_all_puts_it_back()
    {
        var (test, ids) = Half();
        using var _ = test;
        StoppedStage.Stop(test.Review, test.Review.Protocol.Stages[0], "SAFE");
        Decisions.Decide(test.Review, ids[7], Verdict.Include, new Said("title-abstract"));
        Assert.Equal("awaiting@full-text", test.Place(ids[7]));
        Assert.Equal(3, Flow.Counts(test.Review, Language.En).RecordsExcludedByAutomation.Total);
    }

    [Fact]
    public void What_is_imported_later_waits()
    {
        var (test, _) = Half();
        using var disposed = test;
        StoppedStage.Stop(test.Review, test.Review.Protocol.Stages[0], "SAFE");
        var later = test.Import("later", "cnki", TestReview.Fitting(99));
        Assert.Equal("awaiting@title-abstract", test.Place(later[0]));
    }

    [Fact]
    public void What_one_of_two_reviewers_judged_still_waits_for_the_other()
    {
        var (test, ids) = Half(TestReview.Protocol.Replace("kind: title-abstract\n", "kind: title-abstract\n    reviewers: 2\n"));
        using var _ = test;
        StoppedStage.Stop(test.Review, test.Review.Protocol.Stages[0], "SAFE");
        Assert.Equal(("awaiting@title-abstract", "excluded@title-abstract:stopping-rule"), (test.Place(ids[1]), test.Place(ids[8])));
    }

    [Fact]
    public void What_cannot_be_stopped_is_told()
    {
        using var test = new TestReview();
        test.Import("records", "scopus", TestReview.Fitting(1));
        string Told(int stage) => Assert.Throws<ReviewKitException>(() => StoppedStage.Stop(test.Review, test.Review.Protocol.Stages[stage], "SAFE")).Said.En;
        Assert.Equal("nobody has judged anything at title-abstract yet", Told(0));
        Assert.StartsWith("full-text is a full-text stage", Told(1));
    }
}

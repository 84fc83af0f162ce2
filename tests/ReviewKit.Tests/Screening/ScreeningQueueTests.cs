using ReviewKit.Prisma;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Tests.Screening;

public sealed class ScreeningQueueTests : IDisposable
{
    readonly TestReview test = new();
    readonly IReadOnlyList<string> ids;

    public ScreeningQueueTests() => ids = test.Import("cnki.txt", "cnki", [.. Enumerable.Range(1, 6).Select(TestReview.Fitting)]);

    ScreeningQueue Queue(string reviewer = "li", Review? review = null) => new(review ?? test.Review, test.Review.Protocol.Stages[0], reviewer);

    static Verdict? Judge(ScreeningQueue queue, Verdict verdict, string? reason = null) => queue.Decide([queue.Current!], verdict, reason);

    [Fact]
    public void Reports_come_in_the_order_they_were_imported_and_each_verdict_is_an_event()
    {
        var queue = Queue();
        Assert.Equal((ids[0], 6, 0), (queue.Current, queue.WaitingCount, queue.Decided));
        Judge(queue, Verdict.Include);
        Judge(queue, Verdict.Exclude, "topic");
        Assert.Equal((ids[2], 4, 2), (queue.Current, queue.WaitingCount, queue.Decided));
        Assert.Equal("excluded@title-abstract:topic", test.Place(ids[1]));
        Assert.Equal(2, test.Review.Ledger.Live("decision").Count);
    }

    [Fact]
    public void Any_number_of_steps_is_taken_back_and_made_again()
    {
        var queue = Queue();
        for (var i = 0; i < 5; i++) Judge(queue, i % 2 == 0 ? Verdict.Exclude : Verdict.Include);
        for (var i = 4; i >= 0; i--)
        {
            Assert.True(queue.Undo());
            Assert.Equal(ids[i], queue.Current);
        }
        Assert.False(queue.Undo());
        Assert.Equal(6, queue.WaitingCount);
        for (var i = 0; i < 5; i++) Assert.True(queue.Redo());
        Assert.False(queue.Redo());
        Assert.Equal((ids[5], 1), (queue.Current, queue.WaitingCount));
        Assert.Equal("excluded@title-abstract", test.Place(ids[4]));
        Assert.Equal(5, test.Review.Ledger.Live("decision").Count);
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void Steps_of_an_earlier_session_are_taken_back_too()
    {
        var first = Queue();
        Judge(first, Verdict.Include);
        Judge(first, Verdict.Exclude, "topic");
        var later = Queue();
        Assert.Equal(ids[2], later.Current);
        Assert.True(later.Undo());
        Assert.True(later.Undo());
        Assert.Equal(ids[0], later.Current);
        later.Redo();
        later.Redo();
        Assert.Equal("excluded@title-abstract:topic", test.Place(ids[1]));
        Assert.Equal(ids[2], later.Current);
    }

    [Fact]
    public void Another_reviewers_steps_are_not_taken_back()
    {
        Judge(Queue("wang"), Verdict.Include);
        Assert.False(Queue().Undo());
    }

    [Fact]
    public void What_is_left_for_later_comes_again_at_the_end()
    {
        var queue = Queue();
        queue.Skip();
        Assert.Equal(ids[1], queue.Current);
        for (var i = 0; i < 5; i++) Judge(queue, Verdict.Include);
        Assert.Equal(ids[0], queue.Current);
        Assert.True(queue.Back());
        Assert.Equal(ids[5], queue.Current);
    }

    [Fact]
    public void An_earlier_verdict_is_changed_and_the_queue_goes_on_where_it_was()
    {
        var queue = Queue();
        Judge(queue, Verdict.Include);
        queue.Go(ids[0]);
        Assert.True(queue.IsVisiting);
        Judge(queue, Verdict.Exclude, "topic");
        Assert.Equal((ids[1], false, 1), (queue.Current, queue.IsVisiting, queue.Decided));
        Assert.Equal(Verdict.Exclude, queue.VerdictOn(ids[0]));
        Assert.Equal("excluded@title-abstract:topic", test.Place(ids[0]));
        queue.Undo();
        Assert.Equal(Verdict.Include, queue.VerdictOn(ids[0]));
        Assert.Equal("awaiting@full-text", test.Place(ids[0]));
    }

    [Fact]
    public void A_verdict_written_by_another_program_shows_up()
    {
        var queue = Queue();
        using var other = Review.Open(test.Folder, TestReview.Author);
        Assert.False(queue.Refresh());
        Judge(Queue(review: other), Verdict.Exclude, "topic");
        Assert.True(queue.Refresh());
        Assert.Equal((5, 1), (queue.WaitingCount, queue.Decided));
        Assert.False(queue.Refresh());
        Decisions.Undo(other, null);
        Assert.True(queue.Refresh());
        Assert.Equal((6, 0), (queue.WaitingCount, queue.Decided));
    }

    [Fact]
    public void One_record_judged_in_two_windows_keeps_the_last_word_and_tells()
    {
        var queue = Queue();
        using var other = Review.Open(test.Folder, TestReview.Author);
        var second = Queue(review: other);
        Assert.Null(Judge(second, Verdict.Exclude, "topic"));
        Assert.Equal(Verdict.Exclude, Judge(queue, Verdict.Include));
        Assert.Equal("awaiting@full-text", test.Place(ids[0]));
        Assert.Null(Judge(queue, Verdict.Include));
        Assert.True(second.Refresh());
        Assert.Equal(4, second.WaitingCount);
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void An_import_in_another_window_joins_the_queue()
    {
        var queue = Queue();
        using (var other = Review.Open(test.Folder, TestReview.Author)) other.Ledger.Append("pin", new PinBody(ids[0], "year", "2020"));
        test.Import("later.txt", "scopus", TestReview.Fitting(7));
        Assert.True(queue.Refresh());
        Assert.Equal(7, queue.WaitingCount);
    }

    [Fact]
    public void Two_reviewers_judge_the_same_reports_and_differ()
    {
        using var two = new TestReview(TestReview.Protocol.Replace("kind: title-abstract", "kind: title-abstract\n    reviewers: 2", StringComparison.Ordinal));
        var records = two.Import("cnki.txt", "cnki", TestReview.Fitting(1), TestReview.Fitting(2));
        var (li, wang) = (new ScreeningQueue(two.Review, two.Review.Protocol.Stages[0], "li"), new ScreeningQueue(two.Review, two.Review.Protocol.Stages[0], "wang"));
        Judge(li, Verdict.Include);
        Judge(li, Verdict.Include);
        Judge(wang, Verdict.Exclude, "topic");
        Judge(wang, Verdict.Include);
        Assert.Equal([records[0]], li.Lists.Conflicts());
        li.Go(records[0]);
        li.Decide([records[0]], Verdict.Exclude, "topic", LiveDecision.Consensus);
        Assert.Empty(li.Lists.Conflicts());
        Assert.Equal("excluded@title-abstract:topic", two.Place(records[0]));
        Assert.Equal(2, li.Decided);
    }

    [Fact]
    public void What_is_left_at_maybe_at_full_text_comes_again_when_the_others_are_done()
    {
        foreach (var id in ids.Take(3)) Decisions.Decide(test.Review, id, Verdict.Include, new Said("title-abstract"));
        var queue = new ScreeningQueue(test.Review, test.Review.Protocol.Stages[1], "li");
        Judge(queue, Verdict.Maybe);
        Assert.Equal((ids[1], 3, 0), (queue.Current, queue.WaitingCount, queue.Decided));
        Judge(queue, Verdict.Include);
        Judge(queue, Verdict.Include);
        Assert.Equal((ids[0], 1, 2), (queue.Current, queue.WaitingCount, queue.Decided));
        Judge(queue, Verdict.Exclude, "quality");
        Assert.Equal((null, 0, 3), (queue.Current, queue.WaitingCount, queue.Decided));
    }

    [Fact]
    public void Many_decided_at_once_are_taken_back_at_once()
    {
        test.Review.Ledger.Append("decisions", new DecisionsBody([ids[0], ids[2]], "title-abstract", "li", Verdict.Exclude, "topic", null, "2026-01-31T12:00:00Z", "year < 2020"));
        var queue = Queue();
        Assert.Equal((ids[1], 4), (queue.Current, queue.WaitingCount));
        Assert.True(queue.Undo());
        Assert.Equal(6, queue.WaitingCount);
        Assert.True(queue.Redo());
        Assert.Equal((4, "excluded@title-abstract:topic"), (queue.WaitingCount, test.Place(ids[2])));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void A_retrieval_is_taken_back_to_what_was_said_before()
    {
        Decisions.Decide(test.Review, ids[0], Verdict.Include, new Said("title-abstract"));
        var queue = new ScreeningQueue(test.Review, test.Review.Protocol.Stages[1], "li");
        queue.Retrieve("sought", null, null);
        queue.Retrieve("not-retrieved", "no library", null);
        Assert.Equal("not-retrieved:no library", test.Place(ids[0]));
        Assert.Null(queue.Current);
        queue.Undo();
        Assert.Equal("awaiting@full-text", test.Place(ids[0]));
        Assert.Equal("sought", Dapper.SqlMapper.QueryFirst<string>(test.Review.Connection, "select status from retrieval"));
        Assert.Equal([ids[0]], queue.Lists.ToRetrieve());
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void The_tally_of_the_flow_is_the_flow()
    {
        var (queue, tally) = (Queue(), new FlowTally(test.Review));
        foreach (var verdict in (Verdict[])[Verdict.Include, Verdict.Exclude, Verdict.Maybe, Verdict.Exclude])
        {
            tally.Around([queue.Current!], () => Judge(queue, verdict));
            var counts = Flow.Counts(test.Review, Language.En);
            Assert.Equal((counts.RecordsScreened.Total, counts.RecordsExcluded.Total ?? 0, counts.ReportsSought.Total), (tally["db_screened"], tally["db_excluded"], tally["db_sought"]));
        }
        Assert.Equal((6, 2, 2), (tally["db_screened"], tally["db_excluded"], tally["db_sought"]));
    }

    public void Dispose() => test.Dispose();
}

using ReviewKit.Dedup;
using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Dedup;

public class QuestionQueueTests
{
    static IReadOnlyList<string> Kinds(Review review) => [.. review.Ledger.All().Select(entry => entry.Kind).Where(kind => kind is not ("import" or "protocol"))];

    [Fact]
    public void Each_answer_is_an_event_at_once()
    {
        using var doubtful = new Doubtful();
        doubtful.Queue.Same();
        Assert.Equal(["merge"], Kinds(doubtful.Review));
        doubtful.Queue.Different();
        doubtful.Queue.Link("translation-of", fromA: false);
        Assert.Equal(["merge", "apart", "link"], Kinds(doubtful.Review));
        var link = EventJson.Read<LinkBody>(doubtful.Review.Ledger.Newest(1)[0]);
        Assert.Equal((doubtful.Ids[4], doubtful.Ids[3], "translation-of"), (link.A, link.B, link.Type));
        Assert.Null(doubtful.Queue.Current);
        Assert.Equal((3, 0), (doubtful.Queue.Answered, doubtful.Queue.Skipped));
        Assert.Empty(ReviewKit.Store.Check.Of(doubtful.Review));
    }

    [Fact]
    public void What_earlier_answers_settle_is_not_asked()
    {
        using var doubtful = new Doubtful();
        doubtful.Queue.Same();
        Assert.Equal(doubtful.Questions[1], doubtful.Queue.Current);
        doubtful.Queue.Same();
        Assert.Equal(doubtful.Questions[3], doubtful.Queue.Current);
    }

    [Fact]
    public void That_two_reports_are_different_answers_for_all_their_records()
    {
        using var doubtful = new Doubtful();
        doubtful.Queue.Same();
        doubtful.Queue.Different();
        Assert.Equal(doubtful.Questions[3], doubtful.Queue.Current);
    }

    [Fact]
    public void Reports_that_were_skipped_are_not_asked_about_through_another_of_their_records()
    {
        using var doubtful = new Doubtful();
        doubtful.Queue.Same();
        doubtful.Queue.Skip();
        Assert.Equal(doubtful.Questions[3], doubtful.Queue.Current);
    }

    [Fact]
    public void Undo_takes_back_answers_and_skips_to_any_depth()
    {
        using var doubtful = new Doubtful();
        doubtful.Queue.Same();
        doubtful.Queue.Skip();
        doubtful.Queue.Different();
        Assert.Null(doubtful.Queue.Current);
        Assert.True(doubtful.Queue.Undo());
        Assert.True(doubtful.Queue.Undo());
        Assert.True(doubtful.Queue.Undo());
        Assert.False(doubtful.Queue.Undo());
        Assert.Equal(doubtful.Questions[0], doubtful.Queue.Current);
        Assert.Equal(doubtful.Ids, doubtful.Ids.Select(id => Reports.ReportOf(doubtful.Review, id)));
        Assert.Equal(["merge", "apart", "undo", "undo"], Kinds(doubtful.Review));
        Assert.Empty(ReviewKit.Store.Check.Of(doubtful.Review));
    }

    [Fact]
    public void A_link_taken_back_leaves_an_older_one_of_the_same_kind()
    {
        using var doubtful = new Doubtful();
        Merges.Link(doubtful.Review, doubtful.Ids[0], doubtful.Ids[1], "version-of", "first", remove: false);
        Merges.Link(doubtful.Review, doubtful.Ids[0], doubtful.Ids[1], "version-of", "second", remove: false);
        Decisions.Undo(doubtful.Review, null);
        Assert.Empty(ReviewKit.Store.Check.Of(doubtful.Review));
    }

    [Fact]
    public void A_report_that_was_merged_shows_all_its_records()
    {
        using var doubtful = new Doubtful();
        doubtful.Queue.Same();
        var (a, b) = doubtful.Queue.Reports();
        Assert.Equal([doubtful.Ids[0], doubtful.Ids[1]], a.Select(record => record.Id).Order(StringComparer.Ordinal).OrderBy(id => doubtful.Ids.ToList().IndexOf(id)));
        Assert.Equal(doubtful.Ids[2], Assert.Single(b).Id);
    }
}

using CsCheck;
using Dapper;
using ReviewKit.Dedup;
using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Store;

public class StateTests
{
    /// <summary>The check runs the whole ledger again, which is the second method: taking one merge back must leave what that leaves.</summary>
    [Fact]
    public void Merges_unmerges_and_undos_in_any_order_leave_what_the_ledger_says() =>
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 5], Gen.Int[0, 5]).Array[1, 14].Sample(steps =>
        {
            using var test = new TestReview();
            var ids = test.Import("exports/甲.csv", "cnki", [.. Enumerable.Range(1, 6).Select(TestReview.Fitting)]);
            foreach (var (kind, a, b) in steps)
                try
                {
                    if (kind < 5) Merges.Merge(test.Review, [ids[a], ids[b]], null);
                    else if (kind == 5) Merges.Unmerge(test.Review, ids[a]);
                    else if (kind == 6) Decisions.Decide(test.Review, ids[a], ReviewKit.Store.Verdict.Exclude, new Said("title-abstract", "topic"));
                    else if (kind == 7) Merges.Part(test.Review, [ids[a], ids[b]], null);
                    else Decisions.Undo(test.Review, Merge(test.Review, a + b));
                }
                catch (ReviewKitException)
                {
                    // One report already, not merged with anything, undone already: nothing happened.
                }
            Assert.Empty(ReviewKit.Store.Check.Of(test.Review));
        }, iter: 60);

    /// <summary>The id of the n-th merge, in a circle; null, for the newest event, where there is none.</summary>
    static string? Merge(Review review, int n)
    {
        var merges = review.Connection.Query<string>("select id from event where kind in ('merge', 'unmerge', 'apart') order by seq").ToList();
        return merges.Count == 0 ? null : merges[n % merges.Count];
    }

    [Fact]
    public void A_merge_taken_back_leaves_what_the_other_merges_of_its_group_say()
    {
        using var test = new TestReview();
        var ids = test.Import("exports/甲.csv", "cnki", [.. Enumerable.Range(1, 4).Select(TestReview.Fitting)]);
        Merges.Merge(test.Review, [ids[0], ids[1]], null);
        Merges.Merge(test.Review, [ids[2], ids[3]], null);
        var middle = Merges.Merge(test.Review, [ids[1], ids[2]], null);
        Decisions.Undo(test.Review, middle.Id);
        Assert.Equal([ids[0], ids[0], ids[2], ids[2]], ids.Select(id => Reports.ReportOf(test.Review, id)));
        Assert.Equal(["awaiting@title-abstract", "duplicate", "awaiting@title-abstract", "duplicate"], ids.Select(test.Place));
        Assert.Empty(ReviewKit.Store.Check.Of(test.Review));
    }
}

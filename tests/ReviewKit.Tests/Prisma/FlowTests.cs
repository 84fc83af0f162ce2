using ReviewKit.Dedup;
using ReviewKit.Prisma;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Tests.Prisma;

public class FlowTests
{
    static void Include(TestReview test, params IEnumerable<string> records)
    {
        foreach (var record in records)
            foreach (var stage in test.Review.Protocol.Stages) Decisions.Decide(test.Review, record, Verdict.Include, new Said { Stage = stage.Id });
    }

    [Fact]
    public void Records_of_other_methods_that_are_duplicates_are_counted_and_listed()
    {
        using var test = new TestReview();
        var found = test.Import("scopus.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
        var cited = test.Import("引文.ris", "other", "citation", [.. Enumerable.Range(3, 5).Select(TestReview.Fitting)]);
        // One is a record of a database, two are each other.
        Merges.Merge(test.Review, [found[0], cited[0]], null);
        Merges.Merge(test.Review, [cited[1], cited[2]], null);

        var counts = Flow.Counts(test.Review, Language.Zh);
        // 5 − 2 = 3.
        Assert.Equal((5, 2, 3), (counts.OtherIdentified.Total, counts.OtherDuplicates, counts.OtherReportsSought.Total));
        Assert.Equal([cited[0], cited[2]], Flow.List(test.Review, "ot_duplicates").Select(row => row.RecordId));
        Assert.DoesNotContain("W-OTHER-SOUGHT", FlowCheck.Findings(DeclaredFlow.Of(counts)).Select(finding => finding.Code));
        Assert.Contains("有 2 条与上述", FlowDiagram.Svg(counts, new() { Language = Language.Zh }), StringComparison.Ordinal);
    }

    [Fact]
    public void Studies_are_listed_with_one_row_each()
    {
        using var test = new TestReview();
        var records = test.Import("cnki.txt", "cnki", [.. Enumerable.Range(1, 5).Select(TestReview.Fitting)]);
        Include(test, records.Take(4));
        Studies.Link(test.Review, [records[3], records[0], records[4]], "某市试验");

        // Four reports, two of them of one study; the fifth, of that study too, is not included.
        Assert.Equal(4, Flow.List(test.Review, "included.reports").Count);
        Assert.Equal(3, Flow.Counts(test.Review, Language.En).StudiesIncluded.Total);
        var rows = Flow.List(test.Review, "included.studies").Select(row => row.RecordId).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Single(rows, row => row == records[0] || row == records[3]);
    }
}

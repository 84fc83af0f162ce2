using ReviewKit.Dedup;
using ReviewKit.Prisma;
using ReviewKit.Query;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Tests.Prisma;

public class FlowScopeTests
{
    static TestReview Example(out IReadOnlyList<string> scopus, out IReadOnlyList<string> cnki)
    {
        var test = new TestReview(TestReview.Protocol + "\ngroups: { city: [北京, 上海] }\n");
        scopus = test.Import("a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2), new Record { Title = "智慧城市", Abstract = "没有第二组词。" });
        cnki = test.Import("b.txt", "cnki", TestReview.Fitting(3), TestReview.Fitting(4));
        Merges.Merge(test.Review, [scopus[0], cnki[0]], null);
        QueryRun.Of(test.Review);
        Decisions.Decide(test.Review, scopus[1], Verdict.Exclude, new Said { Stage = "title-abstract", Reason = "topic" });
        return test;
    }

    [Fact]
    public void Each_database_has_a_flow_and_they_add_up()
    {
        using var test = Example(out _, out _);
        var scopes = FlowScope.All(test.Review, "database");
        Assert.Equal(["Scopus", "中国知网"], scopes.Select(scope => scope.Name.Zh));
        var flows = scopes.Select(scope => Flow.Counts(test.Review, Language.Zh, scope)).ToList();
        var all = Flow.Counts(test.Review, Language.Zh);
        foreach (var box in (string[])["db_identified", "db_removed.duplicates", "db_screened", "db_excluded", "db_sought", "included.reports"])
            Assert.Equal(all.Total(box), flows.Sum(flow => flow.Total(box)));
        // Three of Scopus, one of which stands for one of CNKI.
        Assert.Equal((3, 0, 3), (flows[0].RecordsIdentified, flows[0].DuplicatesRemoved.Total, flows[0].RecordsScreened.Total));
        Assert.Equal((2, 1, 1), (flows[1].RecordsIdentified, flows[1].DuplicatesRemoved.Total, flows[1].RecordsScreened.Total));
        Assert.Equal(2, Flow.List(test.Review, "db_identified", scopes[1]).Count);
        // The whole state is back.
        Assert.Equal(5, Flow.Counts(test.Review, Language.Zh).RecordsIdentified);
    }

    [Fact]
    public void Rounds_and_groups_have_flows_too()
    {
        using var test = Example(out var scopus, out _);
        Assert.Equal([5, 4], FlowScope.All(test.Review, "round").Select(scope => Flow.Counts(test.Review, Language.En, scope).RecordsIdentified!.Value));
        test.Review.Ledger.Append("label", new LabelBody("city=北京", [scopus[0]], false));
        // The label is on the report, so that its duplicate counts too.
        Assert.Equal([2, 0], FlowScope.All(test.Review, "city").Select(scope => Flow.Counts(test.Review, Language.En, scope).RecordsIdentified!.Value));
        Assert.Equal("a flow is split by database, round, day, or a group of review.yaml: city; found \"year\"", Assert.Throws<ReviewKitException>(() => FlowScope.All(test.Review, "year")).Said.En);
    }

    [Fact]
    public void The_flow_as_of_a_day_is_that_of_its_ledger()
    {
        var clock = TestReview.Noon;
        var folder = Directory.CreateTempSubdirectory("reviewkit-").FullName;
        using (var review = Review.Create(folder, new Author("li", "desk", () => clock)))
        {
            review.TakeProtocol();
            Import(review, "a", TestReview.Fitting(1));
            clock = clock.AddDays(1);
            Import(review, "b", TestReview.Fitting(2));
            clock = clock.AddDays(1);
            Decisions.Undo(review, review.Ledger.Live("import")[0].Id);

            int Identified(string day) => review.AsOf(day, () => Flow.Counts(review, Language.Zh).RecordsIdentified ?? 0);
            // One file a day, and on the third day the first is taken back.
            Assert.Equal((1, 2, 1), (Identified("2026-01-31"), Identified("2026-02-01"), Identified("2026-02-02")));
            Assert.Equal(0, Identified("2026-01-30"));
            Assert.Equal(1, Flow.Counts(review, Language.Zh).RecordsIdentified);
            Assert.Empty(Check.Of(review));
        }
        Directory.Delete(folder, recursive: true);

        static void Import(Review review, string name, Record record) => review.Write(() =>
        {
            using var import = Imports.Begin(review, new ImportedFile(new string(name[0], 64), name, "cnki", "database", null, "test", "utf-8", 1));
            import.Add(record, 0, 1, null);
            import.Finish();
        });
    }
}

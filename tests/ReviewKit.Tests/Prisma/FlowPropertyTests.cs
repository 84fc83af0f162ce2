using ReviewKit.Dedup;
using ReviewKit.Prisma;
using ReviewKit.Query;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Tests.Prisma;

/// <summary>Random reviews: whatever was done in whatever order, the flow adds up and every number is the length of its list.</summary>
public class FlowPropertyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_sequence_of_events_gives_a_flow_that_adds_up(int part)
    {
        var done = new HashSet<string>();
        for (var seed = part * 6; seed < part * 6 + 6; seed++)
        {
            using var test = new TestReview(TwoReviewers(seed));
            var random = new Random(seed);
            var records = new List<string>();
            for (var step = 0; step < 45; step++)
            {
                if (Act(test, random, records, step) is { } what) done.Add(what);
                if (step % 5 == 4) Holds(test.Review, $"seed {seed}, step {step}");
            }
            Finish(test.Review, random);
            Holds(test.Review, $"seed {seed}, finished");
            Assert.Empty(Check.Of(test.Review));
        }
        // Every kind of event was among them.
        string[] kinds = ["import", "merge", "unmerge", "part", "dedup", "rounds", "decide", "retrieve", "study", "protocol", "undo", "stop"];
        Assert.Equal(kinds.Order(StringComparer.Ordinal), done.Order(StringComparer.Ordinal));
    }

    static string TwoReviewers(int seed) => seed % 2 == 0 ? TestReview.Protocol : TestReview.Protocol.Replace("kind: title-abstract\n", "kind: title-abstract\n    reviewers: 2\n", StringComparison.Ordinal);

    /// <summary>One event at random; null where it could not be.</summary>
    static string? Act(TestReview test, Random random, List<string> records, int step)
    {
        var review = test.Review;
        try
        {
            switch (records.Count < 6 ? 0 : random.Next(18))
            {
                case 0 or 1:
                    string[] kinds = ["database", "database", "database", "register", "website", "citation"];
                    var kind = kinds[random.Next(kinds.Length)];
                    records.AddRange(test.Import($"file-{step}.txt", kind is "database" ? random.Next(2) == 0 ? "cnki" : "scopus" : "other", kind, [.. Enumerable.Range(0, random.Next(2, 7)).Select(i => Record(random, step * 10 + i))]));
                    return "import";
                case 2 or 3:
                    Merges.Merge(review, [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => One(random, records)).Distinct()], null);
                    return "merge";
                case 4:
                    var merged = Flow.List(review, "db_removed.duplicates");
                    Merges.Unmerge(review, merged.Count == 0 ? One(random, records) : merged[random.Next(merged.Count)].RecordId);
                    return "unmerge";
                case 5:
                    Merges.Part(review, [.. records.Take(2)], null);
                    return "part";
                case 6:
                    Merges.Run(review, Preset.Balanced);
                    return "dedup";
                case 7:
                    QueryRun.Of(review);
                    return "rounds";
                case 8:
                    Retrieval.Set(review, One(random, records), random.Next(2) == 0 ? "not-retrieved" : "retrieved", null, null);
                    return "retrieve";
                case 9:
                    if (random.Next(3) == 0) Studies.Unlink(review, [One(random, records)]);
                    else Studies.Link(review, [One(random, records), One(random, records)]);
                    return "study";
                case 10:
                    var yaml = File.ReadAllText(Path.Combine(test.Folder, "review.yaml"));
                    File.WriteAllText(Path.Combine(test.Folder, "review.yaml"), yaml.Contains("mode: verify", StringComparison.Ordinal)
                        ? yaml.Replace("mode: verify, counted: search", "mode: remove, counted: automation", StringComparison.Ordinal) : yaml.Replace("mode: remove, counted: automation", "mode: verify, counted: search", StringComparison.Ordinal));
                    review.TakeProtocol();
                    return "protocol";
                case 17:
                    // A stopping rule: what nobody has judged is excluded by automation.
                    var waiting = Flow.List(review, "awaiting").Where(row => row.Stage == "title-abstract").Select(row => row.RecordId).ToList();
                    review.Ledger.Append("stop", new StopBody("title-abstract", waiting, "rule", 1, 1, 0.95, 0.05));
                    return "stop";
                case 11 or 12:
                    Decisions.Undo(review, null);
                    return "undo";
                default:
                    var fullText = random.Next(2) == 0;
                    var verdict = (Verdict)random.Next(3);
                    Decisions.Decide(review, One(random, records), verdict, new Said
                    {
                        Stage = fullText ? "full-text" : "title-abstract",
                        Reviewer = random.Next(4) == 0 ? "王" : "li",
                        Reason = verdict != Verdict.Exclude ? null : fullText ? "quality" : "topic",
                    });
                    return "decide";
            }
        }
        catch (ReviewKitException)
        {
            // Not every event is possible at every time: a merge of a record with itself, an undo where nothing is left.
            return null;
        }
    }

    /// <summary>Decides all that waits, so that nothing does.</summary>
    static void Finish(Review review, Random random)
    {
        for (var waiting = Flow.List(review, "awaiting"); waiting.Count > 0; waiting = Flow.List(review, "awaiting"))
            foreach (var row in waiting)
            {
                var excluded = random.Next(2) == 0;
                Decisions.Decide(review, row.RecordId, excluded ? Verdict.Exclude : Verdict.Include,
                    new Said { Stage = row.Stage, Reviewer = LiveDecision.Consensus, Reason = !excluded ? null : row.Stage == "full-text" ? "quality" : "topic" });
            }
    }

    static string One(Random random, List<string> records) => records[random.Next(records.Count)];

    static Record Record(Random random, int number) => random.Next(4) switch
    {
        0 => new() { Title = $"No abstract {number}", Ids = { ["id"] = $"own-{number}" } },
        1 => new() { Title = $"智慧城市的建设 {number}", Abstract = "与另一组检索词无关。", Ids = { ["id"] = $"own-{number}" } },
        _ => TestReview.Fitting(number),
    };

    static void Holds(Review review, string when)
    {
        var counts = Flow.Counts(review, Language.Zh);
        foreach (var box in Flow.Boxes.Where(box => box is not ("included" or "awaiting")))
        {
            // A column without records is left out of the counts, and so is who excluded while no tool did.
            if (counts.Total(box) is not null || !box.StartsWith("db_excluded.", StringComparison.Ordinal)) Assert.True((counts.Total(box) ?? 0) == Flow.List(review, box).Count, $"{when}: {box} is {counts.Total(box)}, its list has {Flow.List(review, box).Count}");
            if (counts[box].Parts.Count > 0) Assert.Equal(counts.Total(box), counts[box].Listed);
        }
        // The equations of the form, written out.
        int N(string box) => Flow.List(review, box).Count;
        Assert.Equal(N("db_identified"), N("databases") + N("registers"));
        Assert.Equal(N("db_screened"), N("db_identified") - N("db_removed.duplicates") - N("db_removed.automation") - N("db_removed.other"));
        Assert.Equal(N("db_sought"), N("db_screened") - N("db_excluded") - counts.RecordsAwaitingScreening);
        Assert.Equal(N("db_assessed"), N("db_sought") - N("db_notretrieved"));
        Assert.Equal(N("ot_assessed"), N("ot_identified") - N("ot_duplicates") - N("ot_notretrieved"));
        Assert.Equal(N("included.reports"), N("db_assessed") - N("db_ftexcluded") + N("ot_assessed") - N("ot_ftexcluded") - counts.ReportsAwaitingAssessment);
        Assert.Equal(N("awaiting"), counts.RecordsAwaitingScreening + counts.ReportsAwaitingAssessment);
        Assert.InRange(N("included.studies"), N("included.reports") > 0 ? 1 : 0, N("included.reports"));

        // What waits has reached its box, so that a review in progress lacks it further on: where nothing waits the check is silent.
        if (N("awaiting") == 0) Assert.Empty(FlowCheck.Of(DeclaredFlow.Of(counts)).Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{when}: {finding.Message.En}"));
    }
}

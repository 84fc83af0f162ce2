using Dapper;
using ReviewKit.Benchmarks.Composed;
using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Benchmarks;

/// <summary>What a reviewer of several waits for in a large review: the list of what is left to judge, and the same of one report after each verdict.</summary>
static class TeamSpeed
{
    const string People = "reviewers: [{ id: bench }, { id: li }, { id: ann }]\n";

    public static int Run(Arguments with) => Run(with.Number(0, 100_000));

    /// <returns>1 when one report is answered otherwise than in the list.</returns>
    public static int Run(int count)
    {
        using var folder = new TemporaryFolder();
        using var review = ComposedReview.Create(folder.File("review"));
        PaperFile.Find("ris").Write(Papers.Compose(count), Path.Combine(review.ExportsFolder, "a.ris"));
        ComposedReview.Import(review, "a.ris");
        var wrong = 0;
        var table = new Figures("who judges what", "waiting", "list ms", "cpu ms", "one report ms");
        foreach (var said in (string[])["reviewers: 1", "reviewers: 2", "reviewers: 2\n    allocation: even", "overlap: 0.1\n    allocation: even", "allocation: { by: source, to: { li: [scopus], ann: [cnki] } }"])
        {
            Take(review, said);
            wrong += Row(table, said.Replace("\n    ", ", ", StringComparison.Ordinal), review);
        }
        Take(review, "reviewers: 2");
        var reports = review.Connection.Query<string>("select record_id from state where place = 'awaiting'").ToList();
        ComposedReview.WriteDecisions(folder.File("decisions.csv"), reports.Take(reports.Count / 2));
        DecisionsFile.Import(review, folder.File("decisions.csv"), "decisions.csv");
        wrong += Row(table, "reviewers: 2, half judged once", review);
        var found = 0;
        var where = Measure.Of(() => found = Where.Find(review, "year < 2010 and title ~ city").Count);
        table.Row("--where on title and year", found, where.Milliseconds, where.ProcessorSeconds * 1000);
        var bulk = Measure.Of(() => Decisions.DecideAll(review, [.. reports.Skip(reports.Count / 2)], Verdict.Include, new Said("title-abstract", Reviewer: "ann"), where: "…"));
        table.Row("one verdict on half of them", reports.Count - reports.Count / 2, bulk.Milliseconds, bulk.ProcessorSeconds * 1000);
        var undo = Measure.Of(() => Decisions.Undo(review, review.Ledger.Newest(1)[0].Id));
        table.Row("its undo", reports.Count - reports.Count / 2, undo.Milliseconds, undo.ProcessorSeconds * 1000);
        return wrong > 0 ? 1 : 0;
    }

    static void Take(Review review, string stage)
    {
        File.WriteAllText(Path.Combine(review.Folder, "review.yaml"), ComposedReview.Protocol.Replace("    kind: title-abstract\n", $"    kind: title-abstract\n    {stage}\n", StringComparison.Ordinal) + "\n" + People);
        review.TakeProtocol();
    }

    static int Row(Figures table, string name, Review review)
    {
        var stage = review.Protocol.Stages[0];
        IReadOnlyList<string> waiting = [];
        var list = Measure.Of(() => waiting = Assignment.Waiting(review, stage, "bench"));
        var some = waiting.Take(500).ToList();
        var all = 0;
        var one = Measure.Of(() => all = some.Count(report => Assignment.IsWaiting(review, stage, "bench", report)));
        table.Row(name, waiting.Count, list.Milliseconds, list.ProcessorSeconds * 1000, one.Milliseconds / Math.Max(1, some.Count));
        return some.Count - all;
    }
}

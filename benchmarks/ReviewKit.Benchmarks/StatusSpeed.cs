using Dapper;
using ReviewKit.Benchmarks.Composed;
using ReviewKit.Dedup;
using ReviewKit.Prisma;
using ReviewKit.Query;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Benchmarks;

/// <summary>What a person waits for in a large review: a decision, the status, a merge taken back, the check.</summary>
static class StatusSpeed
{
    const int Repeats = 25;

    public static int Run(Arguments with) => Run(with.Number(0, 100_000));

    /// <returns>1 when the check finds the review at odds with its ledger.</returns>
    public static int Run(int count)
    {
        using var folder = new TemporaryFolder();
        using var review = ComposedReview.Create(folder.File("review"));
        Duplicated.Write(count, review.ExportsFolder);
        var table = new Figures("status", "times", "median ms", "longest ms", "cpu ms each", "peak MB");
        Row(table, "import of four files", 1, _ => { foreach (var file in PaperFile.All) ComposedReview.Import(review, file.Name); });
        Row(table, "dedup", 1, _ => Merges.Run(review, Preset.Cautious));
        Row(table, "places worked out anew", 3, _ => review.WriteTogether(() => { }));
        Row(table, "query run", 1, _ => QueryRun.Of(review));
        var waiting = review.Connection.Query<string>("select record_id from state where place = 'awaiting' order by record_id").ToList();
        ComposedReview.WriteDecisions(folder.File("decisions.csv"), waiting.Take(waiting.Count / 3));
        Row(table, "import of decisions", 1, _ => DecisionsFile.Import(review, folder.File("decisions.csv"), "decisions.csv"));
        Row(table, "Flow.Counts", Repeats, _ => Flow.Counts(review, Language.En));
        var left = waiting.Skip(waiting.Count / 3).ToList();
        Row(table, "one decide", Repeats, i => Decisions.Decide(review, left[i], Verdict.Include, new Said("title-abstract")));
        Row(table, "undo of a decision", Repeats, _ => Decisions.Undo(review, null));
        Row(table, "one merge by hand", 5, i => Merges.Merge(review, [left[2 * i], left[2 * i + 1]], null));
        Row(table, "undo of a merge", 5, _ => Decisions.Undo(review, null));
        var groups = review.Connection.Query<string>("select distinct report_id from state where place = 'duplicate' order by 1 limit 5").ToList();
        Row(table, "unmerge of a group", groups.Count, i => Merges.Unmerge(review, groups[i]));
        IReadOnlyList<Message> troubles = [];
        Row(table, "Check.Of", 1, _ => troubles = Check.Of(review));
        foreach (var trouble in troubles) Console.WriteLine(trouble.En);
        return troubles.Count > 0 ? 1 : 0;
    }

    static void Row(Figures table, string name, int times, Action<int> work)
    {
        var measures = Enumerable.Range(0, times).Select(i => Measure.Of(() => work(i))).ToList();
        var sorted = measures.Select(measure => measure.Milliseconds).Order().ToList();
        table.Row(name, times, sorted[times / 2], sorted[^1], measures.Average(measure => measure.ProcessorSeconds) * 1000, measures.Max(measure => measure.PeakMegabytes));
    }
}

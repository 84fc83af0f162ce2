using System.Diagnostics;
using Dapper;
using ReviewKit.Benchmarks.Composed;
using ReviewKit.Screening;
using ReviewKit.Screening.Ranking;
using ReviewKit.Screening.Simulation;
using ReviewKit.Store;

namespace ReviewKit.Benchmarks;

/// <summary>What a person waits for who screens in the order of a model: the ranking to be there, the next report after each key, the stopping panel; and a whole simulation.</summary>
static class RankSpeed
{
    const int Keys = 200;

    public static int Run(Arguments with) => Run([.. with.Words.Count > 0 ? with.Words.Select((_, i) => with.Number(i, 0)) : [5_000, 100_000]]);

    /// <returns>1 when the next report is not the one that a look at all of them would choose.</returns>
    public static int Run(params IReadOnlyList<int> counts)
    {
        var table = new Figures("rank", "times", "median ms", "p95 ms", "longest ms", "cpu ms each", "peak MB");
        var wrong = counts.Sum(count => Review(table, count));
        if (Repository.Data is { } data && Path.Combine(data, "screening", "SYNERGY_Smid_2020.csv.gz") is var set && File.Exists(set)) Simulation(table, set);
        return wrong == 0 ? 0 : 1;
    }

    static int Review(Figures table, int count)
    {
        using var folder = new TemporaryFolder();
        using var review = ComposedReview.Create(folder.File("review"));
        PaperFile.Find("ris").Write(Papers.Compose(count), Path.Combine(review.ExportsFolder, "composed.ris"));
        ComposedReview.Import(review, "composed.ris");
        var stage = review.Protocol.Stages[0];
        // What one looks for: a fiftieth of the records or so.
        var titles = review.Connection.Query<(string Id, string Title)>("select id, coalesce(title, '') from record").ToDictionary(row => row.Id, row => row.Title);
        Verdict Say(string report) => titles[report].Contains("transport", StringComparison.OrdinalIgnoreCase) || titles[report].Contains("交通", StringComparison.Ordinal) ? Verdict.Include : Verdict.Exclude;

        IReadOnlyList<string> waiting = [];
        Row(table, $"{count} records: what waits", 1, _ => waiting = Assignment.Waiting(review, stage, "bench"));
        ScreeningOrder order = null!;
        Row(table, $"{count} records: until ranked", 1, _ =>
        {
            order = ScreeningOrder.Start(review, stage, "bench", OrderOptions.Of(stage), waiting);
            while (!order.IsReady) Thread.Sleep(5);
        });
        using var disposed = order;
        var next = order.Next()!;
        void Key(int _)
        {
            order.Decided(next.Report, Say(next.Report));
            next = order.Next()!;
        }
        Row(table, $"{count} records: key to next, from the first", Keys, Key);
        foreach (var report in order.All().Where((_, i) => i % 10 == 0)) order.Decided(report, Say(report));
        Row(table, $"{count} records: a tenth learnt at once", 1, _ => next = order.Next()!);
        Row(table, $"{count} records: key to next, a tenth judged", Keys, Key);
        var wrong = order.All()[0] == next.Report ? 0 : 1;
        if (wrong > 0) Console.WriteLine($"{next.Report} was shown, but {order.All()[0]} comes first");

        ComposedReview.WriteDecisions(folder.File("decisions.csv"), waiting.Take(count / 2));
        DecisionsFile.Import(review, folder.File("decisions.csv"), "decisions.csv");
        StageProgress progress = null!;
        Row(table, $"{count} records: progress read, half judged", 1, _ => progress = StageProgress.Read(review, stage, "bench"));
        Row(table, $"{count} records: stopping panel", 25, _ => StoppingPanel.Of(progress));
        Row(table, $"{count} records: p alone", 25, _ => GC.KeepAlive(progress.Stopping));
        return wrong;
    }

    static void Simulation(Figures table, string set)
    {
        var file = LabelledFile.Read(set);
        var known = new Priors([file.Records.ToList().FindIndex(record => record.IsRelevant)], [file.Records.ToList().FindIndex(record => !record.IsRelevant)]);
        foreach (var model in RankingModel.All)
            Row(table, $"simulate Smid 2020 ({file.Records.Count}), {model.Name}", 1, _ =>
                SimulatedRun.Of(file, 0, known, FeatureMatrix.Of(file.Records.Select(record => record.Text), model), model));
    }

    static void Row(Figures table, string name, int times, Action<int> work)
    {
        // One measure around all: a collection before each would take longer than what is measured.
        var milliseconds = new List<double>();
        var total = Measure.Of(() =>
        {
            for (var i = 0; i < times; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                work(i);
                milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        });
        milliseconds.Sort();
        table.Row(name, times, milliseconds[times / 2], milliseconds[(int)(.95 * (times - 1))], milliseconds[^1], total.ProcessorSeconds * 1000 / times, total.PeakMegabytes);
    }
}

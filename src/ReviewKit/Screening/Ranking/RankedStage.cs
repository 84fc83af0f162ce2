using Dapper;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening.Ranking;

/// <summary>The model of one stage and reviewer over the reports of a review, built in the background.</summary>
sealed class RankedStage : IDisposable
{
    readonly RankingModel model;
    readonly CancellationTokenSource stop = new();
    readonly Dictionary<string, (Verdict? Verdict, bool WaitsStill)> decided = new(StringComparer.Ordinal);
    readonly Task<Built> building;
    Built? built;
    Dictionary<string, int>? rows;
    IReadOnlyList<string> waiting = [];
    bool[] waits = [];

    RankedStage(RankingModel model, Func<CancellationToken, Built> build)
    {
        this.model = model;
        building = Task.Run(() => build(stop.Token), stop.Token);
    }

    public static RankedStage Start(Review review, Stage stage, string reviewer, RankingModel model)
    {
        var (folder, author) = (review.Folder, review.Author);
        return new RankedStage(model, cancelled => Build(folder, author, stage, reviewer, model, cancelled));
    }

    public string Model => model.Name;

    public bool IsReady => building.IsCompletedSuccessfully;

    public Message Said
    {
        get
        {
            if (building.IsFaulted && building.Exception.InnerException is { } wrong)
                return new Message($"in the order of import: ranking failed ({wrong.Message})", $"按导入顺序：排序失败（{wrong.Message}）");
            if (Taken() is not { } ready) return new Message("in the order of import while the ranking is being worked out", "正在计算排序，暂按导入顺序");
            return ready.Ranker.CanLearn
                ? new Message($"ranked by {model.Name}, from {ready.Ranker.Relevant} relevant and {ready.Ranker.Irrelevant} irrelevant", $"按 {model.Name} 排序，依据 {ready.Ranker.Relevant} 条相关、{ready.Ranker.Irrelevant} 条不相关")
                : new Message("in the order of import until one is included and one excluded", "在纳入、排除各一条之前，按导入顺序");
        }
    }

    /// <summary>Says anew what waits, in its order.</summary>
    public void SetWaiting(IReadOnlyList<string> queue)
    {
        waiting = queue;
        if (built is null) return;
        Array.Clear(waits);
        foreach (var report in queue)
            if (rows!.TryGetValue(report, out var row)) waits[row] = true;
    }

    /// <param name="waitsStill">Whether this reviewer has still to judge the report.</param>
    public void Decided(string report, Verdict? verdict, bool waitsStill)
    {
        decided[report] = (verdict, waitsStill);
        if (built is not null) Label(built, report, verdict, waitsStill);
    }

    /// <summary>The likeliest report that waits and its rank among those that wait; null while there is no ranking.</summary>
    public (string Report, int Rank)? Best(IReadOnlySet<string>? passedOver)
    {
        if (Learnt() is not { } ready) return null;
        int[] put = [.. (passedOver ?? System.Collections.Frozen.FrozenSet<string>.Empty).Select(report => rows!.GetValueOrDefault(report, -1)).Where(row => row >= 0 && waits[row])];
        foreach (var row in put) waits[row] = false;
        var best = ready.Ranker.Best(waits);
        foreach (var row in put) waits[row] = true;
        return best is { } found ? (ready.Reports[found], put.Length > 0 ? ready.Ranker.RankOf(found, waits)!.Value : 1) : null;
    }

    /// <summary>1-based, among those that wait; null while there is no ranking, or for a report it does not know.</summary>
    public int? RankOf(string report) => Learnt() is { } ready && rows!.TryGetValue(report, out var row) ? ready.Ranker.RankOf(row, waits) : null;

    /// <summary>The reports that wait and are ranked, best first; null while there is no ranking.</summary>
    public IReadOnlyList<string>? InOrder() => Learnt() is { } ready ? [.. ready.Ranker.Order(waits).Select(row => ready.Reports[row])] : null;

    Built? Learnt() => Taken() is { } ready && ready.Ranker.Learn() ? ready : null;

    /// <summary>The model once it is there; the first to ask takes over what was decided meanwhile.</summary>
    Built? Taken()
    {
        if (built is not null || !IsReady) return built;
        built = building.Result;
        rows = built.Reports.Select((report, row) => (report, row)).ToDictionary(pair => pair.report, pair => pair.row, StringComparer.Ordinal);
        waits = new bool[built.Reports.Count];
        SetWaiting(waiting);
        foreach (var (report, (verdict, waitsStill)) in decided) Label(built, report, verdict, waitsStill);
        return built;
    }

    void Label(Built model, string report, Verdict? verdict, bool waitsStill)
    {
        if (!rows!.TryGetValue(report, out var row)) return;
        waits[row] = waitsStill;
        if (verdict is { } said) model.Ranker.Label(row, said != Verdict.Exclude);
        else model.Ranker.Unlabel(row);
    }

    static Built Build(string folder, Author author, Stage stage, string reviewer, RankingModel model, CancellationToken cancelled)
    {
        using var review = Review.Open(folder, author);
        var reports = new List<string>();
        var x = FeatureMatrix.Of(Texts(review, reports, cancelled), model);
        var ranker = new Ranker(x, model);
        var rows = reports.Select((report, row) => (report, row)).ToDictionary(pair => pair.report, pair => pair.row, StringComparer.Ordinal);
        foreach (var (report, verdict) in Verdicts(review, stage, reviewer))
            if (rows.TryGetValue(report, out var row)) ranker.Label(row, verdict != "exclude");
        cancelled.ThrowIfCancellationRequested();
        ranker.Learn();
        return new Built(reports, ranker);
    }

    // All reports that were not removed before screening: also those other stages decided on say which words are rare.
    static IEnumerable<RankedText> Texts(Review review, List<string> reports, CancellationToken cancelled)
    {
        var removed = review.Connection.Query<string>("select record_id from state where record_id = report_id and place in ('automation', 'other')").ToHashSet(StringComparer.Ordinal);
        foreach (var group in Reports.Groups(review))
        {
            cancelled.ThrowIfCancellationRequested();
            var report = group[0].Id;
            if (removed.Contains(report)) continue;
            reports.Add(report);
            yield return RankedText.Of(MergedRecord.Of(group).Record);
        }
    }

    /// <summary>The verdicts the order may tell of, oldest first. At a blind stage it must not show one what the other thought.</summary>
    static IEnumerable<(string Report, string Verdict)> Verdicts(Review review, Stage stage, string reviewer) => review.Connection.Query<(string, string)>("""
        select s.report_id, d.verdict from decision d join state s on s.record_id = d.report_id
        where d.live = 1 and d.stage = @Id and (@IsOpen or d.reviewer in (@reviewer, 'consensus')) order by d.seq
        """, new { stage.Id, reviewer, IsOpen = !stage.IsBlind });

    public void Dispose()
    {
        stop.Cancel();
        // Until the background has closed its connection, the folder cannot be removed on Windows.
        ((IAsyncResult)building).AsyncWaitHandle.WaitOne();
        stop.Dispose();
    }

    sealed record Built(IReadOnlyList<string> Reports, Ranker Ranker);
}

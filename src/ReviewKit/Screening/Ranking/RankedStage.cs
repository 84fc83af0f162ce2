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
    readonly Dictionary<string, Verdict?> decided = new(StringComparer.Ordinal);
    readonly Task<Built> building;
    Built? built;
    Dictionary<string, int>? rows;
    int[] rowOf = [];

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

    public void SetWaiting(string[] queue)
    {
        rowOf = new int[queue.Length];
        Array.Fill(rowOf, -1);
        if (rows is null) return;
        for (var place = 0; place < queue.Length; place++) rowOf[place] = rows.GetValueOrDefault(queue[place], -1);
    }

    public void Decided(string report, Verdict? verdict)
    {
        decided[report] = verdict;
        if (built is not null) Label(built, report, verdict);
    }

    /// <summary>The place in the queue of the likeliest report that waits, and its rank among those that wait; null while there is no ranking.</summary>
    public (int Place, int Rank)? Best(string[] queue, bool[] waits, IReadOnlySet<string>? passedOver)
    {
        if (Learnt(queue) is not { } ready) return null;
        var (best, highest) = (-1, double.NegativeInfinity);
        for (var place = 0; place < queue.Length; place++)
            if (waits[place] && rowOf[place] is >= 0 and var row && ready.Ranker.Value(row) is var value && value > highest && passedOver?.Contains(queue[place]) != true)
                (best, highest) = (place, value);
        return best < 0 ? null : (best, passedOver is { Count: > 0 } ? Rank(ready, best, waits) : 1);
    }

    public int? RankOf(string report, string[] queue, bool[] waits) =>
        Learnt(queue) is { } ready && Array.IndexOf(queue, report) is >= 0 and var place && rowOf[place] >= 0 ? Rank(ready, place, waits) : null;

    public IReadOnlyList<string>? InOrder(string[] queue, bool[] waits)
    {
        if (Learnt(queue) is not { } ready) return null;
        return [.. Enumerable.Range(0, queue.Length).Where(place => waits[place])
            .OrderByDescending(place => rowOf[place] < 0 ? double.NegativeInfinity : ready.Ranker.Value(rowOf[place])).Select(place => queue[place])];
    }

    int Rank(Built ready, int place, bool[] waits)
    {
        var (rank, own) = (1, ready.Ranker.Value(rowOf[place]));
        for (var other = 0; other < waits.Length; other++)
            if (waits[other] && rowOf[other] >= 0 && ready.Ranker.Value(rowOf[other]) is var value && (value > own || value == own && other < place)) rank++;
        return rank;
    }

    Built? Learnt(string[] queue)
    {
        var isNew = built is null;
        if (Taken() is not { } ready) return null;
        if (isNew) SetWaiting(queue);
        return ready.Ranker.Learn() ? ready : null;
    }

    /// <summary>The model once it is there; the first to ask takes over what was decided meanwhile.</summary>
    Built? Taken()
    {
        if (built is not null || !IsReady) return built;
        built = building.Result;
        rows = built.Reports.Select((report, row) => (report, row)).ToDictionary(pair => pair.report, pair => pair.row, StringComparer.Ordinal);
        foreach (var (report, verdict) in decided) Label(built, report, verdict);
        return built;
    }

    void Label(Built model, string report, Verdict? verdict)
    {
        if (!rows!.TryGetValue(report, out var row)) return;
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

    /// <summary>The verdicts the order may tell of, oldest first. With two reviewers it must not show one what the other thought.</summary>
    static IEnumerable<(string Report, string Verdict)> Verdicts(Review review, Stage stage, string reviewer) => review.Connection.Query<(string, string)>("""
        select s.report_id, d.verdict from decision d join state s on s.record_id = d.report_id
        where d.live = 1 and d.stage = @Id and (@IsOpen or d.reviewer in (@reviewer, 'consensus')) order by d.seq
        """, new { stage.Id, reviewer, IsOpen = stage.Reviewers == 1 });

    public void Dispose()
    {
        stop.Cancel();
        // Until the background has closed its connection, the folder cannot be removed on Windows.
        ((IAsyncResult)building).AsyncWaitHandle.WaitOne();
        stop.Dispose();
    }

    sealed record Built(IReadOnlyList<string> Reports, Ranker Ranker);
}

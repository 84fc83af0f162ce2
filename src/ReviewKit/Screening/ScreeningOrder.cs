using ReviewKit.Screening.Ranking;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>The report to show next.</summary>
/// <param name="Rank">1-based place among all that wait; null where no model ranked it.</param>
/// <param name="Model">The model that ranked it.</param>
/// <param name="Order">How it was chosen: ranked, unranked, random or newest; `random` for those of the random mix.</param>
public sealed record NextReport(string Report, int? Rank, string? Model, string Order);

/// <summary>
/// Which report a reviewer is shown next. The model is built in the background; until it is there, and until an include and an exclude are known,
/// reports come as they were imported. It is trained again after each decision, before the next report is chosen.
/// </summary>
/// <remarks>Not for several threads at once. Include and maybe count as relevant.</remarks>
public sealed class ScreeningOrder : IDisposable
{
    readonly OrderOptions options;
    readonly RankedStage? ranked;
    readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    string[] queue = [];
    bool[] waits = [];
    int first;

    ScreeningOrder(OrderOptions options, RankedStage? ranked) => (this.options, this.ranked) = (options, ranked);

    /// <summary>Starts the order of a stage for one reviewer, and the building of the model where it is ranked.</summary>
    /// <param name="review">The review; the background reads through a connection of its own.</param>
    /// <param name="stage">Decisions of this stage are learnt from.</param>
    /// <param name="reviewer">At a blind stage only this one's own decisions and agreed ones are learnt from: the order must not tell what the other thought.</param>
    /// <param name="options">Order, mix, seed and model.</param>
    /// <param name="waiting">Ids of the reports this reviewer has to judge, as imported.</param>
    public static ScreeningOrder Start(Review review, Stage stage, string reviewer, OrderOptions options, IEnumerable<string> waiting)
    {
        var order = new ScreeningOrder(options, options.Order == "ranked" ? RankedStage.Start(review, stage, reviewer, options.Model) : null);
        order.SetWaiting(review, waiting);
        return order;
    }

    /// <summary>Whether the model is built; always true of orders that need none.</summary>
    public bool IsReady => ranked?.IsReady ?? true;

    /// <summary>The order reports come in at the moment, for the person who screens.</summary>
    public Message Said => ranked?.Said ?? OrderQueue.Said(options.Order);

    /// <summary>How many wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>Says anew what waits: after an import or a merge, or when another program decided. Reports the model has not seen come after those it has.</summary>
    public void SetWaiting(Review review, IEnumerable<string> waiting)
    {
        queue = OrderQueue.InOrder(review, waiting, options);
        places.Clear();
        for (var i = 0; i < queue.Length; i++) places[queue[i]] = i;
        waits = new bool[queue.Length];
        Array.Fill(waits, true);
        (first, Waiting) = (0, queue.Length);
        ranked?.SetWaiting(queue);
    }

    /// <summary>A verdict of this reviewer, or one of another that this reviewer may learn from; null takes it back, and the report waits again.</summary>
    /// <param name="report">Its id.</param>
    /// <param name="verdict">The last one counts.</param>
    /// <param name="staysWaiting">True for another reviewer's verdict: this one has still to judge the report.</param>
    public void Decided(string report, Verdict? verdict, bool staysWaiting = false)
    {
        ranked?.Decided(report, verdict, staysWaiting || verdict is null);
        if (staysWaiting) return;
        if (!places.TryGetValue(report, out var place) || waits[place] == verdict is null) return;
        waits[place] = verdict is null;
        Waiting += waits[place] ? 1 : -1;
        first = Math.Min(first, waits[place] ? place : first);
    }

    /// <summary>The report to show next, by the newest model; null when none waits, or all that wait are passed over.</summary>
    /// <param name="passedOver">Reports put off for later.</param>
    public NextReport? Next(IReadOnlySet<string>? passedOver = null)
    {
        if (Drawn(passedOver) is { } drawn) return new NextReport(drawn, ranked?.RankOf(drawn), ranked?.Model, "random");
        if (ranked?.Best(passedOver) is { } best) return new NextReport(best.Report, best.Rank, ranked.Model, "ranked");
        while (first < queue.Length && !waits[first]) first++;
        for (var place = first; place < queue.Length; place++)
            if (waits[place] && passedOver?.Contains(queue[place]) != true) return new NextReport(queue[place], null, null, options.Order == "ranked" ? "unranked" : options.Order);
        return null;
    }

    /// <summary>What waits, in the order it would come now; for lists.</summary>
    public IReadOnlyList<string> All()
    {
        var waiting = queue.Where((_, place) => waits[place]);
        return ranked?.InOrder() is { } inOrder ? [.. inOrder, .. waiting.Except(inOrder)] : [.. waiting];
    }

    /// <summary>The waiting report with the smallest random number, now and then; asked twice without a decision between, the same.</summary>
    string? Drawn(IReadOnlySet<string>? passedOver)
    {
        if (options.RandomMix <= 0 || options.Order == "random" || !OrderQueue.IsDrawn(options.Seed, Waiting, options.RandomMix)) return null;
        return queue.Where((report, place) => waits[place] && passedOver?.Contains(report) != true).MinBy(report => OrderQueue.RandomNumber(options.Seed, report));
    }

    /// <summary>Stops the building of the model.</summary>
    public void Dispose() => ranked?.Dispose();
}

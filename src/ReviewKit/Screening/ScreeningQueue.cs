using System.Globalization;
using Dapper;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>
/// What one reviewer has to judge at one stage, report after report. Every decision is in the ledger when its method returns; any number of them, also of earlier
/// sessions, can be taken back and made again. Another program may write the same review meanwhile (<see cref="Refresh"/>).
/// </summary>
public sealed class ScreeningQueue : IDisposable
{
    readonly HashSet<string> waiting = new(StringComparer.Ordinal);
    readonly HashSet<string> judged = new(StringComparer.Ordinal);
    readonly HashSet<string> open = new(StringComparer.Ordinal);
    readonly HashSet<string> skipped = new(StringComparer.Ordinal);
    HashSet<string> passedOver = new(StringComparer.Ordinal);
    readonly HashSet<string> own = new(StringComparer.Ordinal);
    readonly List<string> inOrder = [];
    readonly List<string> trail = [];
    readonly Stack<Step> done = new();
    readonly Stack<Step> undone = new();
    readonly ReviewWatch watch;
    string? home;
    IReadOnlySet<string>? only;
    ScreeningOrder order;

    /// <param name="Again">Says the same once more.</param>
    sealed record Step(IReadOnlyList<string> Reports, IReadOnlyList<string> Events, Func<IReadOnlyList<Event>> Again);

    /// <param name="options">In what order reports come; absent: as imported.</param>
    public ScreeningQueue(Review review, Stage stage, string reviewer, OrderOptions? options = null)
    {
        (Review, Stage, Reviewer) = (review, stage, reviewer);
        watch = new ReviewWatch(review);
        foreach (var time in review.Connection.Query<string>("select time from decision where reviewer = @reviewer and stage = @Id and live = 1 order by seq desc limit 40", new { reviewer, stage.Id }).Reverse())
            if (Parsed(time) is { } at) Pace.Decided(at);
        Load();
        Options = options ?? OrderOptions.Of(stage) with { Order = "unranked", RandomMix = 0 };
        order = ScreeningOrder.Start(review, stage, reviewer, Options, inOrder);
        Next();
    }

    public Review Review { get; }
    public Stage Stage { get; private set; }
    public string Reviewer { get; }
    public Pace Pace { get; } = new();

    /// <summary>Whether a calibration round is on, and for whom it waits.</summary>
    public Desk Desk { get; private set; } = new([], 0, []);

    /// <summary>The report on the screen; null when none is left.</summary>
    public string? Current { get; private set; }

    /// <summary>How the current report was chosen; null for one that was looked up.</summary>
    public NextReport? Shown { get; private set; }

    public OrderOptions Options { get; private set; }

    /// <summary>The order reports come in at the moment, in words.</summary>
    public Message Order => order.Said;

    /// <summary>False while the model that ranks is being built.</summary>
    public bool IsRanked => order.IsReady;

    /// <summary>True while an earlier report is looked at: after a verdict on it the queue goes on where it was.</summary>
    public bool IsVisiting => home is not null || (Current is { } shown && !waiting.Contains(shown));

    /// <summary>Reports this reviewer still has to judge, in the order they were imported.</summary>
    public IEnumerable<string> Waiting => inOrder.Where(waiting.Contains);

    /// <summary>The same in the order they would come now.</summary>
    public IReadOnlyList<string> Coming => order.All();

    public StageLists Lists { get; private set; } = null!;

    public int WaitingCount => waiting.Count;

    /// <summary>Reports this reviewer has judged at this stage, without those that wait again because a maybe is no verdict there.</summary>
    public int Decided => judged.Count - open.Count;

    public bool IsWaiting(string report) => waiting.Contains(report);

    void Load()
    {
        watch.SeeAll();
        Lists = new StageLists(Review, Stage, Reviewer);
        inOrder.Clear();
        Desk = Assignment.Of(Review, Stage, Reviewer);
        inOrder.AddRange(Desk.Waiting);
        waiting.Clear();
        waiting.UnionWith(inOrder);
        judged.Clear();
        judged.UnionWith(Review.Connection.Query<string>("""
            select distinct s.report_id from decision d join state s on s.record_id = d.report_id where d.live = 1 and d.stage = @Id and d.reviewer = @Reviewer
            """, new { Stage.Id, Reviewer }));
        // Left at maybe where that is no verdict yet: they come again at the end.
        open.Clear();
        open.UnionWith(waiting.Where(judged.Contains));
        skipped.UnionWith(open);
        PassOver();
    }

    /// <summary>Judges reports that are decided together, in one transaction, and goes on.</summary>
    /// <param name="reports">As a rule the current one alone.</param>
    /// <param name="verdict">include, exclude or maybe.</param>
    /// <param name="reason">An id of the stage's, with an exclusion.</param>
    /// <param name="as">Null for the reviewer's own; <see cref="LiveDecision.Consensus"/> settles a conflict.</param>
    /// <returns>What another window of this reviewer had said of one of them meanwhile; null as a rule.</returns>
    public Verdict? Decide(IReadOnlyList<string> reports, Verdict verdict, string? reason, string? @as = null)
    {
        var by = @as ?? Reviewer;
        var (overtaken, said) = Review.Connection.QueryFirstOrDefault<(string? Verdict, string Event)>("""
            select verdict, event_id from decision where report_id in @reports and stage = @Id and reviewer = @by and live = 1 and seq > @LastSeen order by seq desc limit 1
            """, new { reports, Stage.Id, by, watch.LastSeen });
        var shown = Shown;
        Do(reports, () => [.. reports.Select(report => Decisions.Decide(Review, report, verdict, new Said(Stage.Id, reason, by) { Shown = shown?.Report == report ? shown : null }))]);
        if (Parsed(Review.Author.Time) is { } now) Pace.Decided(now);
        Leave();
        return overtaken is null || own.Contains(said) ? null : VerdictText.Parse(overtaken);
    }

    /// <summary>Marks the current report as sought, retrieved or not retrieved; one that cannot be had is left.</summary>
    public void Retrieve(string status, string? reason, string? file)
    {
        if (Current is not { } report) return;
        Do([report], () => [Retrieval.Set(Review, report, status, reason, file)]);
        if (!waiting.Contains(report)) Leave();
    }

    /// <summary>Puts a label on a report, or takes it off.</summary>
    public void Label(string report, string name, bool removed) => Do([report], () => [Review.Ledger.Append("label", new LabelBody(Labels.Name(Review.Protocol, name), [report], removed), Reviewer)]);

    void Do(IReadOnlyList<string> reports, Func<IReadOnlyList<Event>> say)
    {
        done.Push(new Step(reports, Written(say), say));
        undone.Clear();
        Settle(reports);
    }

    IReadOnlyList<string> Written(Func<IReadOnlyList<Event>> say)
    {
        IReadOnlyList<string> events = [.. Review.Write(say).Select(entry => entry.Id)];
        own.UnionWith(events);
        return events;
    }

    /// <summary>The reports <see cref="Undo"/> would touch.</summary>
    public IReadOnlyList<string> ToUndo
    {
        get
        {
            if (done.Count == 0 && Earlier() is { } step) done.Push(step);
            return done.Count > 0 ? done.Peek().Reports : [];
        }
    }

    /// <summary>The reports <see cref="Redo"/> would touch.</summary>
    public IReadOnlyList<string> ToRedo => undone.TryPeek(out var step) ? step.Reports : [];

    /// <summary>Takes back this reviewer's last step at this stage, also of an earlier session, and shows its report again.</summary>
    /// <returns>False when there is none.</returns>
    public bool Undo()
    {
        if (ToUndo.Count == 0) return false;
        var step = done.Peek();
        Review.Write(() =>
        {
            foreach (var entry in step.Events.Reverse())
                if (!Review.Ledger.IsUndone(entry)) Decisions.Undo(Review, entry);
        });
        done.Pop();
        undone.Push(step);
        Settle(step.Reports);
        home = null;
        Show(step.Reports[0], null);
        return true;
    }

    /// <summary>Makes again what was last taken back.</summary>
    public bool Redo()
    {
        if (!undone.TryPeek(out var step)) return false;
        var events = Written(step.Again);
        undone.Pop();
        done.Push(step with { Events = events });
        Settle(step.Reports);
        Leave();
        return true;
    }

    /// <summary>The newest decision of this reviewer that stands, of whatever session.</summary>
    Step? Earlier()
    {
        var last = Review.Connection.QueryFirstOrDefault<string>("select event_id from decision where reviewer = @Reviewer and stage = @Id and live = 1 order by seq desc limit 1", new { Reviewer, Stage.Id });
        if (last is null) return null;
        var said = Review.Ledger.Find(last);
        // Many at once (`decide --where`) are one event, and taken back as one.
        if (said.Kind == "decisions") return new Step(ReviewWatch.Records(Review, said.Body), [last], () => [Review.Ledger.Append("decisions", EventJson.Read<DecisionsBody>(said), Reviewer)]);
        var body = EventJson.Read<DecisionBody>(said);
        return new Step([Reports.ReportOf(Review, body.Record)], [last], () => [Review.Ledger.Append("decision", body with { Time = Review.Author.Time }, Reviewer)]);
    }

    /// <summary>Brings what is held in memory up to what was written of some reports.</summary>
    void Settle(IEnumerable<string> reports)
    {
        var joined = false;
        foreach (var report in reports)
        {
            _ = IsJudged(report) ? judged.Add(report) : judged.Remove(report);
            if (Assignment.IsWaiting(Review, Stage, Reviewer, report)) joined |= waiting.Add(report) && !inOrder.Contains(report);
            else waiting.Remove(report);
            if (judged.Contains(report) && waiting.Contains(report))
            {
                open.Add(report);
                PutOff(report);
            }
            else
            {
                open.Remove(report);
                TakeUp(report);
            }
            order.Decided(report, waiting.Contains(report) ? null : Learnt(report));
        }
        // The end of a calibration round lets the others come.
        if (waiting.Count == 0 && Desk.Calibration > 0) Reload();
        if (!joined) return;
        inOrder.AddRange(waiting.Except(inOrder).Order(StringComparer.Ordinal));
        order.SetWaiting(Review, Waiting);
    }

    /// <summary>What the order learns of a report that waits no more: one's own word, else one that may be seen; a report that left without any is no good example either.</summary>
    Verdict Learnt(string report) => VerdictOn(report) ?? VerdictText.Parse(Review.Connection.QueryFirstOrDefault<string>("""
        select d.verdict from state s join decision d on d.report_id = s.record_id
        where s.report_id = @report and d.stage = @Id and d.live = 1 and (@IsOpen or d.reviewer = @Consensus) order by d.seq desc limit 1
        """, new { report, Stage.Id, IsOpen = Stage.Reviewers == 1, LiveDecision.Consensus })) ?? Verdict.Exclude;

    bool IsJudged(string report) => Review.Connection.ExecuteScalar<long>("""
        select exists(select 1 from state s join decision d on d.report_id = s.record_id where s.report_id = @report and d.stage = @Id and d.reviewer = @Reviewer and d.live = 1)
        """, new { report, Stage.Id, Reviewer }) != 0;

    /// <summary>This reviewer's verdict on a report at this stage; null while there is none.</summary>
    public Verdict? VerdictOn(string report) => judged.Contains(report)
        ? VerdictText.Parse(Review.Connection.QueryFirstOrDefault<string>("""
            select d.verdict from state s join decision d on d.report_id = s.record_id
            where s.report_id = @report and d.stage = @Id and d.reviewer = @Reviewer and d.live = 1 order by d.seq desc limit 1
            """, new { report, Stage.Id, Reviewer }))
        : null;

    void Leave()
    {
        if (home is { } back && waiting.Contains(back))
        {
            home = null;
            Show(back, null);
            return;
        }
        home = null;
        Next();
    }

    void Next()
    {
        if (order.Next(passedOver) is { } next) Show(next.Report, next);
        else if (skipped.Count > 0)
        {
            skipped.Clear();
            PassOver();
            Next();
        }
        else Show(null, null);
    }

    void PutOff(string report)
    {
        skipped.Add(report);
        passedOver.Add(report);
    }

    void TakeUp(string report)
    {
        if (skipped.Remove(report) && only?.Contains(report) != false) passedOver.Remove(report);
    }

    void PassOver()
    {
        passedOver = only is null ? new(StringComparer.Ordinal) : inOrder.Where(report => !only.Contains(report)).ToHashSet(StringComparer.Ordinal);
        passedOver.UnionWith(skipped);
    }

    /// <summary>From here on only these come; null: all again.</summary>
    public void Only(IReadOnlySet<string>? reports)
    {
        only = reports;
        PassOver();
        Next();
    }

    /// <summary>How many still come: of those chosen by <see cref="Only"/> where some are.</summary>
    public int? OnlyCount => only?.Count(waiting.Contains);

    /// <summary>From here on reports come in another order.</summary>
    public void Reorder(OrderOptions options)
    {
        order.Dispose();
        Options = options;
        order = ScreeningOrder.Start(Review, Stage, Reviewer, options, Waiting);
        Next();
    }

    void Show(string? report, NextReport? shown)
    {
        (Current, Shown) = (report, shown);
        if (report is not null && (trail.Count == 0 || trail[^1] != report)) trail.Add(report);
    }

    /// <summary>Leaves the current report for later; it comes again when the others are done.</summary>
    public void Skip()
    {
        if (Current is { } report && waiting.Contains(report)) PutOff(report);
        Leave();
    }

    /// <summary>The report shown before this one.</summary>
    /// <returns>False at the first.</returns>
    public bool Back()
    {
        if (trail.Count < 2) return false;
        trail.RemoveAt(trail.Count - 1);
        Go(trail[^1]);
        return true;
    }

    /// <summary>Looks at any report; one that waits is next, any other is a visit.</summary>
    public void Go(string report)
    {
        if (waiting.Contains(report)) home = null;
        else if (Current is { } from && waiting.Contains(from)) home = from;
        TakeUp(report);
        Show(report, null);
    }

    /// <summary>Ends a visit.</summary>
    public void GoHome() => Leave();

    /// <summary>Takes in what other programs have written.</summary>
    /// <returns>True when they have.</returns>
    public bool Refresh()
    {
        if (!watch.HasNews(out var reports)) return false;
        if (reports is null || Desk.Calibration > 0) Reload();
        else Settle(reports);
        if (Current is null) Next();
        return true;
    }

    void Reload()
    {
        Review.ForgetProtocol();
        Stage = Review.Protocol.FindStage(Stage.Id) ?? Stage;
        Load();
        order.SetWaiting(Review, inOrder);
    }

    public void Dispose() => order.Dispose();

    static DateTimeOffset? Parsed(string time) => DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}

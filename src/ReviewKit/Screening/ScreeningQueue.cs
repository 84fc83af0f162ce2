using System.Globalization;
using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>
/// What one reviewer has to judge at one stage, report after report. Every decision is in the ledger when its method returns; any number of them, also of earlier
/// sessions, can be taken back and made again. Another program may write the same review meanwhile (<see cref="Refresh"/>).
/// </summary>
public sealed class ScreeningQueue
{
    readonly HashSet<string> waiting = new(StringComparer.Ordinal);
    readonly HashSet<string> judged = new(StringComparer.Ordinal);
    readonly HashSet<string> skipped = new(StringComparer.Ordinal);
    readonly List<string> inOrder = [];
    readonly List<string> trail = [];
    readonly Stack<Step> done = new();
    readonly Stack<Step> undone = new();
    long lastSeen, version;
    string? home;

    // Of inOrder; none before it waits.
    int first;

    /// <param name="Again">Says the same once more.</param>
    sealed record Step(IReadOnlyList<string> Reports, IReadOnlyList<string> Events, Func<IReadOnlyList<Event>> Again);

    public ScreeningQueue(Review review, Stage stage, string reviewer)
    {
        (Review, Stage, Reviewer) = (review, stage, reviewer);
        foreach (var time in review.Connection.Query<string>("select time from decision where reviewer = @reviewer and stage = @Id and live = 1 order by seq desc limit 40", new { reviewer, stage.Id }).Reverse())
            if (Parsed(time) is { } at) Pace.Decided(at);
        Load();
        Next();
    }

    public Review Review { get; }
    public Stage Stage { get; private set; }
    public string Reviewer { get; }
    public Pace Pace { get; } = new();

    /// <summary>The report on the screen; null when none is left.</summary>
    public string? Current { get; private set; }

    /// <summary>True while an earlier report is looked at: after a verdict on it the queue goes on where it was.</summary>
    public bool IsVisiting => home is not null || (Current is { } shown && !waiting.Contains(shown));

    /// <summary>Reports this reviewer still has to judge, in the order they were imported.</summary>
    public IEnumerable<string> Waiting => inOrder.Where(waiting.Contains);

    public int WaitingCount => waiting.Count;

    /// <summary>Reports this reviewer has judged at this stage.</summary>
    public int Decided => judged.Count;

    public bool IsWaiting(string report) => waiting.Contains(report);

    void Load()
    {
        (version, lastSeen) = (DataVersion(), Review.Connection.ExecuteScalar<long?>("select max(seq) from event") ?? 0);
        inOrder.Clear();
        inOrder.AddRange(InImportOrder("""
            s.place = 'awaiting' and s.stage = @Id
            and s.report_id not in (select o.report_id from decision d join state o on o.record_id = d.report_id where d.stage = @Id and d.reviewer = @Reviewer and d.live = 1)
            """));
        waiting.Clear();
        waiting.UnionWith(inOrder);
        first = 0;
        judged.Clear();
        judged.UnionWith(Review.Connection.Query<string>("""
            select distinct s.report_id from decision d join state s on s.record_id = d.report_id where d.live = 1 and d.stage = @Id and d.reviewer = @Reviewer
            """, new { Stage.Id, Reviewer }));
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
        var overtaken = Review.Connection.QueryFirstOrDefault<string>("""
            select verdict from decision where report_id in @reports and stage = @Id and reviewer = @by and live = 1 and seq > @lastSeen order by seq desc limit 1
            """, new { reports, Stage.Id, by, lastSeen });
        Do(reports, () => [.. reports.Select(report => Decisions.Decide(Review, report, verdict, new Said(Stage.Id, reason, by)))]);
        if (Parsed(Review.Author.Time) is { } now) Pace.Decided(now);
        Leave();
        return VerdictText.Parse(overtaken);
    }

    /// <summary>Marks the current report as sought, retrieved or not retrieved; one that cannot be had is left.</summary>
    public void Retrieve(string status, string? reason, string? file)
    {
        if (Current is not { } report) return;
        Do([report], () => [Retrieval.Set(Review, report, status, reason, file)]);
        if (!waiting.Contains(report)) Leave();
    }

    void Do(IReadOnlyList<string> reports, Func<IReadOnlyList<Event>> say)
    {
        var events = Review.Write(say);
        done.Push(new Step(reports, [.. events.Select(entry => entry.Id)], say));
        undone.Clear();
        Settle(events, reports);
    }

    /// <summary>Takes back this reviewer's last step at this stage, also of an earlier session, and shows its report again.</summary>
    /// <returns>False when there is none.</returns>
    public bool Undo()
    {
        if (!done.TryPop(out var step) && (step = Earlier()) is null) return false;
        Review.Write(() =>
        {
            foreach (var entry in step.Events.Reverse())
                if (!Review.Ledger.IsUndone(entry)) Decisions.Undo(Review, entry);
        });
        undone.Push(step);
        Settle([], step.Reports);
        home = null;
        Show(step.Reports[0]);
        return true;
    }

    /// <summary>Makes again what was last taken back.</summary>
    public bool Redo()
    {
        if (!undone.TryPop(out var step)) return false;
        var events = Review.Write(step.Again);
        done.Push(step with { Events = [.. events.Select(entry => entry.Id)] });
        Settle(events, step.Reports);
        Leave();
        return true;
    }

    /// <summary>The newest decision of this reviewer that stands, of whatever session.</summary>
    Step? Earlier()
    {
        var last = Review.Connection.QueryFirstOrDefault<(string? Event, string Report, string Verdict, string? Reason, string? Note)>("""
            select event_id, report_id, verdict, reason, note from decision where reviewer = @Reviewer and stage = @Id and live = 1 order by seq desc limit 1
            """, new { Reviewer, Stage.Id });
        if (last.Event is null) return null;
        var said = new Said(Stage.Id, last.Reason, Reviewer, last.Note);
        return new Step([Reports.ReportOf(Review, last.Report)], [last.Event], () => [Decisions.Decide(Review, last.Report, VerdictText.Parse(last.Verdict)!.Value, said)]);
    }

    /// <summary>Brings what is held in memory up to what was written of some reports.</summary>
    void Settle(IEnumerable<Event> own, IEnumerable<string> reports)
    {
        // Events of another program may stand before ours: only an unbroken row is known to be all ours.
        foreach (var entry in own)
            if (entry.Seq == lastSeen + 1) lastSeen = entry.Seq;
        foreach (var report in reports)
        {
            var isJudged = IsJudged(report);
            _ = isJudged ? judged.Add(report) : judged.Remove(report);
            if (!isJudged && Awaits(report)) waiting.Add(report);
            else waiting.Remove(report);
            skipped.Remove(report);
        }
        first = 0;
    }

    bool IsJudged(string report) => Review.Connection.ExecuteScalar<long>("""
        select exists(select 1 from state s join decision d on d.report_id = s.record_id where s.report_id = @report and d.stage = @Id and d.reviewer = @Reviewer and d.live = 1)
        """, new { report, Stage.Id, Reviewer }) != 0;

    bool Awaits(string report) => Review.Connection.ExecuteScalar<long>("select exists(select 1 from state where record_id = @report and report_id = @report and place = 'awaiting' and stage = @Id)", new { report, Stage.Id }) != 0;

    /// <summary>This reviewer's verdict on a report at this stage; null while there is none.</summary>
    public Verdict? VerdictOn(string report) => judged.Contains(report)
        ? VerdictText.Parse(Review.Connection.QueryFirstOrDefault<string>("""
            select d.verdict from state s join decision d on d.report_id = s.record_id
            where s.report_id = @report and d.stage = @Id and d.reviewer = @Reviewer and d.live = 1 order by d.seq desc limit 1
            """, new { report, Stage.Id, Reviewer }))
        : null;

    /// <summary>Reports this reviewer has judged, the last one first.</summary>
    public IReadOnlyList<string> Past() => [.. Review.Connection.Query<string>("""
        select s.report_id from decision d join state s on s.record_id = d.report_id
        where d.reviewer = @Reviewer and d.stage = @Id and d.live = 1 group by 1 order by max(d.seq) desc
        """, new { Stage.Id, Reviewer })];

    /// <summary>Reports on which those who judged them differ, in the order they were imported.</summary>
    public IReadOnlyList<string> Conflicts() => InImportOrder("s.place = 'conflict' and s.stage = @Id");

    /// <summary>Every report that is at this stage or was judged at it, in the order they were imported.</summary>
    public IReadOnlyList<string> All() => InImportOrder("""
        (s.place in ('awaiting', 'conflict', 'excluded') and s.stage = @Id
        or s.report_id in (select o.report_id from decision d join state o on o.record_id = d.report_id where d.stage = @Id and d.live = 1))
        """);

    IReadOnlyList<string> InImportOrder(string where) => [.. Review.Connection.Query<string>($"""
        select s.record_id from state s join record r on r.id = s.record_id join import i on i.id = r.import_id
        where s.record_id = s.report_id and {where} order by i.time, i.name, r.ordinal
        """, new { Stage.Id, Reviewer })];

    void Leave()
    {
        if (home is { } back && waiting.Contains(back))
        {
            home = null;
            Current = back;
            return;
        }
        home = null;
        Next();
    }

    void Next()
    {
        if (waiting.Count > 0 && skipped.Count >= waiting.Count) skipped.Clear();
        while (first < inOrder.Count && !waiting.Contains(inOrder[first])) first++;
        var next = first;
        while (next < inOrder.Count && (!waiting.Contains(inOrder[next]) || skipped.Contains(inOrder[next]))) next++;
        Show(next < inOrder.Count ? inOrder[next] : null);
    }

    void Show(string? report)
    {
        Current = report;
        if (report is not null && (trail.Count == 0 || trail[^1] != report)) trail.Add(report);
    }

    /// <summary>Leaves the current report for later; it comes again when the others are done.</summary>
    public void Skip()
    {
        if (Current is { } report && waiting.Contains(report)) skipped.Add(report);
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
        skipped.Remove(report);
        Show(report);
    }

    /// <summary>Ends a visit.</summary>
    public void GoHome() => Leave();

    /// <summary>Takes in what other programs have written.</summary>
    /// <returns>True when they have.</returns>
    public bool Refresh()
    {
        if (DataVersion() is var now && now == version) return false;
        version = now;
        var entries = Review.Connection.Query<(long Seq, string Kind, string Body)>("select seq, kind, body from event where seq > @lastSeen order by seq", new { lastSeen }).ToList();
        if (entries.Count == 0) return false;
        var touched = entries.Select(entry => Touched(entry.Kind, entry.Body)).ToList();
        if (touched.Contains(null))
        {
            Review.ForgetProtocol();
            Stage = Review.Protocol.FindStage(Stage.Id) ?? Stage;
            Load();
        }
        else
        {
            lastSeen = entries[^1].Seq;
            Settle([], touched.Select(report => Reports.ReportOf(Review, report!)).Distinct());
            foreach (var report in touched)
                if (waiting.Contains(report!) && !inOrder.Contains(report!)) inOrder.Add(report!);
        }
        if (Current is null) Next();
        return true;
    }

    /// <summary>The report an event is about; null where it may move others too.</summary>
    string? Touched(string kind, string body)
    {
        if (kind == "undo" && Review.Connection.QueryFirstOrDefault<(string? Kind, string Body)>("select kind, body from event where id = json_extract(@body, '$.event')", new { body }) is { Kind: { } of } target)
            (kind, body) = (of, target.Body);
        return kind is "decision" or "retrieval" or "note" ? Review.Connection.ExecuteScalar<string>("select json_extract(@body, '$.record')", new { body }) : null;
    }

    // Changes whenever another connection has committed, and costs next to nothing.
    long DataVersion() => Review.Connection.ExecuteScalar<long>("pragma data_version");

    static DateTimeOffset? Parsed(string time) => DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}

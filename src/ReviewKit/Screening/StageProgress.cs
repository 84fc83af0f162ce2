using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>One report judged at a stage.</summary>
/// <param name="IsRelevant">Included, or left at maybe.</param>
/// <param name="Order">How it came to be shown; null where no screen showed it.</param>
/// <param name="Model">What ranked it.</param>
public sealed record Judgement(string Report, bool IsRelevant, string? Order, string? Model);

/// <summary>How far a stage is: what was judged, in the order it was first judged, of how many. Kept up to date by <see cref="Decided"/>, without the review.</summary>
public sealed class StageProgress
{
    readonly List<Judgement> judged = [];
    readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    readonly HashSet<string> keyPapers = new(StringComparer.Ordinal);

    StageProgress(Stage stage, ProtocolStopping stopping) => (Stage, Recall, KeyPapers) = (stage, stopping.Recall, stopping.KeyPapers.Count);

    public Stage Stage { get; }

    /// <summary>Reports that came to the stage, judged or not.</summary>
    public int Records { get; private init; }

    public IReadOnlyList<Judgement> Judged => judged;

    /// <summary>The recall wanted, 0..1.</summary>
    public double Recall { get; set; }

    /// <summary>Reports that must be found, as review.yaml names them.</summary>
    public int KeyPapers { get; }

    /// <summary>How many of them the review has no record of.</summary>
    public int KeyPapersAbsent { get; private init; }

    public int KeyPapersFound => keyPapers.Count(report => places.TryGetValue(report, out var place) && judged[place].IsRelevant);

    /// <summary>Of the reports one reviewer had excluded and another judged after him, in that order: whether the second kept it.</summary>
    public IReadOnlyList<bool> SecondLooks { get; private init; } = [];

    public IReadOnlyList<bool> Relevant => [.. judged.Select(judgement => judgement.IsRelevant)];

    public Stopping Stopping => Stopping.Of(Relevant, Records, Recall);

    /// <summary>The stage as a reviewer may see it: at a blind stage his own decisions and the agreed ones, else everybody's, the newest word on each report.</summary>
    /// <param name="reviewer">Null sees all.</param>
    public static StageProgress Read(Review review, Stage stage, string? reviewer) => review.Read(() =>
    {
        var isOpen = reviewer is null || !stage.IsBlind;
        var rows = review.Connection.Query<Row>("""
            select h.record_id as report, d.reviewer, d.verdict, json_extract(e.body, '$.order') as shown, json_extract(e.body, '$.model') as model
            from decision d join state s on s.record_id = d.report_id join state h on h.record_id = s.report_id join event e on e.id = d.event_id
            where d.live = 1 and d.stage = @Id and h.place not in ('automation', 'other') and (@isOpen or d.reviewer in (@reviewer, @Consensus))
            order by d.seq
            """, new { stage.Id, reviewer, isOpen, LiveDecision.Consensus }).ToList();
        var waiting = review.Connection.Query<string>("select record_id from state where record_id = report_id and stage = @Id and place in ('awaiting', 'conflict', 'excluded')", stage);
        var keys = review.Protocol.Stopping.KeyPapers.Select(named => ReportNamed(review, named)).ToList();
        var progress = new StageProgress(stage, review.Protocol.Stopping)
        {
            Records = rows.Select(row => row.Report).Union(waiting).Count(),
            KeyPapersAbsent = keys.Count(key => key is null),
            SecondLooks = SecondLooksOf(rows),
        };
        progress.keyPapers.UnionWith(keys.OfType<string>());
        foreach (var row in rows) progress.Decided(row.Report, VerdictText.Parse(row.Verdict), row.Shown, row.Model);
        return progress;
    });

    /// <summary>One more verdict, or a changed one; null takes it back.</summary>
    /// <param name="report">The report's id.</param>
    /// <param name="verdict">Of this reviewer.</param>
    /// <param name="order">How it came to be shown, and by what model.</param>
    /// <param name="model">What ranked it.</param>
    public void Decided(string report, Verdict? verdict, string? order = null, string? model = null)
    {
        if (!places.TryGetValue(report, out var place))
        {
            if (verdict is null) return;
            places[report] = judged.Count;
            judged.Add(new Judgement(report, verdict != Verdict.Exclude, order, model));
        }
        else if (verdict is not null) judged[place] = judged[place] with { IsRelevant = verdict != Verdict.Exclude };
        else
        {
            judged.RemoveAt(place);
            places.Remove(report);
            for (var i = place; i < judged.Count; i++) places[judged[i].Report] = i;
        }
    }

    static IReadOnlyList<bool> SecondLooksOf(List<Row> rows)
    {
        var first = new Dictionary<string, Row>(StringComparer.Ordinal);
        var looks = new List<bool>();
        foreach (var row in rows)
            if (first.TryAdd(row.Report, row) || first[row.Report].Reviewer == row.Reviewer) continue;
            else if (first[row.Report].Verdict == "exclude") looks.Add(row.Verdict != "exclude");
        return looks;
    }

    static string? ReportNamed(Review review, string named)
    {
        try
        {
            return Reports.ReportOf(review, Reports.Find(review, named));
        }
        catch (ReviewKitException)
        {
            // A key paper that no database returned is told as such, not refused.
            return null;
        }
    }

    sealed record Row
    {
        public required string Report { get; init; }
        public required string Reviewer { get; init; }
        public required string Verdict { get; init; }
        public string? Shown { get; init; }
        public string? Model { get; init; }
    }
}

using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>Where reviewers differ. A report is listed only when all have judged who must, so that nothing is told too early.</summary>
public static class Conflicts
{
    /// <summary>Reports in conflict at a stage, by id, each with what was said of it in the order it was said, without what its reviewer took back by a later word.</summary>
    public static IReadOnlyList<Conflict> Of(Review review, Stage stage) =>
        [.. review.Connection.Query<string>("select record_id from state where place = 'conflict' and stage = @Id and record_id = report_id order by record_id", stage).Select(report => new Conflict(report, stage.Id, Words(review, report, stage.Id)))];

    /// <summary>Reports that all exclude, but for different reasons: the newest stands in the diagram until they agree on one.</summary>
    public static IReadOnlyList<Conflict> OfReasons(Review review, Stage stage) => [.. review.Connection.Query<string>("""
        select h.record_id from state h join state m on m.report_id = h.record_id join decision d on d.report_id = m.record_id
        where h.place = 'excluded' and h.stage = @Id and d.stage = @Id and d.live = 1
        group by h.record_id having count(distinct d.reviewer) > 1 and count(distinct coalesce(d.reason, '')) > 1 order by h.record_id
        """, stage).Select(report => new Conflict(report, stage.Id, Words(review, report, stage.Id))).Where(DifferInReason)];

    static bool DifferInReason(Conflict conflict)
    {
        var last = conflict.Words.GroupBy(word => word.Reviewer).Select(own => own.Last()).ToList();
        return last.TrueForAll(word => word.Reviewer != LiveDecision.Consensus) && last.Where(word => word.Verdict == Verdict.Exclude).Select(word => word.Reason).Distinct().Count() > 1;
    }

    static IReadOnlyList<Word> Words(Review review, string report, string stage) => [.. review.Connection.Query<(string Reviewer, string Verdict, string? Reason, string? Note)>("""
        select d.reviewer, d.verdict, d.reason, d.note from decision d join state s on s.record_id = d.report_id
        where s.report_id = @report and d.stage = @stage and d.live = 1 and not exists (
            select 1 from decision l where l.report_id = d.report_id and l.stage = d.stage and l.reviewer = d.reviewer and l.live = 1 and l.seq > d.seq)
        order by d.seq
        """, new { report, stage }).Select(row => new Word(row.Reviewer, VerdictText.Parse(row.Verdict)!.Value, row.Reason, row.Note))];
}

/// <summary>A report of which reviewers say different things.</summary>
public sealed record Conflict(string Report, string Stage, IReadOnlyList<Word> Words);

/// <summary>What one reviewer said.</summary>
public sealed record Word(string Reviewer, Verdict Verdict, string? Reason, string? Note);

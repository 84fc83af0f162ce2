using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening.Assist;

/// <summary>What models said of reports: second opinions, counted nowhere.</summary>
public static class Opinions
{
    /// <summary>Opinions on a report, each model's newest; empty while they are hidden from who looks, which they are until he has judged it himself.</summary>
    public static IReadOnlyList<Opinion> Of(Review review, string report, Blinding blinding) => [.. review.Connection.Query<(string Stage, string Reviewer, string? Verdict, string? Reason, string? Why)>("""
        select o.stage, o.reviewer, o.verdict, o.reason, o.why from opinion o join state s on s.record_id = o.record_id where s.report_id = @report order by o.stage, o.reviewer
        """, new { report }).Where(row => !blinding.HidesOpinion(report, row.Stage)).Select(row => new Opinion(row.Stage, row.Reviewer, VerdictText.Parse(row.Verdict), row.Reason, row.Why))];

    /// <summary>Reports that wait at a stage and of which a model has said nothing yet, in import order.</summary>
    public static IReadOnlyList<string> Wanting(Review review, Stage stage, string reviewer) => [.. review.Connection.Query<string>("""
        select h.record_id from state h join record c on c.id = h.record_id join import i on i.id = c.import_id
        where h.place = 'awaiting' and h.stage = @Id and not exists (select 1 from opinion o where o.record_id = h.record_id and o.stage = @Id and o.reviewer = @reviewer)
        order by i.time, i.name, c.import_id, c.ordinal
        """, new { stage.Id, reviewer })];

    /// <summary>Each person beside each model, on reports that are settled and of which the model gave a verdict.</summary>
    public static IReadOnlyList<Agreement> Agreements(Review review, Stage stage)
    {
        var said = review.Connection.Query<(string Reviewer, string Report, string Verdict)>("""
            select o.reviewer, s.report_id, o.verdict from opinion o join state s on s.record_id = o.record_id where o.stage = @Id and o.verdict is not null
            """, stage).ToList();
        return Agreement.Beside(review, stage, said.Where(row => !(stage.IsFullText && row.Verdict == "maybe"))
            .GroupBy(row => row.Reviewer).ToDictionary(group => group.Key, group => group.GroupBy(row => row.Report).ToDictionary(one => one.Key, one => one.Last().Verdict != "exclude")));
    }
}

/// <summary>What a model said of a report at a stage.</summary>
/// <param name="Verdict">null: its answer was no verdict; <paramref name="Why"/> then says what was wrong with it.</param>
public sealed record Opinion(string Stage, string Reviewer, Verdict? Verdict, string? Reason, string? Why);

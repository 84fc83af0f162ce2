using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>Reports that all listed reviewers judge before the rest, so that they come to agree on what the criteria mean.</summary>
public static class Calibration
{
    /// <summary>Draws the first round of a stage that asks for one (review.yaml, calibration), as far as reports have arrived; what is drawn stays drawn.</summary>
    public static void Begin(Review review, Stage stage)
    {
        if (stage.Calibration == 0) return;
        var drawn = review.Connection.ExecuteScalar<long>("select count(distinct record_id) from calibration where stage = @Id and round = 1", stage);
        if (drawn < stage.Calibration) Draw(review, stage, round: 1, stage.Calibration - (int)drawn);
    }

    /// <summary>Draws one more round, among reports nobody has judged yet.</summary>
    /// <returns>The event; null when nothing is left to draw from.</returns>
    public static Event? Again(Review review, Stage stage, int size)
    {
        if (review.Protocol.People.Count < 2)
            throw new ReviewKitException("calibration needs two reviewers or more in review.yaml", "校准需要在 review.yaml 中列出至少两位评阅人");
        var round = 1 + (int)review.Connection.ExecuteScalar<long>("select coalesce(max(round), 0) from calibration where stage = @Id", stage);
        return Draw(review, stage, round, size);
    }

    static Event? Draw(Review review, Stage stage, int round, int size) => review.Write(() =>
    {
        // By hash and not by import order: the first of an export are often all of one year or one journal.
        var records = review.Connection.Query<string>("""
            select h.record_id from state h
            where h.place = 'awaiting' and h.stage = @Id and h.reason is null
            and not exists (select 1 from state m join calibration c on c.record_id = m.record_id where m.report_id = h.record_id and c.stage = @Id)
            and not exists (select 1 from state m join decision d on d.report_id = m.record_id where m.report_id = h.record_id and d.stage = @Id and d.live = 1)
            """, stage).OrderBy(record => Seats.Draw(record, $"{stage.Id} calibration")).ThenBy(record => record, StringComparer.Ordinal).Take(size).ToList();
        return records.Count == 0 ? null : review.Ledger.Append("calibration", new CalibrationBody(stage.Id, round, records, review.Protocol.People));
    });

    /// <summary>Reports of each round of a stage, by number.</summary>
    public static IReadOnlyDictionary<int, IReadOnlySet<string>> Rounds(Review review, Stage stage) =>
        review.Connection.Query<(long Round, string Report)>("select distinct c.round, s.report_id from calibration c join state s on s.record_id = c.record_id where c.stage = @Id order by c.round", stage)
            .GroupBy(row => (int)row.Round, row => row.Report).ToDictionary(group => group.Key, group => (IReadOnlySet<string>)group.ToHashSet());
}

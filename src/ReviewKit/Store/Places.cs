using System.Numerics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReviewKit.Store;

/// <summary>Brings the state up to the derived tables: the place of every report, and of the records merged into it.</summary>
static class Places
{
    /// <summary>Works out the places anew: of all reports, or of those a query names.</summary>
    public static void Refresh(Review review, string? reports = null, object? parameters = null)
    {
        if (review.DefersPlaces) return;
        var connection = review.Connection;
        var chosen = reports is null ? "" : $"and s.report_id in ({reports})";
        var decisions = connection.Query<(string Report, string Record, string Stage, string Reviewer, string Verdict, string? Reason, long Seq)>($"""
            select s.report_id, d.report_id, d.stage, d.reviewer, d.verdict, d.reason, d.seq
            from decision d join state s on s.record_id = d.report_id
            where d.live = 1 {chosen} order by d.seq
            """, parameters).ToLookup(d => d.Report, d => new LiveDecision(d.Record, d.Stage, d.Reviewer, VerdictText.Parse(d.Verdict)!.Value, d.Reason, d.Seq));
        var criteria = connection.Query<(string Report, string Criterion)>($"""
            select s.report_id, c.criterion from criterion_report c join state s on s.record_id = c.report_id
            where 1 = 1 {chosen} order by c.ordinal
            """, parameters).ToLookup(c => c.Report, c => c.Criterion);
        var retrieved = connection.Query<(string Report, string Status, string? Reason)>($"""
            select s.report_id, r.status, r.reason from retrieval r join state s on s.record_id = r.report_id where 1 = 1 {chosen}
            """, parameters).ToLookup(r => r.Report);
        var merged = connection.Query<(string Report, long Seq)>($"""
            select s.report_id, max(m.seq) from merge m join state s on s.record_id = m.record_id where 1 = 1 {chosen} group by 1
            """, parameters).ToDictionary(m => m.Report, m => m.Seq);
        var calibration = Calibration(review, chosen, parameters);
        var stopped = connection.Query<(string Report, string Stage)>($"""
            select s.report_id, t.stage from stopped t join state s on s.record_id = t.record_id where 1 = 1 {chosen}
            """, parameters).ToLookup(t => t.Report, t => t.Stage);
        var rounds = FailedRounds(review, chosen, parameters);

        Place Find(string report, string route) => Place.Of(new ReportFacts(route, rounds.TryGetValue(report, out var round) ? round : null,
            FirstRemoving(review.Protocol, criteria[report]), [.. decisions[report]], merged.GetValueOrDefault(report),
            retrieved[report].Any(r => r.Status == "not-retrieved"), retrieved[report].LastOrDefault().Reason)
        {
            Report = report,
            Calibration = [.. calibration[report]],
            Stopped = [.. stopped[report]],
        }, review.Protocol);

        // Most reports stay where they are; only what moves is kept in memory and written.
        var moved = new List<(string Record, Place Place)>();
        foreach (var row in connection.Query<(string Record, string Report, string Route, string Place, string? Stage, string? Reason)>(
            $"select s.record_id, s.report_id, s.route, s.place, s.stage, s.reason from state s where 1 = 1 {chosen}", parameters, buffered: false))
        {
            var place = row.Record == row.Report ? Find(row.Report, row.Route) : new Place("duplicate");
            if (place != new Place(row.Place, row.Stage, row.Reason)) moved.Add((row.Record, place));
        }
        Write(connection, moved);
    }

    /// <summary>Who left the review owes nothing any more.</summary>
    static ILookup<string, (string Stage, string Reviewer)> Calibration(Review review, string chosen, object? parameters)
    {
        var people = review.Protocol.People.ToHashSet();
        return review.Connection.Query<(string Report, string Stage, string Reviewer)>($"""
            select s.report_id, c.stage, c.reviewer from calibration c join state s on s.record_id = c.record_id where 1 = 1 {chosen}
            """, parameters).Where(seat => people.Contains(seat.Reviewer)).ToLookup(seat => seat.Report, seat => (seat.Stage, seat.Reviewer));
    }

    static void Write(SqliteConnection connection, List<(string Record, Place Place)> moved)
    {
        using var update = connection.CreateCommand();
        update.CommandText = "update state set place = $place, stage = $stage, reason = $reason where record_id = $record";
        var (place, stage, reason, record) = (update.Parameters.Add("$place", SqliteType.Text), update.Parameters.Add("$stage", SqliteType.Text),
            update.Parameters.Add("$reason", SqliteType.Text), update.Parameters.Add("$record", SqliteType.Text));
        foreach (var row in moved)
        {
            (place.Value, stage.Value, reason.Value, record.Value) =
                (row.Place.Name, (object?)row.Place.Stage ?? DBNull.Value, (object?)row.Place.Reason ?? DBNull.Value, row.Record);
            update.ExecuteNonQuery();
        }
    }

    static Criterion? FirstRemoving(Protocol protocol, IEnumerable<string> failed)
    {
        var ids = failed.ToHashSet();
        return ids.Count == 0 ? null : protocol.Criteria.FirstOrDefault(criterion => criterion.Apply == "remove" && ids.Contains(criterion.Id));
    }

    /// <summary>A report has a set when any of its records has it. Empty where the protocol's rounds only verify.</summary>
    static Dictionary<string, int> FailedRounds(Review review, string chosen, object? parameters)
    {
        if (review.Protocol.Query?.Mode != "remove") return [];
        var sets = new Dictionary<string, long>();
        foreach (var (report, found) in review.Connection.Query<(string Report, long? Sets)>($"""
            select s.report_id, r.sets from state s left join round_record r on r.record_id = s.record_id where 1 = 1 {chosen}
            """, parameters, buffered: false))
            sets[report] = sets.GetValueOrDefault(report) | (found ?? ~0L);
        return sets.Where(report => report.Value != ~0L).ToDictionary(report => report.Key, report => BitOperations.TrailingZeroCount(~report.Value) + 1);
    }
}

using System.Numerics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReviewKit.Store;

/// <summary>The derived tables: what each kind of event does to them, and the place of every report that follows.</summary>
static class State
{
    static readonly string[] Derived =
        ["undone", "merge", "link", "study", "round_record", "criterion_report", "decision", "retrieval", "state"];

    static readonly Dictionary<string, Action<Review, Event>> Effects = new()
    {
        ["import"] = Import,
        ["merge"] = Merge,
        ["unmerge"] = Unmerge,
        ["link"] = Link,
        ["round"] = Round,
        ["criterion"] = Criterion,
        ["decision"] = Decision,
        ["undo"] = Undo,
        ["retrieval"] = Retrieval,
        ["study"] = Study,
        ["protocol"] = (review, _) => review.ForgetProtocol(),
        ["note"] = (_, _) => { },
    };

    public static void Apply(Review review, Event entry) => Effects[entry.Kind](review, entry);

    /// <summary>Empties the derived tables and runs the whole ledger again; undone events have no effect.</summary>
    public static void Rebuild(Review review)
    {
        var undone = review.Ledger.All().Where(entry => entry.Kind == "undo").Select(entry => EventJson.Read<UndoBody>(entry).Event).ToHashSet();
        foreach (var table in Derived) review.Connection.Execute($"delete from {table}");
        var events = review.Ledger.All().ToList();
        Together(review, () =>
        {
            foreach (var entry in events)
            {
                if (entry.Kind == "undo") MarkUndone(review, entry);
                else if (!undone.Contains(entry.Id)) Apply(review, entry);
            }
            review.ForgetProtocol();
        });
    }

    /// <summary>Applies many events and works out the places once at the end instead of after every event.</summary>
    public static void Together(Review review, Action work)
    {
        if (review.DefersPlaces)
        {
            work();
            return;
        }
        review.DefersPlaces = true;
        try
        {
            work();
        }
        finally
        {
            review.DefersPlaces = false;
        }
        Refresh(review);
    }

    static void Import(Review review, Event entry)
    {
        var body = EventJson.Read<ImportBody>(entry);
        review.Connection.Execute("""
            insert into state (record_id, report_id, source, route, place)
            select id, id, iif(source = 'other', @Source, source), iif(@SourceKind in ('database', 'register'), 'db', 'ot'), 'awaiting' from record where import_id = @Import
            """, body);
        Refresh(review, "select id from record where import_id = @Import", body);
    }

    static void Merge(Review review, Event entry)
    {
        var body = EventJson.Read<MergeBody>(entry);
        // Records whose import was undone are no longer there; the others stay merged, under one that is.
        var there = review.Connection.Query<string>("select record_id from state where record_id in @Records", body).ToHashSet();
        if (there.Count < 2) return;
        var report = body.Records.Prepend(body.Report).First(there.Contains);
        foreach (var record in body.Records.Where(there.Contains))
            review.Connection.Execute("insert or replace into merge values (@event, @record, @report, @En, @Zh, @Seq)",
                new { @event = entry.Id, record, report, body.En, body.Zh, entry.Seq });
        // Whole groups move: what was merged before with any of these stays with it.
        review.Connection.Execute("""
            update state set report_id = @report
            where report_id in (select report_id from state where record_id in @there)
            """, new { report, there });
        Refresh(review, "select @report", new { report });
    }

    static void Unmerge(Review review, Event entry)
    {
        var members = EventJson.Read<UnmergeBody>(entry).Records;
        // All parts return to the queue: the verdicts were on the group, and stay in the history only.
        review.Connection.Execute("update decision set live = 0 where report_id in @members", new { members });
        review.Connection.Execute("delete from merge where record_id in @members", new { members });
        review.Connection.Execute("update state set report_id = record_id where record_id in @members", new { members });
        Refresh(review, "select record_id from state where record_id in @members", new { members });
    }

    static void Link(Review review, Event entry)
    {
        var body = EventJson.Read<LinkBody>(entry);
        review.Connection.Execute(body.Removed
            ? "delete from link where a = @A and b = @B and type = @Type"
            : "insert or replace into link values (@A, @B, @Type, @Reason, @Event)", new { body.A, body.B, body.Type, body.Reason, Event = entry.Id });
    }

    static void Study(Review review, Event entry)
    {
        var body = EventJson.Read<StudyBody>(entry);
        foreach (var report in body.Reports)
            review.Connection.Execute(body.Study is null ? "delete from study where report_id = @report" : "insert or replace into study values (@report, @Study)",
                new { report, body.Study });
    }

    static void Round(Review review, Event entry)
    {
        var body = EventJson.Read<RoundBody>(entry);
        review.Connection.Execute("delete from round_record");
        foreach (var (record, sets) in body.Partial)
            review.Connection.Execute("insert into round_record values (@record, @sets)", new { record, sets = (long)(uint)sets | (~0L << body.Sets) });
        Refresh(review);
    }

    static void Criterion(Review review, Event entry)
    {
        var body = EventJson.Read<CriterionBody>(entry);
        review.Connection.Execute("delete from criterion_report where criterion = @Criterion", body);
        foreach (var report in body.Reports)
            review.Connection.Execute("insert or replace into criterion_report values (@Criterion, @Ordinal, @Box, @report)", new { body.Criterion, body.Ordinal, body.Box, report });
        Refresh(review);
    }

    static void Decision(Review review, Event entry)
    {
        var body = EventJson.Read<DecisionBody>(entry);
        review.Connection.Execute("""
            insert into decision (event_id, report_id, stage, reviewer, verdict, reason, note, time, seq, live)
            values (@Event, @Record, @Stage, @Reviewer, @Verdict, @Reason, @Note, @Time, @Seq, 1)
            """, new { Event = entry.Id, body.Record, body.Stage, body.Reviewer, Verdict = body.Verdict.Word(), body.Reason, body.Note, body.Time, entry.Seq });
        Refresh(review, "select report_id from state where record_id = @Record", body);
    }

    static void Retrieval(Review review, Event entry)
    {
        var body = EventJson.Read<RetrievalBody>(entry);
        review.Connection.Execute("insert or replace into retrieval values (@Record, @Status, @Reason, @File)", body);
        Refresh(review, "select report_id from state where record_id = @Record", body);
    }

    static void Undo(Review review, Event entry)
    {
        MarkUndone(review, entry);
        var target = review.Ledger.Find(EventJson.Read<UndoBody>(entry).Event);
        if (target.Kind != "decision")
        {
            Rebuild(review);
            return;
        }
        review.Connection.Execute("delete from decision where event_id = @Id", target);
        Refresh(review, "select report_id from state where record_id = @Record", EventJson.Read<DecisionBody>(target));
    }

    static void MarkUndone(Review review, Event entry) =>
        review.Connection.Execute("insert or replace into undone values (@target, @Id)", new { target = EventJson.Read<UndoBody>(entry).Event, entry.Id });

    /// <summary>Works out the places anew: of all reports, or of those a query names.</summary>
    public static void Refresh(Review review, string? reports = null, object? parameters = null)
    {
        if (review.DefersPlaces) return;
        var connection = review.Connection;
        if (reports is null && review.Protocol.Criteria.Count == 0 && review.Protocol.Stages.Count == 0) reports = "select report_id from state";
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
        var rounds = FailedRounds(review, chosen, parameters);
        var rows = connection.Query<(string Record, string Report, string Route)>(
            $"select s.record_id, s.report_id, s.route from state s where 1 = 1 {chosen}", parameters).ToList();

        using var update = connection.CreateCommand();
        update.CommandText = "update state set place = $place, stage = $stage, reason = $reason where record_id = $record";
        var (place, stage, reason, record) = (update.Parameters.Add("$place", SqliteType.Text), update.Parameters.Add("$stage", SqliteType.Text),
            update.Parameters.Add("$reason", SqliteType.Text), update.Parameters.Add("$record", SqliteType.Text));
        foreach (var row in rows)
        {
            var found = row.Record != row.Report
                ? new Place("duplicate")
                : Place.Of(new ReportFacts(row.Route, rounds.TryGetValue(row.Report, out var round) ? round : null,
                    FirstRemoving(review.Protocol, criteria[row.Report]), [.. decisions[row.Report]], merged.GetValueOrDefault(row.Report),
                    retrieved[row.Report].Any(r => r.Status == "not-retrieved"), retrieved[row.Report].LastOrDefault().Reason), review.Protocol);
            (place.Value, stage.Value, reason.Value, record.Value) =
                (found.Name, (object?)found.Stage ?? DBNull.Value, (object?)found.Reason ?? DBNull.Value, row.Record);
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
        return review.Connection.Query<(string Report, long? Sets)>($"""
            select s.report_id, r.sets from state s left join round_record r on r.record_id = s.record_id where 1 = 1 {chosen}
            """, parameters)
            .GroupBy(row => row.Report, row => row.Sets ?? ~0L)
            .Select(group => (group.Key, Sets: group.Aggregate((a, b) => a | b)))
            .Where(report => report.Sets != ~0L)
            .ToDictionary(report => report.Key, report => BitOperations.TrailingZeroCount(~report.Sets) + 1);
    }
}

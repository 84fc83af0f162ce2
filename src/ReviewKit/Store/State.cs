using Dapper;

namespace ReviewKit.Store;

/// <summary>The derived tables, and what each kind of event does to them; the places that follow are worked out by <see cref="Places"/>.</summary>
static class State
{
    static readonly string[] Derived =
        ["undone", "merge", "link", "pin", "study", "round_record", "criterion_report", "decision", "retrieval", "state", "calibration", "label", "opinion", "stopped", "fill", "notice"];

    static readonly Dictionary<string, Action<Review, Event>> Effects = new()
    {
        ["import"] = Import,
        ["merge"] = Merge,
        ["unmerge"] = Unmerge,
        ["apart"] = Apart,
        ["pin"] = Pin,
        ["link"] = Link,
        ["round"] = Round,
        ["criterion"] = Criterion,
        ["decision"] = Decision,
        ["decisions"] = Bulk,
        ["calibration"] = Calibration,
        ["label"] = Label,
        ["opinion"] = Opinion,
        ["stop"] = Stop,
        ["undo"] = Undo,
        ["retrieval"] = Retrieval,
        ["study"] = Study,
        ["protocol"] = (review, _) => review.ForgetProtocol(),
        ["note"] = (_, _) => { },
        ["fill"] = Fill,
        ["notice"] = Notice,
        ["search-log"] = (_, _) => { },
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
        Places.Refresh(review);
    }

    static void Import(Review review, Event entry)
    {
        var body = EventJson.Read<ImportBody>(entry);
        var route = body.SourceKind is "database" or "register" ? "db" : "ot";
        // Where a report stands of which nothing is known yet, so that hardly a row is written twice. Two copies of a review may each have imported the file.
        var place = Place.Of(new ReportFacts(route, null, null, [], 0, false, null), review.Protocol);
        review.Connection.Execute("""
            insert or ignore into state (record_id, report_id, source, route, place, stage, reason)
            select id, id, iif(source = 'other', @Source, source), @route, @Name, @Stage, @Reason from record where import_id = @Import
            """, new { body.Import, body.Source, route, place.Name, place.Stage, place.Reason });
        Places.Refresh(review, "select id from record where import_id = @Import", body);
    }

    static void Merge(Review review, Event entry)
    {
        var body = EventJson.Read<MergeBody>(entry);
        // Records whose import was undone are no longer there; the others stay merged, under one that is.
        var reports = body.Records.Select(record => (Record: record, Report: (string?)review.One("select report_id from state where record_id = $0", record))).Where(row => row.Report is not null).ToList();
        if (reports.Count < 2) return;
        var report = reports.Exists(row => row.Record == body.Report) ? body.Report : reports[0].Record;
        foreach (var (record, _) in reports)
            review.Run("insert or replace into merge values ($0, $1, $2, $3, $4, $5)", entry.Id, record, report, body.En, body.Zh, entry.Seq);
        // Whole groups move: what was merged before with any of these stays with it.
        foreach (var before in reports.Select(row => row.Report).Distinct().Where(before => before != report))
            review.Run("update state set report_id = $0 where report_id = $1", report, before);
        Places.Refresh(review, "select @report", new { report });
    }

    static void Unmerge(Review review, Event entry) => TakeApart(review, EventJson.Read<UnmergeBody>(entry).Records, entry.Seq);

    static void Apart(Review review, Event entry)
    {
        if (EventJson.Read<ApartBody>(entry).Taken is { Count: > 0 } members) TakeApart(review, members, entry.Seq);
    }

    static void TakeApart(Review review, IReadOnlyList<string> members, long seq)
    {
        // All parts return to the queue: the verdicts were on the group, and stay in the history only.
        review.Connection.Execute("update decision set live = 0 where report_id in @members and seq < @seq", new { members, seq });
        review.Connection.Execute("delete from merge where record_id in @members", new { members });
        review.Connection.Execute("update state set report_id = record_id where record_id in @members", new { members });
        Places.Refresh(review, "select record_id from state where record_id in @members", new { members });
    }

    static void Link(Review review, Event entry)
    {
        var body = EventJson.Read<LinkBody>(entry);
        review.Connection.Execute(body.Removed
            ? "delete from link where a = @A and b = @B and type = @Type"
            : "insert or replace into link values (@A, @B, @Type, @Reason, @Event)", new { body.A, body.B, body.Type, body.Reason, Event = entry.Id });
    }

    static void Pin(Review review, Event entry)
    {
        var body = EventJson.Read<PinBody>(entry);
        review.Connection.Execute(body.Value is null
            ? "delete from pin where record_id = @Record and field = @Field"
            : "insert or replace into pin values (@Record, @Field, @Value, @Seq)", new { body.Record, body.Field, body.Value, entry.Seq });
    }

    static void Fill(Review review, Event entry)
    {
        foreach (var value in EventJson.Read<FillBody>(entry).Values)
            if (value.Value is null) review.Run("delete from fill where record_id = $0 and field = $1", value.Record, value.Field);
            else review.Run("insert or replace into fill values ($0, $1, $2, $3, $4, $5, $6)", value.Record, value.Field, value.Value, value.Source, value.Time, value.Sha256, entry.Seq);
    }

    static void Notice(Review review, Event entry)
    {
        var body = EventJson.Read<NoticeBody>(entry);
        review.Run("insert or replace into notice values ($0, $1, $2, $3, $4, $5, $6)", entry.Id, body.Record, body.Kind, body.Source, body.Notice, body.Date, body.Time);
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
        Places.Refresh(review);
    }

    static void Criterion(Review review, Event entry)
    {
        var body = EventJson.Read<CriterionBody>(entry);
        review.Connection.Execute("delete from criterion_report where criterion = @Criterion", body);
        foreach (var report in body.Reports)
            review.Connection.Execute("insert or replace into criterion_report values (@Criterion, @Ordinal, @Box, @report)", new { body.Criterion, body.Ordinal, body.Box, report });
        Places.Refresh(review);
    }

    static void Decision(Review review, Event entry)
    {
        var body = EventJson.Read<DecisionBody>(entry);
        review.Connection.Execute("""
            insert into decision (event_id, report_id, stage, reviewer, verdict, reason, note, time, seq, live)
            values (@Event, @Record, @Stage, @Reviewer, @Verdict, @Reason, @Note, @Time, @Seq, 1)
            """, new { Event = entry.Id, body.Record, body.Stage, body.Reviewer, Verdict = body.Verdict.Word(), body.Reason, body.Note, body.Time, entry.Seq });
        Places.Refresh(review, "select report_id from state where record_id = @Record", body);
    }

    static void Bulk(Review review, Event entry)
    {
        var body = EventJson.Read<DecisionsBody>(entry);
        foreach (var record in body.Records)
            review.Run("""
                insert or replace into decision (event_id, report_id, stage, reviewer, verdict, reason, note, time, seq, live)
                values ($0, $1, $2, $3, $4, $5, $6, $7, $8, 1)
                """, entry.Id, record, body.Stage, body.Reviewer, body.Verdict.Word(), body.Reason, body.Note, body.Time, entry.Seq);
        Places.Refresh(review, OfEvent, entry);
    }

    // The records of an event that has many; json_each reads them where they lie.
    const string OfEvent = "select s.report_id from event e, json_each(e.body, '$.records') named join state s on s.record_id = named.value where e.id = @Id";

    static void Calibration(Review review, Event entry)
    {
        var body = EventJson.Read<CalibrationBody>(entry);
        foreach (var record in body.Records)
            foreach (var reviewer in body.Reviewers)
                review.Run("insert or ignore into calibration (record_id, stage, reviewer, round) values ($0, $1, $2, $3)", record, body.Stage, reviewer, body.Round);
        Places.Refresh(review, OfEvent, entry);
    }

    static void Label(Review review, Event entry) => Label(review, entry, EventJson.Read<LabelBody>(entry));

    static void Label(Review review, Event entry, LabelBody body)
    {
        foreach (var record in body.Records)
            if (body.Removed) review.Run("delete from label where record_id = $0 and name = $1", record, body.Name);
            else review.Run("insert or ignore into label (record_id, name, person) values ($0, $1, $2)", record, body.Name, entry.Person);
    }

    static void Opinion(Review review, Event entry)
    {
        var body = EventJson.Read<OpinionBody>(entry);
        review.Run("""
            insert or replace into opinion (record_id, stage, reviewer, verdict, reason, why, event_id) values ($0, $1, $2, $3, $4, $5, $6)
            """, body.Record, body.Stage, body.Reviewer, body.Verdict?.Word(), body.Reason, body.Why, entry.Id);
    }

    static void Stop(Review review, Event entry)
    {
        var body = EventJson.Read<StopBody>(entry);
        foreach (var record in body.Records) review.Run("insert or ignore into stopped (record_id, stage, event_id) values ($0, $1, $2)", record, body.Stage, entry.Id);
        Places.Refresh(review, OfEvent, entry);
    }

    static void Retrieval(Review review, Event entry)
    {
        var body = EventJson.Read<RetrievalBody>(entry);
        review.Connection.Execute("insert or replace into retrieval values (@Record, @Status, @Reason, @File)", body);
        Places.Refresh(review, "select report_id from state where record_id = @Record", body);
    }

    static void Undo(Review review, Event entry)
    {
        MarkUndone(review, entry);
        var target = review.Ledger.Find(EventJson.Read<UndoBody>(entry).Event);
        if (target.Kind == "decision")
        {
            review.Connection.Execute("delete from decision where event_id = @Id", target);
            Places.Refresh(review, "select report_id from state where record_id = @Record", EventJson.Read<DecisionBody>(target));
        }
        else if (target.Kind == "decisions")
        {
            review.Connection.Execute("delete from decision where event_id = @Id", target);
            Places.Refresh(review, OfEvent, target);
        }
        else if (target.Kind == "stop")
        {
            review.Connection.Execute("delete from stopped where event_id = @Id", target);
            Places.Refresh(review, OfEvent, target);
        }
        else if (target.Kind == "label") UndoLabel(review, EventJson.Read<LabelBody>(target));
        else if (target.Kind == "retrieval") UndoRetrieval(review, EventJson.Read<RetrievalBody>(target));
        else if (target.Kind == "pin") UndoPin(review, EventJson.Read<PinBody>(target));
        else if (target.Kind == "fill") UndoFill(review);
        else if (target.Kind == "notice") review.Connection.Execute("delete from notice where event_id = @Id", target);
        else if (target.Kind == "link") UndoLink(review, EventJson.Read<LinkBody>(target));
        else if (target.Kind == "apart" && EventJson.Read<ApartBody>(target).Taken.Count == 0) return;
        else if (target.Kind == "merge" && TryUndoMerge(review, target)) return;
        else if (!TryAgain(review, target)) Rebuild(review);
    }

    static void UndoLabel(Review review, LabelBody undone)
    {
        var records = undone.Records.ToHashSet();
        foreach (var record in records) review.Run("delete from label where record_id = $0 and name = $1", record, undone.Name);
        foreach (var other in review.Ledger.Live("label"))
            if (EventJson.Read<LabelBody>(other) is var body && body.Name == undone.Name && body.Records.Any(records.Contains))
                Label(review, other, body with { Records = [.. body.Records.Where(records.Contains)] });
    }

    static void UndoRetrieval(Review review, RetrievalBody undone)
    {
        review.Connection.Execute("delete from retrieval where report_id = @Record", undone);
        Places.Refresh(review, "select report_id from state where record_id = @Record", undone);
        foreach (var other in review.Ledger.Live("retrieval"))
            if (EventJson.Read<RetrievalBody>(other).Record == undone.Record) Retrieval(review, other);
    }

    static void UndoPin(Review review, PinBody undone)
    {
        review.Connection.Execute("delete from pin where record_id = @Record and field = @Field", undone);
        foreach (var other in review.Ledger.Live("pin"))
            if (EventJson.Read<PinBody>(other) is var body && (body.Record, body.Field) == (undone.Record, undone.Field)) Pin(review, other);
    }

    static void UndoFill(Review review)
    {
        review.Connection.Execute("delete from fill");
        foreach (var other in review.Ledger.Live("fill")) Fill(review, other);
    }

    static void UndoLink(Review review, LinkBody undone)
    {
        review.Connection.Execute("delete from link where a = @A and b = @B and type = @Type", undone);
        foreach (var other in review.Ledger.Live("link"))
            if (EventJson.Read<LinkBody>(other) is var body && (body.A, body.B, body.Type) == (undone.A, undone.B, undone.Type)) Link(review, other);
    }

    /// <summary>Takes one group apart and puts together what its other merges still say, which at 100,000 records is a thousand times less than the whole ledger.</summary>
    /// <returns>False when a merge reaches beyond the group, as copies of a review worked on apart can make it.</returns>
    static bool TryUndoMerge(Review review, Event merge)
    {
        var connection = review.Connection;
        // What an unmerge has taken apart since has no rows any more, and then nothing else follows from this merge.
        var members = connection.Query<string>("""
            select record_id from state where report_id in
            (select s.report_id from merge m join state s on s.record_id = m.record_id where m.event_id = @Id)
            """, merge).ToList();
        var merges = connection.Query<Event>("""
            select seq, id, person, device, time, kind, tool, previous, hash, body from event
            where id in (select event_id from merge where record_id in @members) order by seq
            """, new { members }).ToList();
        foreach (var other in merges)
            if (EventJson.Read<MergeBody>(other).Records.Except(members).Any()) return false;
        connection.Execute("delete from merge where event_id in @merges", new { merges = merges.Select(other => other.Id) });
        connection.Execute("update state set report_id = record_id where record_id in @members", new { members });
        foreach (var other in merges)
            if (other.Id != merge.Id) Merge(review, other);
        Places.Refresh(review, "select report_id from state where record_id in @members", new { members });
        return true;
    }

    /// <summary>Puts together anew, from the merges and partings that touch them, the groups an event touched: a look at those events instead of the whole ledger.</summary>
    /// <returns>False for other kinds of events, and where an import was undone, because a merge then counts only from the import after it.</returns>
    static bool TryAgain(Review review, Event undone)
    {
        if (Touched(undone) is not { } first) return false;
        var connection = review.Connection;
        if (connection.ExecuteScalar<long>("select exists(select 1 from undone u join event e on e.id = u.event_id where e.kind = 'import')") != 0) return false;
        var events = review.Ledger.Live("merge", "unmerge", "apart").Select(entry => (Event: entry, Records: Touched(entry)!)).ToList();
        var records = first.ToHashSet();
        // What a touching event touches besides is touched too, until nothing is added.
        for (var before = 0; before != records.Count;)
        {
            before = records.Count;
            foreach (var (_, touched) in events)
                if (touched.Any(records.Contains)) records.UnionWith(touched);
        }
        connection.Execute("delete from merge where record_id in @records", new { records });
        connection.Execute("update state set report_id = record_id where record_id in @records", new { records });
        connection.Execute("update decision set live = 1 where report_id in @records", new { records });
        var deferred = review.DefersPlaces;
        review.DefersPlaces = true;
        foreach (var (entry, touched) in events)
            if (touched.Any(records.Contains)) Apply(review, entry);
        review.DefersPlaces = deferred;
        Places.Refresh(review, "select report_id from state where record_id in @records", new { records });
        return true;
    }

    static IReadOnlyList<string>? Touched(Event entry) => entry.Kind switch
    {
        "merge" => EventJson.Read<MergeBody>(entry).Records,
        "unmerge" => EventJson.Read<UnmergeBody>(entry).Records,
        "apart" => EventJson.Read<ApartBody>(entry).Taken,
        _ => null,
    };

    static void MarkUndone(Review review, Event entry) =>
        review.Connection.Execute("insert or replace into undone values (@target, @Id)", new { target = EventJson.Read<UndoBody>(entry).Event, entry.Id });
}

using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>Verdicts on records and reports, and what else a person says of them.</summary>
public static class Decisions
{
    /// <summary>Appends one verdict, on the record that stands for the merged group.</summary>
    /// <param name="review">The review.</param>
    /// <param name="named">Any name <see cref="Reports.Find"/> understands.</param>
    /// <param name="verdict">include, exclude or maybe.</param>
    /// <param name="said">Stage (null: the one the report waits at), reason (an id of that stage), reviewer, note and time.</param>
    /// <exception cref="ReviewKitException">No such record, stage or reason, or the record was removed before screening.</exception>
    public static Event Decide(Review review, string named, Verdict verdict, Said said)
    {
        var report = Reports.ReportOf(review, Reports.Find(review, named));
        var place = review.Connection.QueryFirst<PlaceRow>("select place as name, stage, reason from state where record_id = @report", new { report });
        if (place.Name is "automation" or "other")
            throw new ReviewKitException($"{named} was removed before screening ({place.Reason}); undo that first", $"{named} 已在筛选前移除（{place.Reason}）；请先撤销");
        var stage = StageOf(review, said.Stage ?? StageMeant(review, place, said.Reason));
        RefuseReason(stage, verdict, said.Reason);
        RefuseModel(review, said.Reviewer);
        return review.Ledger.Append("decision",
            new DecisionBody(report, stage.Id, said.Reviewer ?? review.Author.Person, verdict, said.Reason, said.Note, said.Time ?? review.Author.Time, said.Shown?.Order, said.Shown?.Model, said.Shown?.Rank), said.Reviewer);
    }

    /// <summary>The same verdict on many reports, as one event that is taken back as one.</summary>
    /// <param name="review">The review.</param>
    /// <param name="reports">Ids of reports.</param>
    /// <param name="verdict">include, exclude or maybe.</param>
    /// <param name="said">As for one; the stage must be there.</param>
    /// <param name="where">The words that chose them; null where they were picked by hand.</param>
    /// <exception cref="ReviewKitException">No such stage or reason, or a report was removed before screening.</exception>
    public static Event DecideAll(Review review, IReadOnlyList<string> reports, Verdict verdict, Said said, string? where = null) => review.Write(() =>
    {
        var stage = StageOf(review, said.Stage);
        RefuseReason(stage, verdict, said.Reason);
        RefuseModel(review, said.Reviewer);
        foreach (var report in reports)
            if (review.One("select reason from state where record_id = $0 and place in ('automation', 'other')", report) is string removed)
                throw new ReviewKitException($"{report} was removed before screening ({removed}); undo that first", $"{report} 已在筛选前移除（{removed}）；请先撤销");
        var reviewer = said.Reviewer ?? review.Author.Person;
        return review.Ledger.Append("decisions", new DecisionsBody(reports, stage.Id, reviewer, verdict, said.Reason, said.Note, said.Time ?? review.Author.Time, where), reviewer);
    });

    static void RefuseModel(Review review, string? reviewer)
    {
        if (review.Protocol.Reviewers.FirstOrDefault(known => known.Id == (reviewer ?? review.Author.Person))?.Model is not null)
            throw new ReviewKitException($"{reviewer ?? review.Author.Person} is a model: `reviewkit assist` asks it, and its opinion is no verdict", $"{reviewer ?? review.Author.Person} 是模型：由 `reviewkit assist` 询问，其意见不作为判断");
    }

    static void RefuseReason(Stage stage, Verdict verdict, string? reason)
    {
        if (reason is not null && verdict != Verdict.Exclude)
            throw new ReviewKitException("a reason belongs to an exclusion; --note keeps a remark", "理由只用于排除；备注请用 --note");
        if (reason is not null && stage.Reasons.All(known => known.Id != reason))
            throw new ReviewKitException($"stage {stage.Id} has no reason \"{reason}\"; review.yaml has: {List(stage)}",
                $"阶段 {stage.Id} 没有理由“{reason}”；review.yaml 中有：{List(stage)}");
        if (verdict == Verdict.Exclude && reason is null && stage.IsFullText && stage.Reasons.Count > 0)
            throw new ReviewKitException($"an exclusion at full text needs a reason (PRISMA item 16): --reason {List(stage)}",
                $"全文排除须注明理由（PRISMA 第 16 条）：--reason {List(stage)}");
    }

    /// <summary>The stage a reason belongs to, else the first stage while the report waits there. Later stages must be named: the same command twice would else include at full text.</summary>
    static string StageMeant(Review review, PlaceRow place, string? reason)
    {
        var stages = review.Protocol.Stages;
        var withReason = stages.Where(stage => reason is not null && stage.Reasons.Any(known => known.Id == reason)).ToList();
        if (withReason.Count == 1) return withReason[0].Id;
        if (stages.Count == 1 || (stages.Count > 1 && place.Stage == stages[0].Id)) return stages[0].Id;
        var list = string.Join(" | ", stages.Select(stage => stage.Id));
        throw new ReviewKitException($"this report is past the first stage ({place.Name} {place.Stage}): say which stage you mean, --stage {list}",
            $"该报告已过第一阶段（{PlaceText.Of(place.Name).Zh} {place.Stage}）：请用 --stage {list} 指明阶段");
    }

    /// <exception cref="ReviewKitException">review.yaml has no such stage.</exception>
    public static Stage StageOf(Review review, string? id)
    {
        if (review.Protocol.Stages.Count == 0) throw new ReviewKitException("review.yaml has no stages", "review.yaml 中没有筛选阶段");
        return review.Protocol.FindStage(id ?? review.Protocol.Stages[0].Id)
            ?? throw new ReviewKitException($"no stage {id}; review.yaml has: {string.Join(", ", review.Protocol.Stages.Select(stage => stage.Id))}",
                $"没有阶段 {id}；review.yaml 中有：{string.Join("、", review.Protocol.Stages.Select(stage => stage.Id))}");
    }

    static string List(Stage stage) => string.Join(" | ", stage.Reasons.Select(reason => reason.Id));

    /// <summary>Takes back an event: the one named, or the newest that can be and is not of another reviewer of review.yaml.</summary>
    /// <returns>The event taken back.</returns>
    public static Event Undo(Review review, string? eventId) => review.Write(() =>
    {
        var target = eventId is null
            ? review.Ledger.LastUndoable([.. review.Protocol.People.Where(person => person != review.Author.Person)]) ?? throw new ReviewKitException("there is nothing to undo", "没有可以撤销的操作")
            : review.Ledger.Find(eventId);
        if (target.Kind is "undo" or "protocol" or "note" or "search-log")
            throw new ReviewKitException($"an event of kind {target.Kind} cannot be undone", $"{target.Kind} 类事件不能撤销");
        if (review.Ledger.IsUndone(target.Id)) throw new ReviewKitException($"{target.Id} is undone already", $"{target.Id} 已经撤销");
        review.Ledger.Append("undo", new UndoBody(target.Id));
        return target;
    });

    /// <summary>Every event that touches a record or its group, oldest first.</summary>
    public static IReadOnlyList<Event> History(Review review, string named)
    {
        var record = Reports.Find(review, named);
        var members = review.Connection.Query<string>("select record_id from state where report_id = (select report_id from state where record_id = @record)", new { record }).ToList();
        var import = review.Connection.QueryFirst<string>("select import_id from record where id = @record", new { record });
        return [.. review.Ledger.All().Where(entry => entry.Kind switch
        {
            "import" => entry.Body.Contains(import, StringComparison.Ordinal),
            "round" or "protocol" => false,
            "undo" => false,
            _ => members.Any(member => entry.Body.Contains(member, StringComparison.Ordinal)),
        })];
    }

    sealed record PlaceRow
    {
        public required string Name { get; init; }
        public string? Stage { get; init; }
        public string? Reason { get; init; }
    }
}

/// <summary>What comes with a verdict; null takes the default named in <see cref="Decisions.Decide"/>.</summary>
public sealed record Said(string? Stage = null, string? Reason = null, string? Reviewer = null, string? Note = null, string? Time = null)
{
    /// <summary>How the report came to be shown; null where no screen showed it.</summary>
    public NextReport? Shown { get; init; }
}

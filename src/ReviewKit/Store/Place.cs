namespace ReviewKit.Store;

/// <summary>Where a report stands in the flow of PRISMA 2020.</summary>
/// <param name="Name">automation, other, awaiting, conflict, excluded, not-retrieved or included (duplicate is said of records, not reports).</param>
/// <param name="Stage">The stage it waits at, is in conflict at, or was excluded at.</param>
/// <param name="Reason">The criterion or round that removed it, or the exclusion reason.</param>
public sealed record Place(string Name, string? Stage = null, string? Reason = null)
{
    /// <summary>The reason of reports that a stopping rule left unscreened: PRISMA's exclusions by automation.</summary>
    public const string StoppingRule = "stopping-rule";

    /// <summary>
    /// Two reviewers who disagree are a conflict, also where one would have been enough: nobody overrules another without a word.
    /// Removal by a round comes first, then the criteria in their order, then the stages in theirs.
    /// A report found by other methods enters at full text: the template has no screening of records in that column.
    /// </summary>
    public static Place Of(ReportFacts facts, Protocol protocol)
    {
        if (facts.Route == "db")
        {
            if (facts.FailedRound is { } round) return new Place("automation", null, $"round-{round}");
            if (facts.FailedCriterion is { } criterion) return new Place(criterion.Box, null, criterion.Id);
        }
        foreach (var stage in protocol.Stages)
        {
            if (facts.Route == "ot" && !stage.IsFullText) continue;
            if (stage.IsFullText && facts.IsNotRetrieved) return new Place("not-retrieved", null, facts.RetrievalReason);
            if (Outcome(facts, stage) is { } place) return place;
        }
        if (facts.IsNotRetrieved) return new Place("not-retrieved", null, facts.RetrievalReason);
        return protocol.Stages.Count == 0 ? new Place("awaiting") : new Place("included");
    }

    /// <summary>null: the report goes on to the next stage. At title and abstract a "maybe" goes on, as in doubt a record is kept; at full text it waits.</summary>
    static Place? Outcome(ReportFacts facts, Stage stage)
    {
        // Each reviewer's last word on each record; a word said after the records were merged is on all of them.
        var words = new Dictionary<(string Reviewer, string Record), LiveDecision>();
        LiveDecision? consensus = null;
        foreach (var decision in facts.Decisions)
        {
            if (decision.Stage != stage.Id) continue;
            if (decision.Seq > facts.MergedAt)
                foreach (var earlier in words.Keys.Where(key => key.Reviewer == decision.Reviewer).ToList()) words.Remove(earlier);
            if (decision.Reviewer == LiveDecision.Consensus) consensus = decision;
            else words[(decision.Reviewer, decision.Record)] = decision;
        }
        // Who judges it after all, has judged it.
        if (consensus is null && words.Count == 0 && facts.Stopped.Contains(stage.Id)) return new Place("excluded", stage.Id, StoppingRule);
        if (consensus is null && !IsComplete(facts, stage, [.. words.Keys.Select(key => key.Reviewer)])) return new Place("awaiting", stage.Id);
        var last = consensus ?? words.Values.MaxBy(word => word.Seq)!;
        if (consensus is null && words.Values.Any(word => Passes(word, stage) != Passes(last, stage)))
        {
            if (!stage.HasThirdVote || Majority(words.Values, stage) is not { } settled) return new Place("conflict", stage.Id);
            last = settled;
        }
        return last.Verdict switch
        {
            Verdict.Exclude => new Place("excluded", stage.Id, last.Reason),
            Verdict.Maybe when stage.IsFullText => new Place("awaiting", stage.Id, "maybe"),
            _ => null,
        };
    }

    /// <summary>Whether all have judged who must: in a calibration round those it was drawn for, as far as they are still here.</summary>
    static bool IsComplete(ReportFacts facts, Stage stage, HashSet<string> judges) =>
        judges.Count >= Seats.Needed(stage, facts.Report) && facts.Calibration.Where(seat => seat.Stage == stage.Id).All(seat => judges.Contains(seat.Reviewer));

    /// <summary>The newest word of more than half of three reviewers or more; null without such a majority.</summary>
    static LiveDecision? Majority(IEnumerable<LiveDecision> words, Stage stage)
    {
        var last = words.GroupBy(word => word.Reviewer).Select(own => own.MaxBy(word => word.Seq)!).ToList();
        var most = last.GroupBy(word => Passes(word, stage)).MaxBy(side => side.Count())!;
        return last.Count >= 3 && 2 * most.Count() > last.Count ? most.MaxBy(word => word.Seq) : null;
    }

    static bool Passes(LiveDecision decision, Stage stage) => decision.Verdict == Verdict.Include || (decision.Verdict == Verdict.Maybe && !stage.IsFullText);
}

/// <summary>All that bears on one report's place.</summary>
/// <param name="Route">db or ot.</param>
/// <param name="FailedRound">1-based; null when it passed or rounds remove nothing.</param>
/// <param name="MergedAt">Seq of the newest merge of the group; 0 when it stands alone.</param>
public sealed record ReportFacts(string Route, int? FailedRound, Criterion? FailedCriterion, IReadOnlyList<LiveDecision> Decisions, long MergedAt, bool IsNotRetrieved, string? RetrievalReason)
{
    /// <summary>The report's id; null where only its route is known.</summary>
    public string? Report { get; init; }

    /// <summary>Who must judge it because a calibration round of a stage was drawn with it.</summary>
    public IReadOnlyList<(string Stage, string Reviewer)> Calibration { get; init; } = [];

    /// <summary>Stages at which a stopping rule left it unscreened.</summary>
    public IReadOnlyList<string> Stopped { get; init; } = [];
}

/// <summary>A decision neither undone nor overtaken by an unmerge, on a record of the group. Seq orders them.</summary>
public sealed record LiveDecision(string Record, string Stage, string Reviewer, Verdict Verdict, string? Reason, long Seq)
{
    /// <summary>The reviewer's name under which an agreed verdict is recorded.</summary>
    public const string Consensus = "consensus";
}

using Dapper;
using ReviewKit.Formats;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>Decisions that stand in the records of a file, taken over as decisions of a stage (`import --decisions`).</summary>
static class ForeignImport
{
    /// <summary>What was found of one record.</summary>
    public sealed record Found(string RecordId, int Line, IReadOnlyList<ForeignDecision> Decisions);

    /// <summary>How many decisions were new, were there already, or are on records that were removed before screening.</summary>
    public readonly record struct Outcome(int Added, int Known, int Removed);

    /// <summary>Appends what the review does not have yet. Must run in the transaction of the import, so that a file counts as a whole or not at all.</summary>
    /// <exception cref="ReviewKitException">A full-text exclusion has no reason that review.yaml knows.</exception>
    public static Outcome Append(Review review, string file, string stage, IReadOnlyList<Found> found)
    {
        var known = Decisions.StageOf(review, stage);
        RefuseWithoutReason(file, known, found);
        var have = review.Connection.Query<(string Report, string Reviewer, string Verdict)>("select report_id, reviewer, verdict from decision where stage = @Id and live = 1", known).ToHashSet();
        var gone = review.Connection.Query<string>("select record_id from state where place in ('automation', 'other')").ToHashSet();
        var (added, there, removed) = (0, 0, 0);
        review.WriteTogether(() =>
        {
            foreach (var (record, _, decisions) in found)
            {
                var report = Reports.ReportOf(review, record);
                foreach (var decision in decisions)
                {
                    var verdict = VerdictText.Parse(decision.Verdict)!.Value;
                    var reviewer = decision.Reviewer ?? review.Author.Person;
                    if (gone.Contains(report)) removed++;
                    else if (!have.Add((report, reviewer, verdict.Word()))) there++;
                    else
                    {
                        Decide(review, known, report, verdict, decision, reviewer);
                        added++;
                    }
                }
            }
        });
        return new Outcome(added, there, removed);
    }

    static void Decide(Review review, Stage stage, string report, Verdict verdict, ForeignDecision decision, string reviewer)
    {
        var reason = ReasonOf(stage, decision.Reason);
        // A reason in words that review.yaml does not have is kept as a note.
        var note = reason is null && decision.Reason is not null ? string.Join("; ", new[] { decision.Reason, decision.Note }.OfType<string>()) : decision.Note;
        Decisions.Decide(review, report, verdict, new Said(stage.Id, reason, reviewer, note));
    }

    static void RefuseWithoutReason(string file, Stage stage, IReadOnlyList<Found> found)
    {
        if (!stage.IsFullText || stage.Reasons.Count == 0) return;
        var without = found.SelectMany(one => one.Decisions.Where(d => d.Verdict == "exclude" && ReasonOf(stage, d.Reason) is null).Select(d => (one.Line, d.Reason))).ToList();
        if (without.Count == 0) return;
        var words = string.Join(", ", without.Select(one => one.Reason).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(word => $"\"{word}\""));
        throw words.Length > 0
            ? new ReviewKitException($"{file}: stage {stage.Id} has no reason {words}: add them to the reasons of review.yaml; nothing of the file was imported",
                $"{file}：阶段 {stage.Id} 没有理由 {words}：请加入 review.yaml 的 reasons；此文件未导入")
            : new ReviewKitException($"{file}:{without[0].Line}: excluded without a reason, which a full-text stage needs ({without.Count} records): import them at a title-abstract stage; nothing of the file was imported",
                $"{file}:{without[0].Line}：排除但未注明理由，而全文阶段须注明（{without.Count} 条）：请导入题名摘要阶段；此文件未导入");
    }

    /// <returns>The id of the first of the tool's reasons that the stage has, by id or by name in either language.</returns>
    static string? ReasonOf(Stage stage, string? said)
    {
        if (said is null) return null;
        foreach (var part in said.Split(';', StringSplitOptions.TrimEntries).Prepend(said))
        {
            var word = Fold.Letters(part);
            if (stage.Reasons.FirstOrDefault(reason => Fold.Letters(reason.Id) == word || Fold.Letters(reason.Name.En) == word || Fold.Letters(reason.Name.Zh) == word) is { } match) return match.Id;
        }
        return null;
    }
}

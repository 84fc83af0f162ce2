using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>The end of a stage by a stopping rule.</summary>
public static class StoppedStage
{
    /// <summary>
    /// Excludes by automation what waits at the stage and nobody has judged. What one of two reviewers has judged still waits for the other, what is imported later waits as always,
    /// and whoever judges one of the excluded reports after all puts it back.
    /// </summary>
    /// <param name="review">The review.</param>
    /// <param name="stage">A title-abstract stage.</param>
    /// <param name="rule">What made one stop, in words.</param>
    /// <exception cref="ReviewKitException">A full-text stage, nothing judged yet, or nothing left unscreened.</exception>
    public static Event Stop(Review review, Stage stage, string rule) => review.Write(() => review.Ledger.Append("stop", Would(review, stage, rule)));

    /// <summary>What <see cref="Stop"/> would write.</summary>
    public static StopBody Would(Review review, Stage stage, string rule) => review.Read(() =>
    {
        if (stage.IsFullText)
            throw new ReviewKitException($"{stage.Id} is a full-text stage: reports whose full text is there are all assessed; `reviewkit retrieve ID not-retrieved` says what could not be had",
                $"{stage.Id} 是全文阶段：已获取全文的报告须全部评估；无法获取的请用 `reviewkit retrieve ID not-retrieved` 注明");
        var progress = StageProgress.Read(review, stage, null);
        if (progress.Judged.Count == 0) throw new ReviewKitException($"nobody has judged anything at {stage.Id} yet", $"{stage.Id} 阶段还没有任何判断");
        var left = review.Connection.Query<string>("""
            select h.record_id from state h where h.record_id = h.report_id and h.place = 'awaiting' and h.stage = @Id and not exists (
                select 1 from state m join decision d on d.report_id = m.record_id where m.report_id = h.record_id and d.stage = @Id and d.live = 1)
            order by h.record_id
            """, stage).ToList();
        if (left.Count == 0) throw new ReviewKitException($"nothing is left unscreened at {stage.Id}", $"{stage.Id} 阶段没有未筛选的记录");
        var now = progress.Stopping;
        return new StopBody(stage.Id, left, rule, now.Screened, now.Relevant, progress.Recall, now.P);
    });
}

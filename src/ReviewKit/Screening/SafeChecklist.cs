using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>One condition of SAFE.</summary>
/// <param name="Phase">S, A, F or E.</param>
/// <param name="IsDone">Null where it cannot be told, or does not apply.</param>
public sealed record SafeStep(char Phase, Message Said, bool? IsDone);

/// <summary>The SAFE procedure (Boetje &amp; van de Schoot 2024, doi:10.1186/s13643-024-02502-7): a random sample, active learning, another model, a second look.</summary>
public static class SafeChecklist
{
    const int InARow = 50;
    const double Sample = .01;
    const double LeastScreened = .1;

    public static IReadOnlyList<SafeStep> Of(StageProgress progress)
    {
        var judged = progress.Judged;
        var random = judged.Where(judgement => judgement.Order == "random").ToList();
        var (drawn, wanted) = (random.Count(judgement => judgement.IsRelevant), Math.Max(1, (int)Math.Ceiling(Sample * progress.Records)));
        var inARow = Trailing(judged);
        return
        [
            new('S', new($"random sample: {random.Count} of {wanted} (1 %), {drawn} relevant", $"随机样本：{random.Count}/{wanted}（1 %），相关 {drawn}"), random.Count >= wanted && drawn > 0),
            KeyPapers(progress),
            Twice(progress, random.Count, drawn),
            new('A', new($"a tenth screened: {judged.Count} of {progress.Records}", $"已筛选十分之一：{judged.Count}/{progress.Records}"), judged.Count >= LeastScreened * progress.Records && judged.Count > 0),
            new('A', new($"{InARow} irrelevant in a row: {inARow}", $"连续 {InARow} 条不相关：{inARow}"), inARow >= InARow),
            OtherModel(judged),
            SecondLook(progress),
        ];
    }

    static SafeStep KeyPapers(StageProgress progress)
    {
        if (progress.KeyPapers == 0) return new('A', new("key papers found: none named (review.yaml, stopping: key-papers)", "关键文献：未列出（review.yaml 的 stopping: key-papers）"), null);
        var (absentEn, absentZh) = progress.KeyPapersAbsent == 0 ? ("", "") : ($", {progress.KeyPapersAbsent} not in the review", $"，{progress.KeyPapersAbsent} 篇不在综述中");
        return new('A', new($"key papers found: {progress.KeyPapersFound} of {progress.KeyPapers}{absentEn}", $"已找到关键文献：{progress.KeyPapersFound}/{progress.KeyPapers}{absentZh}"), progress.KeyPapersFound == progress.KeyPapers);
    }

    // The share of the random sample that is relevant estimates that of all.
    static SafeStep Twice(StageProgress progress, int sample, int relevant)
    {
        if (relevant == 0) return new('A', new("twice the estimated relevant screened: no estimate without a relevant record in the random sample", "筛选数达估计相关数的两倍：随机样本中尚无相关记录，无法估计"), null);
        var twice = (int)Math.Ceiling(2.0 * progress.Records * relevant / sample);
        return new('A', new($"twice the estimated relevant screened: {progress.Judged.Count} of {twice}", $"筛选数达估计相关数的两倍：{progress.Judged.Count}/{twice}"), progress.Judged.Count >= twice);
    }

    static SafeStep OtherModel(IReadOnlyList<Judgement> judged)
    {
        var models = judged.Select(judgement => judgement.Model).OfType<string>().Distinct().ToList();
        if (models.Count < 2) return new('F', new("another model: not used yet (review.yaml, model: u4)", "另一模型：尚未使用（review.yaml 的 model: u4）"), false);
        var last = judged.Last(judgement => judgement.Model is not null).Model;
        var inARow = Trailing([.. judged.Where(judgement => judgement.Model == last)]);
        return new('F', new($"{InARow} irrelevant in a row with another model ({last}): {inARow}", $"用另一模型（{last}）连续 {InARow} 条不相关：{inARow}"), inARow >= InARow);
    }

    static SafeStep SecondLook(StageProgress progress)
    {
        if (progress.Stage.Reviewers > 1) return new('E', new("a second look at the excluded: two reviewers judge every record", "复核被排除的记录：每条均由两人判断"), true);
        var (looks, inARow) = (progress.SecondLooks, progress.SecondLooks.Reverse().TakeWhile(kept => !kept).Count());
        return new('E', new($"a second look at the excluded: {looks.Count} looked at, {looks.Count(kept => kept)} kept, {inARow} of {InARow} irrelevant in a row", $"由第二人复核被排除的记录：已复核 {looks.Count}，其中保留 {looks.Count(kept => kept)}，连续不相关 {inARow}/{InARow}"), inARow >= InARow);
    }

    static int Trailing(IReadOnlyList<Judgement> judged)
    {
        var inARow = 0;
        for (var i = judged.Count - 1; i >= 0 && !judged[i].IsRelevant; i--) inARow++;
        return inARow;
    }

}

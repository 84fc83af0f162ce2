using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>One verdict on all reports that an expression chooses (`decide --where`).</summary>
static class BulkDecisions
{
    /// <summary>So many are decided without being asked for; more could be a slip of the expression.</summary>
    const int Unasked = 20;

    const int Listed = 10;

    public static Message WhereHelp => new(
        $"which reports: {string.Join(", ", Where.Fields)}, a group, set:NAME; = != ~ !~ < > in absent present; and or not ( ); docs/review.md; default: none",
        $"选择报告：{string.Join("、", Where.Fields)}、分组、set:组名；= != ~ !~ < > in absent present；and or not ( )；见 docs/review.md；默认无");

    public static int Run(Session session, Review review, Verdict verdict, Said said, string expression, bool isSure, bool isDry, bool again)
    {
        var stage = Decisions.StageOf(review, said.Stage ?? review.Protocol.Stages.FirstOrDefault(known => said.Reason is not null && known.Reasons.Any(reason => reason.Id == said.Reason))?.Id);
        var reviewer = said.Reviewer ?? review.Author.Person;
        var found = Where.Find(review, expression);
        var waiting = Assignment.Waiting(review, stage, reviewer).ToHashSet();
        var chosen = found.Where(report => waiting.Contains(report) || (again && HasJudged(review, report, stage.Id, reviewer))).ToList();
        session.Tell($"{found.Count} reports match, {chosen.Count} of them {(again ? "wait for or were judged by" : "wait for")} {reviewer} at {stage.Name.En}", $"符合条件 {found.Count} 篇，其中{(again ? "待" : "待")} {reviewer} 在{stage.Name.Zh}阶段{(again ? "判断或已由其判断" : "判断")} {chosen.Count} 篇");
        if (chosen.Count == 0) return 0;
        if (isDry || (chosen.Count > Unasked && !isSure))
        {
            foreach (var report in chosen.Take(Listed)) session.Print($"{report}  {Width.Cut(Reports.Read(review, report).Title ?? "", 80)}");
            if (chosen.Count > Listed) session.Print($"… and {chosen.Count - Listed} more", $"……另有 {chosen.Count - Listed} 篇");
            if (isDry) session.Print("nothing was decided (--dry-run)", "未作出判断（--dry-run）");
            else session.Print($"nothing was decided: for more than {Unasked} say --yes", $"未作出判断：超过 {Unasked} 篇时请加 --yes");
            return isDry ? 0 : 1;
        }
        var entry = Decisions.DecideAll(review, chosen, verdict, said with { Stage = stage.Id }, expression);
        session.Print($"{verdict.Word()} at {stage.Name.En}: {chosen.Count} reports; `reviewkit undo {entry.Id[..8]}` takes all of it back", $"{stage.Name.Zh}：{PlaceText.Of(verdict).Zh} {chosen.Count} 篇；用 `reviewkit undo {entry.Id[..8]}` 全部撤销");
        return 0;
    }

    static bool HasJudged(Review review, string report, string stage, string reviewer) =>
        Dapper.SqlMapper.ExecuteScalar<long>(review.Connection, """
            select count(*) from state s join decision d on d.report_id = s.record_id where s.report_id = @report and d.stage = @stage and d.reviewer = @reviewer and d.live = 1
            """, new { report, stage, reviewer }) > 0;
}

using System.Globalization;
using Dapper;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>What two or more reviewers need: where they differ, and how far they agree.</summary>
static class AgreementCommands
{
    public static Verb Agreement(Host host)
    {
        var verb = new Verb(host, "agreement", new("How far reviewers agree: percent, Cohen's kappa, PABAK, per stage and pair", "评阅人之间的一致程度：百分比、Cohen kappa、PABAK，按阶段与评阅人对"), "reviewkit agreement");
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var pairs = ReviewKit.Screening.Agreement.Of(review);
            if (pairs.Count == 0) session.Print("no two reviewers have judged the same report", "还没有两位评阅人判断过同一篇报告");
            foreach (var stage in review.Protocol.Stages.Where(stage => pairs.Any(pair => pair.Stage == stage.Id)))
            {
                session.Print(stage.Name.En, stage.Name.Zh);
                var table = session.Language == Language.Zh
                    ? new Table("评阅人", "", "报告", "均通过", "仅前者", "仅后者", "均排除", "一致 %", "kappa", "95 % 置信区间", "PABAK")
                    : new Table("reviewers", "", "reports", "both pass", "first only", "second only", "both exclude", "agree %", "kappa", "95 % interval", "PABAK");
                foreach (var pair in pairs.Where(pair => pair.Stage == stage.Id))
                    table.Add(pair.First, pair.Second, pair.Reports, pair.Both, pair.OnlyFirst, pair.OnlySecond, pair.Neither, (100 * pair.Observed).ToString("0.0", CultureInfo.InvariantCulture),
                        Number(pair.CohensKappa), double.IsNaN(pair.CohensKappa) ? "-" : $"{Number(pair.Interval.Low)} … {Number(pair.Interval.High)}", Number(pair.Pabak));
                table.Write(session.Output, "  ");
                if (ReviewKit.Screening.Agreement.FleissKappa(review, stage) is { } fleiss) session.Print($"  all reviewers: Fleiss' kappa {Number(fleiss)}", $"  全部评阅人：Fleiss kappa {Number(fleiss)}");
            }
            return 0;
        });
    }

    public static Verb Conflicts(Host host)
    {
        var verb = new Verb(host, "conflicts", new("Reports on which reviewers differ, with what each said; `decide --reviewer consensus` settles one", "评阅人意见不一的报告及各人的判断；用 `decide --reviewer consensus` 解决"),
            "reviewkit conflicts", "reviewkit decide r4k7m2xq include --stage title-abstract --reviewer consensus");
        var only = verb.Option<string?>("--stage", "S", new("one stage; default: all", "某一阶段；默认全部"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var stage = parsed.GetValue(only) is { } named ? Decisions.StageOf(review, named) : null;
            var reports = review.Connection.Query<(string Report, string Stage)>("select record_id, stage from state where place = 'conflict' and record_id = report_id and (@Id is null or stage = @Id) order by record_id", new { stage?.Id }).ToList();
            foreach (var (report, at) in reports)
            {
                session.Print($"{report}  {Width.Cut(Reports.Read(review, report).Title ?? "", 80)}");
                foreach (var (reviewer, verdict, reason, note) in review.Connection.Query<(string, string, string?, string?)>("""
                    select d.reviewer, d.verdict, d.reason, d.note from decision d join state s on s.record_id = d.report_id
                    where s.report_id = @report and d.stage = @at and d.live = 1 order by d.seq
                    """, new { report, at }))
                {
                    var word = PlaceText.Of(VerdictText.Parse(verdict)!.Value);
                    var why = reason is null ? "" : $" ({review.Protocol.FindStage(at)!.ReasonName(reason).In(session.Language)})";
                    session.Print($"    {reviewer}: {word.En}{why}{(note is null ? "" : " — " + note)}", $"    {reviewer}：{word.Zh}{why}{(note is null ? "" : "——" + note)}");
                }
            }
            session.Print($"{reports.Count} in conflict", $"{reports.Count} 篇有分歧");
            return 0;
        });
    }

    static string Number(double value) => double.IsNaN(value) ? "-" : value.ToString("0.000", CultureInfo.InvariantCulture);
}

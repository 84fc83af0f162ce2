using System.Globalization;
using ReviewKit.Screening;
using ReviewKit.Screening.Assist;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>What two or more reviewers need: where they differ, and how far they agree.</summary>
static class AgreementCommands
{
    public static Verb Agreement(Host host)
    {
        var verb = new Verb(host, "agreement", new("How far reviewers agree: percent, Cohen's kappa, PABAK, per stage and pair", "评阅人之间的一致程度：百分比、Cohen kappa、PABAK，按阶段与评阅人对"), "reviewkit agreement", "reviewkit agreement --opinions");
        var opinions = verb.Option<bool>("--opinions", null, new("also each person beside each model, which is in no other figure", "另列各人与各模型的一致程度，不计入其他数字"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var any = false;
            foreach (var stage in review.Protocol.Stages)
            {
                any |= Print(session, review, stage, stage.Name, null);
                foreach (var (round, reports) in Calibration.Rounds(review, stage).OrderBy(round => round.Key))
                    Print(session, review, stage, new Message($"{stage.Name.En}, calibration round {round}", $"{stage.Name.Zh}，第 {round} 轮校准"), reports);
            }
            if (parsed.GetValue(opinions))
                foreach (var stage in review.Protocol.Stages)
                    Print(session, new Message($"{stage.Name.En}, people and models", $"{stage.Name.Zh}，人与模型"), Opinions.Agreements(review, stage));
            if (!any) session.Print("no two reviewers have judged the same report", "还没有两位评阅人判断过同一篇报告");
            return 0;
        });
    }

    static bool Print(Session session, Review review, Stage stage, Message head, IReadOnlySet<string>? only)
    {
        var pairs = ReviewKit.Screening.Agreement.Of(review, stage, only);
        Print(session, head, pairs);
        if (pairs.Count > 0 && ReviewKit.Screening.Agreement.FleissKappa(review, stage, only) is { } fleiss) session.Print($"  all reviewers: Fleiss' kappa {Number(fleiss)}", $"  全部评阅人：Fleiss kappa {Number(fleiss)}");
        return pairs.Count > 0;
    }

    static void Print(Session session, Message head, IReadOnlyList<ReviewKit.Screening.Agreement> pairs)
    {
        if (pairs.Count == 0) return;
        session.Print(head.En, head.Zh);
        var table = session.Language == Language.Zh
            ? new Table("评阅人", "", "报告", "均通过", "仅前者", "仅后者", "均排除", "一致 %", "kappa", "95 % 置信区间", "PABAK")
            : new Table("reviewers", "", "reports", "both pass", "first only", "second only", "both exclude", "agree %", "kappa", "95 % interval", "PABAK");
        foreach (var pair in pairs)
            table.Add(pair.First, pair.Second, pair.Reports, pair.Both, pair.OnlyFirst, pair.OnlySecond, pair.Neither, (100 * pair.Observed).ToString("0.0", CultureInfo.InvariantCulture),
                Number(pair.CohensKappa), double.IsNaN(pair.CohensKappa) ? "-" : $"{Number(pair.Interval.Low)} … {Number(pair.Interval.High)}", Number(pair.Pabak));
        table.Write(session.Output, "  ");
    }

    public static Verb Calibrate(Host host)
    {
        var verb = new Verb(host, "calibrate", new("Draw reports that all listed reviewers judge before anything else", "抽取由全部评阅人先行判断的校准样本"), "reviewkit calibrate --n 30", "reviewkit agreement");
        var only = verb.Option<string?>("--stage", "S", new("the stage; default: the first", "阶段；默认第一个"));
        var size = verb.Option<int?>("--n", "N", new("how many reports; default: 20", "篇数；默认 20"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var stage = Decisions.StageOf(review, parsed.GetValue(only));
            if (parsed.GetValue(size) is < 1) throw new ReviewKitException("--n should be 1 or more", "--n 应不小于 1");
            if (Calibration.Again(review, stage, parsed.GetValue(size) ?? 20) is not { } drawn)
                throw new ReviewKitException($"no report waits at {stage.Id} that nobody has judged yet", $"{stage.Id} 阶段没有尚未被判断的报告");
            var body = EventJson.Read<CalibrationBody>(drawn);
            session.Print($"round {body.Round} at {stage.Name.En}: {body.Records.Count} reports for {string.Join(", ", body.Reviewers)}; `reviewkit agreement` shows it when all have judged them",
                $"{stage.Name.Zh}第 {body.Round} 轮：{body.Records.Count} 篇，由 {string.Join("、", body.Reviewers)} 判断；全部判断后用 `reviewkit agreement` 查看");
            return 0;
        });
    }

    public static Verb Conflicts(Host host)
    {
        var verb = new Verb(host, "conflicts", new("Reports on which reviewers differ, with what each said; `decide --reviewer consensus` settles one, or a third vote where review.yaml says so", "评阅人意见不一的报告及各人的判断；用 `decide --reviewer consensus` 解决，或按 review.yaml 由第三人裁决"),
            "reviewkit conflicts", "reviewkit decide r4k7m2xq include --stage title-abstract --reviewer consensus");
        var only = verb.Option<string?>("--stage", "S", new("one stage; default: all", "某一阶段；默认全部"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var stages = parsed.GetValue(only) is { } named ? [Decisions.StageOf(review, named)] : review.Protocol.Stages;
            var conflicts = stages.SelectMany(stage => ReviewKit.Screening.Conflicts.Of(review, stage)).OrderBy(conflict => conflict.Report, StringComparer.Ordinal).ToList();
            foreach (var conflict in conflicts) Print(session, review, conflict);
            session.Print($"{conflicts.Count} in conflict", $"{conflicts.Count} 篇有分歧");
            var reasons = stages.SelectMany(stage => ReviewKit.Screening.Conflicts.OfReasons(review, stage)).ToList();
            if (reasons.Count == 0) return 0;
            session.Print($"{reasons.Count} excluded by all, but for different reasons; the newest stands until they agree on one:", $"{reasons.Count} 篇均被排除，但理由不同；在达成一致前以最近的为准：");
            foreach (var conflict in reasons) Print(session, review, conflict);
            return 0;
        });
    }

    static void Print(Session session, Review review, Conflict conflict)
    {
        session.Print($"{conflict.Report}  {Width.Cut(Reports.Read(review, conflict.Report).Title ?? "", 80)}");
        foreach (var (reviewer, verdict, reason, note) in conflict.Words)
        {
            var word = PlaceText.Of(verdict);
            var why = reason is null ? "" : $" ({review.Protocol.FindStage(conflict.Stage)!.ReasonName(reason).In(session.Language)})";
            session.Print($"    {reviewer}: {word.En}{why}{(note is null ? "" : " — " + note)}", $"    {reviewer}：{word.Zh}{why}{(note is null ? "" : "——" + note)}");
        }
    }

    static string Number(double value) => double.IsNaN(value) ? "-" : value.ToString("0.000", CultureInfo.InvariantCulture);
}

using System.Globalization;
using ReviewKit.Screening;
using ReviewKit.Screening.Simulation;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>Whether one may stop screening, and the end of it.</summary>
static class StoppingCommands
{
    const int Wide = 78;
    const int High = 14;

    public static Verb Stopping(Host host)
    {
        var verb = new Verb(host, "stopping", new("Whether one may stop screening: what each rule says, how reliable it is, and the recall curve", "能否停止筛选：各规则的结论、可靠性与召回曲线"),
            "reviewkit stopping", "reviewkit stopping --stage title-abstract --recall 0.9 --svg out/recall.svg");
        var stage = verb.Option<string?>("--stage", "S", new("a stage of review.yaml; default: the first", "review.yaml 中的阶段；默认为第一阶段"));
        var reviewer = verb.Option<string?>("--reviewer", "R", new("whose decisions at a blind stage; default: --as, else your user name", "盲评阶段按谁的判断；默认取 --as，否则用户名"));
        var recall = verb.Option<double?>("--recall", "SHARE", new("the share of the relevant that must be found; default: review.yaml (stopping: recall), else 0.95", "须找到的相关记录比例；默认取 review.yaml（stopping: recall），否则 0.95"));
        var svg = verb.Option<string?>("--svg", "OUT", new("the recall curve as a picture; default: not written", "召回曲线图；默认不写"));
        var ascii = verb.Option<bool>("--ascii", null, new("draw with ASCII only; default: with dots", "只用 ASCII 绘制；默认用点阵"));
        return verb.Does((session, parsed) =>
        {
            if (parsed.GetValue(recall) is <= 0 or >= 1) throw new ReviewKitException("--recall is a share above 0 and below 1, such as 0.95", "--recall 应大于 0 且小于 1，如 0.95");
            using var review = session.Open();
            var at = Decisions.StageOf(review, parsed.GetValue(stage));
            var read = StageProgress.Read(review, at, parsed.GetValue(reviewer) ?? review.Author.Person);
            if (parsed.GetValue(recall) is { } wanted) read.Recall = wanted;
            session.Print(at.Name.En, at.Name.Zh);
            var found = FoundPlaces.Of(at.Name.In(session.Language), read.Relevant, read.Records);
            foreach (var line in RecallLines.Of(found, Wide, High, session.Language, parsed.GetValue(ascii))) session.Print(line);
            foreach (var line in StoppingPanel.Of(read)) session.Print($"{Mark(line.IsDone)}{line.Said.En}", $"{Mark(line.IsDone)}{line.Said.Zh}");
            if (parsed.GetValue(svg) is { } picture) File.WriteAllText(session.PathOf(picture), RecallCurve.Svg([found], session.Language));
            return 0;
        });
    }

    static string Mark(bool? isDone) => isDone switch { true => "[x] ", false => "[ ] ", null => "    " };

    public static Verb Stop(Host host)
    {
        var verb = new Verb(host, "stop", new("End a title-abstract stage by a stopping rule: what nobody has judged is excluded by automation", "按停止规则结束题名摘要阶段：无人判断的记录计为自动化排除"),
            "reviewkit stop --because \"p < 0.05 for 95 % recall\"", "reviewkit stop --stage relevance --because \"SAFE\" --dry-run");
        var stage = verb.Option<string?>("--stage", "S", new("a stage of review.yaml; default: the first", "review.yaml 中的阶段；默认为第一阶段"));
        var because = verb.Option<string>("--because", "RULE", new("the rule, in your words; it is reported (needed)", "停止规则（自述，将写入报告；必填）"));
        var dry = verb.Option<bool>("--dry-run", null, new("only say what it would exclude; default: exclude", "只说明将排除什么；默认执行"));
        return verb.Does((session, parsed) =>
        {
            if (string.IsNullOrWhiteSpace(parsed.GetValue(because)))
                throw new ReviewKitException("say which rule made you stop: --because \"p < 0.05 for 95 % recall\" (`reviewkit stopping` shows them)", "请注明停止规则：--because \"召回率 95 % 的 p < 0.05\"（`reviewkit stopping` 可查看）");
            using var review = session.Open();
            var at = Decisions.StageOf(review, parsed.GetValue(stage));
            var rule = parsed.GetValue(because)!.Trim();
            var entry = parsed.GetValue(dry) ? null : StoppedStage.Stop(review, at, rule);
            var body = entry is null ? StoppedStage.Would(review, at, rule) : EventJson.Read<StopBody>(entry);
            var p = body.P.ToString("0.000", CultureInfo.InvariantCulture);
            session.Print($"{at.Name.En}: {body.Screened} screened, {body.Relevant} kept, p = {p}; {body.Records.Count} left unscreened are excluded by automation", $"{at.Name.Zh}：已筛选 {body.Screened}，保留 {body.Relevant}，p = {p}；未筛选的 {body.Records.Count} 条计为自动化排除");
            session.Print(entry is null
                ? new Message("nothing was changed (--dry-run)", "未作任何更改（--dry-run）").In(session.Language)
                : new Message($"`reviewkit undo {entry.Id[..8]}` takes it back; `reviewkit prisma --list db_excluded.automation` lists them; what is imported from now on waits as before",
                    $"用 `reviewkit undo {entry.Id[..8]}` 撤销；用 `reviewkit prisma --list db_excluded.automation` 列出；此后导入的记录照常待判断").In(session.Language));
            return 0;
        });
    }
}

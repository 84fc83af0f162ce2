using ReviewKit.Records;
using ReviewKit.Screening;
using ReviewKit.Screening.Assist;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

/// <summary>Asks a language model of review.yaml for its opinion on what waits: the only command that does.</summary>
static class AssistCommand
{
    /// <summary>After so many answers in a row that did not come, the others would not come either.</summary>
    const int MostFailures = 3;

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "assist", new("Ask a language model for a second opinion, which counts nowhere and is shown to who has judged", "请语言模型给出参考意见：不计入任何统计，仅在判断之后显示"),
            "reviewkit assist --dry-run", "reviewkit assist --limit 50", "reviewkit assist --reviewer qwen --stage title-abstract");
        var who = verb.Option<string?>("--reviewer", "R", new("a reviewer of review.yaml with kind: model; default: the only one", "review.yaml 中 kind: model 的评阅人；默认为唯一的一个"));
        var only = verb.Option<string?>("--stage", "S", new("the stage; default: the first", "阶段；默认第一个"));
        var limit = verb.Option<int?>("--limit", "N", new("at most so many reports; default: all that wait and have no opinion yet", "最多询问的篇数；默认为全部尚无意见的待判断报告"));
        var allow = verb.Option<string?>("--allow-host", "HOST", new("another machine that records may be sent to; default: none but this one", "允许把记录发送到的其他主机；默认仅限本机"));
        var patience = verb.Option<int?>("--timeout", "SECONDS", new("how long one answer may take; default: 120", "每个回答最多等待的秒数；默认 120"));
        var dry = verb.Option<bool>("--dry-run", null, new("print what would be sent for the first report, and send nothing", "只显示将为第一篇发送的内容，不发送"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var stage = Decisions.StageOf(review, parsed.GetValue(only));
            var reviewer = Model(review, parsed.GetValue(who));
            var reports = Opinions.Wanting(review, stage, reviewer.Id).Take(parsed.GetValue(limit) ?? int.MaxValue).ToList();
            if (reports.Count == 0)
            {
                session.Print($"nothing waits at {stage.Name.En} of which {reviewer.Id} has said nothing", $"{stage.Name.Zh}阶段没有待 {reviewer.Id} 给出意见的报告");
                return 0;
            }
            if (parsed.GetValue(dry))
            {
                session.Print($"POST {reviewer.Model!.Url}/chat/completions  {reviewer.Model.Model}  temperature {reviewer.Model.Temperature.ToString(System.Globalization.CultureInfo.InvariantCulture)}  ({reports.Count})\n");
                session.Print(ModelPrompt.Of(review.Protocol, stage, Report(review, reports[0])).ToString());
                return 0;
            }
            // Neither review.yaml nor the command line may have the key: both are kept and shown.
            var key = Environment.GetEnvironmentVariable(reviewer.Model!.KeyVariable ?? "REVIEWKIT_MODEL_KEY") is { Length: > 0 } set ? set : null;
            using var seat = new ModelSeat(reviewer, parsed.GetValue(allow), key, TimeSpan.FromSeconds(Math.Max(1, parsed.GetValue(patience) ?? 120)));
            return Ask(session, review, stage, seat, reports);
        });
    }

    static Reviewer Model(Review review, string? named)
    {
        var models = review.Protocol.Reviewers.Where(reviewer => reviewer.Model is not null).ToList();
        if (models.Count == 0)
            throw new ReviewKitException("review.yaml has no model: add to reviewers: { id: qwen, kind: model, url: \"http://127.0.0.1:11434/v1\", model: qwen2.5 }", "review.yaml 中没有模型：请在 reviewers 中加入 { id: qwen, kind: model, url: \"http://127.0.0.1:11434/v1\", model: qwen2.5 }");
        return models.Find(reviewer => named is null ? models.Count == 1 : reviewer.Id == named)
            ?? throw new ReviewKitException($"which model? --reviewer {string.Join(" | ", models.Select(reviewer => reviewer.Id))}", $"请指明模型：--reviewer {string.Join(" | ", models.Select(reviewer => reviewer.Id))}");
    }

    static Record Report(Review review, string report)
    {
        var merged = MergedRecord.Of(Reports.Group(review, report)).Record;
        merged.Id = report;
        return merged;
    }

    static int Ask(Session session, Review review, Stage stage, ModelSeat seat, List<string> reports)
    {
        var (asked, without, failed, inARow) = (0, 0, 0, 0);
        using (var progress = new Progress(session.Error, "assist"))
            foreach (var report in reports)
            {
                try
                {
                    if (seat.Ask(review, stage, Report(review, report)).Verdict is null) without++;
                    inARow = 0;
                    progress.Tick(++asked, (double)asked / reports.Count);
                }
                catch (ReviewKitException silent)
                {
                    failed++;
                    session.Tell(silent.Said);
                    if (++inARow == MostFailures) break;
                }
            }
        session.Print($"{asked} opinions, {without} of them no verdict; {failed} times no answer. None of them is a verdict; each is shown to who has judged the report",
            $"{asked} 条意见，其中 {without} 条不是有效判断；{failed} 次没有回答。意见不作为判断，仅向已判断该报告的人显示");
        return failed > 0 ? 1 : 0;
    }
}

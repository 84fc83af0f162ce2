using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class DecideCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "decide", new("Include or exclude one record or report, or all that --where chooses", "对一条记录或一篇报告作出判断，或对 --where 选出的全部报告"),
            "reviewkit decide r4k7m2xq include", "reviewkit decide exclude --reason topic --where \"year < 2010 and not set:S2\" --dry-run", "reviewkit decide WOS:000412345600001 exclude --stage full-text --reason quality --as li");
        var words = verb.Argument<string[]>("[ID] VERDICT", new("ReviewKit's id or the beginning of it, the file's own id, file:number, or a DOI; then include, exclude or maybe; with --where no id", "ReviewKit 编号（可只写开头）、文件自带编号、文件:序号或 DOI；然后是 include（纳入）、exclude（排除）或 maybe（不确定）；用 --where 时不写编号"), System.CommandLine.ArgumentArity.OneOrMore);
        var stage = verb.Option<string?>("--stage", "S", new("a stage of review.yaml; default: the first while the report waits there, or the one the reason belongs to", "review.yaml 中的阶段；默认为第一阶段（报告仍在该阶段时），或理由所属的阶段"));
        var reviewer = verb.Option<string?>("--reviewer", "R", new("who decides; `consensus` settles a conflict; default: --as, else your user name", "判断者；`consensus` 表示协商结果；默认取 --as，否则用户名"));
        var reason = verb.Option<string?>("--reason", "ID", new("a reason of the stage; needed for an exclusion at full text; default: none", "该阶段的理由；全文排除时必填；默认无"));
        var note = verb.Option<string?>("--note", "TEXT", new("a remark; default: none", "备注；默认无"));
        var where = verb.Option<string?>("--where", "EXPR", BulkDecisions.WhereHelp);
        var dry = verb.Option<bool>("--dry-run", null, new("with --where: list them and decide nothing", "与 --where 同用：只列出，不判断"));
        var sure = verb.Option<bool>("--yes", null, new("with --where: also when they are many", "与 --where 同用：数量很多时也执行"));
        var again = verb.Option<bool>("--again", null, new("with --where: also those the reviewer has judged already", "与 --where 同用：包括该评阅人已判断的"));
        return verb.Does((session, parsed) =>
        {
            var given = parsed.GetValue(words)!;
            var expression = parsed.GetValue(where);
            if (given.Length != (expression is null ? 2 : 1))
                throw expression is null ? new ReviewKitException("give one record and a verdict: reviewkit decide r4k7m2xq include", "请给出一条记录和判断：reviewkit decide r4k7m2xq include")
                    : new ReviewKitException("with --where give the verdict only: reviewkit decide exclude --where \"year < 2010\"", "使用 --where 时只写判断：reviewkit decide exclude --where \"year < 2010\"");
            var word = VerdictText.Parse(given[^1]) ?? throw new ReviewKitException(
                $"\"{given[^1]}\" is no verdict: include, exclude or maybe", $"“{given[^1]}”不是判断：应为 include、exclude 或 maybe");
            using var review = session.Open();
            var said = new Said(parsed.GetValue(stage), parsed.GetValue(reason), parsed.GetValue(reviewer), parsed.GetValue(note));
            if (expression is not null) return BulkDecisions.Run(session, review, word, said, expression, parsed.GetValue(sure), parsed.GetValue(dry), parsed.GetValue(again));
            var entry = Decisions.Decide(review, given[0], word, said);
            var body = EventJson.Read<DecisionBody>(entry);
            var stageName = review.Protocol.FindStage(body.Stage)!.Name;
            var now = PlaceText.Of(Reports.PlaceOf(review, body.Record), review.Protocol);
            var title = ReviewKit.Text.Width.Cut(Reports.Read(review, body.Record).Title ?? body.Record, 60);
            session.Print($"{word.Word()} at {stageName.En}: {title}", $"{stageName.Zh}：{PlaceText.Of(word).Zh}：{title}");
            session.Print($"now {now.En}; `reviewkit undo {entry.Id[..8]}` takes it back", $"现状：{now.Zh}；用 `reviewkit undo {entry.Id[..8]}` 撤销");
            if (review.Protocol.People.Count > 0 && body.Reviewer != LiveDecision.Consensus && !review.Protocol.People.Contains(body.Reviewer))
                session.Tell($"{body.Reviewer} is not one of reviewers in review.yaml: {string.Join(", ", review.Protocol.People)}; the verdict counts", $"{body.Reviewer} 不在 review.yaml 的 reviewers 中：{string.Join("、", review.Protocol.People)}；判断照常计入");
            return 0;
        });
    }
}

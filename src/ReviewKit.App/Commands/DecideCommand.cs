using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class DecideCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "decide", new("Include or exclude one record or report", "对一条记录或一篇报告作出判断"),
            "reviewkit decide r4k7m2xq include", "reviewkit decide WOS:000412345600001 exclude --stage full-text --reason quality --as li");
        var id = verb.Argument<string>("ID", new("ReviewKit's id or the beginning of it, the file's own id, file:number, or a DOI", "ReviewKit 编号（可只写开头）、文件自带编号、文件:序号或 DOI"));
        var verdict = verb.Argument<string>("VERDICT", new("include, exclude or maybe", "include（纳入）、exclude（排除）或 maybe（不确定）"));
        var stage = verb.Option<string?>("--stage", "S", new("a stage of review.yaml; default: the first while the report waits there, or the one the reason belongs to", "review.yaml 中的阶段；默认为第一阶段（报告仍在该阶段时），或理由所属的阶段"));
        var reviewer = verb.Option<string?>("--reviewer", "R", new("who decides; `consensus` settles a conflict; default: --as, else your user name", "判断者；`consensus` 表示协商结果；默认取 --as，否则用户名"));
        var reason = verb.Option<string?>("--reason", "ID", new("a reason of the stage; needed for an exclusion at full text; default: none", "该阶段的理由；全文排除时必填；默认无"));
        var note = verb.Option<string?>("--note", "TEXT", new("a remark; default: none", "备注；默认无"));
        return verb.Does((session, parsed) =>
        {
            var word = VerdictText.Parse(parsed.GetValue(verdict)) ?? throw new ReviewKitException(
                $"\"{parsed.GetValue(verdict)}\" is no verdict: include, exclude or maybe", $"“{parsed.GetValue(verdict)}”不是判断：应为 include、exclude 或 maybe");
            using var review = session.Open();
            var entry = Decisions.Decide(review, parsed.GetValue(id)!, word, new Said(parsed.GetValue(stage), parsed.GetValue(reason), parsed.GetValue(reviewer), parsed.GetValue(note)));
            var body = EventJson.Read<DecisionBody>(entry);
            var stageName = review.Protocol.FindStage(body.Stage)!.Name;
            var now = PlaceText.Of(Reports.PlaceOf(review, body.Record), review.Protocol);
            var title = ReviewKit.Text.Width.Cut(Reports.Read(review, body.Record).Title ?? body.Record, 60);
            session.Print($"{word.Word()} at {stageName.En}: {title}", $"{stageName.Zh}：{PlaceText.Of(word).Zh}：{title}");
            session.Print($"now {now.En}; `reviewkit undo {entry.Id[..8]}` takes it back", $"现状：{now.Zh}；用 `reviewkit undo {entry.Id[..8]}` 撤销");
            return 0;
        });
    }
}

using ReviewKit.App.Terminal;
using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class ScreenCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "screen", new("Judge reports one after the other, on the whole terminal", "在终端上逐篇判断报告"),
            "reviewkit screen", "reviewkit screen --stage full-text --reviewer li");
        var stage = verb.Option<string?>("--stage", "S", new("a stage of review.yaml; default: the first at which something waits for you", "review.yaml 中的阶段；默认为第一个有你待判断报告的阶段"));
        var reviewer = verb.Option<string?>("--reviewer", "R", new("who decides; default: --as, else your user name", "判断者；默认取 --as，否则用户名"));
        var order = verb.Option<string?>("--order", "O", new("ranked (the likeliest first, learnt from your verdicts), unranked (as imported), random or newest; default: as review.yaml says for the stage", "ranked（按你的判断学习，最可能的在前）、unranked（按导入顺序）、random（随机）或 newest（最新在前）；默认按 review.yaml 中该阶段的设置"));
        order.AcceptOnlyFromAmong(OrderOptions.Orders);
        var opens = verb.Option<bool>("--no-open", null, new("never start another program; `o` then shows the address only", "不启动其他程序；按 o 只显示地址"));
        var options = ScreenOptions.AddTo(verb);
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var by = parsed.GetValue(reviewer) ?? review.Author.Person;
            using var queue = Queue(review, parsed.GetValue(stage), by, at => OrderOptions.Of(at, session.Seed) is var said && parsed.GetValue(order) is { } chosen ? said with { Order = chosen } : said);
            if (!Screen.IsThere || !ReferenceEquals(session.Output, Console.Out)) new ScreenPrompts(queue, session.Input, session.Output, session.Language).Run();
            else
            {
                using var screen = new Screen(options(parsed));
                var view = new ScreeningScreen(queue, session.Language, new ScreenOutside(parsed.GetValue(opens) ? null : ScreenOutside.OpenBySystem, screen.Copy, screen.Recolour, screen.Wake));
                screen.Run(view.Draw, view.Handle, view.Idle);
            }
            session.Print($"{queue.Decided} judged at {queue.Stage.Name.En}, {queue.WaitingCount} left", $"{queue.Stage.Name.Zh}阶段已判断 {queue.Decided} 篇，剩余 {queue.WaitingCount} 篇");
            return 0;
        });
    }

    static ScreeningQueue Queue(Review review, string? stage, string reviewer, Func<Stage, OrderOptions> order)
    {
        if (stage is not null || review.Protocol.Stages.Count == 0) return Of(Decisions.StageOf(review, stage));
        foreach (var known in review.Protocol.Stages)
        {
            var queue = Of(known);
            if (queue.WaitingCount > 0) return queue;
            queue.Dispose();
        }
        return Of(review.Protocol.Stages[0]);

        ScreeningQueue Of(Stage at) => new(review, at, reviewer, order(at));
    }
}

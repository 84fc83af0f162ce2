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
        var options = ScreenOptions.AddTo(verb);
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var by = parsed.GetValue(reviewer) ?? review.Author.Person;
            var queue = Queue(review, parsed.GetValue(stage), by);
            if (!Screen.IsThere || !ReferenceEquals(session.Output, Console.Out))
                throw new ReviewKitException("screen needs a terminal", "screen 需要终端");
            using (var screen = new Screen(options(parsed)))
            {
                var view = new ScreeningScreen(queue, session.Language, new ScreenOutside(null, screen.Copy));
                screen.Run(view.Draw, view.Handle, view.Idle);
            }
            session.Print($"{queue.Decided} judged at {queue.Stage.Name.En}, {queue.WaitingCount} left", $"{queue.Stage.Name.Zh}阶段已判断 {queue.Decided} 篇，剩余 {queue.WaitingCount} 篇");
            return 0;
        });
    }

    static ScreeningQueue Queue(Review review, string? stage, string reviewer)
    {
        if (stage is not null || review.Protocol.Stages.Count == 0) return new ScreeningQueue(review, Decisions.StageOf(review, stage), reviewer);
        ScreeningQueue? first = null;
        foreach (var known in review.Protocol.Stages)
        {
            var queue = new ScreeningQueue(review, known, reviewer);
            if (queue.WaitingCount > 0) return queue;
            first ??= queue;
        }
        return first!;
    }
}

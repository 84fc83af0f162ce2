using ReviewKit.App.Terminal;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>`screen` where there is no terminal: each report as text, the verdict as a line.</summary>
sealed class ScreenPrompts(ScreeningQueue queue, TextReader input, TextWriter output, Language language)
{
    const int Columns = 100;

    /// <summary>Until nothing is left, or the lines end.</summary>
    public void Run()
    {
        var highlights = Highlights.Of(queue.Review);
        while (queue.Current is { } id)
        {
            Say($"-- {queue.Decided + 1}/{queue.Decided + queue.WaitingCount}: {queue.Stage.Name.En}, {queue.Reviewer}", $"-- {queue.Decided + 1}/{queue.Decided + queue.WaitingCount}：{queue.Stage.Name.Zh}，{queue.Reviewer}");
            foreach (var line in new ScreenReport(queue.Review, queue.Stage, queue.Reviewer, id, highlights).Lines(Columns, Look.Plain, language))
                output.WriteLine(string.Concat(line.Select(part => part.Text)).TrimEnd());
            Ask();
            if (input.ReadLine() is not { } answer)
            {
                output.WriteLine();
                return;
            }
            if (answer.Trim() == "q") return;
            try
            {
                Answer(answer.Trim());
            }
            catch (ReviewKitException mendable)
            {
                output.WriteLine(mendable.Said.In(language));
            }
        }
        Say($"nothing is left for {queue.Reviewer} at {queue.Stage.Name.En}", $"{queue.Stage.Name.Zh}阶段没有 {queue.Reviewer} 待判断的报告了");
    }

    void Ask()
    {
        var reasons = queue.Stage.Reasons;
        for (var i = 0; i < Math.Min(reasons.Count, ScreenSide.ReasonKeys.Length); i++) output.WriteLine($"  {ScreenSide.ReasonKeys[i]}  {reasons[i].Name.In(language)}");
        output.Write(new Message("include (i), exclude (e, or e and the sign of a reason: e 1), maybe (m), later (n), undo (u), quit (q)? ",
            "纳入（i）、排除（e，或加理由的代号：e 1）、不确定（m）、稍后（n）、撤销（u）、退出（q）？").In(language));
    }

    void Answer(string answer)
    {
        switch (answer.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["i"]: Judge(Verdict.Include, null); break;
            case ["m"]: Judge(Verdict.Maybe, null); break;
            case ["e"]: Judge(Verdict.Exclude, null); break;
            case ["e", { Length: 1 } key] when ScreenSide.ReasonKeys.IndexOf(key[0]) is >= 0 and var at && at < queue.Stage.Reasons.Count: Judge(Verdict.Exclude, queue.Stage.Reasons[at].Id); break;
            case ["n"]: queue.Skip(); break;
            case ["u"]:
                if (!queue.Undo()) Say("nothing to take back", "没有可撤销的步骤");
                break;
            default: Say("expected i, e, e and a reason, m, n, u or q", "请输入 i、e、e 加理由代号、m、n、u 或 q"); break;
        }
    }

    void Judge(Verdict verdict, string? reason) => queue.Decide([queue.Current!], verdict, reason);

    void Say(string en, string zh) => output.WriteLine(new Message(en, zh).In(language));
}

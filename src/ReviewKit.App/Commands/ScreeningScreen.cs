using System.Globalization;
using ReviewKit.App.Terminal;
using ReviewKit.Prisma;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>`screen`: one report in full, what the review asks beside it, and a verdict by a key.</summary>
sealed partial class ScreeningScreen
{
    public const int LeastWidth = 80, LeastHeight = 24;

    // The titles of more would be felt when the screen opens.
    const int MostRead = 5000;

    readonly ScreeningQueue queue;
    readonly Language language;
    readonly Highlights highlights;
    readonly FlowTally tally;
    readonly TextPane pane = new((_, _) => []);
    readonly ScreenSide side;
    readonly IReadOnlyList<Binding> bindings, hints;
    readonly ScreenOutside outside;
    ScreenReport? report;
    Panel? panel;
    Action? later;
    readonly NearIdentical twins;
    bool isDone, isTrouble, wasRanked, isApart;
    int conflicts;
    string said = "";

    public ScreeningScreen(ScreeningQueue queue, Language language, ScreenOutside outside)
    {
        (this.queue, this.language, this.outside) = (queue, language, outside);
        highlights = Highlights.Of(Review);
        tally = new FlowTally(Review);
        twins = NearIdentical.Of(Review, inBackground: queue.WaitingCount > MostRead);
        wasRanked = queue.IsRanked;
        side = new ScreenSide(Review.Protocol, queue.Stage, highlights, language);
        bindings = [.. Bindings()];
        hints = [.. bindings.Where(binding => binding.Label.Length > 0)];
        Show();
        if (highlights.Trouble is { } trouble) Say(trouble, isTrouble: true);
        if (queue.Decided == 0) Welcome();
    }

    Review Review => queue.Review;

    string In(Message message) => message.In(language);

    /// <summary>One key. What the user can mend is said on the screen.</summary>
    public bool Handle(Key key)
    {
        try
        {
            if (key == Key.Wake)
            {
                var work = later;
                later = null;
                work?.Invoke();
            }
            else if (panel is { IsOpen: true } open) open.Handle(key);
            else
            {
                (said, isTrouble) = ("", false);
                if (bindings.FirstOrDefault(binding => binding.Is(key)) is { } bound) bound.Do();
                else pane.Handle(key.Name switch { "j" => new Key("Down"), "k" => new Key("Up"), _ => key });
            }
        }
        catch (ReviewKitException mendable)
        {
            Say(mendable.Said, isTrouble: true);
        }
        return !isDone;
    }

    /// <summary>What another program has written meanwhile is taken in.</summary>
    /// <returns>True when there is something new to draw.</returns>
    public bool Idle()
    {
        var isRanked = queue.IsRanked;
        var hasBecome = isRanked && !wasRanked;
        wasRanked = isRanked;
        if (hasBecome) Say(new($"from the next report on: {queue.Order.En}", $"从下一篇起：{queue.Order.Zh}"));
        if (!queue.Refresh()) return hasBecome;
        tally.CountAnew();
        var was = report;
        Show(keepsPlace: true);
        if (was is not null && report?.Id == was.Id && was.Mine is null && report.Mine is { } mine)
            Say(new($"judged just now in another window: {report.Said(mine).En}; a verdict here replaces it", $"刚在另一窗口作出判断：{report.Said(mine).Zh}；在此判断将取代它"));
        return true;
    }

    void Say(Message message, bool isTrouble = false) => (said, this.isTrouble) = (In(message), isTrouble);

    /// <summary>Work that will be felt in a large review, done once what it is has been drawn.</summary>
    void Later(Message what, Action work)
    {
        if (outside.Wake is not { } wake || queue.WaitingCount + queue.Decided <= MostRead)
        {
            work();
            return;
        }
        Say(what);
        later = work;
        wake();
    }

    /// <summary>Reads the current report anew.</summary>
    void Show(bool keepsPlace = false)
    {
        var isSame = keepsPlace && report?.Id == queue.Current;
        if (!isSame) isApart = false;
        report = queue.Current is { } id ? Read(id) : null;
        if (report is null) conflicts = queue.Lists.Conflicts().Count;
        var shown = report;
        if (isSame) pane.Renew((width, look) => shown?.Lines(width, look, language) ?? []);
        else pane.Compose = (width, look) => shown?.Lines(width, look, language) ?? [];
    }

    ScreenReport Read(string id)
    {
        var read = new ScreenReport(Review, queue.Stage, queue.Reviewer, id, highlights) { IsTogether = !isApart };
        if (queue.IsWaiting(id)) read.Twins = [.. twins.To(id, read.Record).Where(queue.IsWaiting)];
        return read;
    }

    public void Draw(Surface surface)
    {
        if (surface.Width < LeastWidth || surface.Height < LeastHeight)
        {
            var line = In(new($"This window has {surface.Width} x {surface.Height} cells; screening needs {LeastWidth} x {LeastHeight}. Make it larger, or q to leave.",
                $"窗口为 {surface.Width} x {surface.Height}，筛选界面需要 {LeastWidth} x {LeastHeight}。请放大窗口，或按 q 退出。"));
            var lines = TextFlow.Wrap([new(line)], surface.Width, surface.Look.Width);
            for (var y = 0; y < lines.Count; y++) surface.Put(0, y, lines[y]);
            return;
        }
        var theme = surface.Look.Theme;
        var sideWidth = ScreenSide.WidthFor(surface.Width);
        var body = surface.Part(0, 1, surface.Width, surface.Height - 3);
        Head(surface.Part(0, 0, surface.Width, 1));
        var left = surface.Width - sideWidth - 2;
        if (report is null) Finished(body.Part(1, 0, left - 1, body.Height));
        else pane.Draw(body.Part(1, 0, left - 1, body.Height));
        for (var y = 0; y < body.Height; y++) body.Put(left, y, surface.Look.Borders.Down, theme.Faint);
        side.Draw(body.Part(left + 2, 0, sideWidth - 1, body.Height), tally, report);
        surface.Put(1, surface.Height - 2, surface.Look.Width.Cut(said.Length > 0 ? said : Standing(), surface.Width - 2), said.Length == 0 ? theme.Faint : isTrouble ? theme.Bad : theme.Good);
        var keys = hints;
        if (panel is { IsOpen: true } open)
        {
            open.Draw(body);
            if (open.Keys.Count > 0) keys = open.Keys;
        }
        Hints.Draw(surface.Part(0, surface.Height - 1, surface.Width, 1), keys);
    }

    void Head(Surface line)
    {
        var (theme, width) = (line.Look.Theme, line.Look.Width);
        line.Fill(theme.Bar);
        var all = queue.Decided + queue.WaitingCount;
        var left = $"{In(queue.Stage.Name)}  {queue.Reviewer}  {In(queue.IsVisiting ? new("looking back", "回看") : new($"{Math.Min(all, queue.Decided + 1)} of {all}", $"第 {Math.Min(all, queue.Decided + 1)}/{all} 篇"))}";
        if (queue.Shown is { Rank: { } rank } && !queue.IsVisiting) left += In(new($"  rank {rank}", $"  排名 {rank}"));
        var right = In(new($"{queue.WaitingCount} left", $"剩余 {queue.WaitingCount}")) + (queue.Pace.For(queue.WaitingCount) is { } time && queue.WaitingCount > 0 ? In(new($", about {Spoken(time).En}", $"，约 {Spoken(time).Zh}")) : "")
            + (all > 0 ? $"  {(100.0 * queue.Decided / all).ToString("0", CultureInfo.InvariantCulture)} %" : "");
        line.Put(1, 0, width.Cut(left, Math.Max(0, line.Width - width.OfText(right) - 4)), theme.Bar);
        line.Put(line.Width - 1 - width.OfText(right), 0, right, theme.Key);
    }

    /// <summary>A duration as a person would say it: "40 min", "3 h 10 min", "12 h".</summary>
    static Message Spoken(TimeSpan time)
    {
        var minutes = (int)Math.Ceiling(time.TotalMinutes);
        if (minutes < 60) return new($"{minutes} min", $"{minutes} 分钟");
        var (hours, rest) = (minutes / 60, minutes % 60 / 10 * 10);
        return hours >= 10 || rest == 0 ? new($"{hours} h", $"{hours} 小时") : new($"{hours} h {rest} min", $"{hours} 小时 {rest} 分钟");
    }

    /// <summary>What is so of the report on the screen, where nothing else is to be said.</summary>
    string Standing()
    {
        if (report is null) return "";
        if (IsConflict) return In(new("Two reviewers disagree: i, e or m settles it; Esc goes back", "评阅人意见不一：按 i、e 或 m 解决；Esc 返回"));
        if (report.Mine is { } mine) return In(new($"your verdict: {PlaceText.Of(VerdictText.Parse(mine.Verdict)!.Value).En}; i, e or m changes it, Esc goes back", $"你的判断：{PlaceText.Of(VerdictText.Parse(mine.Verdict)!.Value).Zh}；按 i、e 或 m 修改，Esc 返回"));
        if (!queue.IsVisiting) return In(queue.OnlyCount is { } only ? new($"only {filter}: {only} left (F ends it); {queue.Order.En}", $"只筛选 {filter}：剩余 {only}（F 结束）；{queue.Order.Zh}") : queue.Order);
        var place = PlaceText.Of(report.Place, Review.Protocol);
        return In(new($"now {place.En}; Esc goes back", $"现状：{place.Zh}；Esc 返回"));
    }

    bool IsConflict => report?.Place is { Name: "conflict" } place && place.Stage == queue.Stage.Id;

    void Finished(Surface surface)
    {
        Message[] lines = queue.Decided == 0 && tally["db_screened"] == 0
            ? [new("No records are here yet.", "这里还没有记录。"), new("`reviewkit import` brings database exports in; q leaves.", "用 `reviewkit import` 导入数据库导出文件；按 q 退出。")]
            : [queue.OnlyCount == 0 && queue.WaitingCount > 0 ? new("Nothing is left of those you chose: F shows all again.", "所选报告已全部判断：按 F 恢复全部。") : new("Nothing is left for you at this stage.", "本阶段没有你待判断的报告了。"),
                .. queue.Desk.Owing.Count > 0 ? (Message[])[new($"The calibration round waits for {string.Join(", ", queue.Desk.Owing)}.", $"校准轮等待：{string.Join("、", queue.Desk.Owing)}。")] : [],
                new($"You have judged {queue.Decided}. Every verdict is saved.", $"你已判断 {queue.Decided} 篇，均已保存。"),
                .. conflicts > 0 ? (Message[])[new($"{conflicts} in conflict: C settles them.", $"有 {conflicts} 篇意见不一：按 C 解决。")] : [],
                new("h past decisions   A agreement   q leave", "h 已作判断   A 一致性   q 退出")];
        for (var i = 0; i < lines.Length; i++)
            surface.Put(0, 1 + i, surface.Look.Width.Cut(In(lines[i]), surface.Width), i == 0 ? surface.Look.Theme.Strong : default);
    }
}

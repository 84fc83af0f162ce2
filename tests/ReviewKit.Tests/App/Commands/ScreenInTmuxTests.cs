using System.Text;
using ReviewKit.Tests.App.Terminal;

namespace ReviewKit.Tests.App.Commands;

/// <summary>A small review from the first record to the agreement, by two reviewers in a real terminal (tmux), each with the other's window open.</summary>
public sealed class ScreenInTmuxTests : IDisposable
{
    readonly CommandLine line = new();

    static readonly (string Title, string Abstract, string Author)[] Records =
    [
        ("市民参与智慧城市规划的路径：以三个社区为例", "本文访谈了三个社区的市民，考察他们如何参与智慧城市的规划。", "林语"),
        ("Citizens in the smart city: a survey of planning meetings", "We asked citizens of two smart cities about planning meetings.", "Example, A."),
        ("A simulation of traffic lights in a smart city", "Signals are timed by simulation. No people were asked.", "Example, B."),
        ("智慧城市交通信号的仿真", "对交通信号进行了仿真。", "陈例"),
    ];

    [Fact]
    public void Two_reviewers_screen_undo_change_a_verdict_settle_a_conflict_and_agree()
    {
        Begin();
        using (var li = new Tmux(line.Folder, 80, 24, Screen("li", "zh")))
        {
            li.Wait("按回车键开始");
            li.Press("Enter");
            Golden.Equal("screen/tmux-zh-80x24.txt", li.Wait(screen => screen.Contains("第 1/4 篇", StringComparison.Ordinal) && !screen.Contains("按回车键开始", StringComparison.Ordinal)));
            // Verdicts on all four; one taken back and said again, one changed afterwards.
            li.Press("i", "i", "u");
            li.Wait("已撤销");
            li.Press("i", "1", "1");
            li.Wait("本阶段没有你待判断的报告了");
            li.Press("h", "End", "Enter");
            li.Wait("你的判断：纳入");
            li.Press("m");
            li.Wait("不确定：市民参与");
            li.Resize(60, 20);
            li.Wait("筛选界面需要 80 x 24");
            li.Resize(160, 50);
            li.Wait("排除的记录");
            li.Press("q");
            Assert.Equal("0", li.Ended());
        }
        using (var wang = new Tmux(line.Folder, 160, 50, Screen("wang", "en")))
        {
            wang.Wait("Enter begins");
            wang.Press("Enter");
            Golden.Equal("screen/tmux-en-160x50.txt", wang.Wait(screen => screen.Contains("1 of 4", StringComparison.Ordinal) && !screen.Contains("Enter begins", StringComparison.Ordinal)));
            wang.Press("i", "2", "1", "1");
            wang.Wait("1 in conflict: C settles them.");
            wang.Press("C", "Enter");
            wang.Wait("li: include");
            wang.Press("i");
            wang.Wait("Settle as include: whose word is it?");
            wang.Press("1");
            wang.Wait("include: Citizens in the smart city");
            wang.Press("A");
            Golden.Equal("screen/tmux-agreement-en-160x50.txt", wang.Wait("agree in 75.0 %"));
            // An Esc and a key right behind it are Alt and that key.
            wang.Press("Escape");
            wang.Wait(screen => !screen.Contains("agree in", StringComparison.Ordinal));
            wang.Press("q");
            Assert.Equal("0", wang.Ended());
        }
        line.Good("check", "-C", "r");
        Assert.Contains("waiting at Full text: 2", line.Good("status", "-C", "r"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_windows_of_one_reviewer_lose_nothing_and_show_each_others_verdicts()
    {
        Begin();
        var second = Directory.CreateDirectory(Path.Combine(line.Folder, "second")).FullName;
        using var a = new Tmux(line.Folder, 80, 24, Screen("li", "en"));
        using var b = new Tmux(second, 80, 24, Screen("li", "en").Replace("-C r", "-C ../r", StringComparison.Ordinal));
        foreach (var window in (Tmux[])[a, b])
        {
            window.Wait("Enter begins");
            window.Press("Enter");
        }
        a.Press("i");
        b.Wait("judged just now in another window: li: include");
        b.Press("e");
        b.Wait("2 of 4");
        b.Press("q");
        a.Press("q");
        Assert.Equal(("0", "0"), (a.Ended(), b.Ended()));
        line.Good("check", "-C", "r");
        Assert.Contains("li: 1 decided at title-abstract", line.Good("status", "-C", "r"), StringComparison.Ordinal);
    }

    static string Screen(string who, string language) => $"screen -C r --as {who} --lang {language} --order unranked --now 2026-01-31T12:00:00Z --theme dark --ambiguous narrow";

    void Begin()
    {
        line.Good("new", "r");
        line.Write("r/review.yaml", Encoding.UTF8.GetBytes(ScreenSample.Protocol));
        line.Write("r/queries/query.yaml", Encoding.UTF8.GetBytes(TestReview.Query));
        line.Write("r/exports/a.ris", string.Concat(Records.Select((row, i) => $"TY  - JOUR\nTI  - {row.Title}\nAU  - {row.Author}\nJO  - Invented Journal\nPY  - {2016 + i}\nAB  - {row.Abstract}\nER  - \n\n")));
        line.Good("import", "-C", "r");
    }

    public void Dispose() => line.Dispose();
}

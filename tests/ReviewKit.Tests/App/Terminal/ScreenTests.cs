namespace ReviewKit.Tests.App.Terminal;

/// <summary>`dedup --review` in a real terminal (tmux): what it shows, and that the terminal is as before however it ends.</summary>
public sealed class ScreenTests : IDisposable
{
    readonly CommandLine line = new();

    [Fact]
    public void The_screen_is_drawn_answered_resized_and_left()
    {
        using var tmux = Start();
        Golden.Equal("dedup-review/tmux-zh-80x24.txt", tmux.Wait("? 帮助"));
        tmux.Resize(60, 20);
        tmux.Wait(screen => screen.Contains("\n A 《城市季刊（虚构）》2018年征稿启事", StringComparison.Ordinal) && screen.TrimEnd('\n').Split('\n').Length == 20);
        tmux.Press("n");
        tmux.Wait("已全部过完");
        Assert.Contains("不是同一篇报告", line.Good("history", "exports/a.ris:1", "-C", "r", "--lang", "zh"), StringComparison.Ordinal);
        tmux.Press("q");
        Assert.Equal("0", tmux.Ended());
    }

    [Theory]
    [InlineData("TERM", "143")]
    [InlineData("HUP", "129")]
    [InlineData("INT", "130")]
    [InlineData("QUIT", "131")]
    public void A_signal_ends_it_with_128_and_its_number(string signal, string code)
    {
        using var tmux = Start();
        tmux.Wait("? 帮助");
        Tmux.Run("kill", "-" + signal, $"{tmux.ProcessId}");
        Assert.Equal(code, tmux.Ended());
    }

    /// <summary>A review with one question, and the walk through it.</summary>
    Tmux Start()
    {
        line.Good("new", "r");
        line.Write("r/exports/a.ris", string.Concat(((string[])["2", "12"]).Select(issue => $"""
            TY  - JOUR
            TI  - 《城市季刊（虚构）》2018年征稿启事
            JO  - 城市季刊（虚构）
            PY  - 2018
            VL  - 37
            IS  - {issue}
            AB  - 《城市季刊（虚构）》欢迎有关智慧城市、数字政务与基层治理的研究，尤其欢迎采用新方法、新数据的稿件；来稿请注明作者单位与联系方式。
            ER  -

            """)));
        line.Good("import", "-C", "r");
        return new Tmux(line.Folder, 80, 24, "dedup --review --lang zh -C r");
    }

    public void Dispose() => line.Dispose();
}

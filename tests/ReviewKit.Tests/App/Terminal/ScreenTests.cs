using System.Diagnostics;

namespace ReviewKit.Tests.App.Terminal;

/// <summary>`dedup --review` in a real terminal (tmux): what it shows, and that the terminal is as before however it ends.</summary>
public sealed class ScreenTests : IDisposable
{
    readonly CommandLine line = new();
    readonly string socket = $"reviewkit-{Guid.NewGuid():N}";

    string PathOf(string name) => Path.Combine(line.Folder, name);

    [Fact]
    public void The_screen_is_drawn_answered_resized_and_left()
    {
        Start(80, 24);
        var first = Wait(screen => screen.Contains("? 帮助", StringComparison.Ordinal));
        Golden.Equal("dedup-review/tmux-zh-80x24.txt", first);
        Tmux("resize-window", "-t", "t", "-x", "60", "-y", "20");
        Wait(screen => screen.Contains("\n A 《城市季刊（虚构）》2018年征稿启事", StringComparison.Ordinal) && screen.TrimEnd('\n').Split('\n').Length == 20);
        Tmux("send-keys", "-t", "t", "n");
        Wait(screen => screen.Contains("已全部过完", StringComparison.Ordinal));
        Assert.Contains("不是同一篇报告", line.Good("history", "exports/a.ris:1", "-C", "r", "--lang", "zh"), StringComparison.Ordinal);
        Tmux("send-keys", "-t", "t", "q");
        Assert.Equal("0", Ended());
    }

    [Theory]
    [InlineData("TERM", "143")]
    [InlineData("HUP", "129")]
    [InlineData("INT", "130")]
    [InlineData("QUIT", "131")]
    public void A_signal_ends_it_with_128_and_its_number(string signal, string code)
    {
        Start(80, 24);
        Wait(screen => screen.Contains("? 帮助", StringComparison.Ordinal));
        Run("kill", "-" + signal, File.ReadAllText(PathOf("pid")).Trim());
        Assert.Equal(code, Ended());
    }

    /// <summary>A review with one question, and a shell that starts the walk and notes how the terminal was before and after.</summary>
    void Start(int width, int height)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows() && IsThere("tmux"), "tmux is not installed");
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
        File.WriteAllText(PathOf("walk.sh"), $"""
            stty -a | grep -v rows > before
            sh -c 'echo $$ > pid; exec dotnet "{Path.Combine(AppContext.BaseDirectory, "ReviewKit.App.dll")}" dedup --review --lang zh -C r 2> errors'
            echo $? > code
            stty -a | grep -v rows > after
            echo done > ended
            exec sleep 600
            """.ReplaceLineEndings("\n"));
        Tmux("-f", "/dev/null", "new-session", "-d", "-s", "t", "-x", $"{width}", "-y", $"{height}", "-c", line.Folder, "sh walk.sh");
    }

    /// <summary>The exit code, once the terminal was found as it had been.</summary>
    string Ended()
    {
        Until(() => File.Exists(PathOf("ended")), "the program did not end");
        Assert.Equal(File.ReadAllText(PathOf("before")), File.ReadAllText(PathOf("after")));
        Assert.Equal("0 1", Tmux("display-message", "-p", "-t", "t", "#{alternate_on} #{cursor_flag}").Trim());
        return File.ReadAllText(PathOf("code")).Trim();
    }

    string Wait(Func<string, bool> shows)
    {
        var screen = "";
        Until(() => shows(screen = Tmux("capture-pane", "-t", "t", "-p")), "never shown; the screen was:\n", () => screen);
        return screen;
    }

    // How long it takes says nothing here: the machine may be busy.
    static void Until(Func<bool> holds, string trouble, Func<string>? seen = null)
    {
        for (var i = 0; i < 1200; i++)
        {
            if (holds()) return;
            Thread.Sleep(100);
        }
        Assert.Fail(trouble + seen?.Invoke());
    }

    string Tmux(params string[] args) => Run("tmux", ["-u", "-L", socket, .. args]);

    static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    static string Run(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    public void Dispose()
    {
        if (IsThere("tmux")) Tmux("kill-server");
        line.Dispose();
    }
}

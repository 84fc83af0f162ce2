using System.Diagnostics;

namespace ReviewKit.Tests.App.Terminal;

/// <summary>A real terminal (tmux) with a command in it; how the terminal was before and after is noted.</summary>
sealed class Tmux : IDisposable
{
    readonly string socket = $"reviewkit-{Guid.NewGuid():N}";
    readonly string folder;

    /// <param name="command">What follows `reviewkit`.</param>
    public Tmux(string folder, int width, int height, string command)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows() && IsThere("tmux"), "tmux is not installed");
        this.folder = folder;
        foreach (var left in (string[])["ended", "pid", "code", "before", "after"]) File.Delete(PathOf(left));
        File.WriteAllText(PathOf("walk.sh"), $"""
            stty -a | grep -v rows > before
            sh -c 'echo $$ > pid; exec dotnet "{Path.Combine(AppContext.BaseDirectory, "ReviewKit.App.dll")}" {command} 2> errors'
            echo $? > code
            stty -a | grep -v rows > after
            echo done > ended
            exec sleep 600
            """.ReplaceLineEndings("\n"));
        Do("-f", "/dev/null", "new-session", "-d", "-s", "t", "-x", $"{width}", "-y", $"{height}", "-c", folder, "sh walk.sh");
    }

    string PathOf(string name) => Path.Combine(folder, name);

    public int ProcessId => int.Parse(File.ReadAllText(PathOf("pid")), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Keys as tmux calls them.</summary>
    public void Press(params string[] keys)
    {
        foreach (var key in keys) Do("send-keys", "-t", "t", key);
    }

    public void Resize(int width, int height) => Do("resize-window", "-t", "t", "-x", $"{width}", "-y", $"{height}");

    public string Shown => Do("capture-pane", "-t", "t", "-p");

    /// <summary>The picture, once it is as wanted.</summary>
    public string Wait(Func<string, bool> shows)
    {
        var screen = "";
        Until(() => shows(screen = Shown), "never shown; the screen was:\n", () => screen);
        return screen;
    }

    public string Wait(string text) => Wait(screen => screen.Contains(text, StringComparison.Ordinal));

    /// <summary>The exit code, once the terminal was found as it had been.</summary>
    public string Ended()
    {
        Until(() => File.Exists(PathOf("ended")), "the program did not end");
        Assert.Equal(File.ReadAllText(PathOf("before")), File.ReadAllText(PathOf("after")));
        Assert.Equal("0 1", Do("display-message", "-p", "-t", "t", "#{alternate_on} #{cursor_flag}").Trim());
        return File.ReadAllText(PathOf("code")).Trim();
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

    string Do(params string[] args) => Run("tmux", ["-u", "-L", socket, .. args]);

    static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    public static string Run(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    public void Dispose() => Do("kill-server");
}

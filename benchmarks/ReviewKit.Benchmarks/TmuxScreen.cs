using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ReviewKit.Benchmarks;

/// <summary>`reviewkit screen` in a terminal that a program drives: tmux in control mode, which tells of every write as it comes.</summary>
sealed class TmuxScreen : IDisposable
{
    const int Patience = 120_000, Quiet = 30;

    readonly string socket = $"reviewkit-bench-{Guid.NewGuid():N}";
    readonly Process control;
    readonly BlockingCollection<long> writes = [];

    public TmuxScreen(string folder, int width, int height, params string[] options)
    {
        var command = $"exec dotnet '{Path.Combine(AppContext.BaseDirectory, "ReviewKit.App.dll")}' screen -C '{folder}' --as bench --theme dark --ambiguous narrow {string.Join(' ', options)}";
        Run("-f", "/dev/null", "new-session", "-d", "-s", "t", "-x", $"{width}", "-y", $"{height}", "sleep 600");
        Run("set-option", "-g", "window-size", "manual");
        Run("resize-window", "-t", "t", "-x", $"{width}", "-y", $"{height}");
        control = Process.Start(Start(["-C", "attach", "-t", "t"], redirectsInput: true))!;
        control.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("%output", StringComparison.Ordinal) == true) writes.Add(Stopwatch.GetTimestamp());
        };
        control.BeginOutputReadLine();
        Thread.Sleep(300);
        while (writes.TryTake(out _)) { }
        Run("respawn-pane", "-k", "-t", "t", command);
        Started = Stopwatch.GetTimestamp();
    }

    public static bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "tmux")));

    public long Started { get; }

    /// <summary>The program's process.</summary>
    public int Id => int.Parse(Run("display-message", "-p", "-t", "t", "#{pane_pid}"), CultureInfo.InvariantCulture);

    public string Shown => Run("capture-pane", "-p", "-t", "t");

    /// <summary>Milliseconds from the start of the program until its picture has a text.</summary>
    public double Until(string text)
    {
        for (var waited = Stopwatch.StartNew(); waited.ElapsedMilliseconds < Patience; Thread.Sleep(20))
            if (Shown.Contains(text, StringComparison.Ordinal)) return Stopwatch.GetElapsedTime(Started).TotalMilliseconds;
        throw new InvalidOperationException($"never shown: {text}\n{Shown}");
    }

    /// <summary>Sends a key, as tmux calls it.</summary>
    /// <returns>Milliseconds until the last of what it made the program write had come.</returns>
    public double Press(string key)
    {
        while (writes.TryTake(out _)) { }
        var sent = Send(key);
        if (!writes.TryTake(out var last, 5000)) throw new InvalidOperationException($"no answer to {key}\n{Shown}");
        while (writes.TryTake(out var next, Quiet)) last = next;
        return Stopwatch.GetElapsedTime(sent, last).TotalMilliseconds;
    }

    public long Send(string key)
    {
        var sent = Stopwatch.GetTimestamp();
        control.StandardInput.Write($"send-keys -t t {key}\n");
        control.StandardInput.Flush();
        return sent;
    }

    /// <summary>Processor time of the program so far, in milliseconds.</summary>
    public double ProcessorMilliseconds
    {
        get
        {
            using var process = Process.GetProcessById(Id);
            return process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    string Run(params string[] args)
    {
        using var process = Process.Start(Start(args, redirectsInput: false))!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    ProcessStartInfo Start(string[] args, bool redirectsInput)
    {
        var start = new ProcessStartInfo("tmux", ["-u", "-L", socket, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = redirectsInput, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    public void Dispose()
    {
        Run("kill-server");
        control.WaitForExit();
        control.Dispose();
        writes.Dispose();
    }
}

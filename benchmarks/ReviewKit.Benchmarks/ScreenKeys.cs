
namespace ReviewKit.Benchmarks;

/// <summary>From a key to the picture that answers it, through a real terminal; and what an idle screen costs.</summary>
static class ScreenKeys
{
    static readonly (int Width, int Height)[] Sizes = [(80, 24), (160, 50), (240, 70)];

    public static int Run(Arguments with) => Run(with.Number(0, 100_000), with.Option("--keys", 200));

    public static int Run(int count, int keys)
    {
        if (!TmuxScreen.IsThere)
        {
            Console.WriteLine("tmux is not installed: nothing measured");
            return 0;
        }
        using var folder = new TemporaryFolder();
        ScreenSpeed.Compose(folder.File("review"), count);
        var table = new Figures($"screen in tmux, {count} records", "opens ms", "scroll median", "scroll p95", "decide median", "decide p95", "idle cpu ms/s");
        foreach (var (width, height) in Sizes)
        {
            using var screen = new TmuxScreen(folder.File("review"), width, height, "--order", "ranked");
            var opened = screen.Until("? help");
            if (screen.Shown.Contains("Enter begins", StringComparison.Ordinal)) screen.Press("Enter");
            // An include and an exclude, so that there is something to learn from.
            screen.Press("i");
            screen.Press("e");
            for (var waited = 0; !screen.Shown.Contains("ranked by", StringComparison.Ordinal) && waited < 90; waited++) Thread.Sleep(1000);
            Console.WriteLine($"  ranked {System.Diagnostics.Stopwatch.GetElapsedTime(screen.Started).TotalSeconds:0.0} s after the start");
            var before = screen.ProcessorMilliseconds;
            Thread.Sleep(5000);
            var idle = (screen.ProcessorMilliseconds - before) / 5;
            var help = Measured(keys, i => screen.Press(i % 2 == 0 ? "?" : "Down"), i => { if (i % 2 == 1) screen.Press("Escape"); });
            var decide = Measured(keys, i => screen.Press(i % 3 == 0 ? "i" : "e"), _ => { });
            table.Row($"{width}x{height}", opened, help.Median, help.P95, decide.Median, decide.P95, idle);
        }
        return 0;
    }

    static (double Median, double P95) Measured(int keys, Func<int, double> press, Action<int> after)
    {
        var all = new List<double>();
        for (var i = 0; i < keys; i++)
        {
            all.Add(press(i));
            after(i);
        }
        all.Sort();
        return (all[keys / 2], all[Math.Min(keys - 1, keys * 95 / 100)]);
    }
}

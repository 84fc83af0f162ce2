using System.Diagnostics;
using Dapper;
using ReviewKit.Benchmarks.Demo;
using ReviewKit.Store;

namespace ReviewKit.Benchmarks;

/// <summary>Kills `reviewkit screen` after a key: what the screen had answered must be in the review, and `check` must have nothing to say.</summary>
static class KillScreen
{
    const int MostKeys = 12, Records = 300;

    static readonly (string Key, string Verdict)[] Verdicts = [("i", "include"), ("e", "exclude"), ("1", "exclude topic"), ("m", "maybe")];

    public static int Run(Arguments with) => Run(with.Number(0, 200));

    /// <param name="times">Kills; every second one does not wait for the answer, and may or may not have kept its last key.</param>
    public static int Run(int times)
    {
        if (!TmuxScreen.IsThere)
        {
            Console.WriteLine("tmux is not installed: nothing measured");
            return 0;
        }
        using var folder = new TemporaryFolder();
        var path = folder.File("review");
        ScreenSpeed.Compose(path, Records);
        var dice = new Dice("kill-screen");
        var (answered, lost, troubled) = (0, 0, 0);
        var said = new List<string>();
        for (var i = 0; i < times; i++)
        {
            var isAnswered = i % 2 == 0;
            var last = Kill(path, dice, said, isAnswered);
            var found = Decided(path);
            if (isAnswered) answered++;
            // Without the answer the last key may have come too late.
            if (!isAnswered && !found.SequenceEqual(said) && found.SequenceEqual(last)) said = [.. last];
            if (!found.SequenceEqual(said))
            {
                lost++;
                Console.WriteLine($"expected {string.Join(", ", said.TakeLast(5))} ({said.Count})\nfound    {string.Join(", ", found.TakeLast(5))} ({found.Count})");
                said = found;
            }
            if (i % 10 == 9 || i == times - 1)
                if (ReviewKit.App.Program.Run(["check"], TextWriter.Null, Console.Out, path) != 0) troubled++;
            if (said.Count > Records - 2 * MostKeys) said = Begin(path);
        }
        new Figures("kill-screen", "kills", "after the answer", "lost", "check fails").Row("a key, then kill -9", times, answered, lost, troubled);
        return lost + troubled;
    }

    /// <returns>What had been said before the last key.</returns>
    static List<string> Kill(string path, Dice dice, List<string> said, bool isAnswered)
    {
        using var screen = new TmuxScreen(path, 100, 30, "--order", "unranked");
        screen.Until("? help");
        if (screen.Shown.Contains("Enter begins", StringComparison.Ordinal)) screen.Press("Enter");
        var before = said.ToList();
        for (var left = 1 + dice.Next(MostKeys); left > 0; left--)
        {
            before = [.. said];
            var undoes = said.Count > 0 && dice.Next(5) == 0;
            var (key, verdict) = undoes ? ("u", "") : Verdicts[dice.Next(Verdicts.Length)];
            if (undoes) said.RemoveAt(said.Count - 1);
            else said.Add(verdict);
            if (left > 1 || isAnswered) screen.Press(key);
            else
            {
                screen.Send(key);
                Thread.Sleep(dice.Next(8));
            }
        }
        using var process = Process.GetProcessById(screen.Id);
        process.Kill();
        process.WaitForExit();
        return before;
    }

    static List<string> Decided(string path)
    {
        using var review = Review.Open(path, ComposedReview.Author);
        return [.. review.Connection.Query<string>("select verdict || coalesce(' ' || reason, '') from decision where live = 1 order by seq")];
    }

    static List<string> Begin(string path)
    {
        Directory.Delete(path, recursive: true);
        ScreenSpeed.Compose(path, Records);
        return [];
    }
}

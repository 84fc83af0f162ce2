using System.Diagnostics;
using ReviewKit.App.Commands;
using ReviewKit.App.Terminal;
using ReviewKit.Benchmarks.Composed;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Benchmarks;

/// <summary>What a person who screens waits for: the opening, and from a key to the picture that answers it, without the terminal itself.</summary>
static class ScreenSpeed
{
    static readonly (string Name, string[] Keys)[] Trials =
    [
        ("scroll", ["Down", "Up"]),
        ("decide, next record", ["i", "e", "1", "m", "2"]),
        ("undo, redo", ["u", "Ctrl+r"]),
        ("later, back", ["n", "p"]),
        ("a list, opened and left", ["Tab", "Esc"]),
        ("past decisions, opened and left", ["h", "Esc"]),
        ("the help, opened and left", ["?", "Esc"]),
        ("a note", ["t", "x", "Enter"]),
    ];

    public static int Run(Arguments with) => Run(with.Number(0, 100_000), 200);

    /// <param name="count">Records of the review.</param>
    /// <param name="times">Keys of each kind.</param>
    public static int Run(int count, int times)
    {
        using var folder = new TemporaryFolder();
        Compose(folder.File("review"), count);
        var table = new Figures($"screen, {count} records", "times", "median ms", "p95 ms", "longest ms", "cpu ms each");
        Review opened = null!;
        ScreeningQueue queue = null!;
        ScreeningScreen screen = null!;
        Row(table, "open, to the first picture", 1, _ =>
        {
            opened = Review.Open(folder.File("review"), ComposedReview.Author);
            queue = new ScreeningQueue(opened, opened.Protocol.Stages[0], "bench", OrderOptions.Of(opened.Protocol.Stages[0]) with { Order = "ranked" });
            screen = new ScreeningScreen(queue, Language.En, new ScreenOutside(null, _ => { }));
            Picture(screen);
        });
        Row(table, "until the model is built", 1, _ => { while (!queue.IsRanked) Thread.Sleep(5); });
        foreach (var key in (string[])["Enter", "i", "e"]) screen.Handle(key.Length == 1 ? Key.Of(key) : new Key(key));
        foreach (var (name, keys) in Trials)
            Row(table, name, times, i =>
            {
                var key = keys[i % keys.Length];
                screen.Handle(key.Length == 1 ? Key.Of(key) : new Key(key));
                Picture(screen);
            });
        Row(table, "search", 3, i =>
        {
            foreach (var key in (string[])["/", "x", "Enter", "Esc"]) screen.Handle(key.Length == 1 ? Key.Of(key) : new Key(key));
            Picture(screen);
        });
        var troubles = count <= 5_000 ? Check.Of(opened) : [];
        foreach (var trouble in troubles) Console.WriteLine(trouble.En);
        queue.Dispose();
        opened.Dispose();
        return troubles.Count > 0 ? 1 : 0;
    }

    /// <summary>A review in which all records wait at title and abstract.</summary>
    public static void Compose(string folder, int count)
    {
        using var review = ComposedReview.Create(folder);
        PaperFile.Find("ris").Write(Papers.Compose(count), Path.Combine(review.ExportsFolder, "composed.ris"));
        ComposedReview.Import(review, "composed.ris");
    }

    static void Picture(ScreeningScreen screen)
    {
        var surface = new Surface(240, 70, Look.Plain);
        screen.Draw(surface);
        _ = frame.To(surface);
    }

    static readonly Frame frame = new();

    static void Row(Figures table, string name, int times, Action<int> work)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var milliseconds = Enumerable.Range(0, times).Select(i =>
        {
            var watch = Stopwatch.StartNew();
            work(i);
            return watch.Elapsed.TotalMilliseconds;
        }).ToList();
        var used = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
        milliseconds.Sort();
        table.Row(name, times, milliseconds[times / 2], milliseconds[Math.Min(times - 1, times * 95 / 100)], milliseconds[^1], used / times);
    }
}

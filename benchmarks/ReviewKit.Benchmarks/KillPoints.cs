using System.Diagnostics;
using Dapper;
using ReviewKit.Benchmarks.Composed;
using ReviewKit.Benchmarks.Demo;
using ReviewKit.Dedup;
using ReviewKit.Query;
using ReviewKit.Store;

namespace ReviewKit.Benchmarks;

/// <summary>
/// Kills `reviewkit` at random moments of the commands that write most. Whatever the moment, the review must be as it was before the command or as it is after it,
/// and `reviewkit check` must have nothing to say.
/// </summary>
static class KillPoints
{
    const string LastFile = "composed.ris";

    sealed record Step(string Name, string[] Command, Action<Review> BeforeIt);

    static readonly Step[] Steps =
    [
        new("import", ["import"], review => { foreach (var file in PaperFile.All.Where(file => file.Name != LastFile)) ComposedReview.Import(review, file.Name); }),
        new("dedup", ["dedup"], review => ComposedReview.Import(review, LastFile)),
        new("query run", ["query", "run"], review => Merges.Run(review, Preset.Cautious)),
        new("decisions import", ["decisions", "import", "decisions.csv"], Decided),
    ];

    public static int Run(Arguments with) => Run(with.Number(0, 50), 8_000);

    /// <param name="times">Kills, in turn of each command.</param>
    /// <param name="count">Records of the review.</param>
    public static int Run(int times, int count)
    {
        using var folder = new TemporaryFolder();
        using (var review = ComposedReview.Create(folder.File("before")))
            Duplicated.Write(count, review.ExportsFolder);
        var table = new Figures("kill", "kills", "in its midst", "as before", "as after", "neither", "check fails", "whole ms");
        var wrong = 0;
        for (var i = 0; i < Steps.Length; i++)
        {
            using (var review = Review.Open(folder.File("before"), ComposedReview.Author)) Steps[i].BeforeIt(review);
            wrong += Row(table, Steps[i], folder, times / Steps.Length + (i < times % Steps.Length ? 1 : 0));
        }
        return wrong > 0 ? 1 : 0;
    }

    static int Row(Figures table, Step step, TemporaryFolder folder, int kills)
    {
        var before = Fingerprint(folder.File("before"));
        var whole = Stopwatch.StartNew();
        Killed(step, Copy(folder, "whole"), int.MaxValue);
        whole.Stop();
        var after = Fingerprint(folder.File("whole"));
        if (before == after) throw new InvalidOperationException($"{step.Name} changed nothing");
        var dice = new Dice("kill " + step.Name);
        var (amid, asBefore, asAfter, failed) = (0, 0, 0, 0);
        for (var i = 0; i < kills; i++)
        {
            if (Killed(step, Copy(folder, "killed"), dice.Next((int)whole.ElapsedMilliseconds))) amid++;
            var found = Fingerprint(folder.File("killed"));
            if (found == before) asBefore++;
            else if (found == after) asAfter++;
            else Console.WriteLine($"{step.Name} left {found}\n  before {before}\n  after  {after}");
            if (ReviewKit.App.Program.Run(["check"], TextWriter.Null, Console.Out, folder.File("killed")) != 0) failed++;
        }
        table.Row(step.Name, kills, amid, asBefore, asAfter, kills - asBefore - asAfter, failed, (int)whole.ElapsedMilliseconds);
        return kills - asBefore - asAfter + failed;
    }

    /// <returns>True when the process was still at work after that time; it is dead now in any case.</returns>
    static bool Killed(Step step, string review, int milliseconds)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = review, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "ReviewKit.App.dll"), .. step.Command]) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        // Read away what it says, or it would wait for a reader.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var isDone = process.WaitForExit(milliseconds);
        if (!isDone) process.Kill();
        process.WaitForExit();
        if (isDone && process.ExitCode != 0) throw new InvalidOperationException($"{step.Name} ended with {process.ExitCode}");
        return !isDone;
    }

    static string Copy(TemporaryFolder folder, string name)
    {
        var target = folder.File(name);
        if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        foreach (var file in Directory.EnumerateFiles(folder.File("before"), "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(target, Path.GetRelativePath(folder.File("before"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return target;
    }

    /// <summary>How many rows each table has, how many events of each kind, how many records at each place.</summary>
    static string Fingerprint(string folder)
    {
        using var review = Review.Open(folder, ComposedReview.Author);
        var tables = review.Connection.Query<string>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by 1").ToList();
        return string.Join(' ', [
            .. tables.Select(table => $"{table}={review.Connection.ExecuteScalar<long>($"select count(*) from {table}")}"),
            .. review.Connection.Query<string>("select kind || ':' || count(*) from event group by kind order by 1"),
            .. review.Connection.Query<string>("select place || coalesce('@' || stage, '') || ':' || count(*) from state group by place, stage order by 1"),
        ]);
    }

    static void Decided(Review review)
    {
        QueryRun.Of(review);
        ComposedReview.WriteDecisions(Path.Combine(review.Folder, "decisions.csv"), review.Connection.Query<string>("select record_id from state where place = 'awaiting' order by 1"));
    }
}

using ReviewKit.Benchmarks.Composed;
using ReviewKit.Benchmarks.Demo;
using ReviewKit.Dedup;
using ReviewKit.Formats;
using ReviewKit.Query;
using ReviewKit.Records;
using Rounds = ReviewKit.Query.Rounds;

namespace ReviewKit.Benchmarks;

/// <summary>Damaged files through reading and all that follows it. Each must be read or refused with a message; input number n is the same in every run.</summary>
static class Fuzzing
{
    const int Longest = 48_000, ShownCrashes = 10;
    // Of processor time, because the machine may be busy with other things.
    static readonly TimeSpan Slow = TimeSpan.FromSeconds(1), Hung = TimeSpan.FromMinutes(1);

    public static int Run(Arguments with) => Run(with.Number(0, 5_000), with.Option("--from", 0), with.Option("--keep"));

    /// <param name="count">Inputs.</param>
    /// <param name="from">Number of the first, to see one again.</param>
    /// <param name="keep">Where the last input is written to, to look at it; null for nowhere.</param>
    public static int Run(int count, int from, string? keep = null)
    {
        using var folder = new TemporaryFolder();
        var seeds = Seeds(folder);
        var rounds = new Rounds(TermQuery.Parse(QuerySpeed.Query, "query.yaml"));
        var loss = new SilentLoss(seeds.ConvertAll(seed => seed.Path));
        var (read, refused, crashed, lossy, slow, records, problems) = (0, 0, 0, 0, 0, 0, 0);
        for (var number = from; number < from + count; number++)
        {
            var dice = new Dice("fuzz", number);
            var (name, _, bytes) = dice.Pick(seeds);
            var mutations = Enumerable.Range(0, dice.Between(1, 3)).Select(_ => dice.Pick(Mutation.All)).ToList();
            foreach (var mutation in mutations) bytes = mutation.Change(bytes, dice, dice.Pick(seeds).Bytes);
            var path = folder.File("input" + Path.GetExtension(name));
            File.WriteAllBytes(path, bytes);
            if (keep is not null && number == from + count - 1) File.WriteAllBytes(keep, bytes);
            var before = Environment.CpuUsage.TotalTime;
            var reading = Task.Run(() => Outcome(path, rounds, loss));
            var what = $"input {number} ({name}: {string.Join(", ", mutations.Select(mutation => mutation.Name))})";
            while (!reading.Wait(Slow))
            {
                if (Environment.CpuUsage.TotalTime - before < Hung) continue;
                Console.WriteLine($"{what}: still reading after {Hung.TotalSeconds} s of processor time");
                return 1;
            }
            var used = Environment.CpuUsage.TotalTime - before;
            if (used > Slow) Console.WriteLine($"{what}: {used.TotalSeconds:0.0} s of processor time, the {++slow}. of more than {Slow.TotalSeconds} s");
            var (crash, found, odd, lost) = reading.Result;
            if (lost is not null && ++lossy <= ShownCrashes) Console.WriteLine($"{what}: \"{lost}\" is in no record, and no problem was reported");
            (records, problems) = (records + found, problems + odd);
            if (crash is ReviewKitException) refused++;
            else if (crash is null) read++;
            else if (++crashed <= ShownCrashes) Console.WriteLine($"{what}: {crash}");
        }
        var table = new Figures("fuzz", "inputs", "read", "refused", "crashed", "lossy", "slow", "records", "problems");
        table.Row($"from {seeds.Count} files", count, read, refused, crashed, lossy, slow, records, problems);
        return crashed > 0 ? 1 : 0;
    }

    static (Exception? Crash, int Records, int Problems, string? Lost) Outcome(string path, Rounds rounds, SilentLoss loss)
    {
        try
        {
            var file = SourceFile.Open(path, "input");
            var items = file.Read().ToList();
            var records = items.OfType<RecordItem>().Select(item => item.Record).ToList();
            for (var i = 0; i < records.Count; i++)
            {
                records[i].Id = RecordId.Of("input", i + 1);
                RecordJson.Read(RecordJson.Write(records[i]));
                rounds.Match(records[i]);
            }
            Deduplication.Of(records);
            return (null, records.Count, items.Count - records.Count, loss.Of(file, items));
        }
        catch (Exception crash)
        {
            return (crash, 0, 0, null);
        }
    }

    /// <summary>The shipped exports and the tests' fixtures, as far as they are here, and a composed file of each format that is written here.</summary>
    static List<(string Name, string Path, byte[] Bytes)> Seeds(TemporaryFolder folder)
    {
        var files = new List<string>();
        foreach (var file in PaperFile.All)
        {
            file.Write(Papers.Compose(16), folder.File(file.Name));
            files.Add(folder.File(file.Name));
        }
        foreach (var part in (string[])["exports", "tests/ReviewKit.Tests/Fixtures"])
            if (Repository.Root is { } root && Directory.Exists(Path.Combine(root, part)))
                files.AddRange(Directory.EnumerateFiles(Path.Combine(root, part), "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".expected.jsonl", StringComparison.Ordinal) && Path.GetExtension(path) != ".md").Order(StringComparer.Ordinal));
        return files.ConvertAll(path => (Path.GetFileName(path), path, File.ReadAllBytes(path) is { Length: > Longest } bytes ? bytes[..Longest] : File.ReadAllBytes(path)));
    }
}

using ReviewKit.Benchmarks.Accuracy;
using ReviewKit.Benchmarks.Composed;
using ReviewKit.Dedup;
using ReviewKit.Text;

namespace ReviewKit.Benchmarks;

/// <summary>Accuracy and wall time of deduplication, on sets that people labelled and on composed records whose duplicates are known.</summary>
static class DedupQuality
{
    public static int Run(Arguments with)
    {
        var folder = with.Option("--data");
        if (folder is not null && !Directory.Exists(folder)) throw new ArgumentException($"no folder {folder}");
        return Run(folder ?? Repository.Data, with.Option("--count", 100_000));
    }

    /// <param name="data">A folder with dedup/ in it; null where there is none.</param>
    /// <param name="count">Composed records.</param>
    /// <returns>1 when records of two reports were merged.</returns>
    public static int Run(string? data, int count)
    {
        var table = new Figures("dedup", "records", "duplicates", "TP", "FP", "FN", "F1", "exact groups", "wrong pairs", "missed pairs", "seconds", "cpu s", "peak MB");
        var wrong = 0;
        if (data is null) Console.WriteLine("labelled sets: no ../shared/data and no REVIEWKIT_DATA here, left out");
        else
        {
            foreach (var folder in Directory.EnumerateDirectories(Path.Combine(data, "dedup")).Where(folder => File.Exists(Path.Combine(folder, "duplicate_groups.csv"))).Order(StringComparer.Ordinal))
                wrong += Row(table, LabelledSet.Read(folder)).WrongPairs;
            if (Path.Combine(data, "dedup", "unit_cases", "test_cases.json") is var cases && File.Exists(cases)) wrong += Cases(cases);
        }
        using var scratch = new TemporaryFolder();
        wrong += Row(table, Duplicated.Compose(count, scratch.Path), Console.WriteLine).WrongPairs;
        return wrong > 0 ? 1 : 0;
    }

    static DedupScore Row(Figures table, LabelledSet set, Action<string>? say = null)
    {
        DedupResult result = null!;
        var measure = Measure.Of(() => result = Deduplication.Of(set.Records));
        var score = DedupScore.Of([.. set.Records.Select(record => record.Id)], result.Groups.Select(group => group.Records), set.Groups);
        table.Row(set.Name, set.Records.Count, set.Groups.Sum(group => group.Count - 1), score.TruePositives, score.FalsePositives, score.FalseNegatives, score.F1,
            $"{score.ExactGroups}/{score.TrueGroups}", score.WrongPairs, score.MissedPairs, measure.Seconds, measure.ProcessorSeconds, measure.PeakMegabytes);
        say?.Invoke(Missed(set, result));
        return score;
    }

    /// <summary>How many of the missed pairs are a Chinese and an English description of one paper, which only identifiers and places can join.</summary>
    static string Missed(LabelledSet set, DedupResult result)
    {
        var group = new Dictionary<string, int>();
        for (var i = 0; i < result.Groups.Count; i++)
            foreach (var id in result.Groups[i].Records) group[id] = i;
        var isHan = set.Records.ToDictionary(record => record.Id, record => Fold.HasHan(record.Title ?? ""));
        var (missed, across, asked) = (0, 0, 0);
        var questions = result.Questions.Select(question => (question.A, question.B)).ToHashSet();
        foreach (var ids in set.Groups)
            for (var i = 0; i < ids.Count; i++)
                for (var j = i + 1; j < ids.Count; j++)
                {
                    if (group.GetValueOrDefault(ids[i], -1) is >= 0 and var one && one == group.GetValueOrDefault(ids[j], -1)) continue;
                    missed++;
                    if (isHan[ids[i]] != isHan[ids[j]]) across++;
                    if (questions.Contains((ids[i], ids[j])) || questions.Contains((ids[j], ids[i]))) asked++;
                }
        return $"  of {missed} missed pairs {across} are across languages; {asked} are among the {result.Questions.Count} questions put to a person";
    }

    /// <returns>Pairs merged that must not be.</returns>
    static int Cases(string path)
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var pair in LabelledSet.ReadCases(path))
        {
            var isMerged = Deduplication.Of(pair.Records).Groups.Count > 0;
            if (isMerged == pair.Groups.Count > 0) right++;
            else if (isMerged) wrong++;
            else missed++;
        }
        Console.WriteLine($"unit_cases: {right} right, {wrong} merged that must not be, {missed} not merged");
        return wrong;
    }
}

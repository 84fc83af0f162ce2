using ReviewKit.Benchmarks.Accuracy;
using ReviewKit.Benchmarks.Bilingual;
using ReviewKit.Benchmarks.Composed;
using ReviewKit.Dedup;

namespace ReviewKit.Benchmarks;

/// <summary>The error rates of the presets that <see cref="PresetRates"/> tells the user: copy them there when the rules change.</summary>
static class DedupPresets
{
    static readonly string[] Reviews = ["cytology_screening", "stroke", "diabetes", "digital_work"];

    public static int Run(Arguments with)
    {
        var data = Path.Combine(with.Option("--data") ?? Repository.Data ?? throw new ArgumentException("no ../shared/data and no REVIEWKIT_DATA here"), "dedup");
        using var scratch = new TemporaryFolder();
        var sets = new (string Name, IReadOnlyList<LabelledSet> Sets)[]
        {
            ("labelled reviews", [.. Reviews.Select(name => LabelledSet.Read(Path.Combine(data, name)))]),
            ("pairs, train", [.. LabelledSet.ReadPairs(Path.Combine(data, "dblp_acm", "train.txt"))]),
            ("pairs, valid", [.. LabelledSet.ReadPairs(Path.Combine(data, "dblp_acm", "valid.txt"))]),
            ("bilingual", [BilingualSet.Compose(scratch.Path)]),
            ("composed", [Duplicated.Compose(20_000, scratch.Path)]),
        };
        var table = new Figures("presets", "preset", "records", "duplicates", "lost", "missed", "precision", "recall", "F1");
        foreach (var (name, parts) in sets)
            foreach (var preset in Enum.GetValues<Preset>())
            {
                var scores = parts.Select(set => DedupScore.Of([.. set.Records.Select(record => record.Id)],
                    Deduplication.Of(set.Records, new DedupOptions { Preset = preset }).Groups.Select(group => group.Records), set.Groups)).ToList();
                var (right, lost, missed) = (scores.Sum(score => score.TruePositives), scores.Sum(score => score.FalsePositives), scores.Sum(score => score.FalseNegatives));
                table.Row(name, preset, parts.Sum(set => set.Records.Count), right + missed, lost, missed,
                    (double)right / (right + lost), (double)right / (right + missed), 2.0 * right / (2 * right + lost + missed));
            }
        return 0;
    }
}

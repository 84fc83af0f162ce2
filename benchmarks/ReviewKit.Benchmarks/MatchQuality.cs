using ReviewKit.Benchmarks.Accuracy;
using ReviewKit.Enrichment;

namespace ReviewKit.Benchmarks;

/// <summary>How often a match by title, authors and year is right, on pairs that people labelled; the threshold was chosen without them.</summary>
static class MatchQuality
{
    static readonly double[] Thresholds = [.8, .85, MatchScore.Threshold, .95, 1];

    public static int Run(Arguments with)
    {
        var folder = with.Option("--data");
        if (folder is not null && !Directory.Exists(folder)) throw new ArgumentException($"no folder {folder}");
        return Run(folder ?? Repository.Data);
    }

    /// <param name="data">A folder with dedup/ in it; null where there is none.</param>
    public static int Run(string? data)
    {
        if (data is null)
        {
            Console.WriteLine("labelled pairs: no ../shared/data and no REVIEWKIT_DATA here, left out");
            return 0;
        }
        var table = new Figures("match by title", "threshold", "pairs", "same", "right", "wrong", "missed");
        (string Name, IEnumerable<LabelledSet> Pairs)[] sets =
        [
            ("pairs, train", LabelledSet.ReadPairs(Path.Combine(data, "dedup", "dblp_acm", "train.txt"))),
            ("pairs, valid", LabelledSet.ReadPairs(Path.Combine(data, "dedup", "dblp_acm", "valid.txt"))),
            ("unit cases", LabelledSet.ReadCases(Path.Combine(data, "dedup", "unit_cases", "test_cases.json"))),
        ];
        foreach (var (name, pairs) in sets)
        {
            var scored = pairs.Select(pair => (Score: MatchScore.Of(pair.Records[0], pair.Records[1]), IsSame: pair.Groups.Count > 0)).ToList();
            foreach (var threshold in Thresholds)
                table.Row(name, threshold, scored.Count, scored.Count(pair => pair.IsSame), scored.Count(pair => pair.IsSame && pair.Score >= threshold),
                    scored.Count(pair => !pair.IsSame && pair.Score >= threshold), scored.Count(pair => pair.IsSame && pair.Score < threshold));
        }
        return 0;
    }
}

namespace ReviewKit.Benchmarks.Accuracy;

/// <summary>How groups that were found compare with the true ones.</summary>
/// <param name="TruePositives">Duplicates that were removed: of each group found the first record in file order stays.</param>
/// <param name="FalsePositives">Records removed with which a report is lost: the last one of a true group, or one that stands alone.</param>
/// <param name="FalseNegatives">Duplicates that stay.</param>
/// <param name="ExactGroups">True groups that were found, no record more or less.</param>
/// <param name="WrongPairs">Pairs in a group found that are in no true group; a chain that record-level figures hide shows here.</param>
/// <param name="MissedPairs">Pairs of a true group in no group found.</param>
public sealed record DedupScore(int TruePositives, int FalsePositives, int FalseNegatives, int TrueGroups, int ExactGroups, int RightPairs, int WrongPairs, int MissedPairs)
{
    /// <summary>0..1; 1 where there was nothing to find and nothing was.</summary>
    public double F1 => 2 * TruePositives + FalsePositives + FalseNegatives is var all and > 0 ? 2.0 * TruePositives / all : 1;

    /// <param name="order">All ids in file order.</param>
    public static DedupScore Of(IReadOnlyList<string> order, IEnumerable<IReadOnlyList<string>> found, IReadOnlyList<IReadOnlyList<string>> truth)
    {
        var place = new Dictionary<string, int>();
        foreach (var id in order) place.Add(id, place.Count);
        var work = new Dictionary<string, int>();
        for (var i = 0; i < truth.Count; i++)
            foreach (var id in truth[i]) work[id] = i;
        var removed = new HashSet<string>();
        var (falsePositives, exact, right, wrong) = (0, 0, 0, 0);
        foreach (var group in found)
        {
            var sorted = group.OrderBy(id => place[id]).ToList();
            foreach (var id in sorted.Skip(1))
            {
                removed.Add(id);
                if (!work.ContainsKey(id)) falsePositives++;
            }
            var together = sorted.Where(work.ContainsKey).GroupBy(id => work[id], id => id).Sum(part => Pairs(part.Count()));
            right += together;
            wrong += Pairs(sorted.Count) - together;
            if (work.TryGetValue(sorted[0], out var only) && together == Pairs(sorted.Count) && truth[only].Count == sorted.Count) exact++;
        }
        var (truePositives, falseNegatives) = (0, 0);
        foreach (var group in truth)
        {
            var kept = group.Count(id => !removed.Contains(id));
            if (kept == 0) falsePositives++;
            truePositives += kept == 0 ? group.Count - 1 : group.Count - kept;
            falseNegatives += Math.Max(0, kept - 1);
        }
        return new DedupScore(truePositives, falsePositives, falseNegatives, truth.Count, exact, right, wrong, truth.Sum(group => Pairs(group.Count)) - right);
    }

    static int Pairs(int records) => records * (records - 1) / 2;
}

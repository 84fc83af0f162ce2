namespace ReviewKit.Dedup;

/// <summary>Groups of records, grown from the strongest pair on, in which every two members were checked: no chain through a record that agrees with both.</summary>
sealed class Clusters
{
    readonly int[] cluster;
    readonly List<int>[] members;

    public Clusters(int count)
    {
        cluster = [.. Enumerable.Range(0, count)];
        members = [.. Enumerable.Range(0, count).Select(i => new List<int> { i })];
    }

    public bool AreTogether(int a, int b) => cluster[a] == cluster[b];

    /// <summary>Names the clusters of two records, in one order whichever comes first.</summary>
    public (int, int) Pair(int a, int b) => cluster[a] < cluster[b] ? (cluster[a], cluster[b]) : (cluster[b], cluster[a]);

    /// <summary>Every cluster, those of one member too, members in order.</summary>
    public IEnumerable<IReadOnlyList<int>> All => members.Where(group => group.Count > 0).Select(group => (IReadOnlyList<int>)[.. group.Order()]);

    /// <summary>Two members or more, in order.</summary>
    public IEnumerable<IReadOnlyList<int>> Groups => members.Where(group => group.Count > 1).Select(group => (IReadOnlyList<int>)[.. group.Order()]);

    /// <summary>Joins the clusters of two records if every member of the one may stand with every member of the other.</summary>
    public bool Join(int a, int b, Func<int, int, bool> mayStandTogether)
    {
        var (from, to) = (cluster[a], cluster[b]);
        if (from == to) return true;
        foreach (var x in members[from])
            foreach (var y in members[to])
                if (!mayStandTogether(x, y)) return false;
        if (members[from].Count > members[to].Count) (from, to) = (to, from);
        foreach (var x in members[from]) cluster[x] = to;
        members[to].AddRange(members[from]);
        members[from] = [];
        return true;
    }
}

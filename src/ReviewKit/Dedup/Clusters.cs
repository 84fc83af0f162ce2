namespace ReviewKit.Dedup;

/// <summary>Groups of records, grown from the strongest pair on, in which every two members were checked: no chain through a record that agrees with both.</summary>
sealed class Clusters(int count)
{
    readonly int[] cluster = [.. Enumerable.Range(0, count)];

    // Only of clusters with two members or more: most records stay alone.
    readonly Dictionary<int, List<int>> members = [];

    public bool AreTogether(int a, int b) => cluster[a] == cluster[b];

    /// <summary>The cluster of a record, named by one of its members.</summary>
    public int Of(int record) => cluster[record];

    /// <summary>Names the clusters of two records, in one order whichever comes first.</summary>
    public (int, int) Pair(int a, int b) => cluster[a] < cluster[b] ? (cluster[a], cluster[b]) : (cluster[b], cluster[a]);

    public IReadOnlyList<int> MembersOf(int cluster) => members.TryGetValue(cluster, out var group) ? group : [cluster];

    /// <summary>Every cluster, those of one member too, members in order.</summary>
    public IEnumerable<IReadOnlyList<int>> All => Enumerable.Range(0, count).Where(i => cluster[i] == i).Select(i => (IReadOnlyList<int>)[.. MembersOf(i).Order()]);

    /// <summary>Two members or more, in order.</summary>
    public IEnumerable<IReadOnlyList<int>> Groups => All.Where(group => group.Count > 1);

    /// <summary>Joins the clusters of two records if every member of the one may stand with every member of the other.</summary>
    public bool Join(int a, int b, Func<int, int, bool> mayStandTogether)
    {
        var (from, to) = (cluster[a], cluster[b]);
        if (from == to) return true;
        foreach (var x in MembersOf(from))
            foreach (var y in MembersOf(to))
                if (!mayStandTogether(x, y)) return false;
        if (MembersOf(from).Count > MembersOf(to).Count) (from, to) = (to, from);
        if (!members.TryGetValue(to, out var group)) members[to] = group = [to];
        foreach (var x in MembersOf(from))
        {
            cluster[x] = to;
            group.Add(x);
        }
        members.Remove(from);
        return true;
    }
}

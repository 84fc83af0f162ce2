namespace ReviewKit.Graphs;

/// <summary>A division of the nodes of a network: each belongs to exactly one cluster, named 0 to Count - 1.</summary>
public sealed class Clustering
{
    readonly int[] clusterOf;

    /// <param name="clusterOf">The cluster of each node, not negative; numbers without a node are clusters that are empty.</param>
    public Clustering(IReadOnlyList<int> clusterOf)
    {
        this.clusterOf = [.. clusterOf];
        foreach (var cluster in this.clusterOf)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cluster, nameof(clusterOf));
            Count = Math.Max(Count, cluster + 1);
        }
    }

    public static Clustering Singletons(int nodeCount) => new([.. Enumerable.Range(0, nodeCount)]);

    public int NodeCount => clusterOf.Length;

    public int Count { get; }

    public int this[int node] => clusterOf[node];

    public int[] ToArray() => [.. clusterOf];

    /// <summary>Number of nodes of each cluster.</summary>
    public int[] Sizes()
    {
        var sizes = new int[Count];
        foreach (var cluster in clusterOf) sizes[cluster]++;
        return sizes;
    }

    /// <summary>The nodes of each cluster, in ascending order.</summary>
    public int[][] Clusters()
    {
        var sizes = Sizes();
        var clusters = Array.ConvertAll(sizes, size => new int[size]);
        Array.Clear(sizes);
        for (var node = 0; node < clusterOf.Length; node++)
        {
            var cluster = clusterOf[node];
            clusters[cluster][sizes[cluster]++] = node;
        }
        return clusters;
    }

    /// <summary>The same division with the empty clusters' numbers closed up.</summary>
    public Clustering WithoutEmpty()
    {
        var sizes = Sizes();
        var number = new int[Count];
        for (int cluster = 0, next = 0; cluster < Count; cluster++)
            if (sizes[cluster] > 0) number[cluster] = next++;
        return new Clustering(Array.ConvertAll(clusterOf, cluster => number[cluster]));
    }

    /// <summary>The same division numbered from the largest cluster to the smallest; equal ones keep their order; empty ones go.</summary>
    public Clustering OrderedBySize()
    {
        var sizes = Sizes();
        var order = Enumerable.Range(0, Count).OrderByDescending(cluster => sizes[cluster]).ToArray();
        var number = new int[Count];
        for (var i = 0; i < order.Length; i++) number[order[i]] = i;
        return new Clustering(Array.ConvertAll(clusterOf, cluster => number[cluster]));
    }

    /// <summary>This division made coarser: a node goes where its cluster went.</summary>
    /// <param name="ofClusters">A clustering whose nodes are this one's clusters.</param>
    public Clustering Merged(Clustering ofClusters) => new(Array.ConvertAll(clusterOf, cluster => ofClusters[cluster]));
}

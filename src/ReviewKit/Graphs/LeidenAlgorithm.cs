namespace ReviewKit.Graphs;

/// <summary>How <see cref="LeidenAlgorithm"/> runs; the defaults are those of VOSviewer and CWTS's networkanalysis.</summary>
public sealed record LeidenOptions
{
    /// <summary>Above 0; the higher, the more and smaller clusters.</summary>
    public double Resolution { get; init; } = 1;

    /// <summary>Runs from singletons, of which the best is kept.</summary>
    public int Starts { get; init; } = 10;

    /// <summary>Rounds of a run, each on the outcome of the one before.</summary>
    public int Iterations { get; init; } = 10;

    /// <summary>Above 0; how freely the refinement chooses.</summary>
    public double Randomness { get; init; } = 0.01;

    /// <summary>Clusters with fewer nodes are joined to the one they are linked to most; 1 joins none.</summary>
    public int MinimumClusterSize { get; init; } = 1;

    public long Seed { get; init; }
}

/// <summary>Finds clusters of high quality in the sense of <see cref="ConstantPottsModel"/>; unlike Louvain's, each is connected.</summary>
/// <remarks>Traag, Waltman &amp; Van Eck 2019, doi:10.1038/s41598-019-41695-z.</remarks>
public static class LeidenAlgorithm
{
    /// <param name="network">As VOSviewer does it: normalised by association strength.</param>
    /// <param name="options">Defaults where null.</param>
    /// <returns>Numbered from the largest cluster to the smallest.</returns>
    public static Clustering FindClustering(Network network, LeidenOptions? options = null)
    {
        options ??= new LeidenOptions();
        var best = BestOfStarts(network, options, (found, random) => Improve(network, found, options, random));
        return WithoutSmall(network, best.OrderedBySize(), options.MinimumClusterSize);
    }

    /// <summary>The best clustering of all starts, each improved so many times; the first of equals.</summary>
    internal static Clustering BestOfStarts(Network network, LeidenOptions options, Func<Clustering, JavaRandom, Clustering> improve)
    {
        var random = new JavaRandom(options.Seed);
        var best = Clustering.Singletons(network.NodeCount);
        var quality = double.NegativeInfinity;
        for (var start = 0; start < options.Starts; start++)
        {
            var found = Clustering.Singletons(network.NodeCount);
            for (var iteration = 0; iteration < options.Iterations; iteration++) found = improve(found, random);
            var reached = ConstantPottsModel.Quality(network, found, options.Resolution);
            if (reached > quality) (best, quality) = (found, reached);
        }
        return best;
    }

    static Clustering Improve(Network network, Clustering start, LeidenOptions options, JavaRandom random)
    {
        var clustering = FastLocalMoving.Improve(network, start, options.Resolution, random);
        if (clustering.Count >= network.NodeCount) return clustering;

        var refined = Refined(network, clustering, options, random);
        // A refinement into single nodes would reduce nothing; then the clusters themselves become the nodes.
        var wasSplit = refined.Count < network.NodeCount;
        var nodes = wasSplit ? refined : clustering;
        var clusterOfPart = new int[nodes.Count];
        for (var node = 0; node < network.NodeCount; node++) clusterOfPart[nodes[node]] = wasSplit ? clustering[node] : nodes[node];
        return nodes.Merged(Improve(network.Reduced(nodes), new Clustering(clusterOfPart), options, random));
    }

    static Clustering Refined(Network network, Clustering clustering, LeidenOptions options, JavaRandom random)
    {
        var refined = new int[network.NodeCount];
        var count = 0;
        foreach (var (nodes, part) in clustering.Clusters().Zip(network.Subnetworks(clustering)))
        {
            var parts = LocalMerging.FindClustering(part, options.Resolution, options.Randomness, random);
            for (var k = 0; k < nodes.Length; k++) refined[nodes[k]] = count + parts[k];
            count += parts.Count;
        }
        return new Clustering(refined);
    }

    /// <summary>From the smallest on, a small cluster joins the neighbour it is linked to most for that neighbour's weight; one without neighbours stays.</summary>
    static Clustering WithoutSmall(Network network, Clustering clustering, int minimumSize)
    {
        var given = clustering;
        var lonely = new HashSet<int>();
        while (true)
        {
            var clusters = clustering.Clusters();
            var smallest = Enumerable.Range(0, clustering.Count)
                .Where(cluster => clusters[cluster].Length < minimumSize && !lonely.Contains(clusters[cluster][0]))
                .OrderBy(cluster => clusters[cluster].Length).ThenByDescending(cluster => cluster).Cast<int?>().FirstOrDefault();
            if (smallest is not { } small) return ReferenceEquals(clustering, given) ? given : clustering.OrderedBySize();
            var reduced = network.Reduced(clustering);
            if (reduced.Degree(small) == 0)
            {
                lonely.Add(clusters[small][0]);
                continue;
            }
            var target = Enumerable.Range(0, reduced.Degree(small))
                .Select(i => (Cluster: reduced.NeighborsOf(small)[i], Link: reduced.EdgeWeightsOf(small)[i] / reduced.NodeWeights[reduced.NeighborsOf(small)[i]]))
                .OrderByDescending(pair => pair.Link).ThenBy(pair => pair.Cluster).First().Cluster;
            var merged = Enumerable.Range(0, clustering.Count).Select(cluster => cluster == small ? target : cluster).ToArray();
            clustering = clustering.Merged(new Clustering(merged)).WithoutEmpty();
        }
    }
}

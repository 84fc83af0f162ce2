namespace ReviewKit.Graphs;

/// <summary>Builds clusters up from single nodes, choosing at random among the merges that do not lose: the refinement phase of <see cref="LeidenAlgorithm"/>.</summary>
/// <remarks>Traag, Waltman &amp; Van Eck 2019, doi:10.1038/s41598-019-41695-z, supplementary algorithm A.2, lines 34-43 (MergeNodesSubset). Order and use of random numbers as in CWTS's networkanalysis.</remarks>
static class LocalMerging
{
    /// <param name="network">The part of a network that lies in one cluster.</param>
    /// <param name="resolution">Of the quality function.</param>
    /// <param name="randomness">Above 0; near 0 the best merge is nearly always taken.</param>
    /// <param name="random">Asked once for an order and once for each node that may merge.</param>
    public static Clustering FindClustering(Network network, double resolution, double randomness, JavaRandom random)
    {
        var n = network.NodeCount;
        if (n <= 1) return Clustering.Singletons(n);
        var clusterOf = Clustering.Singletons(n).ToArray();
        var weight = network.NodeWeights.ToArray();
        var total = network.TotalNodeWeight;
        var external = new double[n];
        for (var node = 0; node < n; node++) external[node] = network.Strength(node);
        var hasMembers = new bool[n];
        var linkTo = new double[n];
        var candidates = new List<int>();
        var chances = new List<double>();

        bool IsWellConnected(int cluster) => external[cluster] >= weight[cluster] * (total - weight[cluster]) * resolution;

        foreach (var node in random.NextPermutation(n))
        {
            // A cluster that others have joined stays: merges are never undone within a pass.
            if (hasMembers[node] || !IsWellConnected(node)) continue;
            weight[node] = 0;
            external[node] = 0;

            var neighbors = network.NeighborsOf(node);
            var links = network.EdgeWeightsOf(node);
            candidates.Clear();
            candidates.Add(node);
            for (var i = 0; i < neighbors.Length; i++)
            {
                var cluster = clusterOf[neighbors[i]];
                if (linkTo[cluster] == 0) candidates.Add(cluster);
                linkTo[cluster] += links[i];
            }

            // Chance proportional to exp(gain / randomness), summed up so that one random number picks.
            chances.Clear();
            var (best, gainOfBest, sum) = (node, 0.0, 0.0);
            foreach (var cluster in candidates)
            {
                if (IsWellConnected(cluster))
                {
                    var gain = linkTo[cluster] - network.NodeWeights[node] * weight[cluster] * resolution;
                    if (gain > gainOfBest) (best, gainOfBest) = (cluster, gain);
                    if (gain >= 0) sum += Exp(gain / randomness);
                }
                chances.Add(sum);
                linkTo[cluster] = 0;
            }

            var chosen = best;
            if (sum < double.PositiveInfinity)
            {
                var mark = sum * random.NextDouble();
                chosen = candidates[chances.FindIndex(chance => chance >= mark)];
            }
            weight[chosen] += network.NodeWeights[node];
            for (var i = 0; i < neighbors.Length; i++)
                external[chosen] += clusterOf[neighbors[i]] == chosen ? -links[i] : links[i];
            if (chosen == node) continue;
            clusterOf[node] = chosen;
            hasMembers[chosen] = true;
        }
        return new Clustering(clusterOf).WithoutEmpty();
    }

    /// <summary>(1 + x/256)^256. Not Math.Exp: the chances must be those of CWTS's program, and the same on every processor.</summary>
    static double Exp(double x)
    {
        if (x < -256) return 0;
        var power = 1 + x / 256;
        for (var i = 0; i < 8; i++) power *= power;
        return power;
    }
}

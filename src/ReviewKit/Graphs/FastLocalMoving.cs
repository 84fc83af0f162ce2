namespace ReviewKit.Graphs;

/// <summary>Moves single nodes to the cluster that gains most, until no node gains: the first phase of <see cref="LeidenAlgorithm"/>.</summary>
/// <remarks>Traag, Waltman &amp; Van Eck 2019, doi:10.1038/s41598-019-41695-z, supplementary algorithm A.2, lines 13-29 (MoveNodesFast). Order of visits, ties and use of random numbers as in CWTS's networkanalysis, so that a seed gives its clusters.</remarks>
static class FastLocalMoving
{
    public static Clustering Improve(Network network, Clustering start, double resolution, JavaRandom random)
    {
        var n = network.NodeCount;
        if (n <= 1) return start;
        var clusterOf = start.ToArray();
        var weight = new double[n];
        var size = new int[n];
        for (var node = 0; node < n; node++)
        {
            weight[clusterOf[node]] += network.NodeWeights[node];
            size[clusterOf[node]]++;
        }
        // Empty clusters on a stack, the lowest number on top: a node may always leave for one of its own.
        var empty = new Stack<int>(n);
        for (var cluster = n - 1; cluster >= 0; cluster--)
            if (size[cluster] == 0) empty.Push(cluster);

        var queue = new Queue<int>(random.NextPermutation(n));
        var waits = new bool[n];
        Array.Fill(waits, true);
        var linkTo = new double[n];
        var candidates = new List<int>();
        var moved = false;
        while (queue.TryDequeue(out var node))
        {
            var neighbors = network.NeighborsOf(node);
            var links = network.EdgeWeightsOf(node);
            var nodeWeight = network.NodeWeights[node];
            var old = clusterOf[node];
            weight[old] -= nodeWeight;
            if (--size[old] == 0) empty.Push(old);

            candidates.Clear();
            candidates.Add(empty.Peek());
            for (var i = 0; i < neighbors.Length; i++)
            {
                var cluster = clusterOf[neighbors[i]];
                if (linkTo[cluster] == 0) candidates.Add(cluster);
                linkTo[cluster] += links[i];
            }

            // The old cluster wins a tie, else two equal clusters could pass a node to and fro for ever.
            var best = old;
            var gainOfBest = linkTo[old] - nodeWeight * weight[old] * resolution;
            foreach (var cluster in candidates)
            {
                var gain = linkTo[cluster] - nodeWeight * weight[cluster] * resolution;
                if (gain > gainOfBest) (best, gainOfBest) = (cluster, gain);
                linkTo[cluster] = 0;
            }

            weight[best] += nodeWeight;
            size[best]++;
            if (best == empty.Peek()) empty.Pop();
            waits[node] = false;
            if (best == old) continue;

            clusterOf[node] = best;
            moved = true;
            // Only neighbours outside the new cluster can have lost by the move.
            foreach (var neighbor in neighbors)
                if (!waits[neighbor] && clusterOf[neighbor] != best)
                {
                    waits[neighbor] = true;
                    queue.Enqueue(neighbor);
                }
        }
        return moved ? new Clustering(clusterOf).WithoutEmpty() : start;
    }
}

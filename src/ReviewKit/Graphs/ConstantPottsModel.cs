namespace ReviewKit.Graphs;

/// <summary>The quality function of the clustering: links inside clusters, less what the size of the clusters lets expect.</summary>
public static class ConstantPottsModel
{
    /// <returns>(weight inside clusters, both directions and self-links, - resolution · sum of squared cluster weights) / (2W + self-links); the higher the better; 0 for a network without links.</returns>
    /// <remarks>Traag, Van Dooren &amp; Nesterov 2011, doi:10.1103/PhysRevE.84.016114. With normalised weights it is Waltman, Van Eck &amp; Noyons 2010, doi:10.1016/j.joi.2010.07.002.</remarks>
    public static double Quality(Network network, Clustering clustering, double resolution)
    {
        var inside = 0.0;
        var weights = new double[clustering.Count];
        for (var node = 0; node < network.NodeCount; node++)
        {
            var cluster = clustering[node];
            weights[cluster] += network.NodeWeights[node];
            var neighbors = network.NeighborsOf(node);
            var links = network.EdgeWeightsOf(node);
            for (var i = 0; i < neighbors.Length; i++)
                if (clustering[neighbors[i]] == cluster) inside += links[i];
        }
        var total = 2 * network.TotalEdgeWeight + network.SelfLinkWeight;
        if (total == 0) return 0;
        var quality = inside + network.SelfLinkWeight;
        foreach (var weight in weights) quality -= weight * weight * resolution;
        return quality / total;
    }
}

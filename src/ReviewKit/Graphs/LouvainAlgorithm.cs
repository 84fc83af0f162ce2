namespace ReviewKit.Graphs;

/// <summary>Finds clusters by moving nodes, then clusters as wholes, until nothing gains: older and plainer than <see cref="LeidenAlgorithm"/>; a cluster may fall into parts that are not linked.</summary>
/// <remarks>Blondel, Guillaume, Lambiotte &amp; Lefebvre 2008, doi:10.1088/1742-5468/2008/10/P10008, with the quality function of <see cref="ConstantPottsModel"/>.</remarks>
public static class LouvainAlgorithm
{
    /// <param name="network">As for <see cref="LeidenAlgorithm.FindClustering"/>.</param>
    /// <param name="options">Resolution, starts, iterations and seed count; defaults where null.</param>
    /// <returns>Numbered from the largest cluster to the smallest.</returns>
    public static Clustering FindClustering(Network network, LeidenOptions? options = null)
    {
        options ??= new LeidenOptions();
        return LeidenAlgorithm.BestOfStarts(network, options, (found, random) => Improve(network, found, options.Resolution, random)).OrderedBySize();
    }

    static Clustering Improve(Network network, Clustering start, double resolution, JavaRandom random)
    {
        var clustering = FastLocalMoving.Improve(network, start, resolution, random).WithoutEmpty();
        if (clustering.Count >= network.NodeCount) return clustering;
        return clustering.Merged(Improve(network.Reduced(clustering), Clustering.Singletons(clustering.Count), resolution, random));
    }
}

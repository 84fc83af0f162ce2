namespace ReviewKit.Graphs;

/// <summary>A network with the clusters and the places of its nodes.</summary>
/// <param name="Network">Weights as counted, not normalised.</param>
/// <param name="Clusters">Numbered from the largest, 0-based.</param>
/// <param name="Layout">In units of the mean distance of two nodes.</param>
public sealed record NetworkMap(Network Network, Clustering Clusters, Layout Layout)
{
    public static NetworkMap Of(Network network, NetworkMapOptions? options = null) => new(network, FindClusters(network, options), FindLayout(network, options));

    public static Clustering FindClusters(Network network, NetworkMapOptions? options = null)
    {
        options ??= new NetworkMapOptions();
        var (weighted, clustering) = (network.NormalizedByAssociationStrength(), options.Clustering);
        // With strengths as the weights of nodes, this resolution makes modularity of the Potts model.
        if (options.Quality == ClusterQuality.Modularity && network.TotalNodeWeight > 0)
            (weighted, clustering) = (network, clustering with { Resolution = clustering.Resolution / network.TotalNodeWeight });
        return options.Algorithm == ClusteringAlgorithm.Leiden ? LeidenAlgorithm.FindClustering(weighted, clustering) : LouvainAlgorithm.FindClustering(weighted, clustering);
    }

    public static Layout FindLayout(Network network, NetworkMapOptions? options = null)
    {
        options ??= new NetworkMapOptions();
        if (options.LayoutBy == LayoutAlgorithm.ForceAtlas2) return ForceAtlas2.Find(network, options.ForceAtlas2);
        return options.ComponentsApart ? ComponentLayout.Find(network, options.Vos) : VosLayout.Find(network.NormalizedByAssociationStrength(), options.Vos);
    }
}

namespace ReviewKit.Graphs;

/// <summary>A network with the clusters and the places of its nodes.</summary>
/// <param name="Network">Weights as counted, not normalised.</param>
/// <param name="Clusters">Numbered from the largest, 0-based.</param>
/// <param name="Layout">In units of the mean distance of two nodes.</param>
public sealed record NetworkMap(Network Network, Clustering Clusters, Layout Layout)
{
    /// <summary>Clusters and places as VOSviewer finds them: weights normalised by association strength first.</summary>
    public static NetworkMap Of(Network network, LeidenOptions? clustering = null, VosLayoutOptions? layout = null)
    {
        var normalized = network.NormalizedByAssociationStrength();
        return new NetworkMap(network, LeidenAlgorithm.FindClustering(normalized, clustering), VosLayout.Find(normalized, layout));
    }

    /// <summary>The same clusters, but with the components apart, for reading: see <see cref="ComponentLayout"/>. A connected network gets the same map either way.</summary>
    public static NetworkMap WithComponentsApart(Network network, LeidenOptions? clustering = null, VosLayoutOptions? layout = null) =>
        new(network, LeidenAlgorithm.FindClustering(network.NormalizedByAssociationStrength(), clustering), ComponentLayout.Find(network, layout));
}

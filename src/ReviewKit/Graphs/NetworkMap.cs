namespace ReviewKit.Graphs;

/// <summary>A network with the clusters and the places of its nodes.</summary>
/// <param name="Network">Weights as counted, not normalised.</param>
/// <param name="Clusters">Numbered from the largest, 0-based.</param>
/// <param name="Layout">Standardised.</param>
public sealed record NetworkMap(Network Network, Clustering Clusters, Layout Layout)
{
    /// <summary>Clusters and places as VOSviewer finds them: weights normalised by association strength first.</summary>
    public static NetworkMap Of(Network network, LeidenOptions? clustering = null, VosLayoutOptions? layout = null)
    {
        var normalized = network.NormalizedByAssociationStrength();
        return new NetworkMap(network, LeidenAlgorithm.FindClustering(normalized, clustering), VosLayout.Find(normalized, layout));
    }
}

namespace ReviewKit.CoWord;

/// <summary>How specific terms of texts are: a general term occurs with all others alike, a topical one with its own.</summary>
/// <remarks>The Kullback-Leibler distance of a term's co-occurrences from those of all terms together; VOSviewer's idea (van Eck &amp; Waltman 2011, arXiv:1109.2058), whose exact numbers are not published.</remarks>
public static class Relevance
{
    /// <returns>Of each term in the order of <paramref name="counts"/>; 0 for a term that occurs with no other.</returns>
    public static IReadOnlyList<double> Of(CoOccurrence counts)
    {
        var network = counts.Network;
        var total = 2 * network.TotalEdgeWeight;
        var relevance = new double[network.NodeCount];
        for (var term = 0; term < relevance.Length; term++)
        {
            var neighbors = network.NeighborsOf(term);
            var weights = network.EdgeWeightsOf(term);
            var strength = network.Strength(term);
            // A term does not occur with itself, so its own share is not to be expected either.
            var others = total - strength;
            for (var i = 0; i < neighbors.Length; i++)
            {
                var share = weights[i] / strength;
                relevance[term] += share * Math.Log(share / (network.Strength(neighbors[i]) / others));
            }
        }
        return relevance;
    }
}

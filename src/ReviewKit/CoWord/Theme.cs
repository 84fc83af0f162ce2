using ReviewKit.Graphs;

namespace ReviewKit.CoWord;

/// <summary>Where a theme stands in the strategic diagram: <see cref="Motor"/> has much of both, <see cref="Emerging"/> little of both.</summary>
public enum ThemeKind
{
    /// <summary>Central and dense: what drives the field.</summary>
    Motor,

    /// <summary>Central, not dense: what others build on.</summary>
    Basic,

    /// <summary>Dense, not central: a world of its own.</summary>
    Niche,

    /// <summary>Neither: on the way in, or out.</summary>
    Emerging,
}

/// <summary>What links count in Callon's measures.</summary>
public enum ThemeLink
{
    /// <summary>Callon's own: <see cref="Similarity.EquivalenceIndex"/>.</summary>
    Equivalence,

    /// <summary><see cref="Similarity.AssociationStrength"/>, as bibliometrix has it.</summary>
    Association,
}

/// <summary>A cluster of a map as a theme.</summary>
/// <param name="Cluster">From 1, as on the map.</param>
/// <param name="Terms">Most frequent first; the first names the theme.</param>
/// <param name="Centrality">10 times the sum of its links to terms of other themes.</param>
/// <param name="Density">100 times the sum of its own links, each once, over its number of terms.</param>
/// <param name="Kind">Against the medians of the themes that have links; on the median counts as above, without links as below.</param>
public sealed record Theme(int Cluster, IReadOnlyList<CoWordTerm> Terms, double Centrality, double Density, ThemeKind Kind)
{
    public string Label => Terms[0].Label;

    /// <summary>Sum over its terms: a record with two of them counts twice.</summary>
    public int Occurrences => Terms.Sum(term => term.Occurrences);

    /// <summary>The themes of a map, in the order of its clusters.</summary>
    /// <remarks>Callon, Courtial &amp; Laville 1991, doi:10.1007/BF02019280; quadrants after Cobo and others 2011, doi:10.1016/j.joi.2010.10.002. bibliometrix 4's numbers differ: it counts a link between themes for one of them only, and lets the diagonal into the density.</remarks>
    public static IReadOnlyList<Theme> Of(CoWordMap map, ThemeLink link = ThemeLink.Equivalence)
    {
        var links = map.Pairs.Select(pair => new Edge(pair.A.Rank - 1, pair.B.Rank - 1, link == ThemeLink.Equivalence ? pair.EquivalenceIndex : pair.AssociationStrength));
        var (centrality, density) = Callon(links, map.Map.Clusters);
        // Themes linked to nothing, often single keywords, would pull both medians to 0.
        var linked = Enumerable.Range(0, centrality.Length).Where(i => centrality[i] > 0 || density[i] > 0).ToList();
        var (middle, half) = (Median([.. linked.Select(i => centrality[i])]), Median([.. linked.Select(i => density[i])]));
        return
        [
            .. map.Terms.GroupBy(term => term.Cluster).OrderBy(cluster => cluster.Key).Select(cluster =>
            {
                var (c, d) = (centrality[cluster.Key - 1], density[cluster.Key - 1]);
                var kind = (c > 0 && c >= middle, d > 0 && d >= half) switch { _ when c <= 0 && d <= 0 => ThemeKind.Emerging, (true, true) => ThemeKind.Motor, (true, false) => ThemeKind.Basic, (false, true) => ThemeKind.Niche, _ => ThemeKind.Emerging };
                return new Theme(cluster.Key, [.. cluster], c, d, kind);
            }),
        ];
    }

    /// <summary>Callon's two measures of each cluster, by definition.</summary>
    /// <param name="links">Each pair of nodes once, with its index.</param>
    /// <param name="clusters">Of the nodes.</param>
    public static (double[] Centrality, double[] Density) Callon(IEnumerable<Edge> links, Clustering clusters)
    {
        var (centrality, density, sizes) = (new double[clusters.Count], new double[clusters.Count], clusters.Sizes());
        foreach (var (a, b, index) in links)
        {
            if (clusters[a] == clusters[b]) density[clusters[a]] += 100 * index / sizes[clusters[a]];
            else
            {
                // A link to another theme is external to both.
                centrality[clusters[a]] += 10 * index;
                centrality[clusters[b]] += 10 * index;
            }
        }
        return (centrality, density);
    }

    /// <summary>Of an even number the mean of the middle two; 0 of none.</summary>
    internal static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

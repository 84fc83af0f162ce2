namespace ReviewKit.Graphs;

/// <summary>How near the middle of a network a node stands.</summary>
public enum Circle { Core, Second, Marginal }

/// <summary>Core, second circle and margin of a network, by a rule that can be stated.</summary>
public static class Circles
{
    /// <summary>By k-cores: core is the innermost one; the second circle is what else has at least half of its k; the rest is marginal.</summary>
    public static Circle[] ByCoreness(Network network)
    {
        var coreness = Coreness(network);
        var innermost = coreness.Length == 0 ? 0 : coreness.Max();
        return Array.ConvertAll(coreness, k => k == 0 ? Circle.Marginal : k == innermost ? Circle.Core : 2 * k >= innermost ? Circle.Second : Circle.Marginal);
    }

    /// <summary>By total link strength: core is the strongest tenth of the nodes, the second circle what else belongs to the stronger half; equal ones go together, to the circle farther in.</summary>
    public static Circle[] ByStrength(Network network)
    {
        var strengths = Enumerable.Range(0, network.NodeCount).Select(network.Strength).ToArray();
        var sorted = strengths.OrderDescending().ToArray();
        return Array.ConvertAll(strengths, strength => strength == 0 ? Circle.Marginal : strength >= Weakest(0.1) ? Circle.Core : strength >= Weakest(0.5) ? Circle.Second : Circle.Marginal);

        double Weakest(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    /// <summary>The largest k for each node such that it belongs to a part of the network in which all have at least k links.</summary>
    /// <remarks>Batagelj &amp; Zaveršnik 2003, arXiv:cs/0310049: nodes are taken away by degree, the smallest first, from an array sorted by counting.</remarks>
    public static int[] Coreness(Network network)
    {
        var n = network.NodeCount;
        var degree = Enumerable.Range(0, n).Select(network.Degree).ToArray();
        var sorted = Enumerable.Range(0, n).OrderBy(node => degree[node]).ToArray();
        var place = new int[n];
        // Where the nodes of each degree begin.
        var first = new int[degree.Length == 0 ? 1 : degree.Max() + 2];
        for (var i = 0; i < n; i++)
        {
            place[sorted[i]] = i;
            first[degree[sorted[i]] + 1] = i + 1;
        }
        for (var k = 1; k < first.Length; k++) first[k] = Math.Max(first[k], first[k - 1]);
        for (var i = 0; i < n; i++)
        {
            var node = sorted[i];
            foreach (var neighbor in network.NeighborsOf(node))
            {
                if (degree[neighbor] <= degree[node]) continue;
                // It changes places with the first of its degree, and the lower degree begins to include it.
                var (from, to) = (place[neighbor], first[degree[neighbor]]);
                var other = sorted[to];
                (sorted[from], sorted[to], place[other], place[neighbor]) = (other, neighbor, from, to);
                first[degree[neighbor]]++;
                degree[neighbor]--;
            }
        }
        return degree;
    }
}

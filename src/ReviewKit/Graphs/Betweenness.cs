namespace ReviewKit.Graphs;

/// <summary>How often a node lies on the shortest ways between others.</summary>
public static class Betweenness
{
    /// <returns>Of each node: over all pairs of others, the share of their shortest ways (fewest links) that go through it; each pair once.</returns>
    /// <remarks>Brandes 2001, doi:10.1080/0022250X.2001.9990249: nodes times links steps. Over (n - 1)(n - 2) / 2 it is in 0..1.</remarks>
    public static double[] Of(Network network)
    {
        var n = network.NodeCount;
        var (between, ways, share, distance) = (new double[n], new double[n], new double[n], new int[n]);
        var met = new List<int>(n);
        for (var source = 0; source < n; source++)
        {
            Array.Fill(distance, -1);
            Array.Clear(ways);
            Array.Clear(share);
            met.Clear();
            met.Add(source);
            (distance[source], ways[source]) = (0, 1);
            for (var i = 0; i < met.Count; i++)
                foreach (var neighbor in network.NeighborsOf(met[i]))
                {
                    if (distance[neighbor] < 0)
                    {
                        distance[neighbor] = distance[met[i]] + 1;
                        met.Add(neighbor);
                    }
                    if (distance[neighbor] == distance[met[i]] + 1) ways[neighbor] += ways[met[i]];
                }
            // From the farthest back: what depends on a node is handed to those before it on the way.
            for (var i = met.Count - 1; i > 0; i--)
            {
                var node = met[i];
                foreach (var neighbor in network.NeighborsOf(node))
                    if (distance[neighbor] == distance[node] - 1) share[neighbor] += ways[neighbor] / ways[node] * (1 + share[node]);
                between[node] += share[node] / 2;
            }
        }
        return between;
    }
}

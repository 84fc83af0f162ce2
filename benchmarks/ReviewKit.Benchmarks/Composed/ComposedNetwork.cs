using ReviewKit.Graphs;

namespace ReviewKit.Benchmarks.Composed;

/// <summary>Networks of any size, the same ones every time, some nodes with far more links than others.</summary>
static class ComposedNetwork
{
    /// <param name="nodes">A multiple of the size of a group.</param>
    /// <param name="edges">Distinct pairs.</param>
    /// <param name="groupSize">Nodes of a group.</param>
    /// <param name="inside">Of ten links, those that stay inside a group.</param>
    public static Network Of(int nodes, int edges, int groupSize = 100, int inside = 8)
    {
        var random = new JavaRandom(nodes);
        var weights = new Dictionary<(int A, int B), int>(edges);
        while (weights.Count < edges)
        {
            // The square of a uniform number favours the first nodes of a group: the hubs.
            var a = random.NextInt(nodes / groupSize) * groupSize + Skewed(random, groupSize);
            var b = random.NextInt(10) < inside ? a / groupSize * groupSize + random.NextInt(groupSize) : random.NextInt(nodes);
            if (a != b) weights.TryAdd((Math.Min(a, b), Math.Max(a, b)), 1 + Skewed(random, 5));
        }
        return Network.OfEdges(nodes, weights.Select(pair => new Edge(pair.Key.A, pair.Key.B, pair.Value)));
    }

    static int Skewed(JavaRandom random, int bound) => (int)(Math.Pow(random.NextDouble(), 2) * bound);
}

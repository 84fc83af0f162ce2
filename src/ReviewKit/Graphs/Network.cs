namespace ReviewKit.Graphs;

/// <summary>An undirected weighted network that never changes, its neighbour lists one after the other in one array.</summary>
/// <remarks>The neighbours of node i are neighbors[first[i]] up to neighbors[first[i + 1] - 1], in ascending order after <see cref="OfEdges"/>. Each edge is kept twice, once in each direction; self-links only as a total.</remarks>
public sealed class Network
{
    readonly double[] nodeWeights;
    readonly int[] first;
    readonly int[] neighbors;
    readonly double[] edgeWeights;

    internal Network(double[] nodeWeights, int[] first, int[] neighbors, double[] edgeWeights, double selfLinkWeight)
    {
        this.nodeWeights = nodeWeights;
        this.first = first;
        this.neighbors = neighbors;
        this.edgeWeights = edgeWeights;
        SelfLinkWeight = selfLinkWeight;
    }

    public int NodeCount => nodeWeights.Length;

    /// <summary>Number of pairs that are linked.</summary>
    public int EdgeCount => neighbors.Length / 2;

    /// <summary>Total weight of self-links; they count for nothing but the quality of a clustering.</summary>
    public double SelfLinkWeight { get; }

    /// <summary>Of every node; after <see cref="OfEdges"/> its strength, after normalisation 1, in a reduced network the sum over its nodes.</summary>
    public ReadOnlySpan<double> NodeWeights => nodeWeights;

    public ReadOnlySpan<int> NeighborsOf(int node) => neighbors.AsSpan(first[node]..first[node + 1]);

    /// <summary>In the order of <see cref="NeighborsOf"/>.</summary>
    public ReadOnlySpan<double> EdgeWeightsOf(int node) => edgeWeights.AsSpan(first[node]..first[node + 1]);

    /// <summary>Number of neighbours: VOSviewer's "Links".</summary>
    public int Degree(int node) => first[node + 1] - first[node];

    /// <summary>Sum of the weights of a node's edges: VOSviewer's "Total link strength".</summary>
    public double Strength(int node) => Sum(EdgeWeightsOf(node));

    /// <summary>Each edge once, self-links not.</summary>
    public double TotalEdgeWeight => Sum(edgeWeights) / 2;

    public double TotalNodeWeight => Sum(nodeWeights);

    /// <summary>Each pair once, A before B, in ascending order.</summary>
    public IEnumerable<Edge> Edges()
    {
        for (var a = 0; a < NodeCount; a++)
            for (var i = first[a]; i < first[a + 1]; i++)
                if (neighbors[i] > a) yield return new Edge(a, neighbors[i], edgeWeights[i]);
    }

    /// <summary>A network whose node weights are the strengths of the nodes.</summary>
    /// <param name="nodeCount">Nodes are 0 to nodeCount - 1; those without an edge stay in the network.</param>
    /// <param name="edges">In any order and direction; a pair that is named several times gets the sum.</param>
    /// <exception cref="ArgumentException">A node outside the range, or a weight that is not above 0.</exception>
    public static Network OfEdges(int nodeCount, IEnumerable<Edge> edges)
    {
        var selfLinks = 0.0;
        var between = new List<Edge>();
        foreach (var (a, b, weight) in edges)
        {
            if (a < 0 || b < 0 || a >= nodeCount || b >= nodeCount) throw new ArgumentException($"edge {a}-{b} in a network of {nodeCount} nodes", nameof(edges));
            if (!(weight > 0) || double.IsInfinity(weight)) throw new ArgumentException($"edge {a}-{b} has weight {weight}", nameof(edges));
            if (a == b) selfLinks += weight;
            else between.Add(new Edge(Math.Min(a, b), Math.Max(a, b), weight));
        }
        // Two stable passes, the later key first: linear, and repeated pairs are summed in the order given.
        var sorted = Summed(SortedBy(SortedBy(between, nodeCount, edge => edge.B), nodeCount, edge => edge.A));
        return OfSortedPairs(nodeCount, sorted, selfLinks);
    }

    /// <summary>Edge weights relative to what the strengths of both ends would give by chance: w · n / (ni · nj), where ni is a node's weight and n the sum of all; node weights become 1.</summary>
    /// <remarks>With node weights as <see cref="OfEdges"/> sets them n is 2W, twice the total edge weight. Van Eck &amp; Waltman 2009, doi:10.1002/asi.21075, in the scale CWTS uses for clustering and layout.</remarks>
    public Network NormalizedByAssociationStrength()
    {
        var total = TotalNodeWeight;
        var normalized = new double[edgeWeights.Length];
        for (var node = 0; node < NodeCount; node++)
            for (var i = first[node]; i < first[node + 1]; i++)
                normalized[i] = edgeWeights[i] / (nodeWeights[node] * nodeWeights[neighbors[i]] / total);
        var ones = new double[NodeCount];
        Array.Fill(ones, 1);
        return new Network(ones, first, neighbors, normalized, 0);
    }

    /// <summary>One node a cluster: weights are summed, and edges inside a cluster become self-links.</summary>
    public Network Reduced(Clustering clustering)
    {
        var weights = new double[clustering.Count];
        var starts = new int[clustering.Count + 1];
        var ends = new List<int>();
        var links = new List<double>();
        var selfLinks = SelfLinkWeight;
        var linkTo = new double[clustering.Count];
        var clusters = clustering.Clusters();
        for (var cluster = 0; cluster < clusters.Length; cluster++)
        {
            foreach (var node in clusters[cluster])
            {
                weights[cluster] += nodeWeights[node];
                for (var i = first[node]; i < first[node + 1]; i++)
                {
                    var other = clustering[neighbors[i]];
                    if (other == cluster)
                    {
                        selfLinks += edgeWeights[i];
                        continue;
                    }
                    // Neighbours stay in the order in which they are met: CWTS's program does so, and ties are broken by it.
                    if (linkTo[other] == 0) ends.Add(other);
                    linkTo[other] += edgeWeights[i];
                }
            }
            for (var i = starts[cluster]; i < ends.Count; i++)
            {
                links.Add(linkTo[ends[i]]);
                linkTo[ends[i]] = 0;
            }
            starts[cluster + 1] = ends.Count;
        }
        return new Network(weights, starts, [.. ends], [.. links], selfLinks);
    }

    /// <summary>The part of the network inside each cluster, in the order of the clusters; node k of a part is the k-th node of its cluster.</summary>
    public IEnumerable<Network> Subnetworks(Clustering clustering)
    {
        var place = new int[NodeCount];
        foreach (var nodes in clustering.Clusters())
        {
            for (var k = 0; k < nodes.Length; k++) place[nodes[k]] = k;
            yield return Subnetwork(nodes, clustering, place);
        }
    }

    /// <summary>The connected components, largest first; of two equal ones the one with the smaller node first.</summary>
    public Clustering Components()
    {
        var component = new int[NodeCount];
        Array.Fill(component, -1);
        var count = 0;
        var waiting = new Stack<int>();
        for (var start = 0; start < NodeCount; start++)
        {
            if (component[start] >= 0) continue;
            component[start] = count;
            waiting.Push(start);
            while (waiting.TryPop(out var node))
                foreach (var neighbor in NeighborsOf(node))
                {
                    if (component[neighbor] >= 0) continue;
                    component[neighbor] = count;
                    waiting.Push(neighbor);
                }
            count++;
        }
        return new Clustering(component).OrderedBySize();
    }

    Network Subnetwork(int[] nodes, Clustering clustering, int[] place)
    {
        var weights = new double[nodes.Length];
        var starts = new int[nodes.Length + 1];
        var ends = new List<int>();
        var links = new List<double>();
        for (var k = 0; k < nodes.Length; k++)
        {
            weights[k] = nodeWeights[nodes[k]];
            for (var i = first[nodes[k]]; i < first[nodes[k] + 1]; i++)
            {
                if (clustering[neighbors[i]] != clustering[nodes[k]]) continue;
                ends.Add(place[neighbors[i]]);
                links.Add(edgeWeights[i]);
            }
            starts[k + 1] = ends.Count;
        }
        return new Network(weights, starts, [.. ends], [.. links], 0);
    }

    static Network OfSortedPairs(int nodeCount, List<Edge> pairs, double selfLinks)
    {
        var starts = new int[nodeCount + 1];
        foreach (var edge in pairs)
        {
            starts[edge.A + 1]++;
            starts[edge.B + 1]++;
        }
        for (var node = 0; node < nodeCount; node++) starts[node + 1] += starts[node];
        var next = starts.AsSpan(0, nodeCount).ToArray();
        var ends = new int[pairs.Count * 2];
        var links = new double[pairs.Count * 2];
        // Pairs come in ascending order, so each list gets its smaller neighbours first and ends up sorted.
        foreach (var (a, b, weight) in pairs)
        {
            (ends[next[a]], links[next[a]++]) = (b, weight);
            (ends[next[b]], links[next[b]++]) = (a, weight);
        }
        var strengths = new double[nodeCount];
        for (var node = 0; node < nodeCount; node++) strengths[node] = Sum(links.AsSpan(starts[node]..starts[node + 1]));
        return new Network(strengths, starts, ends, links, selfLinks);
    }

    static List<Edge> Summed(Edge[] sorted)
    {
        var pairs = new List<Edge>(sorted.Length);
        foreach (var edge in sorted)
        {
            if (pairs.Count > 0 && pairs[^1] is var last && last.A == edge.A && last.B == edge.B) pairs[^1] = last with { Weight = last.Weight + edge.Weight };
            else pairs.Add(edge);
        }
        return pairs;
    }

    static Edge[] SortedBy(IReadOnlyList<Edge> edges, int keyCount, Func<Edge, int> key)
    {
        var next = new int[keyCount + 1];
        foreach (var edge in edges) next[key(edge) + 1]++;
        for (var k = 0; k < keyCount; k++) next[k + 1] += next[k];
        var sorted = new Edge[edges.Count];
        foreach (var edge in edges) sorted[next[key(edge)]++] = edge;
        return sorted;
    }

    static double Sum(ReadOnlySpan<double> values)
    {
        // One after the other, not vectorised: the sum must be the same on every processor.
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}

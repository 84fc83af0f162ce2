using CsCheck;
using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

/// <summary>Networks to test with.</summary>
static class Nets
{
    /// <summary>Two triangles, 0-1-2 and 3-4-5, and a bridge 2-3: seven edges of weight 1.</summary>
    public static Network TwoTriangles { get; } =
        Network.OfEdges(6, [new(0, 1, 1), new(0, 2, 1), new(1, 2, 1), new(3, 4, 1), new(3, 5, 1), new(4, 5, 1), new(2, 3, 1)]);

    /// <summary>Up to twelve nodes, some of them without an edge; repeated edges and self-links among the edges.</summary>
    public static Gen<(int Nodes, Edge[] Edges)> Random { get; } =
        from nodes in Gen.Int[1, 12]
        from edges in Gen.Select(Gen.Int[0, nodes - 1], Gen.Int[0, nodes - 1], Gen.Int[1, 5], (a, b, weight) => new Edge(a, b, weight)).Array[0, 30]
        select (nodes, edges);
}

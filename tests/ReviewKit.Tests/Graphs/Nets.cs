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

    /// <summary>The friendships of a karate club of 34: Zachary 1977, the network on which most methods were tried first.</summary>
    public static Network KarateClub { get; } = Network.OfEdges(34, Neighbors(
        "1 2 3 4 5 6 7 8 10 11 12 13 17 19 21 31", "2 3 7 13 17 19 21 30", "3 7 8 9 13 27 28 32", "7 12 13", "6 10", "6 10 16", "16", "", "30 32 33", "33", "", "", "", "33", "32 33", "32 33", "",
        "", "32 33", "33", "32 33", "", "32 33", "25 27 29 32 33", "25 27 31", "31", "29 33", "33", "31 33", "32 33", "32 33", "32 33", "33"));

    static IEnumerable<Edge> Neighbors(params string[] lists) =>
        lists.SelectMany((list, a) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(b => new Edge(a, int.Parse(b, System.Globalization.CultureInfo.InvariantCulture), 1)));
}

using CsCheck;
using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class VosLayoutTests
{
    [Fact]
    public void Quality_is_what_the_formula_says()
    {
        // A right triangle 3-4-5, linked 0-1 (distance 3, weight 2) and 0-2 (distance 4, weight 1); node weights 1.
        var network = Network.OfEdges(3, [new(0, 1, 2), new(0, 2, 1)]).NormalizedByAssociationStrength();
        var layout = new Layout([0, 3, 0], [0, 0, 4]);
        // Strengths 3, 2, 1; 2W = 6: normalised weights 2 · 6 / (3 · 2) = 2 and 1 · 6 / (3 · 1) = 2.
        Assert.Equal(2 * 9 / 2.0 + 2 * 16 / 2.0 - (3 + 4 + 5), VosLayout.Quality(network, layout), 10);
        Assert.Equal(2 * 9 / 2.0 + 2 * 16 / 2.0 - (3 + 4 + 5) + 0.01 * (9 + 16 + 25) / 2, VosLayout.Quality(network, layout, increment: 0.01), 10);
    }

    [Fact]
    public void Two_linked_nodes_lie_at_distance_1_around_the_centre()
    {
        var layout = VosLayout.Find(Network.OfEdges(2, [new(0, 1, 3)]).NormalizedByAssociationStrength());
        Assert.Equal(0.5, Math.Abs(layout.X[0]), 6);
        Assert.Equal(-layout.X[0], layout.X[1], 6);
        Assert.Equal(0, layout.Y[0], 6);
    }

    [Fact]
    public void Linked_nodes_lie_closer_than_others()
    {
        var layout = VosLayout.Find(Nets.TwoTriangles.NormalizedByAssociationStrength());
        double Distance(int a, int b) => Math.Sqrt(Math.Pow(layout.X[a] - layout.X[b], 2) + Math.Pow(layout.Y[a] - layout.Y[b], 2));
        Assert.All([(0, 1), (0, 2), (3, 4), (4, 5)], pair => Assert.True(Distance(pair.Item1, pair.Item2) < Distance(0, 4)));
    }

    [Fact]
    public void A_ring_becomes_a_regular_polygon()
    {
        var ring = Network.OfEdges(8, Enumerable.Range(0, 8).Select(node => new Edge(node, (node + 1) % 8, 1)));
        var layout = VosLayout.Find(ring.NormalizedByAssociationStrength());
        // Mean distance of two corners is 1: the radius is 28 over the sum of the sides and diagonals, 2 sin(k · 22.5°), of which there are 8, 8, 8 and 4.
        var radius = 28 / (8 * Chord(1) + 8 * Chord(2) + 8 * Chord(3) + 4 * Chord(4));
        for (var node = 0; node < 8; node++) Assert.Equal(radius, Math.Sqrt(layout.X[node] * layout.X[node] + layout.Y[node] * layout.Y[node]), tolerance: 0.002);

        static double Chord(int k) => 2 * Math.Sin(k * Math.PI / 8);
    }

    [Fact]
    public void No_shift_of_a_single_node_makes_a_layout_better()
    {
        var network = Nets.TwoTriangles.NormalizedByAssociationStrength();
        var descent = new VosDescent(network, new VosLayoutOptions(), 0, new JavaRandom(0));
        descent.Run();
        var found = descent.Layout;
        var quality = VosLayout.Quality(network, found);
        for (var node = 0; node < network.NodeCount; node++)
            foreach (var (dx, dy) in new[] { (0.05, 0.0), (-0.05, 0.0), (0.0, 0.05), (0.0, -0.05) })
            {
                var moved = new Layout([.. found.X.Select((x, i) => i == node ? x + dx : x)], [.. found.Y.Select((y, i) => i == node ? y + dy : y)]);
                Assert.True(VosLayout.Quality(network, moved) > quality, $"node {node} wants to go {dx}, {dy}");
            }
    }

    [Fact]
    public void The_fast_way_of_the_default_exponents_is_the_general_way() => Nets.Random.Sample(net =>
    {
        // Exponents 2 and 1 go four nodes at a time; one iteration with a tiny step leaves the start, whose quality both must agree on.
        var network = Network.OfEdges(net.Nodes, net.Edges).NormalizedByAssociationStrength();
        var descent = new VosDescent(network, new VosLayoutOptions { Iterations = 1, FirstStep = 1e-9, SmallestStep = 0 }, 0.01, new JavaRandom(5));
        var before = VosLayout.Quality(network, descent.Layout, increment: 0.01);
        Assert.Equal(before, descent.Run(), 6);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Nodes_without_links_get_finite_places(int nodes)
    {
        var layout = VosLayout.Find(Network.OfEdges(nodes, []).NormalizedByAssociationStrength());
        Assert.Equal(nodes, layout.X.Count);
        Assert.All(layout.X.Concat(layout.Y), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Attraction_must_exceed_repulsion() =>
        Assert.Throws<ArgumentException>(() => VosLayout.Find(Nets.TwoTriangles, new VosLayoutOptions { Attraction = 1, Repulsion = 1 }));
}

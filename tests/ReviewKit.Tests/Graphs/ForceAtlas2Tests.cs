using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class ForceAtlas2Tests
{
    [Fact]
    public void Two_linked_nodes_rest_where_the_forces_cancel()
    {
        // Degrees 1: repulsion 2 · 2 · 2 / d = 8 / d, attraction d, gravity 2 to the centre: d² + 2d - 8 = 0, d = 2.
        var run = new ForceAtlas2.Run(Network.OfEdges(2, [new(0, 1, 1)]), new ForceAtlas2Options { Theta = 0 });
        for (var i = 0; i < 2000; i++) run.Iterate();
        Assert.Equal(2, Distance(run, 0, 1), 2);
    }

    [Theory]
    [InlineData(false, false, 3.0, 2.0)] // d · 3 + 2 = 8 / d: 3d² + 2d - 8 = 0, d = 4/3.
    [InlineData(true, false, 1.0, 2.0)] // ln(1 + d) + 2 = 8 / d.
    [InlineData(false, true, 1.0, 2.0)] // d / 2 + 2 = 8 / d: d² + 4d - 16 = 0, d = √20 - 2.
    public void Attraction_follows_the_weight_the_logarithm_and_the_degree(bool linLog, bool dissuadeHubs, double weight, double gravity)
    {
        var run = new ForceAtlas2.Run(Network.OfEdges(2, [new(0, 1, weight)]), new ForceAtlas2Options { LinLog = linLog, DissuadeHubs = dissuadeHubs });
        for (var i = 0; i < 4000; i++) run.Iterate();
        var d = Distance(run, 0, 1);
        var attraction = weight * (linLog ? Math.Log(1 + d) : d) / (dissuadeHubs ? 2 : 1);
        Assert.Equal(8 / d, attraction + gravity, 2);
    }

    [Fact]
    public void Strong_gravity_grows_with_the_distance()
    {
        // Two nodes without links, degrees 0: repulsion 2 / d against gravity d / 2 each: d = 2.
        var run = new ForceAtlas2.Run(Network.OfEdges(2, []), new ForceAtlas2Options { StrongGravity = true });
        for (var i = 0; i < 2000; i++) run.Iterate();
        Assert.Equal(2, Distance(run, 0, 1), 2);
    }

    [Fact]
    public void Groups_of_far_nodes_repel_nearly_as_every_pair_does()
    {
        var network = Ring(200);
        var exact = ForceAtlas2.Find(network, new ForceAtlas2Options { Iterations = 1, Theta = 0 });
        var grouped = ForceAtlas2.Find(network, new ForceAtlas2Options { Iterations = 1, Theta = 0.3 });
        for (var node = 0; node < 200; node++) Assert.Equal(exact.X[node], grouped.X[node], 3);
    }

    [Fact]
    public void Linked_nodes_lie_closer_than_others()
    {
        var layout = ForceAtlas2.Find(Nets.TwoTriangles);
        double Apart(int a, int b) => Math.Sqrt(Math.Pow(layout.X[a] - layout.X[b], 2) + Math.Pow(layout.Y[a] - layout.Y[b], 2));
        Assert.All([(0, 1), (0, 2), (3, 4), (4, 5)], pair => Assert.True(Apart(pair.Item1, pair.Item2) < Apart(0, 4)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Nodes_without_links_get_finite_places(int nodes)
    {
        var layout = ForceAtlas2.Find(Network.OfEdges(nodes, []));
        Assert.Equal(nodes, layout.X.Count);
        Assert.All(layout.X.Concat(layout.Y), value => Assert.True(double.IsFinite(value)));
    }

    static Network Ring(int nodes) => Network.OfEdges(nodes, Enumerable.Range(0, nodes).Select(node => new Edge(node, (node + 1) % nodes, 1)));

    static double Distance(ForceAtlas2.Run run, int a, int b) => Math.Sqrt(Math.Pow(run.X[a] - run.X[b], 2) + Math.Pow(run.Y[a] - run.Y[b], 2));
}

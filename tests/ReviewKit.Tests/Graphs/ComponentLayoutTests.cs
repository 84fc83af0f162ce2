using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class ComponentLayoutTests
{
    [Fact]
    public void A_connected_network_is_laid_out_as_by_VosLayout()
    {
        var network = Nets.KarateClub;
        var apart = ComponentLayout.Find(network);
        var together = VosLayout.Find(network.NormalizedByAssociationStrength());
        Assert.Equal(together.X, apart.X);
        Assert.Equal(together.Y, apart.Y);
    }

    [Fact]
    public void Smaller_components_lie_below_the_largest_and_near_it()
    {
        // Two triangles joined, a pair 6-7, and nodes 8 to 11 alone.
        var network = Network.OfEdges(12, [.. Nets.TwoTriangles.Edges(), new(6, 7, 1)]);
        var layout = ComponentLayout.Find(network);
        var lowest = layout.Y.Take(6).Min();
        Assert.All(layout.Y.Skip(6), y => Assert.InRange(y, lowest - 3, lowest - 0.1));
    }

    [Fact]
    public void No_two_components_share_a_place() => Nets.Random.Sample(net =>
    {
        var network = Network.OfEdges(net.Nodes, net.Edges);
        var layout = ComponentLayout.Find(network);
        var components = network.Components();
        for (var a = 0; a < net.Nodes; a++)
            for (var b = 0; b < a; b++)
                if (components[a] != components[b])
                    Assert.True(Math.Abs(layout.X[a] - layout.X[b]) + Math.Abs(layout.Y[a] - layout.Y[b]) > 0.1);
    });

    [Fact]
    public void A_network_without_nodes_has_an_empty_layout() => Assert.Empty(ComponentLayout.Find(Network.OfEdges(0, [])).X);

    [Fact]
    public void A_comb_is_not_left_as_a_line()
    {
        // Its optimum is one, in CWTS's program as in ours: a chain of twelve, and a tooth at each.
        var comb = Network.OfEdges(24, [.. Enumerable.Range(0, 11).Select(node => new Edge(node, node + 1, 1)), .. Enumerable.Range(0, 12).Select(node => new Edge(node, node + 12, 1))]);
        var alone = VosLayout.Find(comb.NormalizedByAssociationStrength());
        Assert.True(alone.Y.Max() - alone.Y.Min() < 0.01);
        var layout = ComponentLayout.Find(comb);
        Assert.True(layout.Y.Max() - layout.Y.Min() > 0.15 * (layout.X.Max() - layout.X.Min()));
    }
}

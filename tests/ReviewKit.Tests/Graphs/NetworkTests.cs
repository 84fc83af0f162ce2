using CsCheck;
using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class NetworkTests
{
    [Fact]
    public void Neighbours_are_in_order_and_repeated_links_are_summed()
    {
        var network = Network.OfEdges(4, [new(2, 0, 1.5), new(0, 1, 1), new(0, 2, 0.5), new(1, 1, 7)]);
        Assert.Equal([1, 2], network.NeighborsOf(0).ToArray());
        Assert.Equal([1, 2], network.EdgeWeightsOf(0).ToArray());
        Assert.Equal(2, network.EdgeCount);
        Assert.Equal(1 + 1.5 + 0.5, network.TotalEdgeWeight);
        Assert.Equal(7, network.SelfLinkWeight);
        Assert.Equal([1 + 2, 1, 2, 0], network.NodeWeights.ToArray());
    }

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(-1, 0, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 1, -1)]
    [InlineData(0, 1, double.NaN)]
    [InlineData(0, 1, double.PositiveInfinity)]
    public void An_edge_that_cannot_be_is_refused(int a, int b, double weight) =>
        Assert.Throws<ArgumentException>(() => Network.OfEdges(3, [new(a, b, weight)]));

    [Fact]
    public void Association_strength_relates_a_link_to_the_strengths_of_its_ends()
    {
        // Strengths 2, 2, 3, 3, 2, 2 sum to 14 = 2W.
        var normalized = Nets.TwoTriangles.NormalizedByAssociationStrength();
        Assert.Equal(1 / (2 * 2 / 14.0), normalized.EdgeWeightsOf(0)[0], 12);
        Assert.Equal(1 / (3 * 3 / 14.0), normalized.EdgeWeightsOf(2)[2], 12);
        Assert.All(normalized.NodeWeights.ToArray(), weight => Assert.Equal(1, weight));
    }

    [Fact]
    public void A_reduced_network_has_a_node_for_each_cluster()
    {
        var reduced = Nets.TwoTriangles.Reduced(new Clustering([0, 0, 0, 1, 1, 1]));
        Assert.Equal(2, reduced.NodeCount);
        Assert.Equal([2 + 2 + 3, 3 + 2 + 2], reduced.NodeWeights.ToArray());
        Assert.Equal([new Edge(0, 1, 1)], reduced.Edges());
        // Three edges inside each triangle, each counted in both directions.
        Assert.Equal(2 * 3 + 2 * 3, reduced.SelfLinkWeight);
    }

    [Fact]
    public void Subnetworks_hold_the_links_inside_each_cluster()
    {
        var parts = Nets.TwoTriangles.Subnetworks(new Clustering([1, 1, 0, 1, 0, 1])).ToList();
        Assert.Equal([2, 4], parts.Select(part => part.NodeCount));
        Assert.Empty(parts[0].Edges());
        // Nodes 0, 1, 3, 5 of the whole are 0 to 3 of the part.
        Assert.Equal([new Edge(0, 1, 1), new Edge(2, 3, 1)], parts[1].Edges());
    }

    [Fact]
    public void Components_come_largest_first() =>
        Assert.Equal([1, 0, 0, 2, 0], Network.OfEdges(5, [new(1, 2, 1), new(2, 4, 1)]).Components().ToArray());

    [Fact]
    public void Links_are_the_same_from_both_ends_and_strengths_sum_to_twice_the_weight() => Nets.Random.Sample(net =>
    {
        var network = Network.OfEdges(net.Nodes, net.Edges);
        var expected = new double[net.Nodes, net.Nodes];
        foreach (var (a, b, weight) in net.Edges.Where(edge => edge.A != edge.B))
        {
            expected[a, b] += weight;
            expected[b, a] += weight;
        }
        for (var a = 0; a < net.Nodes; a++)
        {
            Assert.Equal(network.NeighborsOf(a).ToArray().Distinct().Order(), network.NeighborsOf(a).ToArray());
            for (var b = 0; b < net.Nodes; b++)
            {
                var place = network.NeighborsOf(a).IndexOf(b);
                Assert.Equal(expected[a, b], place < 0 ? 0 : network.EdgeWeightsOf(a)[place]);
            }
        }
        Assert.Equal(2 * network.TotalEdgeWeight, Enumerable.Range(0, net.Nodes).Sum(network.Strength));
        Assert.Equal(network.TotalEdgeWeight, network.Edges().Sum(edge => edge.Weight));
    });
}

using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class CirclesTests
{
    [Fact]
    public void Coreness_of_the_karate_club_as_networkx_counts_it() =>
        Assert.Equal([4, 4, 4, 4, 3, 3, 3, 4, 4, 2, 3, 1, 2, 4, 2, 2, 2, 2, 2, 3, 2, 2, 2, 3, 3, 3, 2, 3, 3, 3, 4, 3, 4, 4], Circles.Coreness(Nets.KarateClub));

    [Fact]
    public void Taking_away_nodes_one_by_one_gives_the_same_coreness() => Nets.Random.Sample(net =>
    {
        var network = Network.OfEdges(net.Nodes, net.Edges);
        Assert.Equal(OneByOne(network), Circles.Coreness(network));
    });

    [Fact]
    public void Circles_by_coreness()
    {
        // A square with both diagonals (k 3), a triangle at one corner (k 2, which is half of 3 or more), a tail (k 1) and a node alone.
        var network = Network.OfEdges(9, [new(0, 1, 1), new(0, 2, 1), new(0, 3, 1), new(1, 2, 1), new(1, 3, 1), new(2, 3, 1), new(3, 4, 1), new(3, 5, 1), new(4, 5, 1), new(5, 6, 1), new(6, 7, 1)]);
        Assert.Equal(
            [Circle.Core, Circle.Core, Circle.Core, Circle.Core, Circle.Second, Circle.Second, Circle.Marginal, Circle.Marginal, Circle.Marginal],
            Circles.ByCoreness(network));
    }

    [Fact]
    public void Circles_by_strength()
    {
        // Node 0 is linked to nine others by 9, 8 … 1: strengths 45, 9, 8 … 1; a tenth of ten is one, a half are five.
        var network = Network.OfEdges(10, Enumerable.Range(1, 9).Select(node => new Edge(0, node, 10 - node)));
        Assert.Equal([Circle.Core, .. Enumerable.Repeat(Circle.Second, 4), .. Enumerable.Repeat(Circle.Marginal, 5)], Circles.ByStrength(network));
    }

    [Fact]
    public void Equal_strengths_share_a_circle() =>
        Assert.All(Circles.ByStrength(Network.OfEdges(4, [new(0, 1, 1), new(2, 3, 1)])), circle => Assert.Equal(Circle.Core, circle));

    [Fact]
    public void No_nodes_no_circles()
    {
        Assert.Empty(Circles.ByCoreness(Network.OfEdges(0, [])));
        Assert.Empty(Circles.ByStrength(Network.OfEdges(0, [])));
    }

    static int[] OneByOne(Network network)
    {
        var coreness = new int[network.NodeCount];
        for (var k = 1; k <= network.NodeCount; k++)
        {
            var left = Enumerable.Range(0, network.NodeCount).ToHashSet();
            while (left.RemoveWhere(node => network.NeighborsOf(node).ToArray().Count(left.Contains) < k) > 0) { }
            foreach (var node in left) coreness[node] = k;
        }
        return coreness;
    }
}

using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class BetweennessTests
{
    [Fact]
    public void The_middle_of_a_path_lies_between_all_others() =>
        // 0-1-2-3: node 1 between 0 and 2, 0 and 3.
        Assert.Equal([0.0, 2, 2, 0], Betweenness.Of(Network.OfEdges(4, [new(0, 1, 1), new(1, 2, 5), new(2, 3, 1)])));

    [Fact]
    public void Two_ways_of_one_length_share() =>
        // A square: each corner is one of two ways between its neighbours.
        Assert.Equal([0.5, 0.5, 0.5, 0.5], Betweenness.Of(Network.OfEdges(4, [new(0, 1, 1), new(1, 2, 1), new(2, 3, 1), new(3, 0, 1)])));

    [Theory]
    [InlineData(0, 231.0714)]
    [InlineData(33, 160.5516)]
    [InlineData(32, 76.6905)]
    [InlineData(11, 0)]
    public void The_karate_club_as_networkx_counts_it(int member, double expected) => Assert.Equal(expected, Betweenness.Of(Nets.KarateClub)[member], 4);

    [Fact]
    public void Ways_counted_one_by_one_give_the_same() => Nets.Random.Sample(net =>
    {
        var network = Network.OfEdges(net.Nodes, net.Edges);
        var found = Betweenness.Of(network);
        for (var node = 0; node < net.Nodes; node++) Assert.Equal(CountedOneByOne(network, node), found[node], 9);
    }, iter: 50);

    static double CountedOneByOne(Network network, int node)
    {
        var n = network.NodeCount;
        var sum = 0.0;
        for (var a = 0; a < n; a++)
            for (var b = a + 1; b < n; b++)
            {
                if (a == node || b == node) continue;
                var ways = ShortestWays(network, a, b);
                if (ways.Count > 0) sum += (double)ways.Count(way => way.Contains(node)) / ways.Count;
            }
        return sum;
    }

    // All ways, longer by one link each round, until some arrive.
    static List<List<int>> ShortestWays(Network network, int from, int to)
    {
        List<List<int>> ways = [[from]];
        for (var length = 0; length < network.NodeCount; length++)
        {
            if (ways.Where(way => way[^1] == to).ToList() is { Count: > 0 } arrived) return arrived;
            ways = [.. ways.SelectMany(way => network.NeighborsOf(way[^1]).ToArray().Where(next => !way.Contains(next)).Select(next => (List<int>)[.. way, next]))];
            // Without bound the ways of a dense network would be too many to keep; the shortest are found long before.
            if (ways.Count > 200_000) break;
        }
        return [];
    }
}

using CsCheck;
using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class LeidenAlgorithmTests
{
    [Fact]
    public void Quality_is_what_the_formula_says()
    {
        // Inside the triangles 2 · (3 + 3), cluster weights 2 + 2 + 3 each, 2W = 14.
        var quality = ConstantPottsModel.Quality(Nets.TwoTriangles, new Clustering([0, 0, 0, 1, 1, 1]), 0.1);
        Assert.Equal((12 - 0.1 * (7 * 7 + 7 * 7)) / 14, quality, 12);
    }

    [Fact]
    public void Quality_of_a_network_is_that_of_the_reduced_one() => Gen.Select(Nets.Random, Gen.Int[0, 3].Array[12]).Sample((net, numbers) =>
    {
        var network = Network.OfEdges(net.Nodes, net.Edges);
        var clustering = new Clustering(numbers[..net.Nodes]).WithoutEmpty();
        Assert.Equal(
            ConstantPottsModel.Quality(network, clustering, 0.3),
            ConstantPottsModel.Quality(network.Reduced(clustering), Clustering.Singletons(clustering.Count), 0.3), 10);
    });

    [Fact]
    public void Two_triangles_are_two_clusters()
    {
        var found = LeidenAlgorithm.FindClustering(Nets.TwoTriangles.NormalizedByAssociationStrength());
        Assert.Equal([3, 3], found.Sizes());
        Assert.True(found[0] == found[1] && found[1] == found[2]);
    }

    [Fact]
    public void Quality_lies_between_that_of_single_nodes_and_the_best_of_all_divisions() => Nets.Random.Sample(net =>
    {
        // Not always the best: that is hard to find, and ten starts miss it about once in a hundred thousand networks of this size.
        var nodes = Math.Min(net.Nodes, 7);
        var network = Network.OfEdges(nodes, net.Edges.Where(edge => edge.A < nodes && edge.B < nodes)).NormalizedByAssociationStrength();
        var best = Divisions(nodes).Max(division => ConstantPottsModel.Quality(network, new Clustering(division), 1));
        var single = ConstantPottsModel.Quality(network, Clustering.Singletons(nodes), 1);
        Assert.InRange(ConstantPottsModel.Quality(network, LeidenAlgorithm.FindClustering(network), 1), single - 1e-9, best + 1e-9);
    }, iter: 60);

    [Fact]
    public void Clusters_are_connected() => Nets.Random.Sample(net =>
    {
        var network = Network.OfEdges(net.Nodes, net.Edges).NormalizedByAssociationStrength();
        foreach (var part in network.Subnetworks(LeidenAlgorithm.FindClustering(network, new LeidenOptions { Resolution = 0.5 })))
            Assert.Equal(1, part.Components().Count);
    });

    [Fact]
    public void The_same_seed_gives_the_same_clusters() => Nets.Random.Sample(net =>
    {
        var network = Network.OfEdges(net.Nodes, net.Edges).NormalizedByAssociationStrength();
        Assert.Equal(LeidenAlgorithm.FindClustering(network).ToArray(), LeidenAlgorithm.FindClustering(network).ToArray());
    });

    [Fact]
    public void Small_clusters_join_the_neighbour_they_are_linked_to_and_lonely_ones_stay()
    {
        // A triangle, a pair linked to it by 1-3, and node 5 alone.
        var network = Network.OfEdges(6, [new(0, 1, 9), new(0, 2, 9), new(1, 2, 9), new(3, 4, 9), new(1, 3, 1)]).NormalizedByAssociationStrength();
        Assert.Equal([0, 0, 0, 1, 1, 2], LeidenAlgorithm.FindClustering(network).ToArray());
        Assert.Equal([0, 0, 0, 0, 0, 1], LeidenAlgorithm.FindClustering(network, new LeidenOptions { MinimumClusterSize = 3 }).ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Without_edges_every_node_is_its_own_cluster(int nodes) =>
        Assert.Equal(nodes, LeidenAlgorithm.FindClustering(Network.OfEdges(nodes, []).NormalizedByAssociationStrength()).Count);

    /// <summary>All divisions of n nodes, each once: a node joins a cluster of the nodes before it or opens the next.</summary>
    static IEnumerable<int[]> Divisions(int n)
    {
        if (n == 0) return [[]];
        return from before in Divisions(n - 1)
               from cluster in Enumerable.Range(0, before.Length == 0 ? 1 : before.Max() + 2)
               select before.Append(cluster).ToArray();
    }
}

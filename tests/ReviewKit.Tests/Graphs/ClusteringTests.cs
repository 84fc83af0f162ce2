using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class ClusteringTests
{
    [Fact]
    public void Clusters_hold_their_nodes_in_order() =>
        Assert.Equal([[1, 3], [], [0, 2, 4]], new Clustering([2, 0, 2, 0, 2]).Clusters());

    [Fact]
    public void Empty_numbers_are_closed_up() =>
        Assert.Equal([1, 0, 1, 0, 1], new Clustering([2, 0, 2, 0, 2]).WithoutEmpty().ToArray());

    [Fact]
    public void The_largest_comes_first_and_equal_ones_keep_their_order() =>
        Assert.Equal([1, 0, 0, 2, 0], new Clustering([0, 2, 2, 1, 2]).OrderedBySize().ToArray());

    [Fact]
    public void Merging_sends_a_node_where_its_cluster_goes() =>
        Assert.Equal([1, 0, 1], new Clustering([0, 1, 2]).Merged(new Clustering([1, 0, 1])).ToArray());

    [Fact]
    public void A_negative_cluster_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Clustering([0, -1]));
}

using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class LouvainAlgorithmTests
{
    [Fact]
    public void Two_triangles_are_two_clusters()
    {
        var found = LouvainAlgorithm.FindClustering(Nets.TwoTriangles.NormalizedByAssociationStrength());
        Assert.Equal(2, found.Count);
        Assert.Equal(found[0], found[2]);
        Assert.NotEqual(found[2], found[3]);
    }

    [Theory]
    [InlineData(ClusteringAlgorithm.Louvain)]
    [InlineData(ClusteringAlgorithm.Leiden)]
    public void The_best_modularity_of_the_karate_club_is_met(ClusteringAlgorithm algorithm)
    {
        var found = NetworkMap.FindClusters(Nets.KarateClub, new NetworkMapOptions { Algorithm = algorithm, Quality = ClusterQuality.Modularity });
        // Proved by Brandes and others 2008 (doi:10.1109/TKDE.2007.190689): .4198 with four clusters is the optimum.
        Assert.Equal(4, found.Count);
        Assert.Equal(0.4198, Modularity(Nets.KarateClub, found), 4);
    }

    [Fact]
    public void Leiden_is_no_worse_than_Louvain_on_random_networks() => Nets.Random.Sample(net =>
    {
        var network = Network.OfEdges(net.Nodes, net.Edges).NormalizedByAssociationStrength();
        var (louvain, leiden) = (LouvainAlgorithm.FindClustering(network), LeidenAlgorithm.FindClustering(network));
        Assert.True(ConstantPottsModel.Quality(network, leiden, 1) >= ConstantPottsModel.Quality(network, louvain, 1) - 0.02);
    });

    // Newman's formula: the links inside each cluster over all, less the square of its share of the strengths.
    static double Modularity(Network network, Clustering clustering) => Enumerable.Range(0, clustering.Count).Sum(cluster =>
    {
        var inside = network.Edges().Where(edge => clustering[edge.A] == cluster && clustering[edge.B] == cluster).Sum(edge => edge.Weight);
        var strength = Enumerable.Range(0, network.NodeCount).Where(node => clustering[node] == cluster).Sum(network.Strength);
        return inside / network.TotalEdgeWeight - Math.Pow(strength / (2 * network.TotalEdgeWeight), 2);
    });
}

using CsCheck;
using QuikGraph;
using QuikGraph.Algorithms;
using ReviewKit.Dedup;

namespace ReviewKit.Tests.Dedup;

public class ClustersTests
{
    [Fact]
    public void Without_contradictions_clusters_are_connected_components() =>
        Gen.Int[0, 19].Select(Gen.Int[0, 19]).Array[0, 40].Sample(edges =>
        {
            var clusters = new Clusters(20);
            foreach (var (a, b) in edges) clusters.Join(a, b, (_, _) => true);
            var graph = new UndirectedGraph<int, Edge<int>>();
            graph.AddVertexRange(Enumerable.Range(0, 20));
            graph.AddEdgeRange(edges.Select(edge => new Edge<int>(edge.Item1, edge.Item2)));
            var component = new Dictionary<int, int>();
            graph.ConnectedComponents(component);
            return Enumerable.Range(0, 20).All(i => Enumerable.Range(0, 20).All(j => clusters.AreTogether(i, j) == (component[i] == component[j])));
        });

    [Fact]
    public void No_two_members_of_a_group_may_contradict() =>
        Gen.Int[0, 11].Select(Gen.Int[0, 11]).Array[0, 40].Select(Gen.Int[0, 11].Select(Gen.Int[0, 11]).Array[0, 20]).Sample((edges, apart) =>
        {
            bool May(int a, int b) => !apart.Contains((a, b)) && !apart.Contains((b, a));
            var clusters = new Clusters(12);
            foreach (var (a, b) in edges) clusters.Join(a, b, May);
            return clusters.Groups.All(group => group.All(a => group.All(b => a == b || May(a, b))));
        });
}

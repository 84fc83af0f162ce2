using ReviewKit.Benchmarks.Composed;
using ReviewKit.Graphs;

namespace ReviewKit.Benchmarks;

/// <summary>Clustering, layout and writing of large networks, beside the peers that are installed, on the same network.</summary>
static class GraphSpeed
{
    // Clear groups, blurred ones, and none at all, where clustering has the most to do.
    static readonly (string Name, int GroupSize, int Inside)[] Kinds = [("groups of 100, clear", 100, 8), ("groups of 1,000, blurred", 1000, 5), ("no groups", 1000, 0)];

    public static int Run(Arguments with) => Run(with.Number(0, 50_000), with.Option("--part"));

    /// <param name="nodes">Of the large network, which has ten times as many links.</param>
    /// <param name="part">One of them; all where null.</param>
    public static int Run(int nodes, string? part = null)
    {
        using var folder = new TemporaryFolder();
        (string Name, Action Run)[] parts =
        [
            ("leiden", () => Clusters(nodes, folder)),
            ("forceatlas2", () =>
            {
                Atlas(nodes / 10, nodes * 2, folder);
                Atlas(nodes, nodes * 10, folder);
            }),
            ("vos", () => Vos(nodes / 10, nodes * 2)),
            ("gexf", () => Writing(nodes)),
        ];
        foreach (var one in parts.Where(one => part is null || one.Name == part)) one.Run();
        return 0;
    }

    static void Clusters(int nodes, TemporaryFolder folder)
    {
        foreach (var (name, groupSize, inside) in Kinds)
        {
            var normalized = ComposedNetwork.Of(nodes, nodes * 10, groupSize, inside).NormalizedByAssociationStrength();
            var table = new Figures(name, "seconds", "cpu s", "quality");
            foreach (var (starts, iterations) in new[] { (1, 2), (1, 2), (10, 10) })
            {
                var found = Clustering.Singletons(nodes);
                var measure = Measure.Of(() => found = LeidenAlgorithm.FindClustering(normalized, new LeidenOptions { Starts = starts, Iterations = iterations }));
                table.Row($"Leiden, {starts} start(s) of {iterations}", measure.Seconds, measure.ProcessorSeconds, ConstantPottsModel.Quality(normalized, found, 1));
            }
            if (GraphPeers.Leiden(normalized, folder) is { } igraph) table.Row("igraph, 1 start of 2", "", igraph.Seconds, igraph.Quality);
            else Console.WriteLine("    igraph is not here: install python3-igraph");
        }
    }

    static void Atlas(int nodes, int edges, TemporaryFolder folder)
    {
        const int Iterations = 20;
        var network = ComposedNetwork.Of(nodes, edges);
        var table = new Figures($"ForceAtlas2, {nodes} nodes, {edges} links", "seconds", "cpu ms/iteration");
        ForceAtlas2.Find(network, new ForceAtlas2Options { Iterations = 3 });
        var measure = Measure.Of(() => ForceAtlas2.Find(network, new ForceAtlas2Options { Iterations = Iterations }));
        table.Row($"{Iterations} iterations", measure.Seconds, measure.ProcessorSeconds * 1000 / Iterations);
        if (GraphPeers.Atlas(network, Iterations, folder) is { } graphology) table.Row("graphology, the same", "", graphology * 1000);
        else Console.WriteLine("    graphology-layout-forceatlas2 is not here: npm install it with graphology and name its folder in NODE_PATH");
    }

    static void Vos(int nodes, int edges)
    {
        var normalized = ComposedNetwork.Of(nodes, edges).NormalizedByAssociationStrength();
        var table = new Figures($"VOS layout, {nodes} nodes, {edges} links", "seconds", "cpu s");
        foreach (var (name, exactBelow) in new[] { ("far nodes in groups", 0), ("every pair", int.MaxValue) })
        {
            // A tenth of the iterations: every pair of 5,000 takes long enough.
            var measure = Measure.Of(() => VosLayout.Find(normalized, new VosLayoutOptions { ExactBelow = exactBelow, Iterations = 100 }));
            table.Row($"{name}, 100 iterations", measure.Seconds, measure.ProcessorSeconds);
        }
    }

    static void Writing(int nodes)
    {
        var table = new Figures("GEXF with 7 and 3 columns", "MB", "seconds", "cpu s", "peak MB", "before MB");
        foreach (var size in new[] { nodes / 10, nodes })
        {
            var network = ComposedNetwork.Of(size, size * 10);
            using var folder = new TemporaryFolder();
            var before = Measure.Of(() => { }).PeakMegabytes;
            var measure = Measure.Of(() =>
            {
                using var stream = File.Create(folder.File("map.gexf"));
                Gexf.Write(stream, Document(network));
            });
            table.Row($"{size} nodes, {network.EdgeCount} links", new FileInfo(folder.File("map.gexf")).Length / 1e6, measure.Seconds, measure.ProcessorSeconds, measure.PeakMegabytes, before);
        }
    }

    static GexfDocument Document(Network network) => new()
    {
        NodeColumns = [.. Enumerable.Range(0, 7).Select(i => new GexfColumn($"c{i}", $"Column {i}", i < 5 ? GexfType.Double : GexfType.String))],
        EdgeColumns = [new("a", "A", GexfType.Double), new("j", "J", GexfType.Double), new("records", "Records", GexfType.String)],
        Nodes = Enumerable.Range(0, network.NodeCount).Select(node => new GexfNode
        {
            Id = $"{node}",
            Label = $"关键词 {node}",
            Values = [node, network.Degree(node), network.Strength(node), 1, 2019.25, "zh", "r0000001 r0000002"],
            Size = 4,
            X = node * 0.37,
            Y = node * -0.11,
            Color = Palette.Of(node % 12),
        }),
        Edges = network.Edges().Select(edge => new GexfEdge { Source = $"{edge.A}", Target = $"{edge.B}", Weight = edge.Weight, Values = [0.00123456, 0.25, "r0000001"] }),
    };
}

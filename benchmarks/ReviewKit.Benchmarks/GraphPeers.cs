using System.Diagnostics;
using System.Globalization;
using ReviewKit.Graphs;

namespace ReviewKit.Benchmarks;

/// <summary>igraph (python3-igraph of the system) and graphology (npm, found through NODE_PATH) on the same network; each tells the processor seconds of the work alone, start and reading left out.</summary>
static class GraphPeers
{
    const string Igraph = """
        import sys, time, random, igraph
        pairs, weights = [], []
        for line in open(sys.argv[1]):
            a, b, w = line.split()
            pairs.append((int(a), int(b))); weights.append(float(w))
        g = igraph.Graph(n=int(sys.argv[2]), edges=pairs)
        random.seed(0)
        t = time.process_time()
        c = g.community_leiden(objective_function="CPM", weights=weights, resolution_parameter=1.0, beta=0.01, n_iterations=2)
        seconds = time.process_time() - t
        m = c.membership
        inside = 2 * sum(w for (a, b), w in zip(pairs, weights) if m[a] == m[b])
        print(seconds, (inside - sum(s * s for s in c.sizes())) / (2 * sum(weights)))
        """;

    const string ForceAtlas2 = """
        const fs = require('fs'), Graph = require('graphology'), fa2 = require('graphology-layout-forceatlas2');
        const g = new Graph({type: 'undirected'}), n = Number(process.argv[2]), rounds = Number(process.argv[3]);
        let s = 1; const next = () => (s = (s * 48271) % 2147483647) / 2147483647;
        for (let i = 0; i < n; i++) g.addNode(i, {x: next() * 1000, y: next() * 1000});
        for (const line of fs.readFileSync(process.argv[1], 'utf8').split('\n')) { const [a, b, w] = line.split(' '); if (w) g.addEdge(a, b, {weight: Number(w)}); }
        const settings = {barnesHutOptimize: true, barnesHutTheta: 1.2, gravity: 1, scalingRatio: 2, slowDown: 1};
        fa2(g, {iterations: 3, settings});
        const before = process.cpuUsage();
        fa2(g, {iterations: rounds, settings});
        const used = process.cpuUsage(before);
        console.log((used.user + used.system) / 1e6 / rounds);
        """;

    /// <summary>Processor seconds and quality; null where it is not installed.</summary>
    public static (double Seconds, double Quality)? Leiden(Network network, TemporaryFolder folder)
    {
        // The system's own Python has the system's packages.
        var answer = Ask(File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3", ["-c", Igraph, WriteEdges(network, folder), Text(network.NodeCount)]);
        return answer is [var seconds, var quality] ? (seconds, quality) : null;
    }

    /// <summary>Processor seconds an iteration.</summary>
    public static double? Atlas(Network network, int iterations, TemporaryFolder folder) =>
        Ask("node", ["-e", ForceAtlas2, WriteEdges(network, folder), Text(network.NodeCount), Text(iterations)]) is [var seconds] ? seconds : null;

    static string WriteEdges(Network network, TemporaryFolder folder)
    {
        var path = folder.File("edges.txt");
        File.WriteAllLines(path, network.Edges().Select(edge => string.Create(CultureInfo.InvariantCulture, $"{edge.A} {edge.B} {edge.Weight:R}")));
        return path;
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    static double[]? Ask(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 && errors.Result is not null
                ? [.. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture))]
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

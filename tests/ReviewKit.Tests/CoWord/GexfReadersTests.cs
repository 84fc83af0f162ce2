using System.Diagnostics;
using System.Xml.Linq;
using ReviewKit.CoWord;
using ReviewKit.Graphs;

namespace ReviewKit.Tests.CoWord;

/// <summary>What other programs make of our GEXF. Each test is skipped where its program is not installed.</summary>
public sealed class GexfReadersTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("reviewkit-gexf-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [InlineData(GexfVersion.Draft12, "1.2draft", false)]
    [InlineData(GexfVersion.Draft12, "1.2draft", true)]
    [InlineData(GexfVersion.V13, "1.3", false)]
    [InlineData(GexfVersion.V13, "1.3", true)]
    public void The_official_schema_accepts_it_without_the_viz_elements(GexfVersion version, string schema, bool byYear)
    {
        // The published schemas declare colour, position and size in the wrong namespace, so that Gephi's own files fail them too.
        var document = XDocument.Load(Write(version, byYear));
        document.Descendants().Where(element => element.Name.NamespaceName.EndsWith("/viz", StringComparison.Ordinal)).Remove();
        var stripped = Path.Combine(folder, "stripped.gexf");
        document.Save(stripped);
        var (exit, output) = Run("xmllint", "--noout", "--nonet", "--schema", RealData.Path($"gexf/xsd/{schema}/gexf.xsd"), stripped);
        Assert.True(exit == 0, output);
    }

    [Fact]
    public void Networkx_reads_labels_weights_sizes_colours_and_places()
    {
        Assert.SkipUnless(Run("/usr/bin/python3", "-c", "import networkx").Exit == 0, "no networkx for /usr/bin/python3");
        var (exit, output) = Run("/usr/bin/python3", "-c", """
            import sys, networkx as nx
            g = nx.read_gexf(sys.argv[1])
            a, b = g.nodes["1"], g.nodes["2"]
            print(g.number_of_nodes(), g.number_of_edges(), g.is_directed(), a["label"], b["label"], b["occurrences"] if "occurrences" in b else b["Occurrences"])
            print(g.edges["1", "2"]["weight"], b["viz"]["color"], b["viz"]["size"], b["viz"]["position"]["x"] == float(sys.argv[2]))
            """, Write(GexfVersion.Draft12), X("2"));
        Assert.True(exit == 0, output);
        // Pairs new in each record: r1 3, r2 2, r3 0, r4 3, r5 2, r6 2: 12. 智慧城市 is in r4, r5 and r6, with smart city in r5 alone; radius 40 · √(3/4) = 34.64.
        Assert.Equal("""
            8 12 False smart city 智慧城市 3
            1.0 {'r': 230, 'g': 159, 'b': 0, 'a': 1.0} 34.64 True
            """, output.Trim(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Networkx_reads_the_time_line_GraphML_and_Pajek()
    {
        Assert.SkipUnless(Run("/usr/bin/python3", "-c", "import networkx").Exit == 0, "no networkx for /usr/bin/python3");
        var (exit, output) = Run("/usr/bin/python3", "-c", """
            import sys, networkx as nx
            for g in (nx.read_gexf(sys.argv[1]), nx.read_graphml(sys.argv[2]), nx.Graph(nx.read_pajek(sys.argv[3]))):
                print(g.number_of_nodes(), g.number_of_edges(), sum(w for _, _, w in g.edges(data="weight")))
            """, Write(GexfVersion.Draft12, byYear: true), Write("graphml"), Write("pajek"));
        Assert.True(exit == 0, output);
        // All three hold the same network.
        Assert.Single(output.Trim().Split('\n').Select(line => line.Trim()).Distinct());
        Assert.StartsWith("8 12 ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GexfVersion.Draft12, false)]
    [InlineData(GexfVersion.V13, false)]
    // It knows one list of columns for nodes and one for edges; a time line has two, as in Gephi's own files.
    [InlineData(GexfVersion.V13, true)]
    public void Graphology_reads_labels_weights_sizes_colours_and_places(GexfVersion version, bool byYear)
    {
        Assert.SkipUnless(Run("node", "-e", "require('graphology-gexf'); require('graphology'); require('@xmldom/xmldom')").Exit == 0, "no node with graphology-gexf and @xmldom/xmldom (NODE_PATH names their folder)");
        var (exit, output) = Run("node", "-e", """
            const fs = require('fs'), Graph = require('graphology'), gexf = require('graphology-gexf');
            const g = gexf.parse(Graph, fs.readFileSync(process.argv[1], 'utf8'), {allowUndeclaredAttributes: process.argv[3] === 'True'});
            const b = g.getNodeAttributes('2');
            console.log(g.order, g.size, g.type, b.label, b.color, b.size, b.x === Number(process.argv[2]), g.getEdgeAttribute('1', '2', 'weight'));
            """, Write(version, byYear), X("2"), byYear.ToString());
        Assert.True(exit == 0, output);
        Assert.Equal("8 12 undirected 智慧城市 rgb(230,159,0) 34.64 true 1", output.Trim());
    }

    string Write(GexfVersion version, bool byYear = false)
    {
        var path = Path.Combine(folder, "map.gexf");
        using var stream = File.Create(path);
        CoWordMap.Of(Papers.SmartCities(), new CoWordOptions { MinimumOccurrences = 1 }).WriteGexf(stream, new DateOnly(2024, 3, 1), version, byYear);
        return path;
    }

    string Write(string format)
    {
        var path = Path.Combine(folder, format);
        using var stream = File.Create(path);
        MapFormat.Of(format).Write(CoWordMap.Of(Papers.SmartCities(), new CoWordOptions { MinimumOccurrences = 1 }), stream, new MapWriting(ReviewKit.Text.Language.En));
        return path;
    }

    string X(string id) => XDocument.Load(Path.Combine(folder, "map.gexf")).Descendants()
        .Single(element => element.Name.LocalName == "node" && element.Attribute("id")!.Value == id)
        .Elements().Single(element => element.Name.LocalName == "position").Attribute("x")!.Value;

    static (int Exit, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed");
            throw;
        }
    }
}

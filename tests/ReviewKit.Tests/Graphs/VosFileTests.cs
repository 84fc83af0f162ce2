using CsCheck;
using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class VosFileTests
{
    [Fact]
    public void A_network_is_read_with_its_ids_in_numerical_order()
    {
        var read = VosFile.ReadNetwork(new StringReader("\ufeff10\t2\t3\n2\t9\n\n2\t10\t1\n"), "network.txt");
        Assert.Equal(["2", "9", "10"], read.Ids);
        // 2-9 has no strength and counts 1; 10-2 is named twice, 3 + 1.
        Assert.Equal([new Edge(0, 1, 1), new Edge(0, 2, 4)], read.Network.Edges());
    }

    [Fact]
    public void Ids_that_are_words_are_in_ordinal_order() =>
        Assert.Equal(["b", "政策", "智慧城市"], VosFile.ReadNetwork(new StringReader("智慧城市,政策,2\nb,政策,1\n"), "网络.txt").Ids);

    [Theory]
    [InlineData("1\t2\tmany")]
    [InlineData("1\t2\t0")]
    [InlineData("1")]
    [InlineData("1\t2\t3\t4")]
    public void A_line_that_is_no_link_is_named(string line)
    {
        var error = Assert.Throws<ReviewKitException>(() => VosFile.ReadNetwork(new StringReader($"1\t2\t3\n{line}\n"), "n.txt"));
        Assert.Equal($"n.txt:2: found \"{line}\", expected two ids and a strength above 0, with tabs between", error.Said.En);
        Assert.Equal($"n.txt:2：此行为“{line}”，应为两个编号和一个大于 0 的强度，以制表符分隔", error.Said.Zh);
    }

    [Fact]
    public void A_map_has_the_columns_of_VOSviewer_and_quotes_labels_with_commas()
    {
        var map = new NetworkMap(Network.OfEdges(3, [new(0, 1, 2), new(1, 2, 1)]), new Clustering([0, 0, 1]), new Layout([-0.5, 0.25, 1.23456], [0, -0.00001, 1]));
        var writer = new StringWriter();
        VosFile.WriteMap(writer, map, [new("1", "abbasi, a", [88]), new("2", "智慧城市", [null]), new("7", "the \"city\"", [1.5])], "weight<Documents>");
        string[] expected =
        [
            "id\tlabel\tx\ty\tcluster\tweight<Links>\tweight<Total link strength>\tweight<Documents>",
            "1\t\"abbasi, a\"\t-0.5\t0\t1\t1\t2\t88",
            "2\t智慧城市\t0.25\t0\t1\t2\t3\t",
            "7\t\"the \"\"city\"\"\"\t1.2346\t1\t2\t1\t1\t1.5",
            "",
        ];
        Assert.Equal(string.Join('\n', expected), writer.ToString());
    }

    [Fact]
    public void A_network_comes_back_as_it_was_written() => Nets.Random.Sample(net =>
    {
        var network = Network.OfEdges(net.Nodes, net.Edges);
        var ids = Enumerable.Range(1, net.Nodes).Select(id => $"{id}").ToList();
        var writer = new StringWriter();
        VosFile.WriteNetwork(writer, ids, network);
        var read = VosFile.ReadNetwork(new StringReader(writer.ToString()), "n");
        // Nodes without an edge are not in such a file.
        Assert.Equal(
            network.Edges().Select(edge => (ids[edge.A], ids[edge.B], edge.Weight)),
            read.Network.Edges().Select(edge => (read.Ids[edge.A], read.Ids[edge.B], edge.Weight)));
    });
}

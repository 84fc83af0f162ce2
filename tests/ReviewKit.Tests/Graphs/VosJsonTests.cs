using System.Text.Json;
using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class VosJsonTests
{
    [Fact]
    public void Items_links_and_words_lie_where_VOSviewer_looks_for_them()
    {
        var network = Network.OfEdges(2, [new(0, 1, 1.5)]);
        using var stream = new MemoryStream();
        VosJson.Write(stream, new NetworkMap(network, new Clustering([0, 0]), new Layout([-0.5, 0.5], [0, 0])),
            [new VosItem("1", "智慧城市", [4, 2019.25]), new VosItem("2", "policy", [1, null])], ["weight<Occurrences>", "score<Avg. pub. year>"], ("Keyword", "Link"), "Network of keywords", "seed 0");
        using var json = JsonDocument.Parse(stream.ToArray());
        var items = json.RootElement.GetProperty("network").GetProperty("items");
        Assert.Equal("""{"id":1,"label":"智慧城市","x":-0.5,"y":0,"cluster":1,"weights":{"Occurrences":4},"scores":{"Avg. pub. year":2019.25}}""", Bare(items[0]));
        Assert.Equal("{}", Bare(items[1].GetProperty("scores")));
        Assert.Equal("""{"source_id":1,"target_id":2,"strength":1.5}""", Bare(json.RootElement.GetProperty("network").GetProperty("links")[0]));
        Assert.Equal("Keywords", json.RootElement.GetProperty("config").GetProperty("terminology").GetProperty("items").GetString());
        Assert.Equal("seed 0", json.RootElement.GetProperty("info").GetProperty("description").GetString());
    }

    static string Bare(JsonElement element) => string.Concat(element.GetRawText().Split('\n').Select(line => line.Trim())).Replace("\": ", "\":", StringComparison.Ordinal);
}

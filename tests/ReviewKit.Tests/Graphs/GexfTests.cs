using System.Text;
using System.Xml.Linq;
using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class GexfTests
{
    static readonly GexfNode City = new() { Id = "a", Label = "智慧城市", Size = 3, X = -1.5, Y = 0.00000000001, Color = new Rgb(230, 159, 0), Values = [4, 0.5, null] };
    static readonly GexfNode Policy = new() { Id = "b", Label = "<policy> & \u0001tools\ud83d", Size = 1, X = 1e-7, Y = 2, Color = new Rgb(0, 0, 0), Values = [1, 1.0, "en"] };

    static readonly GexfDocument Small = new()
    {
        NodeColumns = [new("n", "Records", GexfType.Integer), new("s", "Share", GexfType.Double), new("l", "Language", GexfType.String)],
        Nodes = [City, Policy],
        Edges = [new GexfEdge { Source = "a", Target = "b", Weight = 2.5 }],
    };

    [Fact]
    public void A_small_network()
    {
        Assert.Equal("""
            <?xml version="1.0" encoding="utf-8"?>
            <gexf xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2" xmlns="http://www.gexf.net/1.2draft">
              <meta>
                <creator>ReviewKit</creator>
              </meta>
              <graph mode="static" defaultedgetype="undirected">
                <attributes class="node" mode="static">
                  <attribute id="n" title="Records" type="integer" />
                  <attribute id="s" title="Share" type="double" />
                  <attribute id="l" title="Language" type="string" />
                </attributes>
                <nodes>
                  <node id="a" label="智慧城市">
                    <attvalues>
                      <attvalue for="n" value="4" />
                      <attvalue for="s" value="0.5" />
                    </attvalues>
                    <viz:size value="3" />
                    <viz:position x="-1.5" y="0" z="0" />
                    <viz:color r="230" g="159" b="0" />
                  </node>
                  <node id="b" label="&lt;policy&gt; &amp; tools">
                    <attvalues>
                      <attvalue for="n" value="1" />
                      <attvalue for="s" value="1" />
                      <attvalue for="l" value="en" />
                    </attvalues>
                    <viz:size value="1" />
                    <viz:position x="0.0000001" y="2" z="0" />
                    <viz:color r="0" g="0" b="0" />
                  </node>
                </nodes>
                <edges>
                  <edge id="0" source="a" target="b" weight="2.5" />
                </edges>
              </graph>
            </gexf>
            """, Write(Small), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Version_13_has_its_own_namespaces()
    {
        var root = XDocument.Parse(Write(Small with { Version = GexfVersion.V13, LastModified = new DateOnly(2024, 2, 29) })).Root!;
        Assert.Equal("http://gexf.net/1.3", root.Name.NamespaceName);
        Assert.Equal("1.3", root.Attribute("version")!.Value);
        Assert.Equal("2024-02-29", root.Elements().First().Attribute("lastmodifieddate")!.Value);
        Assert.Equal(2, root.Descendants("{http://gexf.net/1.3/viz}color").Count());
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        var invariant = Write(Small);
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Equal(invariant, Write(Small));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_character_of_two_halves_is_kept() =>
        Assert.Contains("label=\"𠮷\"", Write(Small with { Nodes = [City with { Label = "𠮷\ufffe" }], Edges = [] }), StringComparison.Ordinal);

    public static TheoryData<GexfDocument> Wrong =>
    [
        Small with { Nodes = [City, City] },
        Small with { Nodes = [City with { Id = "a b" }], Edges = [] },
        Small with { Nodes = [City with { Id = "" }], Edges = [] },
        Small with { Nodes = [City with { X = double.NaN }], Edges = [] },
        Small with { Nodes = [City with { Values = [1] }], Edges = [] },
        Small with { Edges = [new GexfEdge { Source = "a", Target = "c", Weight = 1 }] },
        Small with { Edges = [new GexfEdge { Source = "a", Target = "b", Weight = 0 }] },
    ];

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_Gephi_would_refuse_or_drop_is_not_written(GexfDocument document) => Assert.Throws<ArgumentException>(() => Write(document));

    static string Write(GexfDocument document)
    {
        using var stream = new MemoryStream();
        Gexf.Write(stream, document);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

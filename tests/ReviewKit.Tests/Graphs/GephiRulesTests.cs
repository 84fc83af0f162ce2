using System.Xml.Linq;
using ReviewKit.CoWord;
using ReviewKit.Graphs;
using ReviewKit.Tests.CoWord;

namespace ReviewKit.Tests.Graphs;

public class GephiRulesTests
{
    [Theory]
    [InlineData(GexfVersion.Draft12, false)]
    [InlineData(GexfVersion.Draft12, true)]
    [InlineData(GexfVersion.V13, false)]
    [InlineData(GexfVersion.V13, true)]
    public void Gephi_takes_all_of_a_map_as_it_is_meant(GexfVersion version, bool byYear)
    {
        using var stream = new MemoryStream();
        CoWordMap.Of(Papers.SmartCities(), new CoWordOptions { MinimumOccurrences = 1 }).WriteGexf(stream, null, version, byYear);
        stream.Position = 0;
        Assert.Empty(GephiRules.Broken(XDocument.Load(stream)));
    }

    [Theory]
    [InlineData("gephi-gephi__zeroweight.gexf", "weight 0")]
    [InlineData("gephi-gephi__slice.gexf", "time")]
    public void What_is_wrong_in_Gephis_own_examples_is_seen(string sample, string said) =>
        Assert.Contains(GephiRules.Broken(XDocument.Load(RealData.Path($"gexf/samples/{sample}"))), broken => broken.Contains(said, StringComparison.Ordinal));

    [Theory]
    [InlineData("""<node id="a"><viz:color r="230.0" g="1" b="1"/></node>""", "stops the import")]
    [InlineData("""<node id="a"/><node id="a"/>""", "occurs twice")]
    [InlineData("""<node id="a"><viz:position x="2,5" y="1"/></node>""", "a place that is no number")]
    [InlineData("""<node id="a"><viz:position x="0" y="0"/></node>""", "at random")]
    public void What_Gephi_misreads_is_seen(string nodes, string said) =>
        Assert.Contains(GephiRules.Broken(XDocument.Parse($"""<?xml version="1.0" encoding="utf-8"?><gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz"><graph><nodes>{nodes}</nodes></graph></gexf>""")),
            broken => broken.Contains(said, StringComparison.Ordinal));
}

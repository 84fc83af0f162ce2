using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class PajekTests
{
    [Fact]
    public void A_small_network()
    {
        using var writer = new StringWriter();
        Pajek.Write(writer, new GexfDocument
        {
            Description = "seed 0",
            Nodes = [new GexfNode { Id = "x", Label = "智慧\"城市\"", Size = 1, X = -10, Y = 5, Color = default }, new GexfNode { Id = "y", Label = "smart\ncity", Size = 1, X = 10, Y = 0, Color = default }],
            Edges = [new GexfEdge { Source = "x", Target = "y", Weight = 2.5 }],
        });
        // Places from 0 to 1 by the wider side, 20; y downwards.
        Assert.Equal("""
            *Network "seed 0"
            *Vertices 2
            1 "智慧'城市'" 0.0000 0.0000 0.5000
            2 "smart city" 1.0000 0.2500 0.5000
            *Edges
            1 2 2.5

            """, writer.ToString(), ignoreLineEndingDifferences: true);
    }
}

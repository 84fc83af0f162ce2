using ReviewKit.App.Terminal;

namespace ReviewKit.Tests.App.Terminal;

public class TextFlowTests
{
    [Theory]
    [InlineData("a smart city", 7, "a smart|city")]
    [InlineData("智慧城市的治理。研究", 8, "智慧城市|的治理。|研究")]
    [InlineData("智慧城市。", 8, "智慧城|市。")]
    [InlineData("城市（2010-2020）", 7, "城市|（2010-|2020）")]
    [InlineData("incomprehensibilities", 8, "incompre|hensibil|ities")]
    [InlineData("one\n\ntwo", 10, "one||two")]
    [InlineData("", 10, "")]
    [InlineData("中", 1, "中")]
    [InlineData("co-word and/or", 6, "co-|word|and/or")]
    public void Lines_end_where_a_reader_expects(string text, int width, string expected) =>
        Assert.Equal(expected, string.Join('|', TextFlow.Wrap([new(text)], width, new CellWidth()).Select(line => string.Concat(line.Select(part => part.Text)))));

    [Fact]
    public void Styles_go_on_over_the_end_of_a_line()
    {
        var red = new Style(Colour.Red);
        var lines = TextFlow.Wrap([new("in "), new("智慧城市", red), new(" here")], 6, new CellWidth());
        Assert.Equal<Styled[]>([[new("in "), new("智", red)], [new("慧城市", red)], [new("here")]], lines.Select(line => line.ToArray()));
    }

    [Fact]
    public void No_line_is_wider_than_it_may_be()
    {
        var width = new CellWidth();
        var text = "智慧城市（smart cities）的“治理”：policy diffusion, 2010—2020年；①背景👍🏽 e\u0301tude — incomprehensibilities of 一二三四五六七八九十，end.";
        for (var cells = 2; cells < 60; cells++)
        {
            var lines = TextFlow.Wrap([new(text)], cells, width).Select(line => string.Concat(line.Select(part => part.Text))).ToList();
            Assert.All(lines, line => Assert.InRange(width.OfText(line), 0, cells));
            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        }
    }
}

using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public class ElementTests
{
    [Theory]
    [InlineData("<a>路灯<i>与</i>传感器</a>", "路灯与传感器")]
    [InlineData("<a>wrapped\n   by the file</a>", "wrapped by the file")]
    [InlineData("<a>meant&#xD;by EndNote</a>", "meant\nby EndNote")]
    [InlineData("<a><![CDATA[第一段 & <正>\n第二段]]></a>", "第一段 & <正>\n第二段")]
    [InlineData("<a>p < 0.05, R&D, &nbsp;x &eacute; &unknown;</a>", "p < 0.05, R&D, \u00a0x é &unknown;")]
    [InlineData("<a><正>摘要</a>", "<正>摘要")]
    [InlineData("<a>control\u0001character</a>", "control character")]
    public void Text_is_read_as_its_writer_meant_it(string xml, string expected)
    {
        var (root, unread) = Element.Parse(xml);
        Assert.Null(unread);
        Assert.Equal(expected, root.Value);
    }

    [Fact]
    public void What_stands_before_and_behind_an_error_is_kept()
    {
        var (root, unread) = Element.Parse("<r><title>Lamps</title><year>2019<pages>1-9</year></r>");
        Assert.Equal("Lamps", root.At("title"));
        Assert.Contains("1-9", root.Value + unread);
    }

    [Fact]
    public void No_depth_overflows_and_no_text_of_it_is_lost()
    {
        var xml = "<r>" + string.Concat(Enumerable.Repeat("<a>", 100_000)) + "路灯" + string.Concat(Enumerable.Repeat("</a>", 100_000)) + "<t>x</t></r>";
        var (root, unread) = Element.Parse(xml);
        Assert.Null(unread);
        Assert.Contains("路灯", root.Value);
        Assert.Equal("x", root.At("t"));
    }
}

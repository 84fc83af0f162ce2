using ReviewKit.Dedup;

namespace ReviewKit.Tests.Dedup;

public class PositionTests
{
    [Theory]
    [InlineData("12", "3", "45-56", "12|3|45|56|")]
    [InlineData("57 Suppl", null, "229-34", "57s||229|234|")]
    [InlineData("16 (1) (no pagination)", "143", "143", "16|143|143||")]
    [InlineData("2019", "03-Apr", "08-Nov", "2019|3-4|8|11|")]
    [InlineData("2019", "3-4", "11-Aug", "2019|3-4|8|11|")]
    [InlineData(null, "SUPPL. 1", "S12", "|1s|s12||")]
    [InlineData(null, "May", "35+", "|5|35||")]
    [InlineData("7", "1", "e12724", "7|1|||e12724")]
    [InlineData("UNKNOWN", "NA", "null", "||||")]
    [InlineData("Ph.D.", null, "215 p", "||||")]
    [InlineData("（3）", "增刊1", "21-33+118", "3|1s|21|33|")]
    [InlineData("12", "3", "0045--0056", "12|3|45|56|")]
    public void What_sources_write_becomes_volume_issue_and_pages(string? volume, string? issue, string? pages, string expected)
    {
        var position = Position.Of(new Record { Volume = volume, Issue = issue, Pages = pages });
        Assert.Equal(expected, $"{position.Volume}|{position.Issue}|{position.FirstPage}|{position.LastPage}|{position.ArticleNumber}");
    }
}

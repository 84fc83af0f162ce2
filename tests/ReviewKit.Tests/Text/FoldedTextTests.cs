using ReviewKit.Text;

namespace ReviewKit.Tests.Text;

public class FoldedTextTests
{
    [Theory]
    [InlineData("Smart-City\u00a0政策", "smart city 政策")]
    [InlineData("ＳＭＡＲＴ　智慧", "smart 智慧")]
    [InlineData("數字城市", "数字城市")]
    [InlineData("a\uffffb\ufffec智\uffff慧", "abc智慧")]
    public void Texts_are_folded_letter_by_letter(string text, string expected) => Assert.Equal(expected, FoldedText.Of(text));

    [Fact]
    public void Every_character_there_is_can_be_folded()
    {
        var folded = new FoldedText();
        for (var c = 0; c <= char.MaxValue; c++) folded.Fold($"智{(char)c}慧");
    }
}

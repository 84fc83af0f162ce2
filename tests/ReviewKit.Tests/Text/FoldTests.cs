using ReviewKit.Text;

namespace ReviewKit.Tests;

public class FoldTests
{
    [Theory]
    [InlineData("Ｓｍａｒｔ　Ｃｉｔｙ", "smart city")]
    [InlineData("smart–city", "smart-city")]
    [InlineData("  Süß  Café\n", "suss cafe")]
    [InlineData("智慧城市與雲計算", "智慧城市与云计算")]
    [InlineData("“一带一路”", "\"一带一路\"")]
    [InlineData("ガイド", "ガイド")]
    [InlineData("C++", "c++")]
    [InlineData("", "")]
    public void A_term_is_folded(string text, string expected) => Assert.Equal(expected, Fold.Term(text));

    [Theory]
    [InlineData("Smart City: a review.", "smartcityareview")]
    [InlineData("智慧城市——以北京为例（2019）", "智慧城市以北京为例2019")]
    public void Letters_keep_letters_and_digits_of_every_script(string text, string expected) => Assert.Equal(expected, Fold.Letters(text));

    [Fact]
    public void Folding_twice_changes_nothing() =>
        CsCheck.Gen.String.Sample(text => Fold.Term(Fold.Term(text)) == Fold.Term(text));

    [Fact]
    public void A_lone_surrogate_is_survived() => Assert.Equal("a\ufffdb", Fold.Term("a\ud83db"));
}

using ReviewKit.CoWord;

namespace ReviewKit.Tests.CoWord;

public class ThesaurusTests
{
    static Thesaurus Read(string text) => Thesaurus.Read(new StringReader(text), "thesaurus.txt");

    [Theory]
    [InlineData("Smart Cities", "smart city")]
    [InlineData("ｓｍａｒｔ cities", "smart city")]
    [InlineData("智能城市", "智慧城市")]
    [InlineData("study", null)]
    [InlineData("governance", "governance")]
    public void A_term_is_replaced_left_out_or_kept(string term, string? expected) =>
        Assert.Equal(expected, Read("\ufefflabel\treplace by\nsmart cities\tsmart city\n智能城市\t智慧城市\nstudy\t\n\n").Apply(term));

    [Fact]
    public void A_replacement_is_not_looked_up_again() => Assert.Equal("b", Read("a\tb\nb\tc\n").Apply("a"));

    [Fact]
    public void A_line_without_tab_is_named()
    {
        var error = Assert.Throws<ReviewKitException>(() => Read("a\tb\nsmart cities smart city\n"));
        Assert.Equal("thesaurus.txt:2: found \"smart cities smart city\", expected a term, a tab and what replaces it (nothing to leave it out)", error.Said.En);
    }

    [Fact]
    public void A_term_with_two_replacements_is_named()
    {
        var error = Assert.Throws<ReviewKitException>(() => Read("智能城市\t智慧城市\n智能城市\t数字城市\n"));
        Assert.Equal("thesaurus.txt:2：“智能城市”在此替换为“数字城市”，前文却替换为“智慧城市”；请只保留一行", error.Said.Zh);
    }
}

using ReviewKit.Dedup;

namespace ReviewKit.Tests.Dedup;

public class SpellingTests
{
    [Theory]
    [InlineData("prefectures", "prefecturs", true)]
    [InlineData("behavior", "behaviour", true)]
    [InlineData("teh", "the", false)]
    [InlineData("tumuor", "tumour", true)]
    [InlineData("typical", "atypical", false)]
    [InlineData("covid19", "covid18", false)]
    [InlineData("abduction", "adduction", false)]
    [InlineData("nitrite", "nitrate", false)]
    [InlineData("街道街道", "街道街区", false)]
    public void One_letter_makes_a_variant_unless_it_makes_another_word(string a, string b, bool expected)
    {
        Assert.Equal(expected, Spelling.IsVariant(a, b));
        Assert.Equal(expected, Spelling.IsVariant(b, a));
    }

    [Theory]
    [InlineData("gangam", "sangam", true)]
    [InlineData("ar", "air", true)]
    [InlineData("afferent", "efferent", false)]
    [InlineData("h1n1", "h5n1", false)]
    public void A_misprint_may_be_at_the_beginning(string a, string b, bool expected) => Assert.Equal(expected, Spelling.IsMisprint(a, b));
}

using ReviewKit.Enrichment;
using ReviewKit.Records;

namespace ReviewKit.Tests.Enrichment;

public class MatchScoreTests
{
    [Theory]
    // Title .7, authors .2, year .1, of what both sides say.
    [InlineData("Governing the smart city", "Lin, Wei", 2019, "Governing the Smart City.", "Lin, W.", 2019, 1)]
    [InlineData("Governing the smart city", "Lin, Wei", 2019, "Governing the smart city", "Lin, Wei", 2020, .95)]
    [InlineData("Governing the smart city", "Lin, Wei", 2019, "Governing the smart city", "Lin, Wei", 2012, .5)]
    [InlineData("Governing the smart city", "Lin, Wei", 2019, "Governing the smart city", "Zhao, Min", 2019, .5)]
    [InlineData("Governing the smart city", "Lin, Wei", 2019, "Governing the smart city", null, null, .5)]
    [InlineData("Editorial", "Lin, Wei", 2019, "Editorial", "Lin, Wei", 2019, .5)]
    [InlineData("智慧城市的政策议程设置研究", "林伟", 2019, "智慧城市的政策议程设置研究", "林伟", 2019, 1)]
    [InlineData("智慧城市的政策议程设置研究", "林伟", 2019, "Agenda setting for smart cities", "Lin, Wei", 2019, 0)]
    // 4 of 5 words: .7 × .8 + .2 + .1.
    [InlineData("Governing smart city data", "Lin, Wei", 2019, "Governing smart city data twice", "Lin, Wei", 2019, .86)]
    public void Titles_authors_and_years_make_the_score(string title, string author, int year, string found, string? by, int? of, double expected) =>
        Assert.Equal(expected, MatchScore.Of(Make(title, author, year), Make(found, by, of)), 3);

    [Fact]
    public void A_title_with_nothing_in_common_is_another_work_and_a_translation_is_not()
    {
        Assert.True(MatchScore.IsAnother(Make("Governing the smart city", "Lin, Wei", 2019), Make("Frogs of the Amazon", "Frog, K.", 2019)));
        Assert.False(MatchScore.IsAnother(Make("智慧城市治理", "林伟", 2019), Make("Governing the smart city", "Lin, Wei", 2019)));
    }

    [Theory]
    [InlineData("Cities", 2020, .95)]
    [InlineData("Proceedings of the Conference on Urban Computing", 2020, .5)]
    [InlineData("Proceedings of the Conference on Urban Computing", 2019, 1)]
    public void A_year_later_in_another_place_it_is_the_article_of_a_conference_paper(string journal, int year, double expected)
    {
        var (wanted, found) = (Make("Governing the smart city", "Lin, Wei", 2019), Make("Governing the smart city", "Lin, Wei", year));
        (wanted.Journal, found.Journal) = ("Cities", journal);
        Assert.Equal(expected, MatchScore.Of(wanted, found), 3);
    }

    static Record Make(string title, string? author, int? year) => new() { Title = title, Year = year, Authors = author is null ? [] : [PersonName.Parse(author)] };
}

using ReviewKit.Query;
using ReviewKit.Store;

namespace ReviewKit.Tests.Query;

public class CriteriaTests
{
    static Criterion Rule(string require) => new(require, require, "other", "remove", new(require, require));

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(2009, null, true)]
    [InlineData(2010, null, false)]
    [InlineData(2022, "2022-12-31", false)]
    [InlineData(2023, "2023-01", true)]
    public void The_window_fails_only_what_is_certainly_outside(int? year, string? date, bool fails) =>
        Assert.Equal(fails, Criteria.Fails(Rule("window") with { From = "2010-06-01", To = "2022-12-31" }, new Record { Year = year, Date = date }));

    [Theory]
    [InlineData("English", null, false)]
    [InlineData("中文;", null, false)]
    [InlineData("chi", null, false)]
    [InlineData("Spanish", null, true)]
    [InlineData("English; Russian", null, false)]
    [InlineData(null, "智慧城市", false)]
    [InlineData(null, "Ville intelligente", false)]
    public void A_language_that_is_not_said_cannot_fail(string? language, string? title, bool fails) =>
        Assert.Equal(fails, Criteria.Fails(Rule("language") with { Languages = ["zh", "en"] }, new Record { Language = language, Title = title }));

    [Fact]
    public void An_abstract_in_any_language_counts()
    {
        Assert.True(Criteria.Fails(Rule("abstract"), new Record { Abstract = " " }));
        Assert.False(Criteria.Fails(Rule("abstract"), new Record { Abstracts = { ["zh"] = "摘要" } }));
    }

    [Fact]
    public void Types_are_named_by_the_sources_word_or_ours()
    {
        var rule = Rule("type") with { Exclude = ["Editorial", "新闻"] };
        Assert.True(Criteria.Fails(rule, new Record { Type = "article-journal", SourceType = "Editorial" }));
        Assert.True(Criteria.Fails(rule, new Record { SourceType = "新闻" }));
        Assert.False(Criteria.Fails(rule, new Record { Type = "article-journal" }));
    }
}

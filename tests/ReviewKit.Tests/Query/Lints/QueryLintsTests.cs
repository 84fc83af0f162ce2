using ReviewKit.Query;
using ReviewKit.Query.Dialects;
using ReviewKit.Query.Lints;
using ReviewKit.Query.Parsing;

namespace ReviewKit.Tests.Query.Lints;

public class QueryLintsTests
{
    [Theory]
    [InlineData("zh: [智慧城市, 智慧城市建设], en: [Beijing]", "Q-W-SUBSUMED", "智慧城市建设")]
    [InlineData("zh: [智慧城市, 智慧城市], en: [Beijing]", "Q-W-DUPLICATE", "智慧城市")]
    [InlineData("zh: [安全], en: [Beijing]", "Q-W-COMMON", "安全")]
    [InlineData("zh: [云], en: [Beijing]", "Q-W-COMMON", "云")]
    [InlineData("zh: [云计算], en: [Beijing]", "Q-W-TRADITIONAL", "云计算")]
    [InlineData("zh: [城镇], en: [smart city]", "Q-W-VARIANT", "smart city")]
    [InlineData("zh: [城镇], en: [travel behaviour, travel behaviours]", "Q-W-VARIANT", "travel behaviour")]
    [InlineData("zh: [城镇], en: [policy, polic*]", "Q-W-SUBSUMED", "policy")]
    [InlineData("zh: [城镇], en: [ai*]", "Q-E-STEM", "ai*")]
    public void Says_what_is_doubtful_in_a_set_and_points_at_the_term(string terms, string code, string pointed)
    {
        var yaml = $"sets:\n  - {{ id: S1, {terms} }}\n";
        var found = QueryLints.Of(TermQuery.Parse(yaml, "q.yaml"));
        Assert.Contains(found, one => one.Code == code && yaml.Substring(one.At.Start, one.At.Length) == pointed);
    }

    [Fact]
    public void Sees_terms_in_two_sets_and_sets_without_partner()
    {
        var found = QueryLints.Of(TermQuery.Parse("window: { from: 2020, to: 2010 }\nlanguages: [zh]\nsets:\n  - { id: S1, zh: [政务], en: [Beijing] }\n  - { id: S2, zh: [政务] }\n", "q.yaml")).Select(one => one.Code).ToList();
        Assert.All((string[])["Q-W-TWO-SETS", "Q-W-PARTNER", "Q-E-WINDOW", "Q-W-LANGUAGE"], code => Assert.Contains(code, found));
    }

    [Fact]
    public void What_is_in_order_is_passed_in_silence() =>
        Assert.DoesNotContain(QueryLints.Of(TermQuery.Parse("plural: true\nsets:\n  - { id: S1, zh: [城市政府, 城巿政府], en: [Shenzhen] }\n", "q.yaml")), one => one.Code != "Q-W-TRADITIONAL");

    [Theory]
    [InlineData("cnki", "TI=（“智慧城市” OR ‘数字城市’）", "TI=('智慧城市' OR '数字城市')")]
    [InlineData("scopus", "TITLE(“air”) NOT TITLE(water)", "TITLE(\"air\") AND NOT TITLE(water)")]
    [InlineData("wos", "TI=(air near/3 water) or TI=(fire NEAR smoke)", "TI=(air NEAR/3 water) OR TI=(fire NEAR/15 smoke)")]
    [InlineData("wanfang", "题名：智慧城市", "题名:\"智慧城市\"")]
    [InlineData("pubmed", "PubMed: air[ti] | water[ti]", "air[ti] OR water[ti]")]
    public void Safe_corrections_are_made(string platform, string text, string expected) =>
        Assert.Equal(expected, Fixes.Apply(text, StrategyReader.Read(text, Platforms.Named(platform)).Diagnostics));
}

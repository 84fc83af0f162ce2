using ReviewKit.Query;

namespace ReviewKit.Tests.Query;

public class TermQueryTests
{
    [Theory]
    [InlineData("sets: []", "query.yaml:1: there are no term sets")]
    [InlineData("sets:\n  - { id: S1 }", "query.yaml:2: set S1 has no terms: give zh or en")]
    [InlineData("sets:\n  - { id: S1, zh: [智慧城市，数字城市] }", "query.yaml:2: \"智慧城市，数字城市\" has a list sign inside one term")]
    [InlineData("sets:\n  - { id: S1, en: [smart cit*] }", "query.yaml:2: \"smart cit*\" has a wildcard, quote or operator")]
    [InlineData("sets:\n  - { id: S1, en: [smart AND city] }", "query.yaml:2: \"smart AND city\" has a wildcard, quote or operator")]
    [InlineData("fields: [full-text]\nsets:\n  - { id: S1, en: [x] }", "query.yaml:1: unknown field \"full-text\"; known: title, abstract, keywords, index-keywords")]
    public void A_mistake_is_named_with_its_line(string yaml, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ReviewKitException>(() => TermQuery.Parse(yaml, "query.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_shipped_query_has_the_four_sets_of_the_thesis()
    {
        var query = TermQuery.Read(Path.Combine(Repository.Root, "queries", "smart-city-policy.yaml"), "smart-city-policy.yaml");
        // Table 5: 3 + 4 + 6 + 4 terms in each language.
        Assert.Equal([3 + 3, 4 + 4, 6 + 6, 4 + 4], query.Sets.Select(set => set.Terms.Count));
    }
}

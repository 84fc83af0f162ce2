using ReviewKit.CoWord;

namespace ReviewKit.Tests.CoWord;

public class TermIndexTests
{
    [Fact]
    public void A_term_counts_once_a_record_and_is_shown_as_most_records_write_it()
    {
        var index = TermIndex.Of(Papers.SmartCities(), new CoWordOptions());
        // r1 "Smart City", r2 and r5 "smart city", r3 "Smart city" (and again "Smart City", which does not count).
        Assert.Equal(("smart city", 4), (index.Terms[0].Label, index.Terms[0].Records.Count));
        Assert.Equal([0, 1, 2, 4], index.Terms[0].Records);
        Assert.Equal(("智慧城市", 3), (index.Terms[1].Label, index.Terms[1].Records.Count));
        Assert.Equal((6, 6, 8), (index.RecordCount, index.RecordsWithTerms, index.Terms.Count));
    }

    [Theory]
    [InlineData("智慧城市;政策工具", "政策工具|智慧城市")]
    [InlineData("智慧城市；政策工具；", "政策工具|智慧城市")]
    [InlineData("智慧城市;;政策工具;;", "政策工具|智慧城市")]
    [InlineData("智慧城市、政策工具", "政策工具|智慧城市")]
    [InlineData("smart city | governance", "governance|smart city")]
    [InlineData("Rural Health Services, utilization", "rural health services, utilization")]
    [InlineData(" ; ", "")]
    public void Separators_that_a_reader_left_are_split(string keyword, string expected) =>
        Assert.Equal(expected, string.Join('|', Index(new CoWordOptions(), keyword).Terms.Select(term => term.Key).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("ＢＩＭ", "bim")]
    [InlineData("云计算", "雲計算")]
    [InlineData("Weight–Loss", "weight-loss")]
    [InlineData("smart\n  city", "Smart City")]
    public void Folding_joins_width_script_dashes_blanks_and_case(string a, string b) => Assert.Single(Index(new CoWordOptions(), a, b).Terms);

    [Fact]
    public void VOSviewers_rule_joins_nothing_but_case() =>
        Assert.Equal(["weight-loss", "weight–loss"], Index(new CoWordOptions { Identity = TermIdentity.CaseInsensitive }, "Weight–Loss", "weight–loss", "WEIGHT-LOSS").Terms.Select(term => term.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Of_equally_frequent_forms_the_first_in_ordinal_order_is_shown() =>
        Assert.Equal("Smart City", Index(new CoWordOptions(), "smart city", "Smart City").Terms[0].Label);

    [Fact]
    public void Fields_are_taken_as_asked_and_a_term_in_two_of_them_counts_once()
    {
        var record = new Record { Keywords = ["a"], IndexKeywords = ["A", "b"], KeywordsPlus = ["c"] };
        Assert.Equal(["a"], Keys(KeywordFields.Author));
        Assert.Equal(["a", "b"], Keys(KeywordFields.Author | KeywordFields.Index));
        Assert.Equal(["c"], Keys(KeywordFields.Plus));
        Assert.Equal(["a", "b", "c"], Keys(KeywordFields.All));

        IEnumerable<string> Keys(KeywordFields fields) => TermIndex.Of([record], new CoWordOptions { Fields = fields }).Terms.Select(term => term.Key);
    }

    [Fact]
    public void A_thesaurus_joins_terms_and_leaves_others_out()
    {
        var options = new CoWordOptions { Thesaurus = Thesaurus.Read(new StringReader("智慧城市\tsmart city\nopen data\t\n"), "t") };
        var index = TermIndex.Of(Papers.SmartCities(), options);
        // smart city in r1, r2, r3 and r5, 智慧城市 in r4, r5 and r6: all six.
        Assert.Equal(("smart city", 6), (index.Terms[0].Label, index.Terms[0].Records.Count));
        Assert.DoesNotContain(index.Terms, term => term.Key == "open data");
    }

    [Fact]
    public void The_minimum_and_the_top_cut_the_list()
    {
        var index = TermIndex.Of(Papers.SmartCities(), new CoWordOptions());
        Assert.Equal(["smart city", "智慧城市", "Governance", "open data", "城市治理", "政策工具"], index.Frequent(2, null).Select(term => term.Label));
        Assert.Equal(["smart city", "智慧城市"], index.Frequent(2, 2).Select(term => term.Label));
    }

    /// <summary>Each keyword in a record of its own.</summary>
    static TermIndex Index(CoWordOptions options, params string[] keywords) =>
        TermIndex.Of([.. keywords.Select((keyword, i) => Papers.Of($"r{i}", null, keyword))], options);
}

using ReviewKit.CoWord;
using ReviewKit.Text;

namespace ReviewKit.Tests.CoWord;

public class TextTermsTests
{
    [Theory]
    [InlineData("Smart cities and the governance of urban data platforms: a review", "governance|smart city|urban data platform")]
    [InlineData("We recently analysed 34 policies, which were very ambitious.", "policy")]
    [InlineData("Processes, analyses and businesses; status of COVID-19 news", "business|covid-19 news|process|status")]
    [InlineData("Large-scale open government data portals in Europe", "europe|large-scale open government data portal")]
    public void English_phrases_stand_between_stop_words_and_signs(string title, string terms) =>
        Assert.Equal(terms.Split('|').Select(Last3).Order(StringComparer.Ordinal), Terms(new Record { Title = title }, KeywordFields.Title));

    [Fact]
    public void Chinese_terms_are_the_keywords_of_the_corpus_and_content_words() =>
        Assert.Equal(["5G网络", "交通", "智慧城市建设", "治理"], Terms(
            new Record { Title = "面向智慧城市建设的5G网络与交通治理研究", Keywords = ["智慧城市建设", "5G网络"] }, KeywordFields.Title));

    [Fact]
    public void A_term_counts_once_a_record_and_each_time_as_a_mention()
    {
        var index = TermIndex.Of([new Record { Title = "Urban data", Abstract = "Urban data is used. Urban data matter." }], new CoWordOptions { Fields = KeywordFields.Text });
        var term = index.Terms.Single(term => term.Key == "urban data");
        Assert.Equal((1, 2), (term.Records.Count, term.Mentions));
    }

    [Fact]
    public void Own_stop_words_and_own_words_count()
    {
        var options = new CoWordOptions { Fields = KeywordFields.Title, StopWords = StopWords.Default.With(["# mine", "交通"]), UserWords = ["城市大脑"] };
        Assert.Equal(["城市大脑"], TermIndex.Of([new Record { Title = "城市大脑与交通" }], options).Terms.Select(term => term.Label));
    }

    /// <summary>Two topics of three words each, and "data" in both: it says least.</summary>
    [Fact]
    public void A_word_that_goes_with_everything_is_least_relevant()
    {
        string[] records = ["traffic|road|bus|data", "traffic|road|data", "road|bus|data", "water|energy|heat|data", "water|heat|data", "energy|heat|data"];
        var index = TermIndex.Of([.. records.Select((keywords, i) => Papers.Of($"r{i}", 2020, keywords.Split('|')))], new CoWordOptions());
        var relevance = Relevance.Of(new CoOccurrence(index.Terms));
        Assert.Equal("data", index.Terms[relevance.ToList().IndexOf(relevance.Min())].Label);
        // By hand for "data": strength 14 = 2+3+2+2+2+3, others' sum 42 - 14; neighbours' strengths 5 road 7 … each by definition.
        var network = new CoOccurrence(index.Terms).Network;
        var data = index.Terms.ToList().FindIndex(term => term.Key == "data");
        var expected = 0.0;
        for (var other = 0; other < index.Terms.Count; other++)
            if (other != data && records.Count(record => record.Contains(index.Terms[other].Key, StringComparison.Ordinal)) is var both)
                expected += both / network.Strength(data) * Math.Log(both / network.Strength(data) / (network.Strength(other) / (2 * network.TotalEdgeWeight - network.Strength(data))));
        Assert.Equal(expected, relevance[data], 12);
    }

    /// <summary>In a corpus of sixty words nothing is twenty times likelier than chance; twelve times among these is enough here.</summary>
    [Fact]
    public void New_words_stand_together_with_free_neighbours()
    {
        var contexts = new[] { "建设", "平台", "数据", "交通", "社区", "政府" };
        var texts = contexts.SelectMany(context => new[] { $"{context}元宇宙{context}。", $"元宇宙的{context}" }).Concat(contexts.Select(context => $"{context}完善"));
        var word = Assert.Single(NewWords.Of(texts, new Segmenter(), StopWords.Default, new NewWordOptions { MinimumMutualInformation = 1 }), word => word.Word == "元宇宙");
        Assert.Equal(12, word.Count);
    }

    static IEnumerable<string> Terms(Record record, KeywordFields fields) =>
        TermIndex.Of([record], new CoWordOptions { Fields = fields }).Terms.Select(term => term.Label).Order(StringComparer.Ordinal);

    // Of a long run the last three words.
    static string Last3(string phrase) => string.Join(' ', phrase.Split(' ').TakeLast(3));
}

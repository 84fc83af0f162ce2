using ReviewKit.Query;

namespace ReviewKit.Tests.Query;

public class RoundsTests
{
    static readonly TermQuery Query = TermQuery.Parse("""
        sets:
          - { id: S1, zh: [智慧城市, 数字城市], en: [smart city, smart cities] }
          - { id: S2, zh: [政策], en: [policy, law] }
          - { id: S3, zh: [北京], en: [Beijing] }
        """, "query.yaml");

    static string Found(Record record) => string.Join("; ", new Rounds(Query).Match(record).Evidence.Select(found => $"{found.Set + 1} {found.Field} {found.Term}"));

    static int Sets(string yaml, Record record)
    {
        var rounds = new Rounds(TermQuery.Parse(yaml, "query.yaml"));
        Assert.Equal(rounds.Match(record).Sets, rounds.Sets(record));
        return rounds.Sets(record);
    }

    [Fact]
    public void Evidence_names_set_field_and_term() =>
        Assert.Equal("1 title 智慧城市; 2 abstract 政策; 3 keywords 北京",
            Found(new Record { Title = "智慧城市建设研究", Abstract = "梳理政策文本", Keywords = { "北京市" } }));

    [Fact]
    public void Evidence_names_the_text_of_the_field_and_the_place_in_it() =>
        Assert.Equal([new Evidence(0, 0, "智慧城市", "title", 0, 2, 4), new Evidence(0, 2, "smart city", "title", 1, 4, 11), new Evidence(2, 0, "北京", "keywords", 1, 0, 2)],
            new Rounds(Query).Match(new Record { Title = "首都智慧城市", TranslatedTitle = "The Smart  City", Keywords = { "数据", "北京市" } }).Evidence);

    [Theory]
    [InlineData("SMART-CITY policy", "1 title smart city; 2 title policy")]
    [InlineData("Smart  City\npolicy", "1 title smart city; 2 title policy")]
    [InlineData("smart citybus policymaking lawn", "")]
    [InlineData("数字城市的Policy文本", "1 title 数字城市; 2 title policy")]
    [InlineData("智慧城市與政策", "1 title 智慧城市; 2 title 政策")]
    [InlineData("ＢＥＩＪＩＮＧ", "3 title Beijing")]
    public void Latin_terms_keep_word_boundaries_and_Chinese_ones_are_found_anywhere(string title, string expected) =>
        Assert.Equal(expected, Found(new Record { Title = title }));

    [Theory]
    [InlineData(0b000, 0)]
    [InlineData(0b001, 1)]
    [InlineData(0b101, 1)]
    [InlineData(0b110, 0)]
    [InlineData(0b111, 3)]
    public void A_round_is_passed_only_after_the_rounds_before(int sets, int passed) => Assert.Equal(passed, Rounds.Passed(sets));

    [Fact]
    public void Order_of_sets_changes_counts_per_round_but_not_what_passes_all()
    {
        var record = new Record { Title = "smart city policy of Beijing" };
        var reversed = Query with { Sets = [.. Query.Sets.Reverse()] };
        Assert.Equal((3, 3), (Rounds.Passed(new Rounds(Query).Sets(record)), Rounds.Passed(new Rounds(reversed).Sets(record))));
    }

    [Theory]
    [InlineData("fields: [title]\nsets: [{ id: S, en: [policy] }]", 0)]
    [InlineData("sets: [{ id: S, en: [policy] }]", 1)]
    [InlineData("sets: [{ id: S, fields: [title], en: [policy] }]", 0)]
    [InlineData("sets: [{ id: S, en: [{ term: policy, fields: [abstract] }] }]", 1)]
    [InlineData("sets: [{ id: S, en: [transport] }]", 0)]
    [InlineData("fields: [title, abstract, keywords, index-keywords]\nsets: [{ id: S, en: [transport] }]", 1)]
    [InlineData("sets: [{ id: S, fields: index-keywords, en: [transport] }]", 1)]
    public void Index_keywords_are_searched_only_where_asked_for(string yaml, int sets) =>
        Assert.Equal(sets, Sets(yaml, new Record { Title = "A title", Abstract = "on policy", IndexKeywords = { "Transport" } }));

    [Theory]
    [InlineData("en: [city]", 0)]
    [InlineData("plural: true, en: [city]", 1)]
    [InlineData("en: [{ term: city, plural: true }]", 1)]
    [InlineData("en: [plans smart]", 0)]
    [InlineData("match: words, en: [plans smart]", 1)]
    [InlineData("any: [{ all: [cities, 规划] }]", 1)]
    [InlineData("any: [{ all: [cities], not: [规划] }]", 0)]
    [InlineData("en: [cities], not: [规划]", 0)]
    [InlineData("en: [cities], not: [立法]", 1)]
    [InlineData("en: [cities], all: [smart, 规划]", 1)]
    [InlineData("en: [cities], all: [smart, 立法]", 0)]
    [InlineData("all: [{ any: [立法, 规划] }]", 1)]
    [InlineData("en: ['what works?']", 0)]
    [InlineData("en: [{ term: 'cities: plans', literal: true }]", 1)]
    public void Sets_may_require_exclude_nest_and_take_plurals(string set, int sets) =>
        Assert.Equal(sets, Sets($"sets: [{{ id: S, {set} }}]", new Record { Title = "Smart cities: plans", Abstract = "城市规划" }));

    [Fact]
    public void Counts_are_kept_by_round_source_pair_of_sets_and_term()
    {
        var (rounds, count) = (new Rounds(Query), new RoundsCount(Query));
        void Add(string source, string title) => count.Add(source, rounds.Match(new Record { Title = title }));
        Add("scopus", "smart city policy Beijing");
        Add("scopus", "smart city and smart cities: law of Beijing");
        Add("cnki", "智慧城市政策");
        Add("cnki", "北京政策");
        Add("cnki", "无关");
        var result = count.Result;
        Assert.Equal((5, 3, 1), (result.Total, result.Missing, result.Nowhere));
        // Round 1: the first three; round 2: the same; round 3: the first two.
        Assert.Equal([3, 3, 2], result.Counts);
        Assert.Equal([[3, 3, 2], [3, 4, 3], [2, 3, 3]], result.Together);
        Assert.Equal([2, 2, 2, 2], result.BySource["scopus"]);
        Assert.Equal([3, 1, 1, 0], result.BySource["cnki"]);
        // smart city is in two records, in one of them without smart cities; both pass.
        var smart = result.Terms.Single(term => term.Term.Text == "smart city");
        Assert.Equal((2, 1, 1), (smart.Records, smart.Only, smart.OnlyPassing));
        var zh = result.Terms.Single(term => term.Term.Text == "智慧城市");
        Assert.Equal((1, 1, 0), (zh.Records, zh.Only, zh.OnlyPassing));
        Assert.Equal(0, result.Terms.Single(term => term.Term.Text == "数字城市").Records);
    }
}

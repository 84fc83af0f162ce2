using CsCheck;
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

    static string Found(Record record) => string.Join("; ", new Rounds(Query).Match(record).Select(found => $"{found.Set + 1} {found.Field} {found.Term}"));

    [Fact]
    public void Evidence_names_set_field_and_term() =>
        Assert.Equal("1 title 智慧城市; 2 abstract 政策; 3 keywords 北京",
            Found(new Record { Title = "智慧城市建设研究", Abstract = "梳理政策文本", Keywords = { "北京市" } }));

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
        Assert.Equal(Rounds.Passed(Rounds.Sets(new Rounds(Query).Match(record))), Rounds.Passed(Rounds.Sets(new Rounds(reversed).Match(record))));
    }

    [Fact]
    public void Finding_agrees_with_plain_search_on_any_text()
    {
        // Second method: IndexOf for every phrase at every place, over an alphabet in which phrases overlap.
        var phrases = new[] { "智慧", "智慧城", "慧城市", "城", "市城" };
        var finder = new ReviewKit.Text.PhraseFinder(phrases);
        Gen.String[Gen.Char["智慧城市"], 0, 30].Sample(text =>
        {
            var found = new List<(int, int)>();
            finder.Find(text, (phrase, at) => found.Add((phrase, at)));
            var plain = from phrase in Enumerable.Range(0, phrases.Length)
                        from at in Enumerable.Range(0, text.Length)
                        where string.CompareOrdinal(text, at, phrases[phrase], 0, phrases[phrase].Length) == 0
                        select (phrase, at);
            return found.Order().SequenceEqual(plain.Order());
        });
    }
}

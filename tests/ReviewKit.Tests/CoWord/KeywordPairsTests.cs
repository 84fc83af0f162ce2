using ReviewKit.CoWord;
using ReviewKit.Text;

namespace ReviewKit.Tests.CoWord;

public class KeywordPairsTests
{
    /// <summary>Three records with lists of one length, one of them in another order; two with lists of different lengths; one Chinese list with a name in it.</summary>
    static readonly List<Record> Records =
    [
        Bilingual(["智慧城市", "政策工具", "内容分析"], ["smart city", "policy instruments", "content analysis"]),
        Bilingual(["智慧城市", "数据治理"], ["Smart City", "data governance"]),
        Bilingual(["政策工具", "智慧城市"], ["policy instruments", "smart cities"]),
        Bilingual(["物联网", "隐私", "数据治理"], ["internet of things", "privacy"]),
        Bilingual(["物联网", "平台"], ["platforms", "internet of things", "sensors"]),
        Papers.Of("r9", 2020, "武汉大学", "图书馆", "情报学", "iSchool"),
    ];

    [Fact]
    public void Lists_of_one_length_are_paired_by_position()
    {
        var pairs = KeywordPairs.Of(Records).Where(pair => pair.Method == "position").ToDictionary(pair => (pair.Zh, pair.En), pair => (pair.Records, pair.IsSure));
        Assert.Equal((2, true), pairs[("智慧城市", "smart city")]);
        Assert.Equal((2, true), pairs[("政策工具", "policy instruments")]);
        Assert.Equal((1, true), pairs[("数据治理", "data governance")]);
        // A variant of one side goes with the same word.
        Assert.Equal((1, true), pairs[("智慧城市", "smart cities")]);
        Assert.Equal(5, pairs.Count);
    }

    [Fact]
    public void Other_lists_by_what_they_share()
    {
        var pair = KeywordPairs.Of(Records).Single(pair => pair.Method == "co-occurrence");
        // Both come in records 4 and 5 and in no other of the five with two lists: Dice 2·2/(2+2); G² 2·(2 ln(2·5/(2·2)) + 3 ln(3·5/(3·3))).
        Assert.Equal(("物联网", "internet of things", 2, 1.0, false), (pair.Zh, pair.En, pair.Records, pair.Dice, pair.IsSure));
        Assert.Equal(2 * (2 * Math.Log(2.5) + 3 * Math.Log(5 / 3.0)), pair.LogLikelihood, 9);
    }

    [Fact]
    public void The_table_is_a_thesaurus_once_a_person_has_read_it()
    {
        using var table = new StringWriter();
        KeywordPairsFile.Write(table, KeywordPairs.Of(Records), Language.Zh);
        var thesaurus = Thesaurus.Read(new StringReader(table.ToString()), "pairs.csv");
        Assert.Equal("智慧城市", thesaurus.Apply("Smart Cities"));
        Assert.Equal("智慧城市", thesaurus.Apply("smart city"));
        // Not sure, so not joined until canonical is filled in.
        Assert.Equal("internet of things", thesaurus.Apply("internet of things"));
        Assert.Equal("物联网", Thesaurus.Read(new StringReader("zh,en,canonical\n物联网,Internet of Things,物联网\n"), "pairs.csv").Apply("internet of things"));
        Assert.Equal("iot", Thesaurus.Read(new StringReader("\ufeffZH\tEN\tCanonical\n物联网\tinternet of things\tiot\n"), "pairs.csv").Apply("物联网"));
        // One map holds both languages.
        var map = CoWordMap.Of(Records.Append(Papers.Of("e1", 2021, "smart cities")), new CoWordOptions { MinimumOccurrences = 2, Thesaurus = thesaurus });
        Assert.Equal(4, map.Find("smart city")!.Occurrences);
    }

    [Fact]
    public void A_word_with_two_canonical_forms_is_named() =>
        Assert.Equal("pairs.csv:3: \"smart city\" is replaced by \"数字城市\", but before by \"智慧城市\"; keep one of the lines",
            Assert.Throws<ReviewKitException>(() => Thesaurus.Read(new StringReader("zh,en,canonical\n智慧城市,smart city,智慧城市\n数字城市,smart city,数字城市\n"), "pairs.csv")).Said.En);

    static Record Bilingual(string[] zh, string[] en) => new() { Keywords = [.. zh], KeywordsByLanguage = { ["zh"] = [.. zh], ["en"] = [.. en] } };
}

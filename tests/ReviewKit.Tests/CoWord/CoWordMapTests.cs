using System.Text;
using ReviewKit.CoWord;
using ReviewKit.Text;

namespace ReviewKit.Tests.CoWord;

public class CoWordMapTests
{
    static CoWordMap All { get; } = CoWordMap.Of(Papers.SmartCities(), new CoWordOptions { MinimumOccurrences = 1 });

    [Fact]
    public void Gexf_of_both_languages()
    {
        using var stream = new MemoryStream();
        All.WriteGexf(stream, new DateOnly(2024, 3, 1));
        Golden.Equal("coword/smart-cities.gexf", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Keywords_as_a_table() => Golden.Equal("coword/smart-cities-keywords.csv", Written(All.WriteKeywords));

    [Fact]
    public void Pairs_as_a_table() => Golden.Equal("coword/smart-cities-pairs.csv", Written(All.WritePairs));

    [Theory]
    [InlineData(Language.En, "en")]
    [InlineData(Language.Zh, "zh")]
    public void A_picture_in_either_language(Language language, string name)
    {
        using var stream = new MemoryStream();
        All.WriteSvg(stream, language);
        Golden.Equal($"coword/smart-cities-{name}.svg", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Files_of_VOSviewer()
    {
        Golden.Equal("coword/smart-cities-map.txt", Written(All.WriteVosMap));
        Golden.Equal("coword/smart-cities-network.txt", Written(All.WriteVosNetwork));
    }

    [Fact]
    public void A_term_knows_its_records_years_and_share()
    {
        var city = All.Find("ＳＭＡＲＴ ＣＩＴＹ")!;
        Assert.Equal(["r1", "r2", "r3", "r5"], city.RecordIds);
        Assert.Equal((2018 + 2019 + 2020 + 2021) / 4.0, city.AverageYear);
        Assert.Equal(4 / 6.0, city.Share);
        // governance r1 r2, policy instruments r1, open data r2 r3, 智慧城市 r5, 政策工具 r5: five links, 2 + 1 + 2 + 1 + 1.
        Assert.Equal((5, 7), (city.Links, city.TotalLinkStrength));
        // r6 has no year.
        Assert.Equal((2020 + 2021) / 2.0, All.Find("智慧城市")!.AverageYear);
        Assert.Null(All.Find("A/B, <c>")!.AverageYear);
        Assert.Null(All.Find("metaverse"));
    }

    [Fact]
    public void A_pair_knows_its_records()
    {
        var pair = All.Pairs.Single(pair => pair.A.Label == "智慧城市" && pair.B.Label == "政策工具");
        Assert.Equal(["r4", "r5"], All.RecordIdsOf(pair));
        Assert.Equal(["r4", "r5"], All.RecordIdsOf(All.Find("政策工具")!, All.Find("智慧城市")!));
        Assert.Empty(All.RecordIdsOf(All.Find("open data")!, All.Find("智慧城市")!));
        // 2 of 3 and 2 records; strengths 1 + 2 + 2 + 1 = 6 and 2 + 1 + 1 = 4; three pairs in each record but r3, which has one.
        Assert.Equal(2 / 3.0, pair.Jaccard);
        Assert.Equal(2 / 6.0, pair.AssociationStrength);
        Assert.Equal(2 * 2 * (3 + 3 + 1 + 3 + 3 + 3) / (6 * 4.0), pair.NetworkAssociationStrength, 12);
    }

    [Fact]
    public void Languages_are_told_apart() =>
        Assert.Equal(["城市治理", "政策工具", "智慧城市"], All.Terms.Where(term => term.Language == "zh").Select(term => term.Label).Order(StringComparer.Ordinal));

    [Fact]
    public void A_record_without_an_id_is_named_by_its_place()
    {
        var record = new Record { File = "cnki.txt", Line = 7, Keywords = ["智慧城市"] };
        Assert.Equal(["cnki.txt:7"], CoWordMap.Of([record], new CoWordOptions { MinimumOccurrences = 1 }).Terms[0].RecordIds);
    }

    [Fact]
    public void Without_terms_all_files_are_there_and_empty()
    {
        var map = CoWordMap.Of([new Record { Title = "无关键词" }]);
        using var stream = new MemoryStream();
        map.WriteGexf(stream);
        Assert.Contains("<nodes />", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
        Assert.Equal("a,b,records,association_strength,network_association_strength,cosine,jaccard,inclusion,equivalence,dice,weight\n", Written(map.WritePairs));
        Assert.Equal(0, map.ClusterCount);
        using var picture = new MemoryStream();
        map.WriteSvg(picture, Language.Zh);
        Assert.Contains("0 条记录的 0 个关键词", Encoding.UTF8.GetString(picture.ToArray()), StringComparison.Ordinal);
    }

    static string Written(Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        return writer.ToString();
    }
}

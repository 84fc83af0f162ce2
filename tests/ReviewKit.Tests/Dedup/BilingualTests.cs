using ReviewKit.Dedup;

namespace ReviewKit.Tests.Dedup;

/// <summary>Chinese records and their English twins without a common DOI, among neighbours in the same issue.</summary>
public class BilingualTests
{
    const string Chinese = "智慧城市政策工具研究 | 欧阳修远; 单晓丽; 曾伟 | 2019 | 城市政策学报 | 41(3): 21-33 | 1672-9676";

    [Theory]
    [InlineData("A study of smart city policy instruments | Ouyang, Xiuyuan; Shan, Xiaoli; Zeng, Wei | 2019 | Urban Policy Journal | 41(3): 21-33 | 1672-9676")]
    [InlineData("A study of smart city policy instruments | Xiu-Yuan Ouyang; Xiao-Li Shan; Wei Zeng | 2019 | Urban Policy Journal | 41(3): 21 | 1672-9676")]
    [InlineData("A study of smart city policy instruments | Ouyang XY; Shan XL; Zeng W | 2019 | Urban Policy Journal | 41(3): 21-33 | 1672-9676")]
    [InlineData("[A study of smart city policy instruments] | Ouyang, X.; Shan, X. | 2019 | Chengshi zhengce xuebao | 41(3): 21-33")]
    public void A_twin_is_merged_by_serial_issue_page_and_authors_in_pinyin(string english) => Assert.True(Composed.Merges(Chinese, english));

    [Fact]
    public void The_number_in_the_issue_serves_where_pages_are_missing() =>
        Assert.True(Composed.Merges(
            "智慧城市政策工具研究 | 欧阳修远; 单晓丽 | 2019 | 城市政策学报 | (03) | 1672-9676 cnki=CSZC201903004",
            "A study of smart city policy instruments | Ouyang, X.; Shan, X. | 2019 | Urban Policy Journal | (3) | 10.3969/j.issn.1672-9676.2019.03.004"));

    [Fact]
    public void A_third_record_with_both_names_tells_that_two_journals_are_one() =>
        Assert.Contains(
            Composed.Groups(
                "智慧城市政策工具研究 | 欧阳修远; 单晓丽 | 2019 | 城市政策学报 | 41(3): 21-33",
                "A study of smart city policy instruments | Ouyang, X.; Shan, X. | 2019 | Urban Policy Journal | 41(3): 21-33",
                "海绵城市的财政补贴 | 李强 | 2016 | 城市政策学报 | 38(1): 5-9 | en=Urban_Policy_Journal"),
            group => group.Records.Order(StringComparer.Ordinal).SequenceEqual(["a1", "b2"]));

    [Theory]
    // The neighbour in the issue; other authors; no authors; another issue.
    [InlineData("Subsidies for sponge cities | Ouyang, Xiuyuan; Shan, Xiaoli; Zeng, Wei | 2019 | Urban Policy Journal | 41(3): 34-40 | 1672-9676")]
    [InlineData("A study of smart city policy instruments | Li, Qiang; Zhao, Min | 2019 | Urban Policy Journal | 41(3): 21-33 | 1672-9676")]
    [InlineData("A study of smart city policy instruments |  | 2019 | Urban Policy Journal | 41(3): 21-33 | 1672-9676")]
    [InlineData("A study of smart city policy instruments | Ouyang, Xiuyuan; Shan, Xiaoli; Zeng, Wei | 2019 | Urban Policy Journal | 41(2): 21-33 | 1672-9676")]
    [InlineData("A study of smart city policy instruments | Ouyang, Xiuyuan; Shan, Xiaoli; Zeng, Wei | 2019")]
    public void Less_than_that_is_not_merged(string english) => Assert.Empty(Composed.Groups(Chinese, english));

    [Fact]
    public void A_twin_whose_authors_are_unknown_is_asked_about()
    {
        var question = Assert.Single(Composed.Result(Chinese, "A study of smart city policy instruments |  | 2019 | Urban Policy Journal | 41(3): 21-33 | 1672-9676").Questions);
        Assert.Equal(("a1", "b2"), (question.A, question.B));
        Assert.Contains("起始页", question.Reason.Zh, StringComparison.Ordinal);
    }

    /// <summary>100 twins among 200 neighbours: by the same authors in the same issue, and in the same place of another journal.</summary>
    [Fact]
    public void A_hundred_twins_are_found_among_two_hundred_near_misses()
    {
        var records = new List<Record>();
        string[] families = ["王 Wang", "欧阳 Ouyang", "单 Shan", "曾 Zeng", "解 Xie", "吕 Lyu", "司马 Sima", "查 Zha", "张 Zhang", "仇 Qiu"];
        string[] givens = ["晓丽 Xiaoli", "伟 Wei", "志强 Zhiqiang", "红 Hong", "俊 Jun", "文婷 Wenting", "绿洲 Lvzhou", "思远 Siyuan"];
        for (var i = 0; i < 100; i++)
        {
            var names = Enumerable.Range(0, 1 + i % 3).Select(k => (Family: families[(i + k * 3) % 10].Split(' '), Given: givens[(i / 3 + k * 5) % 8].Split(' '))).ToArray();
            var hanzi = string.Join("; ", names.Select(name => name.Family[0] + name.Given[0]));
            var latin = string.Join("; ", names.Select(name => i % 2 == 0 ? $"{name.Family[1]}, {name.Given[1]}" : $"{name.Family[1]}, {name.Given[1][0]}."));
            var (year, issue, page, issn) = (2010 + i % 12, 1 + i % 6, 3 + i * 7 % 90, $"1000-{1000 + i % 20}");
            string Id(string kind) => $"{kind}{i:D3}";
            records.Add(Composed.Record(Id("zh"), $"第{(char)('一' + i)}类城市治理问题研究 | {hanzi} | {year} | 刊物{i % 20} | ({issue}): {page}-{page + 6} | {issn}"));
            records.Add(Composed.Record(Id("en"), $"Research on urban governance problem number {i} | {latin} | {year} | Periodical {i % 20} | ({issue}): {page}-{page + 6} | {issn}"));
            records.Add(Composed.Record(Id("next"), $"Urban governance seen from district {i} | {latin} | {year} | Periodical {i % 20} | ({issue}): {page + 7}-{page + 12} | {issn}"));
            records.Add(Composed.Record(Id("other"), $"Urban governance in translation {i} | {latin} | {year} | Periodical {i % 20} abroad | ({issue}): {page}-{page + 6} | 2000-{1000 + i % 20}"));
        }
        var groups = Deduplication.Of(records).Groups;
        Assert.All(groups, group => Assert.Equal([group.Records.Min(StringComparer.Ordinal)![^3..]], group.Records.Select(id => id[^3..]).Distinct()));
        Assert.All(groups, group => Assert.Equal(["en", "zh"], group.Records.Select(id => id[..2]).Order(StringComparer.Ordinal)));
        Assert.True(groups.Count >= 95, $"{groups.Count} of 100 twins");
    }
}

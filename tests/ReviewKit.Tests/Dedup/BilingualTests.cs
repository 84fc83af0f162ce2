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

    [Theory]
    // CNKI's, Wanfang's and the Chinese Medical Association's numbers; an annual supplement, a combined issue, an issue left out.
    [InlineData("| (03) | 10.3321/j.issn:1672-9676.2019.03.004", "| (3) | 10.3760/cma.j.issn.1672-9676.2019.03.004")]
    [InlineData("| (S1): 21-33 | 1672-9676", "| (z1): 21-33 | 1672-9676")]
    [InlineData("| 41(3): 21-33 | 1672-9676", "| 41(3-4): 21-33 | 1672-9676")]
    [InlineData("| 41(3): 21-33 | 1672-9676", "| 41: 21-33 | 1672-9676")]
    public void Places_meet_however_a_source_writes_them(string chinese, string english) =>
        Assert.True(Composed.Merges("智慧城市政策工具研究 | 欧阳修远; 单晓丽 | 2019 | 城市政策学报 " + chinese, "A study of smart city policy instruments | Ouyang, X.; Shan, X. | 2019 | Urban Policy Journal " + english));

    [Theory]
    [InlineData("Chengshi Zhengce Xuebao/Urban Policy Journal")]
    [InlineData("Cheng shi zheng ce xue bao = Urban policy journal")]
    public void A_journal_under_two_names_in_one_field_is_known_by_either(string journal) =>
        Assert.True(Composed.Merges(Chinese.Replace(" | 1672-9676", "", StringComparison.Ordinal), $"A study of smart city policy instruments | Ouyang, X.; Shan, X. | 2019 | {journal} | 41(3): 21-33"));

    [Fact]
    public void A_twin_in_a_journal_nobody_has_named_is_asked_about() =>
        Assert.Single(Composed.Result(Chinese, "A study of smart city policy instruments | Ouyang, X.; Shan, X.; Zeng, W. | 2019 | Urban Policy Journal | 41(3): 21-33").Questions);

    [Fact]
    public void An_article_printed_again_in_the_English_edition_is_its_translation()
    {
        var result = Composed.Result(Chinese + " en=Urban_Policy_Journal", "A study of smart city policy instruments | Ouyang, X.; Shan, X.; Zeng, W. | 2019 | Urban Policy Journal (English Edition) | 41(3): 60-75 | 2434-561X",
            "A study of smart city policy instruments | Ouyang, X.; Shan, X.; Zeng, W. | 2019 | Urban Policy Journal | 41(3): 21-33");
        Assert.Equal(["a1", "c3"], Assert.Single(result.Groups).Records.Order(StringComparer.Ordinal));
        Assert.Equal(("b2", "translation-of"), result.Links.Select(link => (link.A, link.Type)).Single());
    }

    [Fact]
    public void A_twin_whose_authors_are_unknown_is_asked_about()
    {
        var question = Assert.Single(Composed.Result(Chinese, "A study of smart city policy instruments |  | 2019 | Urban Policy Journal | 41(3): 21-33 | 1672-9676").Questions);
        Assert.Equal(("a1", "b2"), (question.A, question.B));
        Assert.Contains("起始页", question.Reason.Zh, StringComparison.Ordinal);
    }
}

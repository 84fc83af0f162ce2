using ReviewKit.Dedup;

namespace ReviewKit.Tests.Dedup;

public class JournalIdentitiesTests
{
    const string Chinese = "智慧城市政策工具研究 | 欧阳修远; 单晓丽 | 2019 | 城市政策学报 | 41(3): 21-33";
    const string English = "A study of smart city policy instruments | Ouyang, X.; Shan, X. | 2019 | Urban Policy Journal | 41(3): 21-33";

    [Fact]
    public void A_person_says_that_two_names_are_one_journal()
    {
        Assert.Empty(Of([Chinese, English]).Groups);
        Assert.Single(Of([Chinese, English], ["城市政策学报", "Urban Policy Journal"]).Groups);
    }

    [Fact]
    public void A_person_may_name_a_journal_by_ISSN_or_CN_number()
    {
        Assert.Single(Of([Chinese + " | 1672-9676", English], ["1672-9676", "urban policy journal"]).Groups);
        Assert.Single(Of([Chinese + " | cn=11-1847/TU", English], ["CN 11-1847", "URBAN POLICY JOURNAL"]).Groups);
    }

    [Fact]
    public void The_letters_of_file_names_make_journals_known() =>
        Assert.Single(Of(["智慧城市政策工具研究 | 欧阳修远 | 2019 | 城市政策学报 | (03) | cnki=CSZC201903004", "海绵城市的财政补贴 | 李强 | 2016 | 城市政策学报（双月刊） | 38(1): 5-9 | cnki=CSZC201601002 1672-9676",
            "A study of smart city policy instruments | Ouyang, X. | 2019 | Urban Policy Journal | (3) | 10.3969/j.issn.1672-9676.2019.03.004"]).Groups);

    [Fact]
    public void What_was_found_and_said_is_listed()
    {
        var journals = Of([Chinese + " | 1672-9676 cn=11-1847/TU", "Shade | Roy, A. | 2018 | URBAN POLICY JOURNAL | 40(1): 1-9 | 1672-9676", English, English, "Trams | Roy, A. | 2018 | Rails"], ["Urban Policy Journal", "Urb Pol J"]).Journals;
        var journal = Assert.Single(journals);
        Assert.Equal(["Urban Policy Journal", "城市政策学报", "Urb Pol J"], journal.Names);
        Assert.Equal(["1672-9676", "CN 11-1847"], journal.Serials);
        Assert.Equal(1 + 1 + 2, journal.Records);
    }

    [Fact]
    public void A_name_with_many_ISSNs_is_no_journal()
    {
        string[] series = [.. Enumerable.Range(0, 5).Select(i => $"Paper {(char)('A' + i)} on sensing | Roy, A. | 201{i} | Lecture Notes in Streets | {i}: 1-9 | 100{i}-2345")];
        Assert.Empty(Of(series).Journals);
    }

    static DedupResult Of(string[] lines, params string[][] journals) =>
        Deduplication.Of([.. lines.Select((line, i) => Composed.Record($"{(char)('a' + i)}{i + 1}", line))], new DedupOptions { Journals = journals });
}

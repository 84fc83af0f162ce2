using System.Text;
using ReviewKit.Query;
using ReviewKit.Store;

namespace ReviewKit.Tests.Query;

public class JournalListsTests
{
    // Journals and numbers are made up, but for the form of the numbers.
    const string Core = """
        list,edition,from,to,title,issn,cn
        南大核心,2012-2013,2012,2013,城市治理评论,9501-1234,CN 95-1001/C
        南大核心,2012-2013,2012,2013,江湾大学学报（社会科学版）,9501-2345,95-1002/C
        南大核心,2014-2016,2014,2016,江湾大学学报(社会科学版),9501-2345,95-1002/C
        南大核心,2014-2016,2014,2016,Urban Quarterly,9501-3456,
        南大核心,2014-2016,2014,2016,管理评论,,
        """;

    static JournalLists Lists(params (string, string)[] more) => JournalLists.Read([("queries/core.csv", Core), .. more], [["Chengshi Zhili Pinglun", "9501-1234"], ["Urban Quarterly Online", "9501-3456", "9501-9999"]]);

    static Record Of(string? journal, int? year, string? issn = null, string? cn = null, string? type = "article-journal")
    {
        var record = new Record { Journal = journal, Year = year, Type = type, Issn = issn is null ? [] : [issn] };
        if (cn is not null) record.Ids["cn"] = cn;
        return record;
    }

    [Theory]
    [InlineData("城市治理评论", 2012, null, null, true)]
    [InlineData("城市治理评论", 2014, null, null, false)]
    [InlineData("某刊", 2013, "9501-1234", null, true)]
    [InlineData("某刊", 2013, null, "95-1001", true)]
    [InlineData("某刊", 2013, null, "CN95-1001/D", true)]
    [InlineData("江湾大学学报.社会科学版", 2015, null, null, true)]
    [InlineData("江灣大學學報(社會科學版)", 2015, null, null, true)]
    [InlineData("江湾大学学报（自然科学版）", 2015, null, null, false)]
    [InlineData("URBAN QUARTERLY", 2016, "9501-3456", null, true)]
    [InlineData("Urban quarterly = 城市季刊", 2014, null, null, true)]
    [InlineData("Urban Quarterly Online", 2014, null, null, true)]
    [InlineData("Urban Quarterly", 2014, "9501-9999", null, true)]
    [InlineData("Chengshi Zhili Pinglun", 2013, null, null, true)]
    [InlineData("管理评论", 2015, "9501-7777", null, true)]
    [InlineData("城市治理评论", 2013, "9501-8888", null, null)]
    [InlineData("城市治理评论", 2013, null, "95-2222", null)]
    [InlineData("江湾大学学报", 2013, null, null, false)]
    [InlineData(null, 2013, null, null, null)]
    [InlineData("城市治理评论", null, null, null, null)]
    [InlineData("城市治理评论", 2011, null, null, null)]
    [InlineData("某刊", 2020, null, null, null)]
    public void A_report_is_judged_by_the_edition_of_its_year(string? journal, int? year, string? issn, string? cn, bool? listed) =>
        Assert.Equal(listed, Lists().Of(Of(journal, year, issn, cn)).IsListed);

    [Fact]
    public void What_is_in_no_journal_is_for_a_person_to_judge()
    {
        Assert.Null(Lists().Of(Of("江湾大学", 2013, type: "thesis")).IsListed);
        Assert.Equal("thesis，非期刊文献", Lists().Of(Of("江湾大学", 2013, type: "thesis")).Why.Zh);
        Assert.Equal("南大核心 2012-2013", Lists().Of(Of("城市治理评论", 2012)).Why.Zh);
        Assert.Equal("南大核心 has no edition for 2011", Lists().Of(Of("城市治理评论", 2011)).Why.En);
    }

    [Fact]
    public void One_of_several_lists_is_enough_and_one_that_is_silent_leaves_it_open()
    {
        var lists = Lists(("queries/北大核心.csv", "刊名,版本,起,止\n某刊,第7版,2015,2018\n"));
        Assert.True(lists.Of(Of("某刊", 2015)).IsListed);
        Assert.False(lists.Of(Of("另一刊", 2015)).IsListed);
        Assert.Null(lists.Of(Of("另一刊", 2013)).IsListed);
        Assert.Equal("北大核心 没有 2013 年适用的版本", lists.Of(Of("另一刊", 2013)).Why.Zh);
    }

    [Theory]
    [InlineData("list,edition\nA,1\n", "queries/a.csv:1: no column title; expected list,edition,from,to,title,issn,cn")]
    [InlineData("title,from\nA,soon\n", "queries/a.csv:2: \"soon\" is no year")]
    public void A_mistake_in_a_list_is_named_with_its_line(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<ReviewKitException>(() => JournalLists.Read([("queries/a.csv", text)])).Message);

    [Fact]
    public void In_a_review_what_is_not_listed_leaves_by_its_name_and_what_is_unknown_stays()
    {
        using var test = new TestReview(TestReview.Protocol.Replace("  - { id: no-abstract,", "  - { id: core, require: journal-list, lists: [核心.csv], box: other, label: { en: Not in a core journal, zh: 非核心期刊 } }\n  - { id: no-abstract,", StringComparison.Ordinal));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllBytes(Path.Combine(test.Folder, "queries", "核心.csv"), Encoding.GetEncoding("gb18030").GetBytes(Core));
        Record Fitting(int i, string? journal, int? year)
        {
            var record = TestReview.Fitting(i);
            (record.Journal, record.Year, record.Type) = (journal, year, "article-journal");
            return record;
        }
        var ids = test.Import("exports/a.csv", "cnki", Fitting(1, "城市治理评论", 2013), Fitting(2, "城市治理评论", 2015), Fitting(3, "城市治理评论", null));
        var result = QueryRun.Of(test.Review).Criteria[0];
        Assert.Equal([ids[1]], result.Reports);
        Assert.Equal([(ids[2], "未注明年份")], result.Unknown.Select(one => (one.Report, one.Why.Zh)));
        Assert.Equal(["awaiting@title-abstract", "other:core", "awaiting@title-abstract"], ids.Select(test.Place));
        Assert.Equal([ids[1]], ReviewKit.Screening.Where.Find(test.Review, "不符 = 非核心期刊"));
        var before = test.Review.Ledger.All().Count();
        QueryRun.Of(test.Review);
        Assert.Equal(before, test.Review.Ledger.All().Count());
        var flow = ReviewKit.Prisma.Flow.Counts(test.Review, ReviewKit.Text.Language.Zh).RemovedForOtherReasons;
        Assert.Equal([("非核心期刊", 1)], flow.Parts.Select(part => (part.Name, part.N)));
        Assert.Empty(Check.Of(test.Review));
    }
}

using ReviewKit.Prisma;

namespace ReviewKit.Tests.Prisma;

public class IncludedListTests
{
    const string List = """
        city,no,title
        北京,1,Smart cities and policy
        北京,2,城市大脑的治理逻辑
        上海,1,Smart cities & policy
        上海,2,"Smart Cities, and Policy"
        """;

    [Fact]
    public void Papers_are_counted_by_group_and_repeated_titles_named()
    {
        var list = IncludedList.Parse(List, "studies.csv");
        // 2 + 2 = 4 papers; "&" is no letter, so that the first of Shanghai is another title.
        Assert.Equal((4, 3), (list.Papers.Count, list.Distinct));
        var findings = list.Check(3);
        Assert.Equal(["included: 3 is declared, but studies.csv lists 2 + 2 = 4 (北京, 上海), of which 3 differ in title", "studies.csv lists \"Smart cities and policy\" 2 times: 北京 1, 上海 2"], findings.Select(finding => finding.Message.En));
        Assert.Equal("included：声明为 3，但 studies.csv 列出 2 + 2 = 4 (北京, 上海)，其中题名不同的有 3 篇", findings[0].Message.Zh);
        Assert.Equal(["W-TITLE-REPEATED"], list.Check(4).Select(finding => finding.Code));
    }

    [Fact]
    public void The_list_of_the_seed_is_one_longer_than_its_number()
    {
        // 27 + 22 + 19 + 17 = 85 rows; 7 titles recur in 16 rows, so that 85 - 16 + 7 = 76 differ.
        var list = IncludedList.Parse(File.ReadAllText(RealData.Path("../seed/included_studies.csv")), "included_studies.csv");
        Assert.Equal([27, 22, 19, 17], list.Papers.GroupBy(paper => paper.Group).Select(group => group.Count()));
        Assert.Equal((76, 7, 16), (list.Distinct, list.Repeated.Count, list.Repeated.Sum(each => each.Count)));
        Assert.Equal(["E-LISTED", .. Enumerable.Repeat("W-TITLE-REPEATED", 7)], list.Check(84).Select(finding => finding.Code));
    }

    [Fact]
    public void A_table_without_titles_is_refused() =>
        Assert.Equal("x.csv has no column title (or 题名)", Assert.Throws<ReviewKitException>(() => IncludedList.Parse("a,b\n1,2\n", "x.csv")).Said.En);
}

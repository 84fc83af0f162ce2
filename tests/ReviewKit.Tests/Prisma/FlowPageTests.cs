using System.Text;
using ReviewKit.Prisma;
using ReviewKit.Text;

namespace ReviewKit.Tests.Prisma;

public class FlowPageTests
{
    static FlowRecord Record(int i, string title) => new() { RecordId = $"r{i}", ReportId = $"r{i}", File = "exports/cnki/文件.net", Ordinal = i, Source = "cnki", Year = 2020, Title = title, Stage = "full-text", Reason = "quality" };

    static string Page(IReadOnlyDictionary<string, IReadOnlyList<FlowRecord>> lists) =>
        FlowPage.Html(SampleFlows.Chinese, new() { Language = Language.Zh }, lists, _ => "质量低", "综述 <b>");

    [Fact]
    public void What_a_title_says_is_never_markup()
    {
        var page = Page(new Dictionary<string, IReadOnlyList<FlowRecord>> { ["db_screened"] = [Record(1, "</script><script>alert(1)</script> & \"q\" '\u2028")] });
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("<title>综述 &lt;b&gt;</title>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#db_screened\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page.Replace("http://www.w3.org/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_records_in_all_boxes_are_less_than_five_megabytes()
    {
        // Titles as long as Chinese and English ones in pairs, each record in ten boxes.
        FlowRecord[] records = [.. Enumerable.Range(1, 10_000).Select(i => Record(i, $"第{i}号智慧城市政策工具的比较研究——基于四个一线城市的政策文本分析 / A comparative study of smart city policy instruments in four first-tier cities, part {i}"))];
        var page = Page(Flow.Boxes.Take(10).ToDictionary(box => box, _ => (IReadOnlyList<FlowRecord>)records));
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1_000_000, 5_000_000);
    }

    [Fact]
    public void A_click_shows_the_records_in_a_browser()
    {
        var page = Page(new Dictionary<string, IReadOnlyList<FlowRecord>> { ["db_screened"] = [Record(1, "甲 <i>x</i>"), Record(2, "乙")] });
        var dump = Chromium.Dump(page.Replace("</body>", "<script>location.hash = '#db_screened'; show();</script></body>", StringComparison.Ordinal));
        Assert.Contains("<td>甲 &lt;i&gt;x&lt;/i&gt;</td><td>2020</td><td>cnki</td><td>exports/cnki/文件.net:1</td><td>质量低</td>", dump, StringComparison.Ordinal);
        Assert.Contains("db_screened (2)", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Mermaid_has_the_same_boxes_and_arrows()
    {
        var text = FlowMermaid.Text(SampleFlows.TwoColumns with { ReportsExcluded = BoxCount.Of(new("\"quoted\" [x] <b>", 300), new("其他；`代码`", 291)) });
        Golden.Equal("prisma/two-columns.mmd", text);
        Assert.Equal(FlowTemplate.Named("new-v2").Edges.Count, text.Split(" --> ").Length - 1);
    }

    [Fact]
    public void A_table_has_a_column_for_each_flow()
    {
        var tsv = FlowTable.Tsv([("all", SampleFlows.English), ("中国知网", new FlowCounts { Databases = BoxCount.Of(new NamedCount("CNKI", 401)) })], Language.Zh).Split('\n');
        Assert.Equal("框\t内容\tall\t中国知网", tsv[0]);
        Assert.Contains("databases.CNKI\tCNKI\t401\t401", tsv);
        Assert.Contains("db_screened\t筛选的记录\t971\t", tsv);
    }
}

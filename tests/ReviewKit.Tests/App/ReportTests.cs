using System.IO.Compression;
using System.Text.Json;
using ReviewKit.Prisma;
using ReviewKit.Text;

namespace ReviewKit.Tests.App;

/// <summary>Checklist, report and archive of the shipped review.</summary>
public class ReportTests(DemoRun demo) : IClassFixture<DemoRun>
{
    string Good(params string[] args) => demo.Line.Good([.. args, "-C", demo.Folder]);

    [Fact]
    public void The_checklist_has_what_the_review_knows_and_leaves_the_rest()
    {
        var rows = Good("prisma", "checklist").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        // 27 items, of which 10, 13, 16, 20, 23 and 24 have 2, 6, 2, 4, 4 and 3 parts: 21 + 21.
        Assert.Equal(42, rows.Count(row => !row.StartsWith("|---", StringComparison.Ordinal)));
        Assert.Contains(rows, row => row.Contains("| 16a |", StringComparison.Ordinal) && row.Contains("1803 records identified, 971 screened, 675 reports assessed, 84 studies in 84 reports included", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("| 22 |", StringComparison.Ordinal) && row.EndsWith("|  |  |  |", StringComparison.Ordinal));
        Assert.Contains("| 方法 | 6 |", Good("prisma", "checklist", "--lang", "zh"), StringComparison.Ordinal);
        Assert.Contains("no checklist \"x\"; there are prisma2020, abstract, scr, prisma-s", demo.Line.Run("prisma", "checklist", "x", "-C", demo.Folder).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prisma2020", 42)]
    [InlineData("abstract", 12)]
    [InlineData("scr", 22)]
    public void The_checklists_are_whole_and_in_both_languages(string name, int items)
    {
        var list = Checklist.Named(name);
        Assert.Equal(items, list.Items.Select(item => item.Id).Distinct().Count());
        Assert.All(list.Items, item => Assert.True(Fold.HasHan(item.Zh) && item.En.EndsWith('.'), item.Id));
    }

    [Fact]
    public void Checklists_are_written_for_word_processors_and_spreadsheets()
    {
        foreach (var name in (string[])["c.html", "c.xlsx", "c.md"]) Good("prisma", "checklist", "prisma-s", "-o", Path.Combine(demo.Folder, name));
        var html = System.Xml.Linq.XDocument.Parse(File.ReadAllText(Path.Combine(demo.Folder, "c.html")));
        // 16 items and the head.
        Assert.Equal(17, html.Descendants("tr").Count());
        using var workbook = ZipFile.OpenRead(Path.Combine(demo.Folder, "c.xlsx"));
        Assert.NotNull(workbook.GetEntry("xl/worksheets/sheet1.xml"));
    }

    [Fact]
    public void The_report_is_one_page_with_all_of_it_and_nothing_from_elsewhere()
    {
        Good("report", "--lang", "zh");
        var page = File.ReadAllText(Path.Combine(demo.Folder, "out", "report.zh.html"));
        foreach (var part in (string[])["<h2>检索</h2>", "<h2>流程</h2>", "<h2>纳入</h2>", "<h2>全文阶段排除</h2>", "<h2>关键词</h2>", "<h2>方案</h2>", "<h2>文件与哈希</h2>", "data-box=\"db_identified\""]) Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?:src|href)=\"(?!#)[^\"]+\"|<script", page);
        // 84 included and their head.
        Assert.Equal(85, page.Split("<h2>纳入</h2>")[1].Split("</table>")[0].Split("<tr>").Length - 1);
        File.Delete(Path.Combine(demo.Folder, "out", "report.zh.html"));
    }

    [Fact]
    public void The_archive_has_no_abstract_and_no_name_and_is_the_same_twice()
    {
        foreach (var name in (string[])["a.zip", "b.zip"]) Good("export", Path.Combine(demo.Folder, name), "--archive");
        Assert.Equal(File.ReadAllBytes(Path.Combine(demo.Folder, "a.zip")), File.ReadAllBytes(Path.Combine(demo.Folder, "b.zip")));
        using var zip = ZipFile.OpenRead(Path.Combine(demo.Folder, "a.zip"));
        string Read(string name)
        {
            using var reader = new StreamReader(zip.GetEntry(name)!.Open());
            return reader.ReadToEnd();
        }
        var records = Read("records.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1803, records.Length);
        Assert.All(records.Take(50), record => Assert.DoesNotContain("bstract", JsonDocument.Parse(record).RootElement.EnumerateObject().Select(field => field.Name)));
        // Written by li, judged by r1.
        Assert.DoesNotMatch(",(?:li|r1),", Read("ledger.csv") + Read("decisions.csv"));
        Assert.Contains("reviewer-2", Read("review.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain("First reviewer", Read("review.yaml"), StringComparison.Ordinal);
        foreach (var line in Read("SHA256SUMS").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var stream = zip.GetEntry(line[66..])!.Open();
            Assert.Equal(line[..64], Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream)));
        }
    }

    [Fact]
    public void A_text_is_compared_with_the_review_it_is_about()
    {
        var text = Path.Combine(Repository.Root, "queries", "methods-as-printed.txt");
        var (code, output, _) = demo.Line.Run("prisma", "check", text, "-C", demo.Folder);
        Assert.Equal(1, code);
        Assert.Contains("states 849, the review has 675", output, StringComparison.Ordinal);
        Assert.Contains("one wrong number explains every error: db_assessed 849 should be 675", output, StringComparison.Ordinal);
        Assert.Contains("line 9: \"The remaining 849 full texts", output, StringComparison.Ordinal);
        Assert.Contains("第 9 行：“The remaining 849", demo.Line.Run("prisma", "check", text, "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flow.mmd", "flowchart TD")]
    [InlineData("flow.tsv", "box\twhat\tn")]
    [InlineData("flow.md", "| db_identified | Records identified from | 1803 |")]
    [InlineData("flow.csv", "database_specific_results")]
    [InlineData("flow.html", "<script type=\"application/json\" id=\"data\">")]
    public void The_flow_is_written_as_its_ending_says(string name, string has)
    {
        Good("prisma", "-o", Path.Combine(demo.Folder, name));
        Assert.Contains(has, File.ReadAllText(Path.Combine(demo.Folder, name)), StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_of_the_options_are_told()
    {
        string Error(params string[] args) => demo.Line.Run(["prisma", .. args, "-C", demo.Folder]).Error;
        Assert.StartsWith("x.gif: a flow is written as .svg", Error("-o", "x.gif"), StringComparison.Ordinal);
        Assert.StartsWith("--as-of is \"yesterday\"", Error("--as-of", "yesterday"), StringComparison.Ordinal);
        Assert.StartsWith("--colours is red", Error("--colours", "red"), StringComparison.Ordinal);
        Assert.StartsWith("--round is 0", Error("--round", "0"), StringComparison.Ordinal);
        Assert.StartsWith("a flow is split by database, round, day, or a group of review.yaml: city", Error("--by", "moon"), StringComparison.Ordinal);
        Assert.StartsWith("box\twhat\tall\tcity=Beijing", demo.Line.Good("prisma", "--by", "city", "-C", demo.Folder), StringComparison.Ordinal);
    }
}

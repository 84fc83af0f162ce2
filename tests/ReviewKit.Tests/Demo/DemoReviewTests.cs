using System.Text.RegularExpressions;
using ReviewKit.Benchmarks.Demo;

namespace ReviewKit.Tests.Demo;

/// <summary>The shipped review's files hold what exports/README.md says of them.</summary>
public partial class DemoReviewTests
{
    static readonly List<DemoRecord> Records = DemoFiles.All();
    static readonly List<Dictionary<string, string>> Groups = DemoFiles.Csv("tests/ReviewKit.Tests/Fixtures/demo/groups.csv");
    static readonly List<Dictionary<string, string>> Decisions = DemoFiles.Csv("queries/decisions.csv");

    static readonly string[][] Chinese =
    [
        ["智慧城市", "数字城市", "智能城市"], ["政策", "通知", "声明", "法律法规"], ["经济", "环境", "安全", "生活", "教育", "政务"], ["北京", "上海", "广州", "深圳"],
    ];

    static readonly string[] English =
    [
        @"\b(smart cities|digital city|smart city)\b", @"\b(policy|notification|statement|laws and regulations)\b",
        @"\b(economy|environment|security|life|education|government)\b", @"\b(Beijing|Shanghai|Guangzhou|Shenzhen)\b",
    ];

    [Fact]
    public void Composing_again_gives_the_same_bytes()
    {
        var files = DemoReview.Files();
        Assert.Equal(11, files.Count);
        foreach (var (path, content) in files)
            Assert.True(content.AsSpan().SequenceEqual(DemoFiles.Bytes(path)), $"{path} is not what compose-demo writes");
    }

    [Fact]
    public void The_files_hold_1803_records_as_the_table_of_the_readme_says()
    {
        var stated = TableRow().Matches(DemoFiles.Utf8("exports/README.md")).ToDictionary(m => m.Groups[1].Value, m => int.Parse(m.Groups[2].Value));
        Assert.Equal(stated, Records.GroupBy(r => r.File).ToDictionary(g => g.Key, g => g.Count()));
        // 280 + 127, 182 + 125, 317 + 195 + 100, 300 + 177
        Assert.Equal([407, 307, 612, 477], Records.GroupBy(r => r.File.Split('/')[0]).Select(g => g.Count()));
        Assert.Equal(1803, Records.Count);
    }

    [Fact]
    public void Duplicates_and_reports_without_abstract_are_832_together()
    {
        var groups = ByGroup();
        var withoutAbstract = groups.Count(g => !g.Any(r => r.HasAbstract));
        Assert.Equal(613, Records.Count - groups.Count);
        Assert.Equal(219, withoutAbstract);
        Assert.Equal(832, 613 + 219);
        Assert.Equal(971, groups.Count - withoutAbstract);
        Assert.Equal(24, groups.Count(g => g.Any(r => r.HasAbstract) && g.Any(r => !r.HasAbstract)));
    }

    [Fact]
    public void Every_record_has_one_row_among_the_groups()
    {
        Assert.Equal(Records.Select(r => r.FileOrdinal).Order(), Groups.Select(g => $"{g["file"]}:{g["ordinal"]}").Order());
        Assert.Equal(Records.Count, Groups.Select(g => g["record"]).Distinct().Count());
        Assert.All(Groups, g => Assert.EndsWith(ById(g).OwnId ?? g["file"] + ":" + g["ordinal"], g["record"]));
    }

    [Fact]
    public void No_two_reports_have_the_same_title()
    {
        var titles = Groups.Select(g => (Group: g["group"], Title: Regex.Replace(ById(g).Title.ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormKC), @"[\W_]", "")));
        Assert.All(titles.GroupBy(t => t.Title), same => Assert.Single(same.Select(t => t.Group).Distinct()));
    }

    [Fact]
    public void Every_record_passes_the_four_sets_by_title_abstract_or_keywords()
    {
        foreach (var record in Records)
            for (var set = 0; set < 4; set++)
            {
                var passes = record.File.StartsWith("cnki", StringComparison.Ordinal) || record.File.StartsWith("wanfang", StringComparison.Ordinal)
                    ? Chinese[set].Any(term => record.Text.Contains(term, StringComparison.Ordinal))
                    : Regex.IsMatch(record.Text, English[set], RegexOptions.IgnoreCase);
                Assert.True(passes, $"{record.FileOrdinal} has no term of set {set + 1}: {record.Text}");
            }
    }

    [Theory]
    [InlineData("title-abstract", "exclude", "language", 31)]
    [InlineData("title-abstract", "exclude", "document-type", 104)]
    [InlineData("title-abstract", "exclude", "not-application", 161)] // 31 + 104 + 161 = 296
    [InlineData("title-abstract", "include", "", 675)] // 971 - 296
    [InlineData("full-text", "exclude", "low-quality", 233)]
    [InlineData("full-text", "exclude", "non-core-journal", 261)]
    [InlineData("full-text", "exclude", "out-of-scope", 97)] // 233 + 261 + 97 = 591
    [InlineData("full-text", "include", "", 84)] // 675 - 591
    public void Decisions_are_as_many_as_planned(string stage, string verdict, string reason, int expected) =>
        Assert.Equal(expected, Decisions.Count(d => d["stage"] == stage && d["verdict"] == verdict && d["reason"] == reason));

    [Fact]
    public void Each_screened_report_has_one_decision_a_stage_on_an_id_that_occurs_once()
    {
        var groupOf = Groups.ToDictionary(g => g["record"], g => g["group"]);
        var occurrences = Records.CountBy(r => r.OwnId ?? r.FileOrdinal).ToDictionary();
        Assert.All(Decisions, d => Assert.Equal(1, occurrences[d["record_id"]]));
        foreach (var stage in new[] { "title-abstract", "full-text" })
        {
            var decided = Decisions.Where(d => d["stage"] == stage).Select(d => groupOf[d["record_id"]]).ToList();
            Assert.Equal(decided.Count, decided.Distinct().Count());
        }
        var screened = Decisions.Where(d => d["stage"] == "title-abstract").Select(d => groupOf[d["record_id"]]);
        Assert.Equal(ByGroup().Where(g => g.Any(r => r.HasAbstract)).Select(g => g.Key).Order(), screened.Order());
        var passed = Decisions.Where(d => d["stage"] == "title-abstract" && d["verdict"] == "include").Select(d => groupOf[d["record_id"]]);
        Assert.Equal(passed.Order(), Decisions.Where(d => d["stage"] == "full-text").Select(d => groupOf[d["record_id"]]).Order());
    }

    [Fact]
    public void Reasons_are_those_of_the_protocol()
    {
        var protocol = DemoFiles.Utf8("queries/review.yaml");
        Assert.All(Decisions.Where(d => d["reason"].Length > 0), d => Assert.Contains($"{{ id: {d["reason"]}, en:", protocol));
    }

    [Fact]
    public void Included_are_76_listed_papers_and_8_composed_and_5_break_the_rule()
    {
        var notes = Decisions.Where(d => d["stage"] == "full-text" && d["verdict"] == "include").Select(d => d["note"]).ToList();
        Assert.Equal(76, notes.Count(n => n.StartsWith("thesis: ", StringComparison.Ordinal)));
        Assert.Equal(8, notes.Count(n => n.StartsWith("composed", StringComparison.Ordinal)));
        // 27 + 22 + 19 + 17 rows of the thesis's city tables.
        Assert.Equal(85, notes.Sum(n => CityRow().Count(n)));
        Assert.Equal(["Beijing 1", "Beijing 10", "Beijing 18", "Beijing 19", "Beijing 7"],
            notes.Where(n => n.Contains("breaks the review's own rule", StringComparison.Ordinal)).Select(n => CityRow().Match(n).Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_points_to_a_real_paper_or_host()
    {
        foreach (var record in Records)
        {
            Assert.All(Doi().Matches(record.Raw), m => Assert.Equal("10.99999", m.Value));
            Assert.All(Host().Matches(record.Raw), m => Assert.EndsWith("example.org", m.Groups[1].Value));
        }
    }

    static List<IGrouping<string, DemoRecord>> ByGroup() => Groups.GroupBy(g => g["group"], ById).ToList();

    static DemoRecord ById(Dictionary<string, string> row) => ByPlace[$"{row["file"]}:{row["ordinal"]}"];

    static readonly Dictionary<string, DemoRecord> ByPlace = Records.ToDictionary(r => r.FileOrdinal);

    [GeneratedRegex(@"(?m)^\| (\w+/\S+) \|.*\| (\d+) \|$")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"(Beijing|Shanghai|Guangzhou|Shenzhen) \d+")]
    private static partial Regex CityRow();

    [GeneratedRegex(@"\b10\.\d{4,9}(?=[/／])")]
    private static partial Regex Doi();

    [GeneratedRegex(@"https?://([^/""]+)")]
    private static partial Regex Host();
}

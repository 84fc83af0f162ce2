namespace ReviewKit.Tests.App;

public class BulkTests
{
    static CommandLine Review(int records)
    {
        var line = new CommandLine();
        line.Good("new", "r");
        line.Write("r/review.yaml", File.ReadAllText(Path.Combine(line.Folder, "r", "review.yaml")) + "\ngroups: { city: [Beijing, 深圳] }\n");
        line.Write("r/exports/a.csv", "ID,title,abstract,year\n" + string.Concat(Enumerable.Range(1, records).Select(i => $"p{i},智慧城市 {i},摘要,{2000 + i}\n")));
        line.Good("import", "-C", "r");
        return line;
    }

    [Fact]
    public void A_few_are_decided_at_once_and_undone_at_once()
    {
        using var line = Review(9);
        var (code, output, error) = line.Run("decide", "exclude", "--reason", "topic", "--where", "年份 <= 2003", "-C", "r");
        Assert.Equal((0, "3 reports match, 3 of them wait for li at Title and abstract\n"), (code, error));
        Assert.StartsWith("exclude at Title and abstract: 3 reports; `reviewkit undo ", output, StringComparison.Ordinal);
        Assert.Contains("waiting at Title and abstract: 6", line.Good("status", "-C", "r"), StringComparison.Ordinal);
        Assert.Contains("exclude 3 records at title-abstract by li, reason topic where 年份 <= 2003", line.Good("undo", "-C", "r"), StringComparison.Ordinal);
        Assert.Contains("waiting at Title and abstract: 9", line.Good("status", "-C", "r"), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_want_a_yes_and_a_dry_run_decides_nothing()
    {
        using var line = Review(30);
        var (code, output, _) = line.Run("decide", "exclude", "--where", "abstract present", "-C", "r");
        Assert.Equal(1, code);
        Assert.EndsWith("… and 20 more\nnothing was decided: for more than 20 say --yes\n", output, StringComparison.Ordinal);
        Assert.EndsWith("……另有 20 篇\n未作出判断（--dry-run）\n", line.Good("decide", "exclude", "--where", "abstract present", "--dry-run", "-C", "r", "--lang", "zh"), StringComparison.Ordinal);
        Assert.StartsWith("exclude at Title and abstract: 30 reports", line.Good("decide", "exclude", "--where", "abstract present", "--yes", "-C", "r"), StringComparison.Ordinal);
        Assert.Contains("30 reports match, 0 of them wait for li", line.Run("decide", "include", "--where", "abstract present", "-C", "r").Error, StringComparison.Ordinal);
        Assert.StartsWith("include at Title and abstract: 30 reports", line.Good("decide", "include", "--where", "abstract present", "--yes", "--again", "-C", "r"), StringComparison.Ordinal);
        line.Good("check", "-C", "r");
    }

    [Fact]
    public void Labels_are_listed_shown_and_counted()
    {
        using var line = Review(5);
        line.Good("label", "p1", "p2", "待复核", "-C", "r");
        line.Good("label", "city=深圳", "--where", "year >= 2004", "-C", "r");
        Assert.Equal("city=深圳  2\n待复核     2\n", line.Good("label", "-C", "r"));
        Assert.Contains("labels      待复核\n", line.Good("show", "p1", "-C", "r"), StringComparison.Ordinal);
        Assert.Contains("标签：city=深圳 2、待复核 2\n", line.Good("status", "-C", "r", "--lang", "zh"), StringComparison.Ordinal);
        Assert.Equal((1, "分组 city 中没有“上海”；review.yaml 中有 Beijing、深圳\n"), line.Run("label", "p1", "city=上海", "-C", "r", "--lang", "zh") is var (code, _, error) ? (code, error) : default);
        Assert.Equal(1, line.Run("label", "p1", "-C", "r").Code);
    }
}

namespace ReviewKit.Tests.App;

/// <summary>query compile, translate and lint as a person uses them.</summary>
public class QueryDialectsTests
{
    const string Query = "name: q\nwindow: { from: 2010, to: 2020 }\nsets:\n  - { id: S1, zh: [智慧城市], en: [smart city] }\n  - { id: S2, zh: [政策], en: [policy] }\n";

    [Fact]
    public void Compiles_a_file_without_a_review()
    {
        using var line = new CommandLine();
        line.Write("q.yaml", Query);
        Assert.Equal("TKA = '智慧城市' AND TKA = '政策' AND YE BETWEEN ('2010','2020')\n", line.Good("query", "compile", "q.yaml", "--to", "cnki"));
        Assert.Equal("#1 TS=\"smart city\"\n#2 #1 AND TS=policy\n#3 #2 AND PY=2010-2020\n", line.Good("query", "compile", "q.yaml", "--to", "wos", "--rounds"));
        Assert.StartsWith("在中国知网（专业检索）的题名", line.Good("query", "compile", "q.yaml", "--to", "cnki", "--sentence", "--lang", "zh"), StringComparison.Ordinal);
        var all = line.Good("query", "compile", "q.yaml", "--to", "all");
        Assert.Contains("\n# Web of Science (advanced search)\nTS=\"smart city\" AND TS=policy AND PY=2010-2020\n", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_on_stderr_what_a_translation_loses()
    {
        using var line = new CommandLine();
        line.Write("s.txt", "TI=(智慧城市 NEAR/3 政策)\n");
        var (code, output, error) = line.Run("query", "translate", "--from", "wos", "--to", "wanfang", "s.txt");
        Assert.Equal((0, "题名:\"智慧城市\" and 题名:\"政策\"\n"), (code, output));
        Assert.Contains("s.txt:1:5: Q-W-NEAR-LOST Wanfang Data (professional search) cannot ask for this nearness; the terms are joined by AND, which finds more\n", error, StringComparison.Ordinal);
        Assert.Contains("s.txt:1:5: Q-W-NEAR-LOST 万方数据（专业检索）无法表达这一位置检索；改用 AND 连接，命中更多\n", line.Run("query", "translate", "--from", "wos", "--to", "wanfang", "s.txt", "--lang", "zh").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lints_strategies_and_query_files_and_ends_with_1_on_errors()
    {
        using var line = new CommandLine();
        line.Write("s.txt", "TS=(air AND water))\n");
        var (code, output, _) = line.Run("query", "lint", "--from", "wos", "s.txt");
        Assert.Equal(1, code);
        Assert.Contains("s.txt:1:19: Q-E-BRACKET the bracket ) has no partner\n", output, StringComparison.Ordinal);
        Assert.Equal("TI=('智慧城市')\n", line.Run("query", "lint", "--from", "cnki", "--string", "TI=（'智慧城市'）", "--fix").Output);
        Assert.Contains("\"offset\": 18,", line.Run("query", "lint", "--from", "wos", "s.txt", "--json").Output, StringComparison.Ordinal);
        Assert.StartsWith("AND[air[", line.Run("query", "lint", "--from", "wos", "s.txt", "--tree").Output, StringComparison.Ordinal);
        line.Write("q.yaml", Query);
        Assert.Contains("q.yaml:5:20: Q-W-COMMON 政策", line.Good("query", "lint", "q.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_what_it_knows_when_a_platform_is_unknown()
    {
        using var line = new CommandLine();
        var (code, _, error) = line.Run("query", "translate", "--from", "wos", "--to", "scopsu", "--string", "TI=air");
        Assert.Equal(1, code);
        Assert.StartsWith("no platform is called \"scopsu\"; known: scopus, wos, pubmed,", error, StringComparison.Ordinal);
        Assert.StartsWith("没有名为“scopsu”的平台", line.Run("query", "translate", "--from", "wos", "--to", "scopsu", "--string", "TI=air", "--lang", "zh").Error, StringComparison.Ordinal);
    }
}

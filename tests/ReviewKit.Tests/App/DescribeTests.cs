using System.Text.Json;
using System.Xml.Linq;

namespace ReviewKit.Tests.App;

/// <summary>describe and the parts of coword on files written by hand: three papers, two languages.</summary>
public sealed class DescribeTests : IDisposable
{
    const string Papers = """
        TY  - JOUR
        TI  - The governance of smart cities in Shenzhen
        AU  - Chen, Hao
        AU  - Li, Xiaoming
        PY  - 2018
        JO  - Cities and Data
        KW  - smart city
        KW  - governance
        ER  -
        TY  - JOUR
        TI  - 智慧城市的数据治理研究
        AU  - 陈浩
        PY  - 2020
        JO  - 城市学刊
        KW  - 智慧城市
        KW  - 数据治理
        AB  - 本文讨论智慧城市与数据治理，=HYPERLINK。
        ER  -
        TY  - JOUR
        TI  - Smart cities and open data
        AU  - Chen, Hao
        PY  - 2020
        JO  - Cities and Data
        KW  - smart city
        KW  - =open data
        ER  -

        """;

    readonly CommandLine cli = new();

    public DescribeTests() => cli.Write("papers.ris", Papers);

    public void Dispose() => cli.Dispose();

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Files_are_described_on_the_screen(string language) => Golden.Equal($"coword/describe.{language}.txt", cli.Good("describe", "papers.ris", "--as-of", "2022", "--lang", language));

    [Fact]
    public void Every_table_is_a_file_and_the_json_holds_settings_hashes_and_ids()
    {
        cli.Good("describe", "papers.ris", "--as-of", "2022", "--out", "figures");
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(cli.Folder, "figures", "describe.json")));
        Assert.Equal("2022", json.RootElement.GetProperty("settings").GetProperty("as_of").GetString());
        Assert.Equal(("papers.ris", 64), (json.RootElement.GetProperty("inputs")[0].GetProperty("file").GetString(), json.RootElement.GetProperty("inputs")[0].GetProperty("sha256").GetString()!.Length));
        var author = json.RootElement.GetProperty("authors")[0];
        Assert.Equal(("CHEN H", 2, 1.5, 2), (author.GetProperty("author").GetString(), author.GetProperty("documents").GetInt32(), author.GetProperty("fractional").GetDouble(), author.GetProperty("records").GetArrayLength()));
        Assert.Equal("\ufeffyear,documents,cumulated,times_cited,mean_citations,mean_citations_per_year,records", File.ReadLines(Path.Combine(cli.Folder, "figures", "production.csv")).First().Insert(0, "\ufeff"));
        // A keyword that a spreadsheet would run is guarded.
        Assert.Contains("'=open data", File.ReadAllText(Path.Combine(cli.Folder, "figures", "keywords.csv")), StringComparison.Ordinal);
        foreach (var picture in new[] { "production.svg", "bursts.svg" })
            Assert.Contains("papers.ris sha256 ", XDocument.Load(Path.Combine(cli.Folder, "figures", picture)).Root!.Elements().First(element => element.Name.LocalName == "desc").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_twice_is_the_same_bytes()
    {
        cli.Good("describe", "papers.ris", "--out", "a");
        cli.Good("describe", "papers.ris", "--out", "b");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(cli.Folder, "a")))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(cli.Folder, "b", Path.GetFileName(file))));
    }

    [Fact]
    public void Words_of_texts_are_counted_by_frequency()
    {
        var output = cli.Good("coword", "frequency", "papers.ris", "--fields", "text", "--min", "2", "-o", "words.csv");
        // smart city: two titles, in the singular; 智慧城市 and 数据治理: title and abstract of one record.
        Assert.Contains("smart city", output, StringComparison.Ordinal);
        var rows = File.ReadAllLines(Path.Combine(cli.Folder, "words.csv")).Select(line => line.Split(',')).ToDictionary(row => row[1], row => string.Join(' ', row[2..5].Append(row[7])));
        Assert.Equal("en 2 2 yes", rows["smart city"]);
        Assert.Equal("zh 1 2 no", rows["智慧城市"]);
    }

    [Fact]
    public void Rules_and_the_reports_behind_a_keyword_come_from_files_too()
    {
        // smart city is in two of three reports, governance in one, always with it: confidence 1, lift 1 / (2/3).
        Assert.Contains("governance  smart city        1    0.333           1   1.5", cli.Good("coword", "rules", "papers.ris", "--min", "1", "--support", "1"), StringComparison.Ordinal);
        Assert.Contains("Smart cities and open data", cli.Good("coword", "show", "SMART CITY", "--from", "papers.ris"), StringComparison.Ordinal);
        Assert.Contains("The governance of smart cities in Shenzhen", cli.Good("coword", "show", "smart city", "governance", "--min", "1", "--from", "papers.ris"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "describe", "nothing.ris" }, 1, "nothing.ris does not exist\n")]
    [InlineData(new[] { "coword", "pairs", "papers.ris" }, 1, "none of 3 reports has keywords in both languages\n")]
    [InlineData(new[] { "coword", "pairs", "papers.ris", "--lang", "zh" }, 1, "3 篇报告都没有中英双语关键词\n")]
    [InlineData(new[] { "coword", "papers.ris", "--relevance", "much" }, 1, "--relevance \"much\" is no percentage; expected e.g. 60%\n")]
    [InlineData(new[] { "coword", "papers.ris", "--dictionary", "mine.txt" }, 1, "mine.txt is not there\n")]
    public void What_can_be_mended_is_said(string[] args, int code, string message)
    {
        var (ended, _, error) = cli.Run(args);
        Assert.Equal((code, message), (ended, error));
    }
}

using System.Text.Json;

namespace ReviewKit.Tests.App;

public class SimulateTests
{
    const string Set = """
        record_id,title,abstract,label
        1,智慧城市政策,城市治理与数据,1
        2,池塘养鱼,水温与饲料,0
        3,智慧城市治理,政策工具与数据,1
        4,Fish feeding,"Growth, water",0
        5,Smart city policy,智慧城市 policy tools,1
        6,鱼类饲料,四种饲料,0

        """;

    [Fact]
    public void Says_how_early_each_model_finds_what_is_relevant()
    {
        using var line = new CommandLine();
        line.Write("城市.csv", Set);
        var output = line.Good("simulate", "城市.csv", "--priors", "0,1", "--model", "u4", "u4t", "--json", "runs.json", "--svg", "recall.svg");
        // Both relevant records come first of four: WSS@95 is .95 - 2/4; the first tenth of four records is none of them.
        Assert.Equal("""
            set   model  records  relevant  runs  WSS@95  WSS@100  RRF@10  r@100     ATD    loss    NDCG
            城市  u4           4         2     1    45.0     50.0     0.0    2.0  0.3750  0.0000  1.0000
            城市  u4t          4         2     1    45.0     50.0     0.0    2.0  0.3750  0.0000  1.0000

            """.ReplaceLineEndings("\n"), output);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(line.Folder, "runs.json")));
        var runs = json.RootElement.GetProperty("runs");
        Assert.Equal(2, runs.GetArrayLength());
        Assert.Equal([2, 4], runs[0].GetProperty("order").EnumerateArray().Take(2).Select(row => row.GetInt32()));
        Assert.Equal(("城市", 0, "u4"), (runs[0].GetProperty("dataset").GetString(), runs[0].GetProperty("priors").GetInt32(), runs[0].GetProperty("model").GetString()));
        Assert.Contains("城市 (u4t)", File.ReadAllText(Path.Combine(line.Folder, "recall.svg")));
    }

    [Theory]
    [InlineData("record_id,title,label\n1,a,yes\n", "set.csv:2: label is \"yes\", expected 1, 0 or nothing\n")]
    [InlineData("record_id,title\n1,a\n", "set.csv:1: no column label; expected record_id,title,abstract,label\n")]
    public void What_cannot_be_read_names_file_and_line(string set, string expected)
    {
        using var line = new CommandLine();
        line.Write("set.csv", set);
        var (code, _, error) = line.Run("simulate", "set.csv");
        Assert.Equal((1, expected), (code, error));
    }

    [Fact]
    public void Rows_without_a_label_are_left_out_and_said()
    {
        using var line = new CommandLine();
        line.Write("set.csv", Set + "7,未筛选,无标签,\n");
        var (code, _, error) = line.Run("simulate", "set.csv", "--priors", "0,1");
        Assert.Equal((0, "set: 1 rows without a label are left out\n"), (code, error));
        Assert.Equal((1, "set: row 9 of the priors is not a labelled row (0 to 6)\n"), (line.Run("simulate", "set.csv", "--priors", "9") is var (bad, _, said) ? (bad, said.Split('\n', 2)[1]) : default));
    }

    [Fact]
    public void A_folder_of_sets_is_simulated_and_a_bad_set_spoils_none_of_the_others()
    {
        using var line = new CommandLine();
        line.Write("sets/a.csv", Set);
        line.Write("sets/b.csv", "title,label\nx,perhaps\n");
        line.Write("sets/c.csv", Set.Replace(',', '\t').Replace("\"Growth\t water\"", "Growth"));
        var (code, output, error) = line.Run("simulate", "sets", "--random-priors", "3", "--seed", "5");
        Assert.Equal((1, "b.csv:2: label is \"perhaps\", expected 1, 0 or nothing\n"), (code, error));
        Assert.Equal(["a", "c", "mean"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(' ')[0]));
        Assert.Equal(output, line.Run("simulate", "sets", "--random-priors", "3", "--seed", "5").Output);
    }

    [Fact]
    public void A_set_saved_by_a_chinese_spreadsheet_is_read_also_when_it_is_packed()
    {
        using var line = new CommandLine();
        line.Write("utf.csv", Set);
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using (var packed = new System.IO.Compression.GZipStream(File.Create(Path.Combine(line.Folder, "gb.csv.gz")), System.IO.Compression.CompressionLevel.Fastest))
            packed.Write(System.Text.Encoding.GetEncoding("gb18030").GetBytes(Set.Replace(",label", ",纳入").Replace("title", "题名")));
        string Figures(string file) => string.Join(' ', line.Good("simulate", file, "--priors", "0,1").Split('\n')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1));
        Assert.Equal(Figures("utf.csv"), Figures("gb.csv.gz"));
    }

    [Theory]
    [InlineData("give one of --priors, --priors-file and --random-priors", "--priors", "0,1", "--random-priors", "2")]
    [InlineData("no model u9; known: u4, ", "--model", "u9")]
    [InlineData("weights are 0 to 9", "--title-weight", "12")]
    [InlineData("--random-priors is a number of runs, 1 to 10000", "--random-priors", "0")]
    public void What_cannot_be_simulated_is_told(string expected, params string[] options)
    {
        using var line = new CommandLine();
        line.Write("set.csv", Set);
        var (code, _, error) = line.Run(["simulate", "set.csv", .. options]);
        Assert.Equal(1, code);
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
    }
}

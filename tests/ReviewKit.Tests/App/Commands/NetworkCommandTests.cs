namespace ReviewKit.Tests.App.Commands;

public class NetworkCommandTests
{
    const string Records = """
        FN Clarivate Analytics Web of Science
        VR 1.0
        PT J
        AU Li, N
           Berg, A
        AF Li, Na
           Berg, Ada
        TI Smart Beijing
        SO J INVENTED STUD
        DE smart city; policy
        C1 [Li, Na] Wuhan Univ, Wuhan, Peoples R China.
           [Berg, Ada] Univ Oslo, Oslo, Norway.
        CR Lindholm KE, 1997, J INVENTED STUD, V48, P13
           Okafor B, 2003, DATA J, V1, P2
        TC 4
        PY 2018
        UT WOS:1
        ER

        PT J
        AU Li, N
        AF Li, Na
        TI Smart Shanghai
        SO J INVENTED STUD
        DE smart city; data
        C1 [Li, Na] Wuhan Univ, Wuhan, Peoples R China.
        CR Lindholm KE, 1997, J INVENTED STUD, V48, P13
           Okafor B, 2003, DATA J, V1, P2
        TC 8
        PY 2020
        UT WOS:2
        ER

        EF
        """;

    [Theory]
    [InlineData("authors", "1", "2 authors on the map of 2 reports, 1 links, 1 clusters")]
    [InlineData("institutions", "1", "2 institutions on the map of 2 reports, 1 links, 1 clusters")]
    [InlineData("countries", "1", "2 countries on the map of 2 reports, 1 links, 1 clusters")]
    [InlineData("coupling", "1", "2 records on the map of 2 reports, 1 links, 1 clusters")]
    [InlineData("co-citation", "2", "2 cited references on the map of 2 reports, 1 links, 1 clusters")]
    [InlineData("cited-sources", "2", "2 cited sources on the map of 2 reports, 1 links, 1 clusters")]
    [InlineData("cited-authors", "2", "2 cited authors on the map of 2 reports, 1 links, 1 clusters")]
    public void Networks_of_files(string of, string minimum, string said)
    {
        using var command = new CommandLine();
        command.Write("wos.txt", Records);
        Assert.StartsWith(said, command.Good("network", "--of", of, "wos.txt", "--min", minimum, "--out", "maps"), StringComparison.Ordinal);
        Assert.Contains($"{of}.gexf", Directory.EnumerateFiles(Path.Combine(command.Folder, "maps")).Select(Path.GetFileName));
        Assert.Contains("wos.txt sha256", File.ReadAllText(Path.Combine(command.Folder, "maps", $"{of}-settings.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_references_it_says_how_to_get_them()
    {
        using var command = new CommandLine();
        command.Write("a.ris", "TY  - JOUR\nTI  - 智慧城市\nAU  - 陈晓\nPY  - 2020\nER  - \n");
        var (code, _, error) = command.Run("network", "--of", "co-citation", "a.ris");
        Assert.Equal(1, code);
        Assert.Contains("none of the records has a reference list", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_file_and_kind_it_asks_which()
    {
        using var command = new CommandLine();
        Assert.Contains("which network", command.Run("network").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Attraction_must_exceed_repulsion()
    {
        using var command = new CommandLine();
        command.Write("n.txt", "1\t2\t1\n");
        var (code, _, error) = command.Run("network", "n.txt", "--attraction", "1");
        Assert.Equal(1, code);
        Assert.Contains("--attraction 1 is not above --repulsion 1", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_and_periods_of_files()
    {
        using var command = new CommandLine();
        command.Write("wos.txt", Records);
        var compared = command.Good("coword", "compare", "wos.txt", "--min", "1", "--group", "Beijing|北京", "Shanghai|上海", "--csv", "c.csv", "--out", "maps");
        Assert.Contains("on every map: smart city", compared, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(command.Folder, "maps", "Shanghai.gexf")));
        var evolved = command.Good("coword", "evolution", "wos.txt", "--min", "1", "--until", "2018", "--svg", "e.svg", "--csv", "e.csv");
        Assert.Contains("2018: 1 reports, 2 keywords, 1 themes", evolved, StringComparison.Ordinal);
        Assert.Contains("1 links between themes", evolved, StringComparison.Ordinal);
        Assert.Equal(1, command.Run("coword", "compare", "wos.txt").Code);
    }

    [Fact]
    public void Groups_of_a_review_go_by_labels_and_before_there_are_any_by_words()
    {
        using var command = new CommandLine();
        command.Good("demo");
        var (_, byWords, said) = command.Run("-C", "reviewkit-demo", "coword", "compare", "--by", "city");
        Assert.Contains("no report carries a label city=…", said, StringComparison.Ordinal);
        Assert.Contains("Shenzhen", byWords, StringComparison.Ordinal);
        var report = command.Good("-C", "reviewkit-demo", "prisma", "--list", "included").Split('\n')[1].Split('\t')[0].Trim();
        command.Good("-C", "reviewkit-demo", "label", report, "city=Beijing");
        var (_, byLabels, silent) = command.Run("-C", "reviewkit-demo", "coword", "compare", "--by", "city", "--min", "1");
        Assert.DoesNotContain("no report carries", silent, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Beijing +1 ", byLabels);
    }
}

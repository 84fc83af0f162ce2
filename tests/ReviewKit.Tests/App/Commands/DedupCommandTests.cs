namespace ReviewKit.Tests.App.Commands;

/// <summary>What a person says of duplicates, command by command, with what each prints; and dedup of plain files.</summary>
public class DedupCommandTests
{
    const string First = """
        ID,title,author,year,journal,volume,issue,pages,doi
        1,Policy diffusion among smart cities,"Chen, Yi; Lin, Er",2019,Urban Management (Fictional),7,3,15-22,10.9999/um.1
        2,智慧城市的政策扩散,陈一;林二,2019,城市管理（虚构）,7,3,30-38,
        3,Call for papers,,2018,Urban Management (Fictional),6,1,,
        """;

    const string Second = """
        ID,title,author,year,journal,volume,issue,pages,doi
        a,Policy diffusion among smart cities.,"Chen Y, Lin E",2019,URBAN MANAGEMENT (FICTIONAL),7,3,15-22,https://doi.org/10.9999/UM.1
        b,智慧城市的政策扩散,陈一;林二,2019,城市管理（虚构）,7,3,30-38,
        """;

    static readonly string[][] Commands =
    [
        ["dedup", "-C", "r"],
        ["show", "first.csv:1", "--fields", "-C", "r"],
        ["set", "first.csv:1", "year=2020", "title=Policy diffusion", "-C", "r"],
        ["set", "first.csv:1", "yaer=2020", "-C", "r"],
        ["set", "first.csv:1", "2020", "-C", "r", "--lang", "zh"],
        ["show", "second.csv:1", "--fields", "-C", "r", "--lang", "zh"],
        ["set", "first.csv:1", "title=", "-C", "r", "--lang", "zh"],
        ["undo", "-C", "r"],
        ["unmerge", "first.csv:2", "second.csv:2", "--reason", "两种不同的版本", "-C", "r", "--lang", "zh"],
        ["dedup", "-C", "r"],
        ["history", "first.csv:2", "-C", "r"],
        ["undo", "-C", "r"],
        ["dedup", "-C", "r"],
        ["unmerge", "first.csv:3", "first.csv:3", "-C", "r"],
        ["check", "-C", "r"],
    ];

    [Fact]
    public void A_person_has_the_last_word()
    {
        using var line = new CommandLine();
        line.Good("new", "r");
        line.Write("first.csv", First);
        line.Write("second.csv", Second);
        line.Good("import", "first.csv", "second.csv", "-C", "r", "--source", "scopus");
        var transcript = new System.Text.StringBuilder();
        foreach (var command in Commands)
        {
            var (code, output, error) = line.Run(command);
            transcript.Append($"% reviewkit {string.Join(' ', command)}\n{output}{error}{(code == 0 ? "" : $"(exit code {code})\n")}\n");
        }
        Golden.Equal("dedup-words.txt", transcript.ToString());
    }

    [Fact]
    public void Plain_files_give_groups_links_and_questions()
    {
        using var line = new CommandLine();
        line.Write("first.csv", First);
        line.Write("second.csv", Second);
        var output = line.Good("dedup", "first.csv", "second.csv", "--groups", "g.csv", "--links", "l.csv", "--questions", "q.csv");
        // 5 records, of which a is 1 and b is 2.
        Assert.StartsWith("5 records: 3 reports, 2 duplicates in 2 groups; links: 0; pairs left for a person: 0", output, StringComparison.Ordinal);
        Assert.Equal("group,record\n1,1\n1,a\n2,2\n2,b\n3,3\n", File.ReadAllText(Path.Combine(line.Folder, "g.csv")));
        Assert.Equal("a,b,type,reason\n", File.ReadAllText(Path.Combine(line.Folder, "l.csv")));
        Assert.Equal("a,b,probability,reason,title_a,title_b\n", File.ReadAllText(Path.Combine(line.Folder, "q.csv")));
    }

    [Fact]
    public void The_same_file_twice_is_every_record_twice()
    {
        using var line = new CommandLine();
        line.Write("first.csv", First);
        Assert.StartsWith("6 records: 3 reports, 3 duplicates in 3 groups", line.Good("dedup", "first.csv", "first.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_is_needed_for_answers()
    {
        using var line = new CommandLine();
        line.Write("first.csv", First);
        var (code, _, error) = line.Run("dedup", "first.csv", "--review");
        Assert.Equal(1, code);
        Assert.StartsWith("--review answers into a review", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Journals_that_were_found_are_a_table_that_can_be_given_back()
    {
        using var line = new CommandLine();
        line.Good("new", "r");
        line.Write("r/exports/a.ris", "TY  - JOUR\nTI  - 甲\nJO  - 城市管理（虚构）\nSN  - 9501-0007\nER  - \n\nTY  - JOUR\nTI  - B\nJO  - Urban Management (Fictional)\nSN  - 9501-0007\nER  - \n");
        line.Good("import", "-C", "r");
        line.Good("dedup", "-C", "r");
        var table = File.ReadAllText(Path.Combine(line.Folder, "r", "out", "journals.csv"));
        Assert.Equal("journal,also,serials,records\nUrban Management (Fictional),城市管理（虚构）,9501-0007,2\n", table);
        line.Write("r/queries/journals.csv", "journal,also,serials\nUrban Management (Fictional),Urban Mgmt Fict; 城市管理（虚构）,CN 99-0001\n");
        line.Good("dedup", "-C", "r");
        Assert.Contains("Urban Mgmt Fict", File.ReadAllText(Path.Combine(line.Folder, "r", "out", "journals.csv")), StringComparison.Ordinal);
        line.Write("r/queries/journals.csv", "name\nx\n");
        var (code, _, error) = line.Run("dedup", "-C", "r");
        Assert.Equal((1, "journals.csv:1: no column journal; expected journal,also,serials,records\n"), (code, error));
    }
}

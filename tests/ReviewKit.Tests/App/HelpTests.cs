using System.Text;

namespace ReviewKit.Tests.App;

public class HelpTests
{
    /// <summary>docs/commands.md is made of the help pages; run with REVIEWKIT_ACCEPT=1 to write it again.</summary>
    [Fact]
    public void The_commands_page_is_the_help_of_every_verb()
    {
        using var line = new CommandLine();
        var page = new StringBuilder("# Commands\n\nMade from `--help`; a test keeps it so.\n");
        foreach (var path in Paths(line))
        {
            var title = string.Join(' ', path.Prepend("reviewkit"));
            page.Append($"\n## {title}\n\n```\n{line.Good([.. path, "--help"])}```\n");
        }
        var file = Path.Combine(Repository.Root, "docs", "commands.md");
        if (Environment.GetEnvironmentVariable("REVIEWKIT_ACCEPT") == "1") File.WriteAllText(file, page.ToString());
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), page.ToString());
    }

    [Fact]
    public void Every_verb_has_an_example_and_every_option_names_its_default_or_what_it_does()
    {
        using var line = new CommandLine();
        foreach (var path in Paths(line).Where(path => path.Length > 0))
        {
            var help = line.Good([.. path, "--help"]);
            Assert.Contains("\nExamples\n  reviewkit ", help, StringComparison.Ordinal);
            foreach (var option in help.Split('\n').Where(row => row.StartsWith("  -", StringComparison.Ordinal) && !row.Contains("--help", StringComparison.Ordinal)))
                Assert.Matches(@"default|needed|^  --\S+(, --\S+)*  +\S|write ", option);
        }
    }

    [Fact]
    public void Chinese_help_is_Chinese_and_aligned()
    {
        using var line = new CommandLine();
        Golden.Equal("help.zh.txt", line.Good("--help", "--lang", "zh"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("import", "--format")]
    [InlineData("decide")]
    [InlineData("prisma", "--template", "x")]
    public void Wrong_usage_ends_with_2_and_says_where_help_is(params string[] args)
    {
        using var line = new CommandLine();
        var (code, output, error) = line.Run(args);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("--help` shows how it is used", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_a_number_alone()
    {
        using var line = new CommandLine();
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", line.Good("--version"));
    }

    /// <summary>The root, each verb, and each verb below one, in the order of the help.</summary>
    static List<string[]> Paths(CommandLine line)
    {
        var paths = new List<string[]> { Array.Empty<string>() };
        foreach (var verb in Verbs(line.Good("--help")))
        {
            paths.Add([verb]);
            paths.AddRange(Verbs(line.Good(verb, "--help")).Select(below => (string[])[verb, below]));
        }
        return paths;
    }

    static IEnumerable<string> Verbs(string help)
    {
        var rows = help.Split('\n').SkipWhile(row => row != "Commands").Skip(1).TakeWhile(row => row.Length > 0);
        return rows.Select(row => row.Trim().Split(' ')[0]);
    }
}

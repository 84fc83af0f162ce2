using System.Text.RegularExpressions;

namespace ReviewKit.Tests.App;

/// <summary>What the READMEs show is run.</summary>
public partial class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void Every_line_of_the_README_works_in_the_shipped_review(string readme)
    {
        using var line = new CommandLine();
        line.Good("demo");
        var text = File.ReadAllText(Path.Combine(Repository.Root, readme));
        var commands = Lines().Matches(text).Select(match => Words(match.Groups[1].Value)).ToList();
        Assert.True(commands.Count >= 14, $"only {commands.Count} lines found");
        foreach (var command in commands)
        {
            var (code, output, error) = line.Run(["-C", "reviewkit-demo", .. command.Select(word => word is "queries/flow-as-printed.yaml" or "queries/methods-as-printed.txt" || word.StartsWith("out/", StringComparison.Ordinal) ? "reviewkit-demo/" + word : word)]);
            // The one printed flow does not add up, which is what the README says of it.
            Assert.True(code == (command is ["prisma", "check", ..] ? 1 : 0), $"reviewkit {string.Join(' ', command)} ended with {code}: {output}{error}");
        }
    }

    [Fact]
    public void A_new_user_gets_from_an_empty_folder_to_strings_and_counts_with_the_lines_of_the_query_page()
    {
        using var line = new CommandLine();
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "query.md"));
        var commands = Lines().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal("new my-review", commands[0]);
        line.Good("new", "my-review");
        line.Write("my-review/queries/query.yaml", Yaml().Match(page).Groups[1].Value);
        line.Write("cnki.txt", "TKA = ('智慧城市' + '数字城市') AND TKA = ('政策' + '法规')\n");
        line.Write("my-review/exports/cnki/a.ris", "TY  - JOUR\nID  - one\nTI  - 智慧城市与政策\nER  - \n");
        foreach (var command in commands.Skip(1))
        {
            // The page's record is nobody's; the query file is named from inside the review.
            string[] words = [.. Words(command).Select(word => word switch { "r4k7m2xq" => "one", "queries/query.yaml" => "my-review/queries/query.yaml", _ => word })];
            var (code, output, error) = line.Run(["-C", "my-review", .. words]);
            Assert.True(code == 0, $"reviewkit {command} ended with {code}: {output}{error}");
        }
        Assert.Equal(12, commands.Count);
    }

    [Fact]
    public void Both_languages_show_the_same_commands()
    {
        string[] Commands(string readme) => [.. Lines().Matches(File.ReadAllText(Path.Combine(Repository.Root, readme))).Select(match => match.Groups[1].Value.Replace(" --lang zh", "", StringComparison.Ordinal).Trim())];
        Assert.Equal(Commands("README.md"), Commands("README.zh-CN.md"));
    }

    [Fact]
    public void Every_file_the_README_points_to_is_there()
    {
        foreach (var readme in (string[])["README.md", "README.zh-CN.md", "CONTRIBUTING.md"])
            foreach (Match link in Links().Matches(File.ReadAllText(Path.Combine(Repository.Root, readme))))
                Assert.True(Path.Exists(Path.Combine(Repository.Root, link.Groups[1].Value)), $"{readme} points to {link.Groups[1].Value}");
    }

    static string[] Words(string command) => [.. Word().Matches(command).Select(word => word.Value.Trim('"'))];

    // What stands between quotation marks is one word, as for a shell.
    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();

    // Lines of the shell blocks, without the remark behind them.
    [GeneratedRegex(@"^reviewkit ([^#\n]+?)\s*(?:#.*)?$", RegexOptions.Multiline)]
    private static partial Regex Lines();

    [GeneratedRegex(@"```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex Links();
}

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
            var (code, output, error) = line.Run(["-C", "reviewkit-demo", .. command.Select(word => word == "queries/flow-as-printed.yaml" ? "reviewkit-demo/" + word : word)]);
            // The one printed flow does not add up, which is what the README says of it.
            Assert.True(code == (command is ["prisma", "check", ..] ? 1 : 0), $"reviewkit {string.Join(' ', command)} ended with {code}: {output}{error}");
        }
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

    static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Lines of the shell blocks, without the remark behind them.
    [GeneratedRegex(@"^reviewkit ([^#\n]+?)\s*(?:#.*)?$", RegexOptions.Multiline)]
    private static partial Regex Lines();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex Links();
}

using System.Text.RegularExpressions;
using ReviewKit.Query.Dialects;

namespace ReviewKit.Tests.Query.Dialects;

public partial class DialectsPageTests
{
    static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "dialects.md"));

    // What is said of rounds and of the search log stands with them.
    static readonly string QueryPage = File.ReadAllText(Path.Combine(Repository.Root, "docs", "query.md"));

    [Fact]
    public void Every_code_and_every_platform_is_on_the_page()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ReviewKit", "Query"), "*.cs", SearchOption.AllDirectories))
            foreach (Match code in Code().Matches(File.ReadAllText(file)))
                Assert.True(Regex.IsMatch(Page + QueryPage, $@"\b{code.Groups[1].Value}\b(?!-)"), $"docs/dialects.md and docs/query.md lack {code.Groups[1].Value} of {Path.GetFileName(file)}");
        Assert.All(Platforms.All, platform => Assert.Contains($"\n| {platform.Name} |", Page, StringComparison.Ordinal));
    }

    /// <summary>A code that stands twice in a table would be found the first time only.</summary>
    [Fact]
    public void No_field_code_stands_twice() =>
        Assert.All(Platforms.All, platform => Assert.Equal(platform.Fields.Count, platform.Fields.DistinctBy(field => field.Code).Count()));

    [GeneratedRegex("\"(Q-[EWI]-[A-Z-]+)\"")]
    private static partial Regex Code();
}

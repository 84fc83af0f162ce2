using System.Text.RegularExpressions;

namespace ReviewKit.Tests;

/// <summary>Who may know whom (docs/design.md, section 1): read from the sources' using lines and qualified names.</summary>
public partial class Layers
{
    static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Records"] = [],
        ["Text"] = [],
        ["Graphs"] = ["Text"],
        ["Formats"] = ["Records", "Text"],
        ["Store"] = ["Records", "Text"],
        ["Dedup"] = ["Records", "Text", "Store"],
        ["Query"] = ["Records", "Text", "Store"],
        ["Screening"] = ["Query", "Text", "Store", "Records"],
        ["Prisma"] = ["Store", "Text"],
        ["CoWord"] = ["Records", "Text", "Graphs", "Store"],
        ["Bibliometrics"] = ["Records", "Text", "Graphs", "Store", "CoWord"],
        ["Enrichment"] = ["Records", "Text", "Formats", "Store", "Dedup", "Query"],
    };

    [Fact]
    public void Slices_know_only_those_they_may_know()
    {
        var root = Path.Combine(Repository.Root, "src", "ReviewKit");
        var wrong = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories(root).Select(path => Path.GetFileName(path)!).Where(name => name is not ("bin" or "obj")))
        {
            Assert.True(MayKnow.ContainsKey(folder), $"{folder} is not in the table of layers");
            foreach (var file in Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
                foreach (Match match in Mentioned().Matches(File.ReadAllText(file)))
                    if (match.Groups[1].Value is var other && other != folder && MayKnow.ContainsKey(other) && !MayKnow[folder].Contains(other))
                        wrong.Add($"{folder}/{Path.GetFileName(file)} knows {other}");
        }
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void The_library_knows_neither_console_nor_app()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ReviewKit"), "*.cs", SearchOption.AllDirectories))
            Assert.DoesNotMatch(@"\bConsole\.|ReviewKit\.App\b", File.ReadAllText(file));
    }

    /// <summary>The leaf that draws: of the library it takes what text is, and nothing of reviews.</summary>
    [Fact]
    public void Screens_know_nothing_of_reviews()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ReviewKit.App", "Terminal"), "*.cs"))
            foreach (Match match in Mentioned().Matches(File.ReadAllText(file)))
                Assert.Contains(match.Groups[1].Value, (string[])["App", "Text"]);
    }

    [GeneratedRegex(@"ReviewKit\.([A-Z][A-Za-z]+)")]
    private static partial Regex Mentioned();
}

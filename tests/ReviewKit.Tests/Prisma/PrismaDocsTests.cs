using System.Text.RegularExpressions;
using ReviewKit.Prisma;

namespace ReviewKit.Tests.Prisma;

public partial class PrismaDocsTests
{
    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReviewKit.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    static string Page => File.ReadAllText(Path.Combine(Root(), "docs", "prisma.md"));

    [Fact]
    public void Every_code_is_explained_and_every_explained_code_exists()
    {
        var source = Directory.GetFiles(Path.Combine(Root(), "src", "ReviewKit", "Prisma"), "*.cs", SearchOption.AllDirectories).SelectMany(file => QuotedCode().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value);
        Assert.Equal(source.Distinct().Order(StringComparer.Ordinal), Code().Matches(Page).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_example_closes()
    {
        var yaml = Page.Split("```yaml")[1].Split("```")[0];
        // 500 − 380 = 120, of which two are two reports each: 122.
        Assert.Equal(["W-RECONCILED"], FlowCheck.Of(DeclaredFlow.Parse(yaml, "docs/prisma.yaml")).Findings.Select(finding => finding.Code));
    }

    [GeneratedRegex("\"([EW]-[A-Z]+(?:-[A-Z]+)*)\"")]
    private static partial Regex QuotedCode();

    [GeneratedRegex("[EW]-[A-Z]+(?:-[A-Z]+)*")]
    private static partial Regex Code();
}

using ReviewKit.Prisma;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Tests.App;

/// <summary>The shipped review, run once for all tests of this class.</summary>
public sealed class DemoRun : IDisposable
{
    internal CommandLine Line { get; } = new();

    public string Transcript { get; }

    public DemoRun() => Transcript = Line.Good("demo", "示例");

    public string Folder => Path.Combine(Line.Folder, "示例");

    public void Dispose() => Line.Dispose();
}

public class DemoTests(DemoRun demo) : IClassFixture<DemoRun>
{
    [Fact]
    public void The_flow_is_that_of_the_thesis()
    {
        using var review = Review.Open(demo.Folder, TestReview.Author);
        var counts = Flow.Counts(review, Language.En);
        Assert.Equal(1803, counts.Databases.Total);
        Assert.Equal(832, counts.DuplicatesRemoved.Total + counts.IneligibleByAutomation.Total + counts.RemovedForOtherReasons.Total);
        Assert.Equal(1803 - 832, counts.RecordsScreened.Total);
        Assert.Equal(296, counts.RecordsExcluded.Total);
        Assert.Equal(3, counts.RecordsExcluded.Parts.Count);
        Assert.Equal(1803 - 832 - 296, counts.ReportsAssessed.Total);
        Assert.Equal(591, counts.ReportsExcluded.Total);
        Assert.Equal(84, counts.ReportsOfIncludedStudies.Total);
        Assert.Equal((0, 0), (counts.RecordsAwaitingScreening, counts.ReportsAwaitingAssessment));
        Assert.Empty(FlowCheck.Of(DeclaredFlow.Of(counts)).Findings);
    }

    [Theory]
    [InlineData("db_identified", 1803)]
    [InlineData("db_removed", 832)]
    [InlineData("db_screened", 971)]
    [InlineData("db_excluded", 296)]
    [InlineData("db_assessed", 675)]
    [InlineData("db_ftexcluded", 591)]
    [InlineData("included", 84)]
    public void Each_number_lists_as_many_records(string box, int n) =>
        Assert.Equal(n, demo.Line.Good("prisma", "--list", box, "-C", demo.Folder).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);

    [Fact]
    public void Duplicates_are_exactly_those_the_records_were_composed_as()
    {
        using var review = Review.Open(demo.Folder, TestReview.Author);
        var found = Flow.List(review, "db_identified").GroupBy(row => row.ReportId, row => $"{row.File}:{row.Ordinal}").Select(Group).Order(StringComparer.Ordinal);
        var truth = File.ReadLines(Path.Combine(Repository.Root, "tests", "ReviewKit.Tests", "Fixtures", "demo", "groups.csv")).Skip(1)
            .Select(row => row.Split(',')).GroupBy(row => row[0], row => $"exports/{row[2]}:{row[3]}").Select(Group).Order(StringComparer.Ordinal);
        Assert.Equal(truth, found);

        static string Group(IEnumerable<string> members) => string.Join(' ', members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_rounds_verify_every_record_and_remove_none() =>
        Assert.Matches(@"4  S4 city +1803 +1803 +612 +407 +477 +307\n[^—]+\n\nthe rounds were run in the databases; here every record passes, and none is removed", demo.Transcript);

    [Fact]
    public void The_printed_flow_has_one_wrong_number() =>
        Assert.Contains("one wrong number explains every error: db_assessed 849 should be 675; all equations close with it", demo.Transcript, StringComparison.Ordinal);

    [Fact]
    public void A_second_run_changes_nothing()
    {
        var before = Fingerprints();
        var events = Events();
        demo.Line.Good("demo", "示例");
        Assert.Equal(before, Fingerprints());
        Assert.Equal(events, Events());
        demo.Line.Good("check", "-C", demo.Folder);

        string[] Fingerprints() => [.. Directory.EnumerateFiles(Path.Combine(demo.Folder, "out")).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}")];

        string Events()
        {
            using var review = Review.Open(demo.Folder, TestReview.Author);
            return string.Join('\n', review.Ledger.All().Select(entry => entry.Hash));
        }
    }

    [Theory]
    [InlineData("prisma.svg")]
    [InlineData("prisma.zh.svg")]
    public void The_diagrams_in_the_README_are_those_the_demo_draws(string name)
    {
        var shown = Path.Combine(Repository.Root, "docs", "demo", name);
        var drawn = File.ReadAllText(Path.Combine(demo.Folder, "out", name));
        if (Environment.GetEnvironmentVariable("REVIEWKIT_ACCEPT") == "1") File.WriteAllText(shown, drawn);
        Assert.Equal(File.ReadAllText(shown).ReplaceLineEndings("\n"), drawn.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_folder_with_other_things_in_it_is_left_alone()
    {
        demo.Line.Write("other/thesis.docx", "x");
        var (code, _, error) = demo.Line.Run("demo", "other");
        Assert.Equal((1, "DIR/other is not empty and holds no review; name another folder: reviewkit demo DIR\n"), (code, error));
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(demo.Line.Folder, "other")));
    }
}

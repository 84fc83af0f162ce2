using ReviewKit.Dedup;
using ReviewKit.Prisma;
using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Dedup;

/// <summary>Deduplication in a review: what people say stays, what comes later is matched, every source keeps its count.</summary>
public class MergesTests
{
    static Record Paper(string title, string id, int year = 2019, string? pages = "15-22", string? doi = null) => new()
    {
        Title = title,
        Year = year,
        Journal = "Urban Management (Fictional)",
        Volume = "7",
        Issue = "3",
        Pages = pages,
        FirstPage = pages?.Split('-')[0],
        Doi = doi,
        Authors = [ReviewKit.Records.PersonName.Parse("Chen, Yi"), ReviewKit.Records.PersonName.Parse("Lin, Er")],
        Abstract = "How policies travel between cities that call themselves smart.",
        Ids = { ["id"] = id },
    };

    static readonly string[] Titles = ["Policy diffusion among smart cities", "Ranking smart cities by their data", "城市大脑与基层治理", "Buses that answer questions"];

    static Record[] File(string prefix) => [.. Titles.Select((title, i) => Paper(title, $"{prefix}{i}", pages: $"{15 + 10 * i}-{22 + 10 * i}", doi: $"10.9999/um.{i}"))];

    static List<string> Groups(Review review) =>
        [.. Reports.Members(review).Select(group => $"{group.Key}: {string.Join(' ', group.Value.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal)];

    [Fact]
    public void File_after_file_gives_the_same_as_all_at_once()
    {
        using var apart = new TestReview();
        using var atOnce = new TestReview();
        foreach (var (name, source) in ((string, string)[])[("a.csv", "scopus"), ("b.csv", "cnki"), ("c.csv", "scopus")])
        {
            apart.Import(name, source, File(name));
            atOnce.Import(name, source, File(name));
            Merges.Run(apart.Review, Preset.Cautious);
        }
        Merges.Run(atOnce.Review, Preset.Cautious);
        Assert.Equal(Groups(atOnce.Review), Groups(apart.Review));
        Assert.Equal(Links(atOnce.Review), Links(apart.Review));
        Assert.Equal(4, Reports.Members(apart.Review).Count);
        Assert.Empty(ReviewKit.Store.Check.Of(apart.Review));
    }

    [Fact]
    public void A_group_the_rules_no_longer_find_is_taken_apart_unless_it_was_decided_on()
    {
        using var test = new TestReview();
        var ids = test.Import("a.csv", "scopus", File("a"));
        // As an earlier version, or fewer records, may have had it.
        test.Review.Ledger.Append("merge", new MergeBody(ids[0], [ids[0], ids[1]], "same", "相同", "rule"));
        test.Review.Ledger.Append("merge", new MergeBody(ids[2], [ids[2], ids[3]], "same", "相同", "rule"));
        Decisions.Decide(test.Review, ids[2], ReviewKit.Store.Verdict.Include, new Said("title-abstract"));
        var result = Merges.Run(test.Review, Preset.Cautious);
        Assert.Equal(1, result.Parted);
        Assert.Equal([ids[0], ids[1], ids[2], ids[2]], ids.Select(id => Reports.ReportOf(test.Review, id)));
        Assert.Equal(0, Merges.Run(test.Review, Preset.Cautious).Parted);
        Assert.Empty(ReviewKit.Store.Check.Of(test.Review));
    }

    [Fact]
    public void Every_source_keeps_its_count_and_unmerge_restores_the_flow()
    {
        using var test = new TestReview();
        var a = test.Import("a.csv", "scopus", File("a"));
        test.Import("b.csv", "cnki", File("b"));
        Assert.Equal("Scopus 4, CNKI 4; duplicates 0; screened 8", FlowLine(test.Review));
        Merges.Run(test.Review, Preset.Cautious);
        Assert.Equal("Scopus 4, CNKI 4; duplicates 4; screened 4", FlowLine(test.Review));
        Merges.Unmerge(test.Review, a[0]);
        Assert.Equal("Scopus 4, CNKI 4; duplicates 3; screened 5", FlowLine(test.Review));
        foreach (var id in a.Skip(1)) Merges.Unmerge(test.Review, id);
        Assert.Equal("Scopus 4, CNKI 4; duplicates 0; screened 8", FlowLine(test.Review));
        Assert.Equal(0, Merges.Run(test.Review, Preset.Cautious).Merged);
        Assert.Empty(ReviewKit.Store.Check.Of(test.Review));
    }

    static string FlowLine(Review review)
    {
        var counts = Flow.Counts(review, ReviewKit.Text.Language.En);
        return $"{string.Join(", ", counts.Databases.Parts.Select(part => $"{part.Name} {part.N}"))}; duplicates {counts.DuplicatesRemoved.Total}; screened {counts.RecordsScreened.Total}";
    }

    [Fact]
    public void Records_said_to_be_different_are_never_merged_and_the_rest_of_their_group_comes_together_again()
    {
        using var test = new TestReview();
        var a = test.Import("a.csv", "scopus", File("a"));
        var b = test.Import("b.csv", "cnki", File("b"));
        var c = test.Import("c.csv", "cnki", File("c"));
        Merges.Run(test.Review, Preset.Cautious);
        var (entry, taken) = Merges.Part(test.Review, [a[0], b[0]], "translation with other data");
        Assert.Equal(((string[])[a[0], b[0], c[0]]).Order(StringComparer.Ordinal), taken);
        var again = Merges.Run(test.Review, Preset.Cautious);
        Assert.NotEqual(Reports.ReportOf(test.Review, a[0]), Reports.ReportOf(test.Review, b[0]));
        Assert.Contains(Reports.ReportOf(test.Review, c[0]), (List<string>)[Reports.ReportOf(test.Review, a[0]), Reports.ReportOf(test.Review, b[0])]);
        Assert.DoesNotContain(again.Found.Questions, question => question.A == a[0] || question.B == a[0]);
        Assert.Empty(ReviewKit.Store.Check.Of(test.Review));
        Decisions.Undo(test.Review, entry.Id);
        Merges.Run(test.Review, Preset.Cautious);
        Assert.Equal(Reports.ReportOf(test.Review, a[0]), Reports.ReportOf(test.Review, b[0]));
        Assert.Empty(ReviewKit.Store.Check.Of(test.Review));
    }

    [Fact]
    public void Linked_by_a_person_is_two_reports_until_the_link_is_removed()
    {
        using var test = new TestReview();
        var a = test.Import("a.csv", "scopus", File("a"));
        var b = test.Import("b.csv", "cnki", File("b"));
        Merges.Link(test.Review, a[0], b[0], "translation-of", null, remove: false);
        Merges.Run(test.Review, Preset.Cautious);
        Assert.NotEqual(Reports.ReportOf(test.Review, a[0]), Reports.ReportOf(test.Review, b[0]));
        Merges.Link(test.Review, a[0], b[0], "translation-of", null, remove: true);
        Merges.Run(test.Review, Preset.Cautious);
        Assert.Equal(Reports.ReportOf(test.Review, a[0]), Reports.ReportOf(test.Review, b[0]));
    }

    static List<string> Links(Review review) =>
        [.. Dapper.SqlMapper.Query<(string A, string B, string Type)>(review.Connection, "select a, b, type from link order by a, b, type").Select(link => $"{link.A} {link.Type} {link.B}")];

    [Fact]
    public void Links_follow_the_records_too_and_a_person_has_the_last_word_on_them()
    {
        using var test = new TestReview();
        var erratum = Paper("Erratum: Policy diffusion among smart cities", "e", pages: "99");
        var ids = test.Import("a.csv", "scopus", [.. File("a"), erratum]);
        Merges.Run(test.Review, Preset.Cautious);
        Assert.Equal([$"{ids[4]} erratum-of {ids[0]}"], Links(test.Review));
        // What the rules no longer find goes; what a person took away does not come back, and what a person made stays.
        test.Review.Ledger.Append("link", new LinkBody(ids[2], ids[3], "part-of-series", "an older version of the rules"));
        Merges.Link(test.Review, ids[4], ids[0], "erratum-of", null, remove: true);
        Merges.Link(test.Review, ids[1], ids[3], "same-study", null, remove: false);
        Merges.Run(test.Review, Preset.Cautious);
        Assert.Equal([$"{ids[1]} same-study {ids[3]}"], Links(test.Review));
        Assert.Empty(ReviewKit.Store.Check.Of(test.Review));
    }

    const string Rules = """

        dedup:
          never-merge:
            - [a0, b0]
            - [a1, "10.9999/not.there"]
          same-journal:
            - [Urban Management (Fictional), 城市管理（虚构）, 9501-0001]
        """;

    [Fact]
    public void Review_yaml_says_what_is_never_merged_and_names_that_no_record_has_are_told()
    {
        using var test = new TestReview(TestReview.Protocol + Rules);
        var a = test.Import("a.csv", "scopus", File("a"));
        var b = test.Import("b.csv", "cnki", File("b"));
        var result = Merges.Run(test.Review, Preset.Cautious);
        Assert.Equal(3, result.Merged);
        Assert.NotEqual(Reports.ReportOf(test.Review, a[0]), Reports.ReportOf(test.Review, b[0]));
        Assert.Contains(result.Found.Notes, note => note.En.StartsWith("review.yaml, dedup, never-merge: no record 10.9999/not.there", StringComparison.Ordinal));
        Assert.Contains(result.Found.Journals, journal => journal.Names.Contains("城市管理（虚构）") && journal.Serials.Contains("9501-0001"));
    }
}

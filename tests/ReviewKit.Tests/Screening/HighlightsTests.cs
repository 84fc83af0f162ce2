using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Screening;

public class HighlightsTests
{
    const string Words = "\nhighlight: { include: [治理, participat*], exclude: [review] }\n";

    static string[] Marked(Highlights highlights, Record record) =>
        [.. highlights.In(record).Select(found => $"{highlights.Sets[found.Set].Id} {found.Field} {found.Offset}+{found.Length}").Order(StringComparer.Ordinal)];

    [Fact]
    public void Terms_of_the_query_and_words_for_and_against_are_found_where_they_stand()
    {
        using var test = new TestReview(TestReview.Protocol + Words);
        var highlights = Highlights.Of(test.Review);
        Assert.Equal(["S1", "S2", "+", "-"], highlights.Sets.Select(set => set.Id));
        Assert.Equal(2, highlights.Wanted);
        var record = new Record { Title = "A review of smart city governance: who participates", Abstract = "智慧城市治理的政策" };
        Assert.Equal(["+ abstract 4+2", "+ title 39+12", "- title 2+6", "S1 abstract 0+4", "S1 title 12+10", "S2 abstract 7+2"], Marked(highlights, record));
    }

    [Fact]
    public void A_query_that_cannot_be_read_is_told_and_stops_nobody()
    {
        using var test = new TestReview(query: "name: query\nsets: 5\n");
        var highlights = Highlights.Of(test.Review);
        Assert.Empty(highlights.Sets);
        Assert.Contains("queries/query.yaml:2", highlights.Trouble!.Value.En, StringComparison.Ordinal);
        Assert.Empty(highlights.In(TestReview.Fitting(1)));
    }

    [Fact]
    public void A_change_of_the_words_is_a_change_of_the_protocol()
    {
        using var test = new TestReview();
        File.AppendAllText(Path.Combine(test.Folder, "review.yaml"), Words);
        Assert.Equal(["highlight changed"], test.Review.TakeProtocol()!.Changed);
        Assert.Equal(["review"], test.Review.Protocol.Highlight.Exclude);
    }

    [Fact]
    public void A_key_that_means_nothing_is_named()
    {
        var wrong = Assert.Throws<ReviewKitException>(() => ProtocolFile.Parse("highlight: { includes: [a] }"));
        Assert.Contains("includes", wrong.Message, StringComparison.Ordinal);
    }
}

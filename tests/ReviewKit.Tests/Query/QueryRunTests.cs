using ReviewKit.Query;

namespace ReviewKit.Tests.Query;

public class QueryRunTests
{
    [Fact]
    public void Evidence_is_kept_with_its_places_and_read_back_as_it_was_found()
    {
        using var review = new TestReview(query: "sets:\n  - { id: S1, zh: [智慧城市, 城市], en: [smart cit*] }\n  - { id: S2, any: [政策] }");
        var record = new Record { Title = "智慧城市、城市与Smart  Cities", Abstract = "城市政策。", Keywords = { "政策", "城市 政策" } };
        var id = review.Import("a.net", "cnki", record, new Record { Title = "无关" })[0];
        var result = QueryRun.Of(review.Review).Rounds!;
        Assert.Equal((2, 1, 1), (result.Total, result.Counts[1], result.Nowhere));
        var expected = new Rounds(result.Query).Match(record).Evidence;
        // 智慧城市 once, 城市 twice in the title, once in the abstract and in a keyword, Smart Cities once, 政策 in the abstract and two keywords.
        Assert.Equal(1 + 4 + 1 + 3, expected.Count);
        Assert.Equal(expected, StoredEvidence.Of(review.Review, id));
        foreach (var found in expected)
            Assert.Contains(QueryFields.Texts(record, found.Field)[found.Part].Substring(found.Offset, found.Length), (string[])["智慧城市", "城市", "Smart  Cities", "政策"]);
    }

    [Fact]
    public void Many_records_are_counted_in_their_order_whatever_thread_reads_them()
    {
        using var review = new TestReview();
        // Two and a half batches; every third lacks the second set.
        review.Import("a.net", "cnki", [.. Enumerable.Range(0, 5000).Select(number => new Record { Title = number % 3 == 0 ? "smart city" : "smart city policy" })]);
        var result = QueryRun.Of(review.Review).Rounds!;
        Assert.Equal([5000, 5000 - 1667], result.Counts);
        Assert.Equal([5000, 5000, 3333], result.BySource["cnki"]);
    }

    [Fact]
    public void Marked_text_names_the_sets_and_joins_what_overlaps()
    {
        var query = TermQuery.Parse("sets: [{ id: S1, zh: [智慧城市] }, { id: S2, zh: [城市治理, 治理] }]", "q");
        var found = new Rounds(query).Match(new Record { Title = "论智慧城市治理\n与治理" }).Evidence;
        Assert.Equal("论[智慧城市治理]S1,S2 与[治理]S2", EvidenceText.Marked("论智慧城市治理\n与治理", found, query));
    }
}

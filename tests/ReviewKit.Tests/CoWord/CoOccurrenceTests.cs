using CsCheck;
using ReviewKit.CoWord;

namespace ReviewKit.Tests.CoWord;

public class CoOccurrenceTests
{
    /// <summary>Up to thirty records with keywords out of eight, some written twice.</summary>
    static readonly Gen<List<Record>> Corpora =
        Gen.OneOf("智慧城市", "政策工具", "smart city", "Smart City", "governance", "open data", "城市治理", "iot").Array[0, 6].Array[0, 30]
            .Select(keywords => keywords.Select((terms, i) => Papers.Of($"r{i}", 2000 + i, terms)).ToList());

    [Fact]
    public void Pairs_are_those_of_counting_record_by_record() => Corpora.Sample(records =>
    {
        var terms = TermIndex.Of(records, new CoWordOptions()).Terms;
        var counts = new CoOccurrence(terms);
        var expected = new List<(int, int, int)>();
        for (var a = 0; a < terms.Count; a++)
            for (var b = a + 1; b < terms.Count; b++)
                if (records.Count(record => Has(record, terms[a]) && Has(record, terms[b])) is var both and > 0)
                    expected.Add((a, b, both));
        Assert.Equal(expected, counts.Pairs);
        foreach (var (a, b, both) in counts.Pairs) Assert.Equal(both, counts.RecordsOf(a, b).Count);

        static bool Has(Record record, Term term) => record.Keywords.Any(keyword => keyword.Equals(term.Key, StringComparison.OrdinalIgnoreCase));
    });

    [Fact]
    public void The_order_of_the_records_does_not_matter() => Corpora.Sample(records =>
    {
        var shuffled = records.OrderBy(record => record.Id[^1]).ThenByDescending(record => record.Id, StringComparer.Ordinal).ToList();
        Assert.Equal(Print(records), Print(shuffled));

        static string Print(List<Record> records)
        {
            using var stream = new MemoryStream();
            CoWordMap.Of(records, new CoWordOptions { MinimumOccurrences = 1 }).WriteGexf(stream);
            return System.Text.Encoding.UTF8.GetString(stream.ToArray());
        }
    }, iter: 30);

    [Fact]
    public void Total_link_strength_sums_to_twice_the_pairs() => Corpora.Sample(records =>
    {
        var map = CoWordMap.Of(records, new CoWordOptions { MinimumOccurrences = 2 });
        Assert.Equal(2 * map.Pairs.Sum(pair => pair.Records), map.Terms.Sum(term => term.TotalLinkStrength));
        Assert.Equal(2 * map.Pairs.Count, map.Terms.Sum(term => term.Links));
        Assert.All(map.Terms, term => Assert.Equal(term.Occurrences, term.RecordIds.Count));
    }, iter: 30);
}

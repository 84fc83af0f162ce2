using ReviewKit.Benchmarks.Composed;
using ReviewKit.CoWord;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Benchmarks;

/// <summary>Keywords of many records to terms, and terms to pairs; the records are in memory.</summary>
static class CoOccurrenceSpeed
{
    public static int Run(Arguments with) => Run(with.Number(0, 100_000));

    public static int Run(int count)
    {
        using var folder = new TemporaryFolder();
        PaperFile.Find("ris").Write(Papers.Compose(count), folder.File("composed.ris"));
        var records = SourceFile.Open(folder.File("composed.ris"), "composed.ris").Read().OfType<RecordItem>().Select(item => item.Record).ToList();
        // Composed papers know few keywords; tails as long as those of real corpora make the table of pairs sparse.
        var chance = new Random(1);
        foreach (var record in records)
            for (var k = 0; k < 4; k++) record.Keywords.Add($"keyword {(int)Math.Pow(count, chance.NextDouble())}");

        TermIndex index = null!;
        CoOccurrence full = null!, fractional = null!;
        var terms = Measure.Of(() => index = TermIndex.Of(records, new CoWordOptions()));
        var pairs = Measure.Of(() => full = new CoOccurrence(index.Terms));
        var shares = Measure.Of(() => fractional = new CoOccurrence(index.Terms, Counting.Fractional, index.TermsOfRecord));
        var table = new Figures("co-occurrence", "records", "terms", "pairs", "seconds", "cpu s", "peak MB");
        table.Row("keywords to terms", records.Count, index.Terms.Count, 0, terms.Seconds, terms.ProcessorSeconds, terms.PeakMegabytes);
        table.Row("terms to pairs, full", records.Count, index.Terms.Count, full.Pairs.Count, pairs.Seconds, pairs.ProcessorSeconds, pairs.PeakMegabytes);
        table.Row("terms to pairs, fractional", records.Count, index.Terms.Count, fractional.Pairs.Count, shares.Seconds, shares.ProcessorSeconds, shares.PeakMegabytes);
        return Wrong(records, index, full);
    }

    // Two hundred pairs drawn at random, each counted again in the records.
    static int Wrong(List<Record> records, TermIndex index, CoOccurrence counts)
    {
        var chance = new Random(2);
        var sets = records.ConvertAll(record => record.Keywords.SelectMany(TermIndexKeys).ToHashSet());
        for (var k = 0; k < Math.Min(200, counts.Pairs.Count); k++)
        {
            var (a, b, both) = counts.Pairs[chance.Next(counts.Pairs.Count)];
            if (sets.Count(set => set.Contains(index.Terms[a].Key) && set.Contains(index.Terms[b].Key)) == both) continue;
            Console.WriteLine($"wrong: {index.Terms[a].Label} with {index.Terms[b].Label}");
            return 1;
        }
        return 0;
    }

    static IEnumerable<string> TermIndexKeys(string keyword) => keyword.Split(';', '；', '、').Select(part => TermIndex.Key(part, TermIdentity.Folded));
}

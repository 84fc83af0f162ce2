using System.Diagnostics;
using ReviewKit.Benchmarks.Composed;
using ReviewKit.Dedup;
using ReviewKit.Records;

namespace ReviewKit.Benchmarks;

/// <summary>Time and memory of deduplication for each record, as the number of records grows; the records are composed on the way and not kept.</summary>
static class DedupScale
{
    public static int Run(Arguments with)
    {
        var counts = with.Words.Count == 0 ? [10_000, 100_000, 1_000_000] : Enumerable.Range(0, with.Words.Count).Select(at => with.Number(at, 0)).ToList();
        var table = new Figures("dedup", "seconds", "cpu s", "ms/1000", "peak MB", "KB/record", "true pairs", "found", "wrong pairs");
        return counts.Sum(count => Row(table, count)) > 0 ? 1 : 0;
    }

    /// <returns>Pairs merged of two papers.</returns>
    static int Row(Figures table, int count)
    {
        using var scratch = new TemporaryFolder();
        var paperOf = new Dictionary<string, int>(StringComparer.Ordinal);
        DedupResult result = null!;
        var (reading, readingCpu) = (new Stopwatch(), TimeSpan.Zero);
        var measure = Measure.Of(() => result = Deduplication.Of(Composed()));
        var (right, wrong) = (0, 0);
        foreach (var group in result.Groups)
            for (var i = 0; i < group.Records.Count; i++)
                for (var j = i + 1; j < group.Records.Count; j++)
                    if (paperOf[group.Records[i]] == paperOf[group.Records[j]]) right++;
                    else wrong++;
        var pairs = paperOf.Values.GroupBy(paper => paper).Sum(copies => copies.Count() * (copies.Count() - 1) / 2);
        var (seconds, cpu) = (measure.Seconds - reading.Elapsed.TotalSeconds, measure.ProcessorSeconds - readingCpu.TotalSeconds);
        table.Row($"{paperOf.Count:#,0} records", seconds, cpu, seconds * 1e6 / paperOf.Count, measure.PeakMegabytes, measure.PeakMegabytes * 1000 / paperOf.Count, pairs, right, wrong);
        return wrong;

        // Composing and reading is no part of it; reading in a command is (see read).
        IEnumerable<Record> Composed()
        {
            using var records = Duplicated.Stream(count, scratch.Path).GetEnumerator();
            while (true)
            {
                reading.Start();
                var before = Environment.CpuUsage.TotalTime;
                var more = records.MoveNext();
                readingCpu += Environment.CpuUsage.TotalTime - before;
                reading.Stop();
                if (!more) yield break;
                paperOf.Add(records.Current.Record.Id, records.Current.Paper);
                yield return records.Current.Record;
            }
        }
    }
}

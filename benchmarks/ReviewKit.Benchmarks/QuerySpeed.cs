using System.Diagnostics;
using ReviewKit.Benchmarks.Composed;
using ReviewKit.Formats;
using ReviewKit.Query;
using ReviewKit.Records;

namespace ReviewKit.Benchmarks;

/// <summary>Matching of four sets of ten terms over records that are in memory, on all processors: which sets a record has, and the evidence too.</summary>
static class QuerySpeed
{
    const int Part = 50_000;

    public const string Query = """
        name: query
        sets:
          - id: S1
            name: city
            zh: [智慧城市, 智能城市, 数字城市, 城市治理, 智慧社区]
            en: [smart city, smart cities, digital city, urban governance, intelligent city]
          - id: S2
            name: policy
            zh: [政策, 规划, 法规, 治理, 政府]
            en: [policy, policies, regulation, government, programme]
          - id: S3
            name: evidence
            zh: [问卷, 访谈, 面板数据, 样本, 指标]
            en: [questionnaires, interviews, panel data, sample, indicators]
          - id: S4
            name: field
            zh: [交通, 公共安全, 教育, 环境, 产业]
            en: [transport, public security, education, environment, industry]
        """;

    public static int Run(Arguments with) => with.Option("--scale") is null ? Run(with.Number(0, 100_000)) : Scale(with.Option("--scale", 1_000_000));

    public static int Run(int count) => Scale(count);

    /// <summary>Records come through memory in parts, so that a million need no more than a part; only matching is timed, by all processors.</summary>
    static int Scale(int count)
    {
        var rounds = new Rounds(TermQuery.Parse(Query, "query.yaml"));
        var (fast, full) = (new Stretch(), new Stretch());
        var counts = new RoundsCount(rounds.Query);
        var (done, letters) = (0, 0L);
        using var folder = new TemporaryFolder();
        foreach (var part in Papers.Compose(count).Chunk(Part))
        {
            PaperFile.Find("ris").Write(part, folder.File("composed.ris"));
            Record[] records = [.. SourceFile.Open(folder.File("composed.ris"), "composed.ris").Read().OfType<RecordItem>().Select(item => item.Record)];
            if (done == 0) Parallel.ForEach(records.Take(2000), record => { _ = rounds.Match(record); _ = rounds.Sets(record); });
            letters += records.Sum(record => QueryFields.Tracked.Take(3).Sum(field => QueryFields.Texts(record, field.Name).Sum(text => (long)text.Length)));
            var (sets, matches) = (new int[records.Length], new RecordMatch[records.Length]);
            fast.Add(() => Parallel.For(0, records.Length, i => sets[i] = rounds.Sets(records[i])));
            full.Add(() => Parallel.For(0, records.Length, i => matches[i] = rounds.Match(records[i])));
            for (var i = 0; i < records.Length; i++)
            {
                if (sets[i] != matches[i].Sets) return Wrong($"record {done + i}: {sets[i]} and {matches[i].Sets}");
                counts.Add("composed", matches[i]);
            }
            done += records.Length;
        }
        var table = new Figures("query", "records", "million letters", "seconds", "cpu s", "records/s", "round 1", "round 2", "round 3", "round 4");
        var passed = counts.Result.Counts.Select(n => (object)n).ToArray();
        table.Row("4 sets of 10 terms", [done, letters / 1_000_000, fast.Seconds, fast.ProcessorSeconds, done / fast.Seconds, .. passed]);
        table.Row("with the evidence", [done, letters / 1_000_000, full.Seconds, full.ProcessorSeconds, done / full.Seconds, .. passed]);
        return 0;
    }

    static int Wrong(string what)
    {
        Console.WriteLine(what);
        return 1;
    }

    sealed class Stretch
    {
        public double Seconds { get; private set; }

        public double ProcessorSeconds { get; private set; }

        public void Add(Action work)
        {
            var (before, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            work();
            Seconds += watch.Elapsed.TotalSeconds;
            ProcessorSeconds += (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }
    }
}

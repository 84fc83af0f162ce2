using ReviewKit.Benchmarks.Composed;
using ReviewKit.Formats;
using ReviewKit.Query;
using ReviewKit.Records;

namespace ReviewKit.Benchmarks;

/// <summary>Matching of four sets of ten terms over records that are in memory, on one thread.</summary>
static class QuerySpeed
{
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

    public static int Run(Arguments with) => Run(with.Number(0, 100_000));

    public static int Run(int count)
    {
        using var folder = new TemporaryFolder();
        PaperFile.Find("ris").Write(Papers.Compose(count), folder.File("composed.ris"));
        List<Record> records = [.. SourceFile.Open(folder.File("composed.ris"), "composed.ris").Read().OfType<RecordItem>().Select(item => item.Record)];
        var rounds = new Rounds(TermQuery.Parse(Query, "query.yaml"));
        foreach (var record in records.Take(1000)) rounds.Match(record);
        var counts = new int[4];
        var measure = Measure.Of(() =>
        {
            foreach (var record in records)
                for (var round = Rounds.Passed(Rounds.Sets(rounds.Match(record))); round > 0; round--) counts[round - 1]++;
        });
        var table = new Figures("query", "records", "seconds", "cpu s", "records/s", "round 1", "round 2", "round 3", "round 4");
        table.Row("4 sets of 10 terms", [count, measure.Seconds, measure.ProcessorSeconds, count / measure.Seconds, .. counts]);
        return 0;
    }
}

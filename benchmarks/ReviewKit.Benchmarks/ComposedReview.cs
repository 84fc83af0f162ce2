using ReviewKit.Formats;
using ReviewKit.Store;

namespace ReviewKit.Benchmarks;

/// <summary>A review of composed records in a folder that will be thrown away.</summary>
static class ComposedReview
{
    public const string Protocol = """
        title: { en: Composed records, zh: 编写的记录 }
        sources:
          - { id: scopus, name: Scopus, kind: database }
          - { id: cnki, name: { en: CNKI, zh: 中国知网 }, kind: database }
        query: { file: query.yaml, mode: remove, counted: automation }
        criteria:
          - { id: no-abstract, require: abstract, box: other, apply: remove, label: { en: No abstract, zh: 无摘要 } }
        stages:
          - id: title-abstract
            kind: title-abstract
            reasons:
              - { id: topic, en: Off topic, zh: 与主题无关 }
          - id: full-text
            kind: full-text
            reasons:
              - { id: quality, en: Low quality, zh: 质量低 }
        """;

    public static readonly Author Author = new("bench", "bench", () => DateTimeOffset.UnixEpoch);

    public static Review Create(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "queries"));
        File.WriteAllText(Path.Combine(folder, "review.yaml"), Protocol);
        File.WriteAllText(Path.Combine(folder, "queries", "query.yaml"), QuerySpeed.Query);
        var review = Review.Create(folder, Author);
        review.TakeProtocol();
        return review;
    }

    /// <summary>As `reviewkit import` does it: one transaction, a file of exports/.</summary>
    public static void Import(Review review, string name)
    {
        var file = SourceFile.Open(Path.Combine(review.ExportsFolder, name), "exports/" + name);
        review.Write(() =>
        {
            using var import = Imports.Begin(review, new ImportedFile(file.Sha256, file.Name, null, null, null, file.Format.Name, file.Encoding, file.Length));
            foreach (var item in file.Read())
            {
                if (item is RecordItem found) import.Add(found.Record, found.Offset, found.Length, OwnIds.OwnId(found.Record));
                else if (item is ProblemItem { Problem: var problem }) import.Add(problem.Line, problem.Said);
            }
            import.Finish();
        });
    }

    /// <summary>Decisions on records, one of four to include.</summary>
    public static void WriteDecisions(string path, IEnumerable<string> records)
    {
        using var csv = new StreamWriter(path);
        csv.WriteLine("record_id,stage,reviewer,verdict,reason,time");
        var ordinal = 0;
        foreach (var record in records)
            csv.WriteLine($"{record},title-abstract,bench,{(++ordinal % 4 == 0 ? "include,," : "exclude,topic,")}2026-01-31T12:00:00Z");
    }
}

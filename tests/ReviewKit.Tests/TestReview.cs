using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReviewKit.Store;

namespace ReviewKit.Tests;

/// <summary>A review in a temporary folder, with a clock that stands still.</summary>
sealed class TestReview : IDisposable
{
    public TestReview(string? protocol = null, string? query = null)
    {
        Folder = Directory.CreateTempSubdirectory("reviewkit-测试-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "queries"));
        File.WriteAllText(Path.Combine(Folder, "review.yaml"), protocol ?? Protocol);
        File.WriteAllText(Path.Combine(Folder, "queries", "query.yaml"), query ?? Query);
        Review = Review.Create(Folder, Author);
        Review.TakeProtocol();
    }

    public static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    public static readonly Author Author = new("li", "desk", () => Noon);

    public string Folder { get; }
    public Review Review { get; }

    public const string Query = """
        name: query
        sets:
          - { id: S1, name: city, zh: [智慧城市], en: [smart city] }
          - { id: S2, name: policy, zh: [政策], en: [policy] }
        """;

    public const string Protocol = """
        title: { en: A test, zh: 测试 }
        sources:
          - { id: scopus, name: Scopus, kind: database }
          - { id: cnki, name: { en: CNKI, zh: 中国知网 }, kind: database }
        query: { file: query.yaml, mode: verify, counted: search }
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

    /// <summary>Imports records as one file; returns their ids.</summary>
    public IReadOnlyList<string> Import(string name, string source, params Record[] records) => Import(name, source, "database", records);

    public IReadOnlyList<string> Import(string name, string source, string kind, params Record[] records)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        Review.Write(() =>
        {
            using var import = Imports.Begin(Review, new ImportedFile(sha, name, source, kind, null, "test", "utf-8", 100));
            foreach (var record in records)
            {
                record.Source = source;
                import.Add(record, 0, 10, record.Ids.GetValueOrDefault("id"));
            }
            import.Finish();
        });
        return [.. records.Select(record => record.Id)];
    }

    /// <summary>A record that passes both sets and has an abstract.</summary>
    public static Record Fitting(int number) => new()
    {
        Title = $"Smart city policy {number.ToString(CultureInfo.InvariantCulture)}",
        Abstract = "智慧城市的政策研究。",
        Year = 2015 + number % 5,
        Ids = { ["id"] = $"own-{number}" },
    };

    public string Place(string record) => Dapper.SqlMapper.QueryFirst<string>(Review.Connection, "select place || coalesce('@' || stage, '') || coalesce(':' || reason, '') from state where record_id = @record", new { record });

    public void Dispose()
    {
        Review.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

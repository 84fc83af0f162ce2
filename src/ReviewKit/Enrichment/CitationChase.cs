using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using ReviewKit.Enrichment.Http;
using ReviewKit.Formats;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Enrichment;

/// <summary>Which way citations are followed.</summary>
public sealed record ChaseOptions
{
    /// <summary>What the reports cite.</summary>
    public bool Backward { get; init; } = true;

    /// <summary>What cites the reports.</summary>
    public bool Forward { get; init; }

    /// <summary>Reports at this place are the seeds.</summary>
    public string Place { get; init; } = "included";

    /// <summary>Works that cite one seed, at most.</summary>
    public int Most { get; init; } = 2000;
}

/// <summary>One direction followed.</summary>
/// <param name="Direction">backward or forward.</param>
/// <param name="Known">Works that the review has already, by DOI or OpenAlex id: left out.</param>
/// <param name="File">What is new, works of OpenAlex one a line; null when there is nothing new.</param>
/// <param name="Found">How many are in the file.</param>
public sealed record ChaseResult(string Direction, int Cited, int Known, int Found, string? File);

/// <summary>Citation searching: the works that included reports cite, and those that cite them, through OpenAlex; into a file that is imported like any other.</summary>
public sealed class CitationChase(Review review, Network network, ChaseOptions options)
{
    const int Page = 100, Batch = 50;
    readonly List<Message> troubles = [];

    public IReadOnlyList<Message> Troubles => troubles;

    /// <summary>Reports that have a DOI to begin from, and those that do not or are not in OpenAlex.</summary>
    public (int Seeds, int Without) Seeds { get; private set; }

    static readonly Source OpenAlex = Sources.All.First(source => source.Api.Id == Apis.OpenAlex.Id);

    IReadOnlyList<string> SeedDois(out int reports)
    {
        var gaps = Gap.Of(review, [], options.Place, whole: true);
        reports = gaps.Count;
        return [.. gaps.Select(gap => Doi.Key(gap.Record.Doi)).OfType<string>().Distinct()];
    }

    /// <summary>Without asking anything; what is cited how often is known only afterwards.</summary>
    public SourcePlan Plan()
    {
        var seeds = SeedDois(out _).Count;
        var batches = (seeds + Batch - 1) / Batch;
        // A report cites some forty works and is cited as often.
        var requests = batches + (options.Backward ? (seeds * 40 + Batch - 1) / Batch : 0) + (options.Forward ? seeds : 0);
        return new SourcePlan(Apis.OpenAlex, seeds, 0, requests, requests * Apis.OpenAlex.ListPrice, (double)requests / Apis.OpenAlex.Limit);
    }

    public async Task<IReadOnlyList<ChaseResult>> Run(string folder, string day, Action<Api, int, int>? progress = null, CancellationToken stop = default)
    {
        var dois = SeedDois(out var reports);
        var seeds = new List<JsonElement>();
        foreach (var batch in dois.Chunk(Batch))
            await Try(async () => seeds.AddRange(Works(await OpenAlex.ByDoi(network, batch, stop)).Where(work => Doi.Key(JsonFields.Text(work, "doi")) is { } doi && batch.Contains(doi))));
        Seeds = (seeds.Count, reports - seeds.Count);
        var results = new List<ChaseResult>();
        if (options.Backward) results.Add(Keep("backward", await Cited(seeds, progress, stop), folder, day));
        if (options.Forward) results.Add(Keep("forward", await Citing(seeds, progress, stop), folder, day));
        return results;
    }

    async Task<List<JsonElement>> Cited(IReadOnlyList<JsonElement> seeds, Action<Api, int, int>? progress, CancellationToken stop)
    {
        var ids = seeds.SelectMany(seed => JsonFields.Texts(seed, "referenced_works")).Select(Id).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var found = new List<JsonElement>();
        foreach (var batch in ids.Chunk(Batch))
        {
            await Try(async () => found.AddRange(Works(await Sources.OpenAlex(network, "openalex:" + string.Join('|', batch), Page, Apis.OpenAlex.ListPrice, stop)).Where(work => batch.Contains(Id(JsonFields.Text(work, "id"))))));
            progress?.Invoke(Apis.OpenAlex, Math.Min(found.Count, ids.Count), ids.Count);
        }
        return found;
    }

    async Task<List<JsonElement>> Citing(IReadOnlyList<JsonElement> seeds, Action<Api, int, int>? progress, CancellationToken stop)
    {
        var found = new List<JsonElement>();
        var done = 0;
        foreach (var id in seeds.Select(seed => Id(JsonFields.Text(seed, "id"))).OfType<string>())
        {
            await Try(async () =>
            {
                var (cursor, seen, of) = ("*", new HashSet<string>(), 0);
                while (cursor is not null && seen.Add(cursor) && of < options.Most)
                {
                    var sent = cursor;
                    var answer = await network.Ask(Apis.OpenAlex, () => network.OpenAlex.Value.Works("cites:" + id, null, Page, sent, Apis.OpenAlex.ListPrice, stop), stop);
                    var works = Works(answer).ToList();
                    if (works.Count == 0) break;
                    found.AddRange(works);
                    of += works.Count;
                    cursor = JsonFields.Text(PlainAnswers.Part(answer.Json(), "meta"), "next_cursor");
                }
            });
            progress?.Invoke(Apis.OpenAlex, ++done, seeds.Count);
        }
        return found;
    }

    async Task Try(Func<Task> ask)
    {
        if (ended) return;
        try
        {
            await ask();
        }
        catch (ApiTrouble trouble)
        {
            ended = trouble.EndsRun;
            if (!troubles.Contains(trouble.Said)) troubles.Add(trouble.Said);
        }
    }

    bool ended;

    static IEnumerable<JsonElement> Works(Answer answer) => answer.IsFound ? PlainAnswers.Members(answer.Json(), "results") : [];

    static string? Id(string? address) => address is not null && address.LastIndexOf('W') is >= 0 and var at && address[(at + 1)..] is { Length: > 0 and < 16 } number && number.All(char.IsAsciiDigit) ? "W" + number : null;

    ChaseResult Keep(string direction, List<JsonElement> works, string folder, string day)
    {
        var dois = review.Connection.Query<string>("select distinct r.doi from record r join state s on s.record_id = r.id where r.doi is not null").ToHashSet(StringComparer.Ordinal);
        var ids = review.Connection.Query<string>("select distinct json_extract(r.body, '$.ids.openalex') from record r join state s on s.record_id = r.id where json_extract(r.body, '$.ids.openalex') is not null").Select(Id).ToHashSet();
        var distinct = works.Where(work => Id(JsonFields.Text(work, "id")) is not null).DistinctBy(work => Id(JsonFields.Text(work, "id"))).OrderBy(work => Id(JsonFields.Text(work, "id")), StringComparer.Ordinal).ToList();
        var fresh = distinct.Where(work => !(Doi.Key(JsonFields.Text(work, "doi")) is { } doi && dois.Contains(doi)) && !ids.Contains(Id(JsonFields.Text(work, "id")))).ToList();
        if (fresh.Count == 0) return new ChaseResult(direction, distinct.Count, distinct.Count, 0, null);
        var text = Encoding.UTF8.GetBytes(string.Concat(fresh.Select(work => JsonSerializer.Serialize(work) + "\n")));
        Directory.CreateDirectory(folder);
        // The content names the file: what was found again is the same file.
        var path = Path.Combine(folder, $"openalex-{direction}-{day}-{Convert.ToHexStringLower(SHA256.HashData(text))[..8]}.jsonl");
        File.WriteAllBytes(path + ".part", text);
        File.Move(path + ".part", path, overwrite: true);
        return new ChaseResult(direction, distinct.Count, distinct.Count - fresh.Count, fresh.Count, path);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using ReviewKit.Enrichment.Http;
using ReviewKit.Tests.Enrichment;

namespace ReviewKit.Tests.App.Commands;

/// <summary>`enrich` and `search` as processes of their own, since keys and folders come from the environment.</summary>
public sealed class EnrichCommandTests : IDisposable
{
    const string Key = "sk-secret-4711", Mail = "lin.wei@example.org";
    // As it is installed: beside the tests lie only those of its libraries that their own framework lacks.
    static readonly string Program = Path.Combine(Repository.Root, "src", "ReviewKit.App", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name, "ReviewKit.App.dll");

    readonly CommandLine line = new();
    readonly string cache = Directory.CreateTempSubdirectory("缓存-").FullName;
    readonly string config = Directory.CreateTempSubdirectory("设置-").FullName;

    public void Dispose()
    {
        line.Dispose();
        Directory.Delete(cache, recursive: true);
        Directory.Delete(config, recursive: true);
    }

    [Fact]
    public async Task From_a_missing_abstract_to_a_filled_one_and_back()
    {
        await using var server = await Prepared();
        var (code, output, error) = Run(server, "enrich", "--missing", "abstract", "--dry-run");
        Assert.Equal(0, code);
        Assert.Empty(server.Arrivals);
        Assert.Contains("reports that lack abstract: 3\n", output, StringComparison.Ordinal);
        Assert.Matches(@"OpenAlex +3 +3 +4 +0.0031 +1 s +yes", output);
        Assert.StartsWith("nothing was asked", error, StringComparison.Ordinal);

        (code, output, error) = Run(server, "enrich", "--missing", "abstract", "--lang", "zh");
        Assert.Equal((0, ""), (code, string.Concat(error.Split('\n').Where(said => !said.Contains("2 个空缺字段有候选值", StringComparison.Ordinal)))));
        Assert.Contains("1 篇报告的 DOI 由 ISTIC 注册，没有开放接口提供其元数据：请从原数据库导出", output, StringComparison.Ordinal);
        Assert.Contains("openalex", Good(server, "enrich", "list"), StringComparison.Ordinal);
        Assert.Contains("agency", Good(server, "enrich", "list", "--asked"), StringComparison.Ordinal);
        Assert.DoesNotContain("How city 2 is governed.", Good(server, "show", "10.1234/w.2"), StringComparison.Ordinal);

        var taken = Good(server, "enrich", "apply", "--all");
        Assert.Matches("^2 empty fields filled from openalex; `reviewkit undo [0-9a-f]{8}` takes it back", taken);
        Assert.Contains("How city 2 is governed.", Good(server, "show", "10.1234/w.2"), StringComparison.Ordinal);
        Assert.Matches(@"abstract +\* How city 2 is governed\.  \[filled from an open interface\]", Good(server, "show", "10.1234/w.2", "--fields"));
        Good(server, "check");
        Good(server, "undo", taken.Split("undo ")[1][..8]);
        Assert.DoesNotContain("How city 2 is governed.", Good(server, "show", "10.1234/w.2"), StringComparison.Ordinal);
        Assert.Contains("2 taken of 2", Run(server, ["enrich", "apply"], "x\n1\n1\n").Output, StringComparison.Ordinal);

        Assert.StartsWith("checked: 0 reports", Good(server, "enrich", "retractions"), StringComparison.Ordinal);
        Good(server, "enrich", "references", "--dry-run", "--place", "awaiting");
        AssertSilent();
    }

    [Fact]
    public async Task Citations_and_searches_are_imported_and_logged()
    {
        await using var server = await Prepared();
        var output = Good(server, "enrich", "references", "--place", "awaiting");
        Assert.Contains("cited by the reports: 2 works, in the review already: 1, new: 1", output, StringComparison.Ordinal);
        Assert.Matches(@"exports/citations/openalex-backward-20260131-[0-9a-f]{8}\.jsonl +openalex +openalex-json +utf-8 +1 +0", output);
        Assert.Matches(@"Identified by other methods +1", Good(server, "status"));

        server.On(Apis.OpenAlex, context => LoopbackServer.Write(context, 200, """{"meta":{"count":1,"next_cursor":null},"results":[{"id":"https://openalex.org/W77","doi":"https://doi.org/10.1234/new","display_name":"智慧城市政策新论","publication_year":2020,"authorships":[]}]}"""));
        output = Good(server, "search", "openalex", "--string", "title.search:city");
        Assert.Contains("OpenAlex: 1 hits, 1 records fetched\n", output, StringComparison.Ordinal);
        var log = await File.ReadAllTextAsync(Path.Combine(line.Folder, "r", "queries", "search-log.yaml"));
        Assert.Contains("title.search:city", log, StringComparison.Ordinal);
        Assert.Contains("hits: 1", log, StringComparison.Ordinal);
        // The same search again: the same records, no second file and no second line in the log.
        Good(server, "search", "openalex", "--string", "title.search:city");
        Assert.Equal(log, await File.ReadAllTextAsync(Path.Combine(line.Folder, "r", "queries", "search-log.yaml")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(line.Folder, "r", "exports", "openalex"), ".*"));
        var (code, _, error) = Run(server, "search", "cnki");
        Assert.Equal(1, code);
        Assert.StartsWith("\"cnki\" cannot be searched from here", error, StringComparison.Ordinal);
        Good(server, "check");
        AssertSilent();
    }

    /// <summary>Kill -9 at random points: afterwards the review has what an undisturbed run has, and nothing that was in the cache was asked again. REVIEWKIT_KILLS sets how often (50 in the acceptance).</summary>
    [Fact]
    public async Task Killed_again_and_again_it_ends_where_an_undisturbed_run_ends()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("REVIEWKIT_KILLS") ?? "8", CultureInfo.InvariantCulture);
        var world = World.Of(250 * kills);
        await using var server = await LoopbackServer.Start();
        world.Serve(server);
        Begin(world);
        string[] command = ["enrich", "--missing", "abstract", "--from", "openalex,crossref", "--by-doi-only"];
        var random = new Random(20260131);
        var killed = 0;
        for (var round = 0; round < kills; round++)
        {
            var had = CacheKeys();
            var before = server.Arrivals.Count;
            using var process = Start(server, command);
            var until = before + random.Next(1, 4);
            while (!process.HasExited && server.Arrivals.Count < until) Thread.Sleep(1);
            Thread.Sleep(random.Next(0, 40));
            killed += process.HasExited ? 0 : 1;
            process.Kill();
            process.WaitForExit();
            AssertNotHad(server, before, had);
        }
        var last = (CacheKeys(), server.Arrivals.Count);
        var (code, _, error) = Run(server, command);
        Assert.True(code == 0, error);
        AssertNotHad(server, last.Count, last.Item1);
        Assert.All(server.Arrivals, arrival => Assert.Contains(KeyOf(server, arrival), CacheKeys()));
        // The work is long enough that no run is over before it is killed.
        Assert.Equal(kills, killed);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(line.Folder, "r", "review.db")};Pooling=false");
        var candidates = connection.Query<(string Doi, string Source, string Value)>("select r.doi, c.source, c.value from candidate c join record r on r.id = c.record_id where c.field = 'abstract'").ToList();
        Assert.Equal(world.Works.Count, candidates.Count);
        var expected = world.Works.ToDictionary(work => work.Doi);
        Assert.All(candidates, candidate => Assert.Equal((expected[candidate.Doi].At[0], string.Concat(expected[candidate.Doi].Abstract!.Where(c => c != ' '))), (candidate.Source, string.Concat(candidate.Value.Where(c => c != ' ')))));
        Good(server, "check");
    }

    HashSet<string> CacheKeys() => [.. Directory.EnumerateFiles(cache, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).Where(name => !name.EndsWith(".part", StringComparison.Ordinal))];

    static void AssertNotHad(LoopbackServer server, int from, HashSet<string> had)
    {
        foreach (var arrival in server.Arrivals.Skip(from)) Assert.DoesNotContain(KeyOf(server, arrival), had);
    }

    /// <summary>Made before the credentials are added.</summary>
    static string KeyOf(LoopbackServer server, LoopbackServer.Arrival arrival)
    {
        var address = string.Join('&', arrival.Address.Split('&').Where(part => !part.StartsWith("api_key=", StringComparison.Ordinal) && !part.StartsWith("mailto=", StringComparison.Ordinal)));
        return AnswerCache.KeyOf(arrival.Method, new Uri(server.Address, $"/{arrival.Host}{address}"), arrival.Body);
    }

    async Task<LoopbackServer> Prepared()
    {
        var world = new World { Agencies = { ["10.13225"] = "ISTIC" } }.Add(
            new World.Work("10.1234/w.1", "The governance of composed city number 1", "Lin Wei", 2001, "第1号城市的治理研究。", "openalex") { Cites = [2, 3] },
            new World.Work("10.1234/w.2", "The governance of composed city number 2", "Lin Wei", 2002, "How city 2 is governed.", "openalex"),
            new World.Work("10.1234/w.3", "An older work on cities", "Zhao Min", 1999, null, "openalex"));
        var server = await LoopbackServer.Start();
        world.Serve(server);
        Begin(world, 2, "TY  - JOUR\nTI  - 城市大脑的政策议程\nAU  - 林伟\nPY  - 2021\nDO  - 10.13225/j.cnki.2021.01\nER  - \n");
        return server;
    }

    void Begin(World world, int many = int.MaxValue, string more = "")
    {
        File.WriteAllText(Path.Combine(config, "keys.yaml"), $"openalex: {Key}\nmailto: {Mail}\n");
        line.Good("new", "r");
        var text = new StringBuilder();
        foreach (var work in world.Works.Take(many)) text.Append(CultureInfo.InvariantCulture, $"TY  - JOUR\nTI  - {work.Title}\nAU  - Lin, Wei\nPY  - {work.Year}\nDO  - {work.Doi}\nER  - \n\n");
        line.Write("r/exports/a.ris", text + more);
        line.Good("import", "-C", "r");
    }

    /// <summary>Neither key nor address in the review folder or, unpacked, in the cache.</summary>
    void AssertSilent()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(line.Folder, "r"), "*", SearchOption.AllDirectories)) AssertSilent(File.ReadAllBytes(path));
        foreach (var path in Directory.EnumerateFiles(cache, "*", SearchOption.AllDirectories))
        {
            using var whole = new MemoryStream();
            using (var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress)) gzip.CopyTo(whole);
            AssertSilent(whole.ToArray());
        }
    }

    static void AssertSilent(byte[] bytes)
    {
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Key)) < 0);
        Assert.True(bytes.AsSpan().IndexOf("lin.wei"u8) < 0);
    }

    string Good(LoopbackServer server, params string[] args)
    {
        var (code, output, error) = Run(server, args);
        Assert.True(code == 0, $"reviewkit {string.Join(' ', args)} ended with {code}:\n{output}{error}");
        return output;
    }

    (int Code, string Output, string Error) Run(LoopbackServer server, params string[] args) => Run(server, args, "");

    (int Code, string Output, string Error) Run(LoopbackServer server, string[] args, string input)
    {
        using var process = Start(server, args);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n");
        Assert.True(process.WaitForExit(120_000), string.Join(' ', args));
        AssertSilent(Encoding.UTF8.GetBytes(output + error.Result));
        return (process.ExitCode, output, error.Result.ReplaceLineEndings("\n"));
    }

    Process Start(LoopbackServer server, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.Combine(line.Folder, "r"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["REVIEWKIT_API_BASE"] = server.Address.ToString(), ["REVIEWKIT_CACHE"] = cache, ["REVIEWKIT_CONFIG"] = config, ["REVIEWKIT_LANG"] = "en" },
        };
        foreach (var arg in (string[])[Program, "--now", "2026-01-31T12:00:00Z", "--as", "li", .. args]) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ReviewKit.Enrichment.Http;

namespace ReviewKit.Tests.Enrichment;

public class NetworkTests
{
    const string Key = "sk-secret-4711", Mail = "lin.wei@example.org";
    static readonly Credentials Secrets = new(Apis.All.ToDictionary(api => api.Id, _ => Key), Mail);
    const string Works = """{"status":"ok","message":{"items":[]}}""";

    static readonly Dictionary<string, (Api Api, Func<Network, Task<HttpResponseMessage>> Question)> Questions = new()
    {
        ["api.crossref.org"] = (Apis.Crossref, network => network.Crossref.Value.Work("10.1/a", default)),
        ["api.openalex.org"] = (Apis.OpenAlex, network => network.OpenAlex.Value.Works("doi:10.1/a", null, 1, null, 0, default)),
        ["api.semanticscholar.org"] = (Apis.SemanticScholar, network => network.SemanticScholar.Value.Match("x", "title", default)),
        ["api.datacite.org"] = (Apis.DataCite, network => network.DataCite.Value.Work("10.1/a", default)),
        ["data.crosscite.org"] = (Apis.DataCite, network => network.DataCite.Value.Work("10.1/a", default)),
        ["doi.org"] = (Apis.DoiAgency, network => network.DoiAgency.Value.Of("10.1", default)),
        ["api.unpaywall.org"] = (Apis.Unpaywall, network => network.Unpaywall.Value.Work("10.1/a", default)),
        ["eutils.ncbi.nlm.nih.gov"] = (Apis.PubMed, network => network.PubMed.Value.Fetch("1", default)),
    };

    [Fact]
    public async Task Every_recorded_answer_is_taken_or_refused_as_its_status_says()
    {
        var seen = new SortedDictionary<int, int>();
        foreach (var exchange in Recorded())
        {
            var (api, question) = Questions[exchange.Host];
            var (answer, trouble, _) = await Ask(server => server.On(api, exchange.Status, exchange.Body, exchange.Type, exchange.Headers), api, question);
            var isData = exchange.Type.Contains("json", StringComparison.Ordinal) || exchange.Type.Contains("/xml", StringComparison.Ordinal);
            if (exchange.Status is 200 && isData || exchange.Status == 404) Assert.Equal(exchange.Status, answer!.Status);
            else if (exchange.Status == 200) Assert.Contains("instead of data", trouble!.Said.En, StringComparison.Ordinal);
            else if (exchange.Status is 301 or 302) Assert.Contains("sends elsewhere", trouble!.Said.En, StringComparison.Ordinal);
            else if (exchange.Status == 429) Assert.True(trouble!.EndsRun && trouble.Said.En.Contains("used up", StringComparison.Ordinal), trouble.Said.En);
            else if (exchange.Status is 401) Assert.Equal("OpenAlex refuses (401): Invalid or missing API key: API key not found; is the key right?", trouble!.Said.En);
            else Assert.True(trouble is { IsRefusal: true, EndsRun: false } && trouble.Said.En.StartsWith($"{api.Title} answered {exchange.Status}: ", StringComparison.Ordinal), trouble?.Said.En);
            seen[exchange.Status] = seen.GetValueOrDefault(exchange.Status) + 1;
        }
        // Of each kind there is one at least, or the recordings are not what this test is for.
        Assert.Subset(seen.Keys.ToHashSet(), new HashSet<int> { 200, 302, 400, 401, 404, 422, 429 });
    }

    sealed record Exchange(string Host, int Status, string Body, string Type, (string, string)[] Headers);

    /// <summary>As it went over the wire, but for what is of the wire alone: length, packing, connection.</summary>
    static IEnumerable<Exchange> Recorded()
    {
        foreach (var path in Directory.EnumerateFiles(RealData.Path("api"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var exchange in document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.EnumerateArray() : Enumerable.Repeat(document.RootElement, 1))
            {
                // Some uris are missing, and some files hold a body alone.
                if (exchange.ValueKind != JsonValueKind.Object || !exchange.TryGetProperty("request", out var request) || !request.TryGetProperty("uri", out var uri) || uri.ValueKind != JsonValueKind.String || !exchange.TryGetProperty("status", out var status)) continue;
                if (!Questions.ContainsKey(new Uri(uri.GetString()!).Host)) continue;
                var headers = exchange.GetProperty("headers").EnumerateObject().GroupBy(header => header.Name.ToLowerInvariant()).ToDictionary(header => header.Key, header => header.First().Value is { ValueKind: JsonValueKind.Array } list ? list[0].GetString()! : header.First().Value.ToString());
                var body = exchange.GetProperty("body") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : exchange.GetProperty("body").GetRawText();
                yield return new Exchange(new Uri(uri.GetString()!).Host, int.Parse(status.ToString(), System.Globalization.CultureInfo.InvariantCulture), body, headers.GetValueOrDefault("content-type", "application/json"),
                    [.. headers.Where(header => header.Key.StartsWith("x-rate", StringComparison.Ordinal) || header.Key.StartsWith("x-concurrency", StringComparison.Ordinal) || header.Key is "retry-after" or "etag" or "location" or "ratelimit-limit" or "ratelimit-remaining" or "ratelimit-reset").Select(header => (header.Key, header.Value))]);
            }
        }
        foreach (var (host, status, path) in ((string, int, string)[])[("api.unpaywall.org", 404, "unpaywall/SYNTHETIC_404.json"), ("api.unpaywall.org", 422, "unpaywall/SYNTHETIC_422.json"), ("eutils.ncbi.nlm.nih.gov", 429, "pubmed/SYNTHETIC_429_eutils.json"), ("api.semanticscholar.org", 429, "semanticscholar/SYNTHETIC_429.json")])
            yield return new Exchange(host, status, File.ReadAllText(RealData.Path("api/" + path)), "application/json", []);
        yield return new Exchange("eutils.ncbi.nlm.nih.gov", 200, File.ReadAllText(RealData.Path("api/pubmed/metapub_elink_related.xml")), "text/xml; charset=UTF-8", []);
    }

    [Fact]
    public async Task Turned_away_with_a_time_it_waits_that_long_and_without_one_longer_each_time()
    {
        var (answer, _, took) = await Ask(server => Times(server, (429, [("Retry-After", "7")]), (200, [])));
        Assert.Equal(200, answer!.Status);
        Assert.InRange(took, 7, 7.5);
        // 1 + 2 + 4 seconds, each a quarter more or less.
        (answer, _, took) = await Ask(server => Times(server, (429, []), (503, []), (429, []), (200, [])));
        Assert.Equal(200, answer!.Status);
        Assert.InRange(took, 7 * .75, 7 * 1.25 + .7);
    }

    [Fact]
    public async Task A_budget_that_is_used_up_is_said_and_not_waited_for()
    {
        var (_, trouble, took) = await Ask(server => server.On(Apis.Crossref, 429, """{"error":"Rate limit exceeded"}""", "application/json", ("Retry-After", "28800"), ("X-RateLimit-Remaining-USD", "0"), ("X-RateLimit-Reset", "28800")));
        Assert.Equal("Crossref: what may be asked today is used up; it comes back in 8 h. What was fetched is kept: run the command again then", trouble!.Said.En);
        Assert.True(trouble.EndsRun);
        Assert.InRange(took, 0, .5);
    }

    [Fact]
    public async Task A_host_that_only_fails_is_left_alone()
    {
        await using var server = await LoopbackServer.Start();
        server.On(Apis.Crossref, 500, "oops", "text/plain");
        var clock = new VirtualClock();
        using var network = new Network(new NetworkOptions { Loopback = server.Address, Clock = clock });
        var said = new List<string>();
        for (var i = 0; i < 6; i++) said.Add(await clock.Run(() => Trouble(network), () => server.IsBusy));
        Assert.Contains("Crossref answered 500: oops", said);
        Assert.Equal("Crossref failed again and again and is left alone for now", said[^1]);
        // Ten failures of one host are enough, whatever was still to be asked.
        Assert.InRange(server.Arrivals.Count, 10, 12);
    }

    [Theory]
    [InlineData("html", "Crossref answered with text/html instead of data")]
    [InlineData("malformed", "Crossref sent an answer that is damaged or cut off")]
    [InlineData("cut", "Crossref")]
    [InlineData("deep", "Crossref sent an answer that is damaged or cut off")]
    [InlineData("elsewhere", "Crossref sends elsewhere, to evil.invalid: not followed")]
    [InlineData("round", "Crossref sends from one address to the next without end")]
    [InlineData("huge", "Crossref sent more than 32 MB; given up")]
    [InlineData("bomb", "Crossref sent more than 32 MB; given up")]
    [InlineData("half-packed", "Crossref")]
    [InlineData("notype", "Crossref answered with no content type instead of data")]
    public async Task A_server_that_lies_is_bounded_and_reported(string lie, string said)
    {
        var (answer, trouble, _) = await Ask(server => server.On(Apis.Crossref, context => Lie(lie, context)));
        Assert.Null(answer);
        Assert.StartsWith(said, trouble!.Said.En, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, trouble.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("lin.wei", trouble.ToString(), StringComparison.Ordinal);
    }

    static async Task Lie(string lie, HttpContext context)
    {
        context.Response.ContentType = lie == "html" ? "text/html; charset=utf-8" : lie == "notype" ? null : "application/json";
        switch (lie)
        {
            case "elsewhere" or "round":
                context.Response.StatusCode = 302;
                context.Response.Headers.Location = lie == "round" ? context.Request.Path + context.Request.QueryString : "http://evil.invalid/works?api_key=" + Key;
                return;
            case "huge":
                var part = Encoding.UTF8.GetBytes("[" + new string(' ', 1 << 20));
                for (var i = 0; i < 64 && !context.RequestAborted.IsCancellationRequested; i++) await context.Response.Body.WriteAsync(part);
                return;
            case "bomb" or "half-packed":
                context.Response.Headers.ContentEncoding = "gzip";
                using (var packed = new MemoryStream())
                {
                    using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                        for (var i = 0; i < (lie == "bomb" ? 100 : 1); i++) gzip.Write(new byte[1 << 20]);
                    await context.Response.Body.WriteAsync(packed.ToArray().AsMemory(0, (int)(lie == "bomb" ? packed.Length : packed.Length / 2)));
                }
                return;
            case "cut":
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("{\"status\":");
                await context.Response.Body.FlushAsync();
                context.Abort();
                return;
            default:
                await context.Response.WriteAsync(lie switch { "html" => "<html><body>Please log in</body></html>", "deep" => new string('[', 100_000), "notype" => Works, _ => "{\"status\": \"ok\", \"message\": {" });
                return;
        }
    }

    [Fact]
    public async Task A_slow_answer_is_given_up_and_asked_for_again()
    {
        await using var server = await LoopbackServer.Start();
        var first = true;
        server.On(Apis.Crossref, async context =>
        {
            if (first)
            {
                first = false;
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { });
            }
            else await LoopbackServer.Write(context, 200, Works);
        });
        var clock = new VirtualClock();
        using var network = new Network(new NetworkOptions { Loopback = server.Address, Clock = clock, Timeout = TimeSpan.FromMilliseconds(300) });
        var answer = await clock.Run(() => network.Ask(Apis.Crossref, () => network.Crossref.Value.Works("doi:10.1/a", null, 1, null, default), default));
        Assert.Equal(200, answer.Status);
        Assert.Equal(2, server.Arrivals.Count);
    }

    [Fact]
    public async Task What_is_in_the_cache_is_not_asked_for_and_what_is_old_only_checked()
    {
        await using var server = await LoopbackServer.Start();
        server.On(Apis.Crossref, context => context.Request.Headers.IfNoneMatch == "\"one\"" ? LoopbackServer.Write(context, 304, "") : LoopbackServer.Write(context, 200, Works, "application/json", ("ETag", "\"one\"")));
        var cache = Directory.CreateTempSubdirectory("缓存-");
        var clock = new VirtualClock();
        var sources = new List<bool>();
        foreach (var days in (int[])[0, 1, 40, 1])
        {
            clock.Advance(TimeSpan.FromDays(days));
            using var network = new Network(new NetworkOptions { Loopback = server.Address, Clock = clock, CacheFolder = cache.FullName, Credentials = Secrets });
            var answer = await clock.Run(() => network.Ask(Apis.Crossref, () => network.Crossref.Value.Works("doi:10.1/甲", null, 1, null, default), default), () => server.IsBusy);
            Assert.Equal(Works, Encoding.UTF8.GetString(answer.Body));
            sources.Add(answer.FromCache);
        }
        Assert.Equal([false, true, true, true], sources);
        Assert.Equal(2, server.Arrivals.Count);
        foreach (var file in cache.EnumerateFiles("*", SearchOption.AllDirectories)) AssertSilent(await File.ReadAllBytesAsync(file.FullName), unpack: true);
        cache.Delete(recursive: true);
    }

    [Fact]
    public async Task Keys_and_addresses_go_to_their_host_and_into_no_text()
    {
        await using var server = await LoopbackServer.Start();
        // As OpenAlex and NCBI do, the server repeats what it was sent.
        foreach (var api in Apis.All) server.On(api, context => LoopbackServer.Write(context, 403, JsonSerializer.Serialize(new { error = "no", message = $"key {Key} of {Mail}, {Uri.EscapeDataString(Mail)}: {LoopbackServer.Asked(context)}" })));
        using var network = new Network(new NetworkOptions { Loopback = server.Address, Credentials = Secrets });
        var troubles = new List<ApiTrouble>
        {
            await Assert.ThrowsAsync<ApiTrouble>(() => network.Ask(Apis.OpenAlex, () => network.OpenAlex.Value.Works("doi:10.1/a", null, 1, null, 0, default), default)),
            await Assert.ThrowsAsync<ApiTrouble>(() => network.Ask(Apis.SemanticScholar, () => network.SemanticScholar.Value.Match("x", "title", default), default)),
            await Assert.ThrowsAsync<ApiTrouble>(() => network.Ask(Apis.PubMed, () => network.PubMed.Value.Fetch("1", default), default)),
            await Assert.ThrowsAsync<ApiTrouble>(() => network.Ask(Apis.Unpaywall, () => network.Unpaywall.Value.Work("10.1/a", default), default)),
        };
        foreach (var trouble in troubles) AssertSilent(Encoding.UTF8.GetBytes(trouble + trouble.Said.Zh));
        Assert.Contains($"api_key={Key}", server.To(Apis.OpenAlex).Single().Address, StringComparison.Ordinal);
        Assert.DoesNotContain("mailto", server.To(Apis.OpenAlex).Single().Address, StringComparison.Ordinal);
        Assert.Equal(Key, server.To(Apis.SemanticScholar).Single().Headers["x-api-key"]);
        Assert.DoesNotContain(Key, server.To(Apis.SemanticScholar).Single().Address, StringComparison.Ordinal);
        Assert.Contains("tool=reviewkit", server.To(Apis.PubMed).Single().Address, StringComparison.Ordinal);
        Assert.Contains("email=lin.wei%40example.org", server.To(Apis.Unpaywall).Single().Address, StringComparison.Ordinal);
        Assert.Equal("/v2/10.1%2Fa", server.To(Apis.Unpaywall).Single().Address.Split('?')[0]);
    }

    [Fact]
    public async Task Without_a_key_or_an_address_that_is_needed_nothing_is_asked()
    {
        await using var server = await LoopbackServer.Start();
        using var network = new Network(new NetworkOptions { Loopback = server.Address });
        var mail = await Assert.ThrowsAsync<ApiTrouble>(() => network.Ask(Apis.Unpaywall, () => network.Unpaywall.Value.Work("10.1/a", default), default));
        Assert.Equal("Unpaywall wants an e-mail address: set REVIEWKIT_MAILTO or mailto in keys.yaml", mail.Said.En);
        var key = await Assert.ThrowsAsync<ApiTrouble>(() => network.Ask(Apis.Scopus, () => network.Scopus.Value.Search("x", 1, "*", default), default));
        Assert.Equal("Scopus 要求密钥：请设置 REVIEWKIT_SCOPUS_KEY 或在 keys.yaml 中写 scopus", key.Said.Zh);
        Assert.Empty(server.Arrivals);
    }

    [Fact]
    public void Another_server_must_be_on_this_machine()
    {
        var refused = Assert.Throws<ReviewKitException>(() => NetworkOptions.Read(name => name == NetworkOptions.LoopbackVariable ? "https://evil.invalid/" : name == "REVIEWKIT_CONFIG" ? Path.GetTempPath() : null));
        Assert.Equal("REVIEWKIT_API_BASE must be an address on this machine", refused.Message);
    }

    static void AssertSilent(byte[] bytes, bool unpack = false)
    {
        if (unpack)
        {
            using var whole = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)) gzip.CopyTo(whole);
            bytes = whole.ToArray();
        }
        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain(Key, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("lin.wei", text, StringComparison.OrdinalIgnoreCase);
    }

    static void Times(LoopbackServer server, params (int Status, (string, string)[] Headers)[] answers)
    {
        var at = 0;
        server.On(Apis.Crossref, context =>
        {
            var (status, headers) = answers[Math.Min(at++, answers.Length - 1)];
            return LoopbackServer.Write(context, status, status == 200 ? Works : "Too Many Requests", status == 200 ? "application/json" : "text/plain", headers);
        });
    }

    static async Task<string> Trouble(Network network) => (await Assert.ThrowsAsync<ApiTrouble>(() => network.Ask(Apis.Crossref, () => network.Crossref.Value.Works("doi:10.1/a", null, 1, null, default), default))).Said.En;

    static async Task<(Answer? Answer, ApiTrouble? Trouble, double Seconds)> Ask(Action<LoopbackServer> prepare, Api? api = null, Func<Network, Task<HttpResponseMessage>>? question = null)
    {
        await using var server = await LoopbackServer.Start();
        prepare(server);
        var clock = new VirtualClock();
        using var network = new Network(new NetworkOptions { Loopback = server.Address, Clock = clock, Credentials = Secrets });
        var begun = clock.GetTimestamp();
        try
        {
            var answer = await clock.Run(() => network.Ask(api ?? Apis.Crossref, () => question is not null ? question(network) : network.Crossref.Value.Works("doi:10.1/a", null, 1, null, default), default), () => server.IsBusy);
            return (answer, null, clock.GetElapsedTime(begun).TotalSeconds);
        }
        catch (ApiTrouble trouble)
        {
            return (null, trouble, clock.GetElapsedTime(begun).TotalSeconds);
        }
    }
}

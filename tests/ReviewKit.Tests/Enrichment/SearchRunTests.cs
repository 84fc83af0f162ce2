using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ReviewKit.Enrichment;
using ReviewKit.Enrichment.Http;
using ReviewKit.Formats;
using ReviewKit.Query;
using ReviewKit.Query.Dialects;

namespace ReviewKit.Tests.Enrichment;

public sealed class SearchRunTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("检索-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task OpenAlex_is_read_page_by_page_into_a_file_that_can_be_imported()
    {
        var (result, asked) = await Run("openalex", "filter=title.search:city,publication_year:2010-2020", OpenAlexPages(250));
        Assert.Equal((250, 250, null), (result.Records, result.Hits, result.Trouble?.En));
        Assert.Equal(250, Imported(result.File!).Select(record => record.Doi).Distinct().Count());
        Assert.Equal(["*", "p100", "p200"], asked.Select(sent => sent["cursor"]));
        Assert.All(asked, sent => Assert.Equal("title.search:city,publication_year:2010-2020", sent["filter"]));
    }

    [Fact]
    public async Task Stopped_after_any_page_it_goes_on_there_and_ends_with_the_same_file()
    {
        var (whole, _) = await Run("openalex", "filter=a", OpenAlexPages(550));
        var bytes = await File.ReadAllBytesAsync(whole.File!);
        foreach (var after in (int[])[1, 2, 5])
        {
            foreach (var file in Directory.EnumerateFiles(folder)) File.Delete(file);
            using var stop = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run("openalex", "filter=a", OpenAlexPages(550), stop, after));
            // What was written behind the last whole page counts for nothing.
            await File.AppendAllTextAsync(Directory.EnumerateFiles(folder, "*.part").Single(), "{\"half\": ");
            var (again, asked) = await Run("openalex", "filter=a", OpenAlexPages(550));
            Assert.Equal(6 - after, asked.Count);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(again.File!));
        }
    }

    [Fact]
    public async Task A_server_that_gives_the_same_page_for_ever_is_left()
    {
        var (result, asked) = await Run("openalex", "filter=a", context => LoopbackServer.Write(context, 200, Page(Enumerable.Range(1, 100), 1000, "again")));
        Assert.Equal(2, asked.Count);
        Assert.Equal("OpenAlex gave the same page twice and would without end: stopped after 100 of 1000 records", result.Trouble!.Value.En);
        Assert.Equal(100, result.Records);
    }

    [Fact]
    public async Task Europe_PMC_ends_where_its_mark_repeats_itself()
    {
        var (result, asked) = await Run("europepmc", "TITLE:\"智慧城市\"", context => LoopbackServer.Write(context, 200, context.Request.Query["cursorMark"] == "*"
            ? """{"hitCount":2,"nextCursorMark":"A","resultList":{"result":[{"id":"1","source":"MED","title":"One.","doi":"10.1000/one","abstractText":"<h4>Aim</h4>First."},{"id":"2","source":"MED","title":"二","doi":"10.1000/two"}]}}"""
            : """{"hitCount":2,"nextCursorMark":"A","resultList":{"result":[]}}"""));
        Assert.Equal((2, 2, null), (result.Records, asked.Count, result.Trouble?.En));
        Assert.Equal(["One", "二"], Imported(result.File!).Select(record => record.Title));
    }

    [Fact]
    public async Task PubMed_gives_numbers_first_and_articles_after()
    {
        var (result, asked) = await Run("pubmed", "smart city[tiab]", context =>
        {
            if (!LoopbackServer.Asked(context).Contains("esearch", StringComparison.Ordinal))
                return LoopbackServer.Write(context, 200, "<?xml version=\"1.0\"?><!DOCTYPE PubmedArticleSet SYSTEM \"http://evil.invalid/x.dtd\"><PubmedArticleSet>" + string.Concat(context.Request.Query["id"].ToString().Split(',').Select(id => $"<PubmedArticle><MedlineCitation><PMID>{id}</PMID><Article><ArticleTitle>On H<sub>2</sub>O {id}</ArticleTitle></Article></MedlineCitation></PubmedArticle>\n")) + "</PubmedArticleSet>", "text/xml");
            var from = int.Parse(context.Request.Query["retstart"]!, System.Globalization.CultureInfo.InvariantCulture);
            return LoopbackServer.Write(context, 200, JsonSerializer.Serialize(new { esearchresult = new { count = "250", idlist = Enumerable.Range(from + 1, Math.Min(200, 250 - from)).Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)) } }));
        });
        Assert.Equal((250, 4), (result.Records, asked.Count));
        Assert.Equal(250, Imported(result.File!).Select(record => record.Pmid).Distinct().Count());
        Assert.Equal("On H2O 1", Imported(result.File!)[0].Title);
    }

    [Fact]
    public async Task A_search_that_is_refused_says_why_and_leaves_nothing()
    {
        var refused = await Assert.ThrowsAsync<ReviewKitException>(() => Run("openalex", "filter=nonsense:1", context => LoopbackServer.Write(context, 400, """{"error":"Invalid query parameters error.","message":"nonsense is not a valid field."}""")));
        Assert.Equal("OpenAlex answered 400: Invalid query parameters error.: nonsense is not a valid field.", refused.Message);
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Theory]
    [InlineData("scopus", """{"search-results":{"opensearch:totalResults":"1","cursor":{"@next":"n"},"entry":[{"dc:title":"Smart city policy","dc:creator":"Lin W.","prism:doi":"10.1000/a","eid":"2-s2.0-1","prism:coverDate":"2019-03-01"}]}}""")]
    [InlineData("wos", """{"metadata":{"total":1,"page":1,"limit":50},"hits":[{"uid":"WOS:1","title":"Smart city policy","source":{"sourceTitle":"Cities","publishYear":2019},"names":{"authors":[{"displayName":"Lin, Wei","wosStandard":"Lin, W"}]},"identifiers":{"doi":"10.1000/a"}}]}""")]
    public async Task With_a_key_Scopus_and_Web_of_Science_are_searched_too(string id, string body)
    {
        var (result, asked) = await Run(id, "TITLE(city)", context => LoopbackServer.Write(context, 200, body));
        var record = Assert.Single(Imported(result.File!));
        Assert.Equal(("Smart city policy", "10.1000/a", 2019, id), (record.Title, record.Doi, record.Year, record.Source));
        Assert.Single(asked);
    }

    [Fact]
    public void The_query_is_compiled_for_Europe_PMC_as_its_search_reads_it()
    {
        var query = TermQuery.Parse("""
            name: q
            sets:
              - { id: S1, name: city, zh: [智慧城市], en: [smart city, digital cit*] }
              - { id: S2, name: policy, zh: [政策], en: [policy] }
            window: { from: 2010, to: 2020 }
            """, "q.yaml");
        var compiled = Compilation.Of(query, SearchApi.Named("europepmc").Dialect!, new CompileOptions());
        Assert.False(compiled.HasErrors);
        Assert.Equal("(TITLE_ABS:(\"smart city\" OR \"digital cit*\") OR KW:(\"smart city\" OR \"digital cit*\")) AND (TITLE_ABS:policy OR KW:policy) AND PUB_YEAR:[2010 TO 2020]", compiled.Runs.Single());
    }

    static Func<HttpContext, Task> OpenAlexPages(int all) => context =>
    {
        var from = context.Request.Query["cursor"] == "*" ? 0 : int.Parse(context.Request.Query["cursor"].ToString()[1..], System.Globalization.CultureInfo.InvariantCulture);
        return LoopbackServer.Write(context, 200, Page(Enumerable.Range(from + 1, Math.Min(100, all - from)), all, from + 100 < all ? $"p{from + 100}" : null));
    };

    static string Page(IEnumerable<int> numbers, int all, string? next) => JsonSerializer.Serialize(new
    {
        meta = new { count = all, next_cursor = next },
        results = numbers.Select(number => new { id = $"https://openalex.org/W{number}", doi = $"https://doi.org/10.1000/w{number}", display_name = $"城市 City {number}", publication_year = 2015, referenced_works = Array.Empty<string>() }),
    });

    static List<Record> Imported(string path) => [.. SourceFile.Open(path, Path.GetFileName(path)).Read().OfType<RecordItem>().Select(item => item.Record)];

    async Task<(SearchResult Result, IReadOnlyList<Dictionary<string, string>> Asked)> Run(string id, string query, Func<HttpContext, Task> answer, CancellationTokenSource? stop = null, int stopsAfter = 0)
    {
        var clock = new VirtualClock();
        await using var server = await LoopbackServer.Start(clock);
        var asked = new List<Dictionary<string, string>>();
        server.On(Apis.Named(id), context =>
        {
            asked.Add(context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));
            return answer(context);
        });
        using var network = new Network(new NetworkOptions { Loopback = server.Address, Clock = clock, Credentials = new Credentials(new Dictionary<string, string> { [id] = "secret" }) });
        var run = new SearchRun(SearchApi.Named(id), query, folder, int.MaxValue);
        var pages = 0;
        var result = await clock.Run(() => run.Run(network, "20260131", (_, _) => { if (++pages == stopsAfter) stop!.Cancel(); }, stop?.Token ?? default), () => server.IsBusy);
        foreach (var file in Directory.EnumerateFiles(folder)) Assert.DoesNotContain("secret", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        run.Forget();
        return (result, asked);
    }
}

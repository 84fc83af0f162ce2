using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using ReviewKit.Enrichment.Http;
using ReviewKit.Formats;
using ReviewKit.Query;
using ReviewKit.Query.Dialects;
using ReviewKit.Records;

namespace ReviewKit.Enrichment;

/// <summary>One page of a search.</summary>
/// <param name="Items">Records as they go into the file, one a line.</param>
/// <param name="Hits">What the interface says it found; null where it does not say.</param>
/// <param name="Next">Where the next page begins; null after the last.</param>
sealed record SearchPage(IReadOnlyList<string> Items, int? Hits, string? Next);

/// <summary>A search interface, as data.</summary>
public sealed record SearchApi
{
    public required Api Api { get; init; }

    /// <summary>The syntax that a query file is compiled to; null where the interface has no Boolean search and gets the words alone.</summary>
    public required Dialect? Dialect { get; init; }

    /// <summary>Of the file the records go into.</summary>
    public required string Extension { get; init; }

    internal string Head { get; init; } = "";
    internal string Tail { get; init; } = "";
    internal string First { get; init; } = "*";
    /// <summary>Records of one request.</summary>
    public int PageSize { get; init; }
    internal int RequestsEach { get; init; } = 1;

    /// <summary>Records it gives of one search, however many it found; 0 for no end.</summary>
    public int Most { get; init; }

    internal Func<Network, string, string, CancellationToken, Task<SearchPage>> Page { get; init; } = (_, _, _, _) => throw new NotSupportedException();

    static readonly Dialect EuropePmcDialect = new()
    {
        Name = "europepmc",
        Title = new("Europe PMC", "Europe PMC"),
        Style = FieldStyle.Colon,
        Fields = [new("TITLE_ABS", SearchFields.TitleAbstract), new("TITLE", SearchFields.Title), new("ABSTRACT", SearchFields.Abstract), new("KW", SearchFields.AuthorKeywords)],
        Wildcards = [new('*', Wildcard.Any)],
        BareWords = BareWords.AllOf,
        Years = (from, to) => $"PUB_YEAR:[{(from ?? 1000).ToString(CultureInfo.InvariantCulture)} TO {(to ?? 3000).ToString(CultureInfo.InvariantCulture)}]",
        Languages = codes => codes.All(code => code is "en" or "zh") ? $"LANG:({string.Join(" OR ", codes.Select(code => code == "zh" ? "chi" : "eng"))})" : null,
        LineMark = null,
        CanRead = false,
    };

    public static IReadOnlyList<SearchApi> All { get; } =
    [
        new()
        {
            Api = Apis.OpenAlex, Dialect = Platforms.Named("openalex"), Extension = ".jsonl", First = "*", PageSize = 100,
            Page = async (network, query, cursor, stop) =>
            {
                var filter = query.StartsWith("filter=", StringComparison.Ordinal) ? query["filter=".Length..] : query;
                var answer = (await network.Ask(Apis.OpenAlex, () => network.OpenAlex.Value.Works(filter, null, 100, cursor, Apis.OpenAlex.SearchPrice, stop), stop)).Json();
                var meta = PlainAnswers.Part(answer, "meta");
                return new SearchPage(Raw(answer, "results"), Number(JsonFields.Text(meta, "count")), JsonFields.Text(meta, "next_cursor"));
            },
        },
        new()
        {
            Api = Apis.PubMed, Dialect = Platforms.Named("pubmed"), Extension = ".xml", First = "0", PageSize = 200, RequestsEach = 2, Most = 10_000,
            Head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<PubmedArticleSet>\n", Tail = "</PubmedArticleSet>\n", Page = PubMedPage,
        },
        new()
        {
            Api = Apis.EuropePmc, Dialect = EuropePmcDialect, Extension = ".jsonl", First = "*", PageSize = 500,
            Page = async (network, query, cursor, stop) =>
            {
                var answer = (await network.Ask(Apis.EuropePmc, () => network.EuropePmc.Value.Search(query, 500, cursor, stop), stop)).Json();
                var next = JsonFields.Text(answer, "nextCursorMark");
                // The end is a mark that repeats itself.
                return new SearchPage([.. PlainAnswers.EuropePmc(answer).Select(RecordJson.Write)], Number(JsonFields.Text(answer, "hitCount")), next == cursor ? null : next);
            },
        },
        new()
        {
            Api = Apis.Crossref, Dialect = null, Extension = ".json", First = "*", PageSize = 200,
            Page = async (network, query, cursor, stop) =>
            {
                var message = PlainAnswers.Part((await network.Ask(Apis.Crossref, () => network.Crossref.Value.Works(null, query, 200, cursor, stop), stop)).Json(), "message");
                var items = Raw(message, "items");
                return new SearchPage(items, Number(JsonFields.Text(message, "total-results")), items.Count < 200 ? null : JsonFields.Text(message, "next-cursor"));
            },
        },
        new()
        {
            Api = Apis.Scopus, Dialect = Platforms.Named("scopus"), Extension = ".jsonl", First = "*", PageSize = 25,
            Page = async (network, query, cursor, stop) =>
            {
                var answer = (await network.Ask(Apis.Scopus, () => network.Scopus.Value.Search(query, 25, cursor, stop), stop)).Json();
                var results = PlainAnswers.Part(answer, "search-results");
                var records = PlainAnswers.Scopus(answer);
                return new SearchPage([.. records.Select(RecordJson.Write)], Number(JsonFields.Text(results, "opensearch:totalResults")), records.Count < 25 ? null : JsonFields.Text(PlainAnswers.Part(results, "cursor"), "@next"));
            },
        },
        new()
        {
            Api = Apis.WebOfScience, Dialect = Platforms.Named("wos"), Extension = ".jsonl", First = "1", PageSize = 50,
            Page = async (network, query, cursor, stop) =>
            {
                var page = int.Parse(cursor, CultureInfo.InvariantCulture);
                var answer = (await network.Ask(Apis.WebOfScience, () => network.WebOfScience.Value.Search(query, 50, page, stop), stop)).Json();
                var records = PlainAnswers.WebOfScience(answer);
                return new SearchPage([.. records.Select(RecordJson.Write)], Number(JsonFields.Text(PlainAnswers.Part(answer, "metadata"), "total")), records.Count < 50 ? null : (page + 1).ToString(CultureInfo.InvariantCulture));
            },
        },
    ];

    /// <exception cref="ReviewKitException">There is no open search there.</exception>
    public static SearchApi Named(string id) => All.FirstOrDefault(one => one.Api.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw new ReviewKitException($"\"{id}\" cannot be searched from here; known: {string.Join(", ", All.Select(one => one.Api.Id))}. For the others, `reviewkit query compile --to P` gives the string to paste", $"无法从此处检索“{id}”；可用：{string.Join("、", All.Select(one => one.Api.Id))}。其他平台请用 `reviewkit query compile --to P` 得到可粘贴的检索式");

    static async Task<SearchPage> PubMedPage(Network network, string query, string cursor, CancellationToken stop)
    {
        var from = int.Parse(cursor, CultureInfo.InvariantCulture);
        var (ids, found) = await PubMed.Search(network, query, 200, from, stop);
        var hits = PubMed.Count(found);
        if (JsonFields.Text(PlainAnswers.Part(found.Json(), "esearchresult"), "ERROR") is { } error)
            throw new ApiTrouble(new($"PubMed: {network.Credentials.Redact(error)}", $"PubMed：{network.Credentials.Redact(error)}"), endsRun: true);
        if (ids.Count == 0) return new SearchPage([], hits, null);
        var answer = await PubMed.Fetch(network, ids, stop);
        using var reader = XmlReader.Create(new MemoryStream(answer.Body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        var articles = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!.Elements().Select(article => article.ToString(SaveOptions.DisableFormatting).ReplaceLineEndings(" ")).ToList();
        return new SearchPage(articles, hits, from + ids.Count < hits ? (from + ids.Count).ToString(CultureInfo.InvariantCulture) : null);
    }

    // One line each: what lies between the braces keeps its order and its names.
    static IReadOnlyList<string> Raw(JsonElement answer, string key) => [.. PlainAnswers.Members(answer, key).Select(item => JsonSerializer.Serialize(item, Plain))];

    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static int? Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The words of a query for an interface that ranks by them: English terms, each once.</summary>
    public static string WordsOf(TermQuery query) => string.Join(' ', query.Sets.SelectMany(set => set.All).Where(term => term.Language != "zh").Select(term => term.Text.Replace("*", "", StringComparison.Ordinal)).Distinct());
}

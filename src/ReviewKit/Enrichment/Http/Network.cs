using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Refit;

namespace ReviewKit.Enrichment.Http;

/// <summary>What a connection to the interfaces is made of.</summary>
public sealed record NetworkOptions
{
    public Credentials Credentials { get; init; } = new();

    /// <summary>Where answers are kept; null keeps none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>So long a kept answer is taken for today's.</summary>
    public TimeSpan Fresh { get; init; } = TimeSpan.FromDays(30);

    /// <summary>US dollars this run may cost.</summary>
    public double Budget { get; init; } = double.PositiveInfinity;

    public int Seed { get; init; }

    /// <summary>Of pace, delays and the age of answers.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A server on this machine that stands for all hosts, each under a folder of its name; null asks the real ones.</summary>
    public Uri? Loopback { get; init; }

    /// <summary>Of one attempt, by the system's clock.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public const string LoopbackVariable = "REVIEWKIT_API_BASE";

    /// <summary>As the environment has it: keys, folders, and for tests another server.</summary>
    /// <exception cref="ReviewKitException">The other server is not on this machine: keys are sent to it.</exception>
    public static NetworkOptions Read(Func<string, string?> environment)
    {
        Uri? loopback = null;
        if (environment(LoopbackVariable) is { Length: > 0 } said && (!Uri.TryCreate(said, UriKind.Absolute, out loopback) || !loopback.IsLoopback))
            throw new ReviewKitException($"{LoopbackVariable} must be an address on this machine", $"{LoopbackVariable} 必须是本机地址");
        return new NetworkOptions { Credentials = Credentials.Read(environment), CacheFolder = AnswerCache.FolderOf(environment), Loopback = loopback };
    }
}

/// <summary>The way to the interfaces, put together in one place: cache, retries, pace, bounds, credentials, wire. Nothing is opened before something is asked.</summary>
public sealed class Network : IDisposable
{
    readonly NetworkOptions options;
    readonly Random jitter;
    readonly Dictionary<string, Line> lines = new(StringComparer.Ordinal);

    public Network(NetworkOptions options)
    {
        this.options = options;
        jitter = new Random(options.Seed);
        Crossref = new(() => RestService.ForGenerated<ICrossref>(Of(Apis.Crossref).Client, Settings));
        OpenAlex = new(() => RestService.ForGenerated<IOpenAlex>(Of(Apis.OpenAlex).Client, Settings));
        SemanticScholar = new(() => RestService.ForGenerated<ISemanticScholar>(Of(Apis.SemanticScholar).Client, Settings));
        Unpaywall = new(() => RestService.ForGenerated<IUnpaywall>(Of(Apis.Unpaywall).Client, Settings));
        PubMed = new(() => RestService.ForGenerated<IPubMed>(Of(Apis.PubMed).Client, Settings));
        EuropePmc = new(() => RestService.ForGenerated<IEuropePmc>(Of(Apis.EuropePmc).Client, Settings));
        DataCite = new(() => RestService.ForGenerated<IDataCite>(Of(Apis.DataCite).Client, Settings));
        DoiAgency = new(() => RestService.ForGenerated<IDoiAgency>(Of(Apis.DoiAgency).Client, Settings));
        Scopus = new(() => RestService.ForGenerated<IScopus>(Of(Apis.Scopus).Client, Settings));
        WebOfScience = new(() => RestService.ForGenerated<IWebOfScience>(Of(Apis.WebOfScience).Client, Settings));
    }

    static RefitSettings Settings => new();

    internal Lazy<ICrossref> Crossref { get; }
    internal Lazy<IOpenAlex> OpenAlex { get; }
    internal Lazy<ISemanticScholar> SemanticScholar { get; }
    internal Lazy<IUnpaywall> Unpaywall { get; }
    internal Lazy<IPubMed> PubMed { get; }
    internal Lazy<IEuropePmc> EuropePmc { get; }
    internal Lazy<IDataCite> DataCite { get; }
    internal Lazy<IDoiAgency> DoiAgency { get; }
    internal Lazy<IScopus> Scopus { get; }
    internal Lazy<IWebOfScience> WebOfScience { get; }

    public TimeProvider Clock => options.Clock;

    public Credentials Credentials => options.Credentials;

    /// <summary>Requests sent, answers from the cache, and US dollars spent.</summary>
    public (int Requests, int FromCache, double Spent) Tally(Api api) => lines.TryGetValue(api.Id, out var line) ? (line.Governor.Requests, line.Cache.Hits, line.Governor.Spent) : (0, 0, 0);

    /// <summary>One question, answered or not.</summary>
    /// <returns>An answer of status 200 or 404.</returns>
    /// <exception cref="ApiTrouble">Anything else, in words.</exception>
    internal async Task<Answer> Ask(Api api, Func<Task<HttpResponseMessage>> question, CancellationToken stop)
    {
        if (api.NeedsMail && !Credentials.HasMail)
            throw new ApiTrouble(new($"{api.Title} wants an e-mail address: set {Credentials.MailVariable} or mailto in {Credentials.FileName}", $"{api.Title} 要求提供邮箱：请设置 {Credentials.MailVariable} 或在 {Credentials.FileName} 中写 mailto"), endsRun: true);
        if (api.NeedsKey && !Credentials.Has(api))
            throw new ApiTrouble(new($"{api.Title} wants a key: set {Credentials.Variable(api)} or {api.Id} in {Credentials.FileName}", $"{api.Title} 要求密钥：请设置 {Credentials.Variable(api)} 或在 {Credentials.FileName} 中写 {api.Id}"), endsRun: true);
        try
        {
            var response = await Unwrapped(question);
            return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound ? await Answer.Of(response, Clock) : throw await Refused(api, response);
        }
        catch (BadAnswerException bad)
        {
            throw new ApiTrouble(bad.Said, inner: bad);
        }
        catch (BrokenCircuitException)
        {
            throw new ApiTrouble(new($"{api.Title} failed again and again and is left alone for now", $"{api.Title} 多次出错，暂不再请求"), endsRun: true);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TimeoutRejectedException or IOException and not FileNotFoundException && !stop.IsCancellationRequested)
        {
            throw new ApiTrouble(unreachable is TimeoutRejectedException
                ? new($"{api.Title} did not answer in time", $"{api.Title} 未在规定时间内响应")
                : new($"{api.Title} cannot be reached ({Credentials.Redact(unreachable.Message)})", $"无法连接 {api.Title}（{Credentials.Redact(unreachable.Message)}）"), endsRun: unreachable is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError });
        }
    }

    /// <summary>Refit puts what went wrong on the way into an exception of its own.</summary>
    static async Task<HttpResponseMessage> Unwrapped(Func<Task<HttpResponseMessage>> question)
    {
        try
        {
            return await question();
        }
        catch (ApiRequestException wrapped) when (wrapped.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(wrapped.InnerException);
            throw;
        }
    }

    async Task<ApiTrouble> Refused(Api api, HttpResponseMessage response)
    {
        using (response)
        {
            var status = (int)response.StatusCode;
            if (status == 429) return Of(api).Governor.Exhausted(Resilience.RetryAfter(response, Clock));
            var said = Words(await response.Content.ReadAsStringAsync());
            var number = status.ToString(CultureInfo.InvariantCulture);
            return status is 401 or 403
                ? new ApiTrouble(new($"{api.Title} refuses ({number}): {said}; is the key right?", $"{api.Title} 拒绝访问（{number}）：{said}；密钥是否正确？"), endsRun: true)
                : new ApiTrouble(new($"{api.Title} answered {number}: {said}", $"{api.Title} 返回 {number}：{said}")) { IsRefusal = status is 400 or 414 or 422 };
        }
    }

    /// <summary>What the interface says went wrong, short and without anything that is the user's own.</summary>
    string Words(string body)
    {
        var text = body;
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                text = string.Join(": ", new[] { "error", "message" }.Select(name => json.RootElement.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? value.GetRawText() : null : null).OfType<string>());
        }
        catch (JsonException)
        {
            // Plain words, as some of them answer.
        }
        text = string.Concat(Credentials.Redact(text).Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return text.Length > 160 ? text[..160] + "…" : text;
    }

    Line Of(Api api)
    {
        if (lines.TryGetValue(api.Id, out var known)) return known;
        var root = options.Loopback is { } local ? new Uri(local, $"/{api.Host}/") : new Uri($"https://{api.Host}/");
        var governor = new Governor(api, Clock, Credentials.Has(api) && api.KeyedLimit > 0 ? api.KeyedLimit : api.Limit, options.Budget);
        var wire = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        var bounded = new BoundedHandler(api, root, Credentials, new CredentialsHandler(api, Credentials, wire));
        var paced = new GovernorHandler(governor, Resilience.Handler(Resilience.Timeout(options.Timeout), bounded));
        var tried = Resilience.Handler(Resilience.Retries(governor, NextJitter), paced);
        var cache = new CacheHandler(new AnswerCache(options.CacheFolder), Clock, options.Fresh, tried);
        var client = new HttpClient(cache) { BaseAddress = root, Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/xml", .5));
        return lines[api.Id] = new Line(client, governor, cache);
    }

    double NextJitter()
    {
        lock (jitter) return jitter.NextDouble();
    }

    public void Dispose()
    {
        foreach (var line in lines.Values) line.Client.Dispose();
    }

    sealed record Line(HttpClient Client, Governor Governor, CacheHandler Cache);
}

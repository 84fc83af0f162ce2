using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReviewKit.Enrichment.Http;

namespace ReviewKit.Tests.Enrichment;

/// <summary>A server on this machine that stands for all interfaces, each under a folder of its host's name, and counts who comes how often.</summary>
sealed class LoopbackServer : IAsyncDisposable
{
    readonly WebApplication application;
    readonly TimeProvider clock;
    readonly ConcurrentDictionary<string, Func<HttpContext, Task>> answers = new();
    readonly ConcurrentQueue<Arrival> arrivals = new();
    readonly ConcurrentDictionary<string, int> under = new();
    readonly ConcurrentDictionary<string, int> most = new();

    LoopbackServer(WebApplication application, TimeProvider clock) => (this.application, this.clock) = (application, clock);

    /// <summary>One request as it came in; the address without the folder of the host.</summary>
    public sealed record Arrival(string Host, string Method, string Address, string Body, long At, IReadOnlyDictionary<string, string> Headers);

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<Arrival> Arrivals => [.. arrivals];

    public IEnumerable<Arrival> To(Api api) => arrivals.Where(arrival => arrival.Host == api.Host);

    /// <summary>Requests of one host that were under way at one time, at most.</summary>
    public int MostAtOnce(Api api) => most.GetValueOrDefault(api.Host);

    public bool IsBusy => under.Values.Sum() > 0;

    public static async Task<LoopbackServer> Start(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoopbackServer(builder.Build(), clock ?? TimeProvider.System);
        server.application.Run(server.Answer);
        await server.application.StartAsync();
        server.Address = new Uri(server.application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return server;
    }

    public void On(Api api, Func<HttpContext, Task> answer) => answers[api.Host] = answer;

    public void On(Api api, int status, string body, string type = "application/json", params (string, string)[] headers) => On(api, context => Write(context, status, body, type, headers));

    public static async Task Write(HttpContext context, int status, string body, string type = "application/json", params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        foreach (var (name, value) in headers) context.Response.Headers.Append(name, value);
        await context.Response.WriteAsync(body);
    }

    /// <summary>What was asked for, without the host's folder, keys and all.</summary>
    public static string Asked(HttpContext context) => Uri.UnescapeDataString(Split(context).Path + context.Request.QueryString);

    static (string Host, string Path) Split(HttpContext context)
    {
        // The path as it was sent: a slash in a DOI is %2F.
        var raw = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget.Split('?')[0].TrimStart('/');
        var slash = raw.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (raw, "") : (raw[..slash], raw[slash..]);
    }

    async Task Answer(HttpContext context)
    {
        var (host, rest) = Split(context);
        var at = clock.GetTimestamp();
        var now = under.AddOrUpdate(host, 1, (_, count) => count + 1);
        most.AddOrUpdate(host, now, (_, before) => Math.Max(before, now));
        using var body = new StreamReader(context.Request.Body);
        var sent = await body.ReadToEndAsync();
        context.Items["body"] = sent;
        arrivals.Enqueue(new Arrival(host, context.Request.Method, rest + context.Request.QueryString, sent, at, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString())));
        // Before the last byte: the client may be back before this method is through.
        context.Response.OnStarting(() => Task.FromResult(under.AddOrUpdate(host, 0, (_, count) => count - 1)));
        if (answers.TryGetValue(host, out var answer)) await answer(context);
        else await Write(context, 404, "Resource not found.", "text/plain");
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync(new CancellationToken(true));
        await application.DisposeAsync();
    }
}

using System.Net.Http.Headers;

namespace ReviewKit.Enrichment.Http;

/// <summary>The last step before the wire: puts key and address on a copy of the request, so that no other step ever sees them.</summary>
sealed class CredentialsHandler(Api api, Credentials credentials, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var sent = new HttpRequestMessage(request.Method, Addressed(request.RequestUri!)) { Content = request.Content, Version = request.Version };
        foreach (var header in request.Headers) sent.Headers.TryAddWithoutValidation(header.Key, header.Value);
        sent.Headers.UserAgent.Clear();
        sent.Headers.UserAgent.Add(new ProductInfoHeaderValue("ReviewKit", Store.Author.Tool));
        if (credentials.Mail is { } mail) sent.Headers.TryAddWithoutValidation("User-Agent", $"(mailto:{mail})");
        if (api.KeyHeader is { } header2 && credentials.KeyFor(api) is { } key) sent.Headers.TryAddWithoutValidation(header2, key);
        var response = await base.SendAsync(sent, cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    Uri Addressed(Uri address)
    {
        var query = new List<string>();
        if (address.Query.Length > 1) query.Add(address.Query[1..]);
        if (api.Always.Length > 0) query.Add(api.Always);
        if (api.KeyQuery is { } keyName && credentials.KeyFor(api) is { } key) query.Add($"{keyName}={Uri.EscapeDataString(key)}");
        if (api.MailQuery is { } mailName && credentials.Mail is { } mail) query.Add($"{mailName}={Uri.EscapeDataString(mail)}");
        return new UriBuilder(address) { Query = string.Join('&', query) }.Uri;
    }
}

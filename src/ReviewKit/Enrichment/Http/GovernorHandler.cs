namespace ReviewKit.Enrichment.Http;

/// <summary>Each attempt of each request waits for its turn.</summary>
sealed class GovernorHandler(Governor governor, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>US dollars the request costs; absent: nothing.</summary>
    public static readonly HttpRequestOptionsKey<double> Price = new("Price");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var permit = await governor.Enter(request.Options.TryGetValue(Price, out var price) ? price : 0, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        governor.Learn(response.Headers);
        return response;
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace ReviewKit.Enrichment.Http;

/// <summary>Answers kept in the user's cache folder: while they are fresh nothing is asked, afterwards the host is asked whether they still hold.</summary>
sealed class CacheHandler(AnswerCache cache, TimeProvider clock, TimeSpan fresh, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    const string Stored = "X-ReviewKit-Stored";

    /// <summary>Answers given without asking.</summary>
    public int Hits { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var key = AnswerCache.KeyOf(request.Method.Method, request.RequestUri!, content);
        var known = cache.Find(key);
        if (known is not null && clock.GetUtcNow() - known.Time < fresh)
        {
            Hits++;
            return Response(request, known);
        }
        if (known is { ETag: { } tag } && EntityTagHeaderValue.TryParse(tag, out var parsed)) request.Headers.IfNoneMatch.Add(parsed);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotModified && known is not null)
        {
            response.Dispose();
            var again = known with { Time = clock.GetUtcNow() };
            cache.Keep(key, again);
            return Response(request, again);
        }
        // That there is nothing is an answer too.
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound)
            cache.Keep(key, new StoredAnswer((int)response.StatusCode, response.Headers.ETag?.ToString(), response.Content.Headers.ContentType?.ToString(), clock.GetUtcNow(), await response.Content.ReadAsByteArrayAsync(cancellationToken)));
        return response;
    }

    static HttpResponseMessage Response(HttpRequestMessage request, StoredAnswer stored)
    {
        var response = new HttpResponseMessage((HttpStatusCode)stored.Status) { RequestMessage = request, Content = new ByteArrayContent(stored.Body) };
        if (stored.Type is { } type) response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        response.Headers.Add(Stored, stored.Time.ToString("O", CultureInfo.InvariantCulture));
        return response;
    }

    /// <summary>When a stored answer was given; null for one fresh from the wire, whatever it says itself.</summary>
    public static DateTimeOffset? StoredAt(HttpResponseMessage response) =>
        response.Headers.TryGetValues(Stored, out var values) && DateTimeOffset.TryParse(values.First(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;
}

using System.Net;
using System.Text.Json;
using System.Xml;

namespace ReviewKit.Enrichment.Http;

/// <summary>Reads an answer whole, within bounds, and refuses what is none: no web page, no endless body, no other host.</summary>
sealed class BoundedHandler(Api api, Uri root, Credentials credentials, HttpMessageHandler inner, int largest = BoundedHandler.Largest) : DelegatingHandler(inner)
{
    /// <summary>Bytes after unpacking; 1,000 records with references of the most talkative interface are half of it.</summary>
    public const int Largest = 32 << 20;

    const int MostRedirects = 3;
    const int Deepest = 64;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        for (var redirects = 0; response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect; redirects++)
        {
            var target = Target(request.RequestUri!, response, redirects);
            response.Dispose();
            using var again = new HttpRequestMessage(HttpMethod.Get, target);
            foreach (var header in request.Headers) again.Headers.TryAddWithoutValidation(header.Key, header.Value);
            response = await base.SendAsync(again, cancellationToken);
        }
        response.RequestMessage = request;
        // Some repeat the key in what they send, and what they send is kept.
        var body = credentials.Redact(await Read(response, cancellationToken));
        if (response.IsSuccessStatusCode) Check(response, body);
        var type = response.Content.Headers.ContentType;
        response.Content = new ByteArrayContent(body);
        response.Content.Headers.ContentType = type;
        return response;
    }

    /// <summary>Only where the same host sends its own callers: a merged work of OpenAlex, http to https.</summary>
    Uri Target(Uri from, HttpResponseMessage response, int redirects)
    {
        if (response.Headers.Location is not { } location || redirects == MostRedirects)
            throw new BadAnswerException(new($"{api.Title} sends from one address to the next without end", $"{api.Title} 不断重定向"), mayPass: false);
        var target = location.IsAbsoluteUri ? location : new Uri(from, location);
        if (target.Host != root.Host || target.Port != root.Port || target.Scheme != root.Scheme || !target.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal))
            throw new BadAnswerException(new($"{api.Title} sends elsewhere, to {target.Host}: not followed", $"{api.Title} 重定向到其他主机 {target.Host}：未跟随"), mayPass: false);
        // The host repeats the key of the first request in its new address; the right one is added on the way out.
        var kept = target.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.Split('=')[0] is var name && name != api.KeyQuery && name != api.MailQuery && !api.Always.StartsWith(name + "=", StringComparison.Ordinal));
        return new UriBuilder(target) { Query = string.Join('&', kept) }.Uri;
    }

    async Task<byte[]> Read(HttpResponseMessage response, CancellationToken stop)
    {
        if (response.Content.Headers.ContentLength > largest) throw TooLarge();
        using var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, stop)) > 0)
            {
                if (whole.Length + read > largest) throw TooLarge();
                whole.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw new BadAnswerException(new($"{api.Title} sent a packed answer that cannot be unpacked", $"{api.Title} 返回的压缩内容无法解压"), mayPass: true);
        }
        return whole.ToArray();
    }

    BadAnswerException TooLarge() => new(new($"{api.Title} sent more than {largest >> 20} MB; given up", $"{api.Title} 返回内容超过 {largest >> 20} MB，已放弃"), mayPass: false);

    void Check(HttpResponseMessage response, byte[] body)
    {
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        try
        {
            if (type.Contains("json", StringComparison.OrdinalIgnoreCase))
            {
                var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Deepest });
                while (reader.Read()) { }
            }
            else if (type.Contains("xml", StringComparison.OrdinalIgnoreCase) && !type.Contains("html", StringComparison.OrdinalIgnoreCase))
            {
                using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
                while (reader.Read()) { }
            }
            else
                throw new BadAnswerException(new($"{api.Title} answered with {(type.Length == 0 ? "no content type" : type)} instead of data", $"{api.Title} 返回的是 {(type.Length == 0 ? "未标明类型的内容" : type)}，而非数据"), mayPass: true);
        }
        catch (Exception malformed) when (malformed is JsonException or XmlException)
        {
            throw new BadAnswerException(new($"{api.Title} sent an answer that is damaged or cut off", $"{api.Title} 返回的内容损坏或不完整"), mayPass: true);
        }
    }
}

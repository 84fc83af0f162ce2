using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening.Assist;

/// <summary>The seat of a language model behind an OpenAI-compatible address: asks it about one record and keeps what it said as an event. Its opinion is nobody's verdict.</summary>
public sealed class ModelSeat : IDisposable
{
    const int LongestReply = 1_000_000, MostTokens = 600;

    readonly HttpClient client;
    readonly Reviewer reviewer;
    readonly ReviewerModel model;

    /// <param name="reviewer">One with a model.</param>
    /// <param name="allowed">A host besides this machine that the user has named; null for none.</param>
    /// <param name="key">Sent as a bearer token; null for none.</param>
    /// <param name="patience">How long one answer may take.</param>
    /// <exception cref="ReviewKitException">The address is none, is on another host than the ones allowed, or would send the key in the clear.</exception>
    public ModelSeat(Reviewer reviewer, string? allowed, string? key, TimeSpan patience)
    {
        this.reviewer = reviewer;
        model = reviewer.Model ?? throw new ArgumentException($"{reviewer.Id} is no model", nameof(reviewer));
        var address = Address(model, allowed);
        if (key is not null && address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            throw new ReviewKitException($"{address} is not encrypted, and the key would be readable on the way: use https", $"{address} 未加密，密钥会在途中泄露：请使用 https");
        // A redirect could lead off the host that was allowed, and a proxy is another host.
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !address.IsLoopback, UseCookies = false })
        {
            BaseAddress = new Uri(model.Url + "/"),
            Timeout = patience,
            MaxResponseContentBufferSize = LongestReply,
        };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    static Uri Address(ReviewerModel model, string? allowed)
    {
        if (!Uri.TryCreate(model.Url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new ReviewKitException($"\"{model.Url}\" is no address; expected e.g. http://127.0.0.1:11434/v1", $"“{model.Url}”不是网址；应如 http://127.0.0.1:11434/v1");
        if (address.IsLoopback || address.Host.Equals(allowed, StringComparison.OrdinalIgnoreCase) || address.Host.Equals(model.AllowHost, StringComparison.OrdinalIgnoreCase)) return address;
        throw new ReviewKitException($"{address.Host} is another machine: records would leave this one. To allow it, say --allow-host {address.Host}, or allow-host: {address.Host} in review.yaml",
            $"{address.Host} 是另一台机器：记录会离开本机。如要允许，请加 --allow-host {address.Host}，或在 review.yaml 中写 allow-host: {address.Host}");
    }

    /// <summary>Asks about one report and appends the answer; an answer that is no verdict is kept too.</summary>
    /// <exception cref="ReviewKitException">No answer came: the address does not answer, refuses, or takes too long. Nothing is kept then.</exception>
    public OpinionBody Ask(Review review, Stage stage, Record report)
    {
        var prompt = ModelPrompt.Of(review.Protocol, stage, report);
        var content = Content(Post(prompt));
        var reply = ModelReply.Parse(content, stage);
        var body = new OpinionBody(report.Id, stage.Id, reviewer.Id, reply.Verdict, reply.Reason, reply.Why, model.Url, model.Model, model.Temperature, prompt.ToString(), content);
        review.Ledger.Append("opinion", body, reviewer.Id);
        return body;
    }

    string Post(ModelPrompt prompt)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "chat/completions")
        {
            Content = JsonContent.Create(new
            {
                model = model.Model,
                temperature = model.Temperature,
                max_tokens = MostTokens,
                response_format = new { type = "json_object" },
                messages = new[] { new { role = "system", content = prompt.System }, new { role = "user", content = prompt.User } },
            }),
        };
        try
        {
            using var response = client.Send(request);
            using var reader = new StreamReader(response.Content.ReadAsStream(), Encoding.UTF8);
            var text = reader.ReadToEnd();
            if (response.StatusCode == HttpStatusCode.OK) return text;
            var (status, said) = ((int)response.StatusCode, string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            throw new ReviewKitException($"{model.Url} answers {status}: {Width.Cut(said, 200)}", $"{model.Url} 返回 {status}：{Width.Cut(said, 200)}");
        }
        catch (TaskCanceledException late)
        {
            throw new ReviewKitException(new Message($"{model.Url} gave no answer within {client.Timeout.TotalSeconds} s", $"{model.Url} 在 {client.Timeout.TotalSeconds} 秒内没有回答"), late);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or IOException)
        {
            throw new ReviewKitException(new Message($"{model.Url} cannot be reached: {unreachable.Message}", $"无法连接 {model.Url}：{unreachable.Message}"), unreachable);
        }
    }

    string Content(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            if (document.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString() is { } content) return content;
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            // Said below, as for an answer without content.
        }
        throw new ReviewKitException($"{model.Url} answers, but not as /chat/completions does; is the address right?", $"{model.Url} 有回答，但不是 /chat/completions 的格式；地址是否正确？");
    }

    public void Dispose() => client.Dispose();
}

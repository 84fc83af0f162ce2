using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ReviewKit.Tests.Screening.Assist;

/// <summary>A server on this machine that answers as a language model's does, with what a test gives it.</summary>
sealed class StubModel : IDisposable
{
    readonly HttpListener listener = new();

    /// <param name="answer">From the body of a request, to status and body; null keeps the caller waiting.</param>
    public StubModel(Func<JsonElement, (int Status, string Body)?> answer)
    {
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/v1";
        free.Stop();
        listener.Prefixes.Add(Url + "/");
        listener.Start();
        new Thread(() => Serve(answer)) { IsBackground = true }.Start();
    }

    public string Url { get; }
    public List<(string Path, string? Key, JsonElement Body)> Requests { get; } = [];

    /// <summary>What the server sends when the model wrote this.</summary>
    public static (int, string)? Says(string content) => (200, JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content } } } }));

    void Serve(Func<JsonElement, (int Status, string Body)?> answer)
    {
        try
        {
            while (true)
            {
                var context = listener.GetContext();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                using var document = JsonDocument.Parse(reader.ReadToEnd());
                Requests.Add((context.Request.Url!.AbsolutePath, context.Request.Headers["Authorization"], document.RootElement.Clone()));
                if (answer(Requests[^1].Body) is not { } reply) continue;
                context.Response.StatusCode = reply.Status;
                if (reply.Status is 302) context.Response.RedirectLocation = reply.Body;
                var bytes = Encoding.UTF8.GetBytes(reply.Body);
                context.Response.OutputStream.Write(bytes);
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over, or gave up waiting.
        }
    }

    public void Dispose() => listener.Close();
}

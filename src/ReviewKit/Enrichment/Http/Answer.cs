using System.Security.Cryptography;
using System.Text.Json;

namespace ReviewKit.Enrichment.Http;

/// <summary>What an interface answered: whole, well-formed, of bounded size.</summary>
/// <param name="Time">When the interface gave it, UTC; earlier than now when it comes from the cache.</param>
/// <param name="Sha256">Of the bytes, lower-case hex.</param>
sealed record Answer(int Status, byte[] Body, string Sha256, DateTimeOffset Time, bool FromCache)
{
    public bool IsFound => Status is >= 200 and < 300;

    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Body.Length == 0 ? "null"u8.ToArray() : Body);
        return document.RootElement.Clone();
    }

    public static async Task<Answer> Of(HttpResponseMessage response, TimeProvider clock)
    {
        using (response)
        {
            var body = await response.Content.ReadAsByteArrayAsync();
            var stored = CacheHandler.StoredAt(response);
            return new Answer((int)response.StatusCode, body, Convert.ToHexStringLower(SHA256.HashData(body)), stored ?? clock.GetUtcNow(), stored is not null);
        }
    }
}

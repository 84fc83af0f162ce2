using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ReviewKit.Enrichment.Http;

/// <summary>One answer as it was given.</summary>
sealed record StoredAnswer(int Status, string? ETag, string? Type, DateTimeOffset Time, byte[] Body);

/// <summary>Answers on disk, outside every review: a file each, written whole or not at all; a damaged one counts as absent.</summary>
/// <param name="folder">Null keeps nothing.</param>
sealed class AnswerCache(string? folder)
{
    /// <summary>REVIEWKIT_CACHE, else the system's folder for what can be fetched again.</summary>
    public static string FolderOf(Func<string, string?> environment)
    {
        if (environment("REVIEWKIT_CACHE") is { Length: > 0 } named) return named;
        var root = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? null : environment("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(root ?? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "reviewkit", "answers");
    }

    /// <summary>Of method, address and body; keys and addresses of persons are not yet on the request.</summary>
    public static string KeyOf(string method, Uri address, string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{method} {address.AbsoluteUri}\n{content}")));

    string PathOf(string key) => Path.Combine(folder!, key[..2], key);

    public StoredAnswer? Find(string key)
    {
        if (folder is null || !File.Exists(PathOf(key))) return null;
        try
        {
            using var file = File.OpenRead(PathOf(key));
            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            using var whole = new MemoryStream();
            unpacked.CopyTo(whole);
            var bytes = whole.ToArray();
            var end = Array.IndexOf(bytes, (byte)'\n');
            if (end < 0) return null;
            var head = JsonDocument.Parse(bytes.AsMemory(0, end)).RootElement;
            var body = bytes[(end + 1)..];
            if (head.GetProperty("sha256").GetString() != Convert.ToHexStringLower(SHA256.HashData(body))) return null;
            return new StoredAnswer(head.GetProperty("status").GetInt32(), Text(head, "etag"), Text(head, "type"),
                DateTimeOffset.Parse(head.GetProperty("time").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), body);
        }
        catch (Exception damaged) when (damaged is IOException or InvalidDataException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static string? Text(JsonElement head, string name) => head.TryGetProperty(name, out var value) ? value.GetString() : null;

    public void Keep(string key, StoredAnswer answer)
    {
        if (folder is null) return;
        var head = JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["status"] = answer.Status,
            ["etag"] = answer.ETag,
            ["type"] = answer.Type,
            ["time"] = answer.Time.ToString("O", CultureInfo.InvariantCulture),
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(answer.Body)),
        });
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(key))!);
            var part = $"{PathOf(key)}.{Environment.ProcessId}.part";
            using (var file = File.Create(part))
            using (var packed = new GZipStream(file, CompressionLevel.Fastest))
            {
                packed.Write(Encoding.UTF8.GetBytes(head));
                packed.WriteByte((byte)'\n');
                packed.Write(answer.Body);
            }
            File.Move(part, PathOf(key), overwrite: true);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // Without the cache the same is asked again, which is no reason to lose what came.
        }
    }
}

using System.Security.Cryptography;
using System.Text;

namespace ReviewKit.Store;

/// <summary>One entry of the append-only ledger. Its hash covers all of it and the hash of the event before it in the chain of the same person and device.</summary>
public sealed record Event
{
    /// <summary>Position in this file; copies of a review that are merged renumber it, nothing refers to it.</summary>
    public long Seq { get; init; }

    /// <summary>A GUID made from <see cref="Hash"/>: the same event has the same id everywhere.</summary>
    public required string Id { get; init; }

    public required string Person { get; init; }
    public required string Device { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string Time { get; init; }

    public required string Kind { get; init; }

    /// <summary>Version of ReviewKit that wrote it.</summary>
    public required string Tool { get; init; }

    /// <summary>Hash of the event before it of the same person and device; empty for the first.</summary>
    public required string Previous { get; init; }

    public required string Hash { get; init; }

    /// <summary>JSON, one of the records in EventBodies.cs.</summary>
    public required string Body { get; init; }

    /// <summary>Lower-case hex SHA-256 over all fields but id and hash, each preceded by its length so that no two events read alike.</summary>
    public static string HashOf(string person, string device, string time, string kind, string tool, string previous, string body)
    {
        var text = new StringBuilder();
        foreach (var field in (ReadOnlySpan<string>)[previous, person, device, time, kind, tool, body])
            text.Append(field.Length).Append(':').Append(field).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public static string IdOf(string hash) => new Guid(Convert.FromHexString(hash.AsSpan(0, 32)), bigEndian: true).ToString();

    /// <summary>True when the event is as it was written.</summary>
    public bool IsIntact => Hash == HashOf(Person, Device, Time, Kind, Tool, Previous, Body) && Id == IdOf(Hash);
}

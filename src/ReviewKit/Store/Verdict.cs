using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReviewKit.Store;

/// <summary>What a reviewer says of a record or report. Stored and written in lower case.</summary>
[JsonConverter(typeof(VerdictJson))]
public enum Verdict { Include, Exclude, Maybe }

/// <summary>The words for verdicts in files and on the command line.</summary>
public static class VerdictText
{
    static readonly Dictionary<string, Verdict> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["include"] = Verdict.Include,
        ["included"] = Verdict.Include,
        ["y"] = Verdict.Include,
        ["1"] = Verdict.Include,
        ["纳入"] = Verdict.Include,
        ["exclude"] = Verdict.Exclude,
        ["excluded"] = Verdict.Exclude,
        ["n"] = Verdict.Exclude,
        ["0"] = Verdict.Exclude,
        ["排除"] = Verdict.Exclude,
        ["maybe"] = Verdict.Maybe,
        ["unclear"] = Verdict.Maybe,
        ["?"] = Verdict.Maybe,
        ["不确定"] = Verdict.Maybe,
    };

    /// <summary>null for a word that is none.</summary>
    public static Verdict? Parse(string? word) => word is not null && Words.TryGetValue(word.Trim(), out var verdict) ? verdict : null;

    public static string Word(this Verdict verdict) => verdict.ToString().ToLowerInvariant();
}

sealed class VerdictJson : JsonConverter<Verdict>
{
    public override Verdict Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        VerdictText.Parse(reader.GetString()) ?? throw new JsonException("no verdict");

    public override void Write(Utf8JsonWriter writer, Verdict value, JsonSerializerOptions options) => writer.WriteStringValue(value.Word());
}

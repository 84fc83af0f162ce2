using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ReviewKit.Records;

/// <summary>A record as one line of JSON, docs/record.schema.json: an absent value has no key.</summary>
public static class RecordJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = RecordJsonContext.Default.WithAddedModifier(LeaveOutEmpty),
    };

    static readonly JsonTypeInfo<Record> Info = (JsonTypeInfo<Record>)Options.GetTypeInfo(typeof(Record));

    public static string Write(Record record) => JsonSerializer.Serialize(record, Info);

    /// <exception cref="JsonException">The text is no record.</exception>
    public static Record Read(string json) => JsonSerializer.Deserialize(json, Info)!;

    static void LeaveOutEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Name == "display") property.ShouldSerialize = (_, _) => false;
            else if (typeof(System.Collections.ICollection).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = (_, value) => value is System.Collections.ICollection { Count: > 0 };
            else if (property.PropertyType == typeof(int))
                property.ShouldSerialize = (_, value) => value is int and > 0;
            else if (property.PropertyType == typeof(string))
                property.ShouldSerialize = (_, value) => value is string { Length: > 0 };
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Record))]
sealed partial class RecordJsonContext : JsonSerializerContext;

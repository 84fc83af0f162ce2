using System.Text.Json;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>The fields that the columns of a table of ours cannot hold, as JSON in a column of their own, so that our own table is read back whole.</summary>
static class RestOfRecord
{
    /// <summary>Headers of that column. The first says that cells were guarded against being run as formulas.</summary>
    public const string Guarded = "reviewkit (guarded)";
    public const string Plain = "reviewkit";

    public static string Of(Record record, IEnumerable<string> fields)
    {
        var rest = new Record { Source = "" };
        foreach (var field in fields) RecordFields.Take(field, rest, record);
        return RecordJson.Write(rest);
    }

    /// <summary>Puts the fields back; a cell that someone has edited into something else is kept as it is.</summary>
    public static void PutBack(Record record, string json)
    {
        try
        {
            // A null can only have been put in by someone else.
            if (json.Contains("null", StringComparison.Ordinal) && HasNull(JsonDocument.Parse(json).RootElement)) throw new JsonException();
            var rest = RecordJson.Read(json);
            RecordFields.TakeAll(record, rest);
            if (json.Contains("\"source\":", StringComparison.Ordinal) && rest.Source.Length > 0) record.Source = rest.Source;
        }
        catch (JsonException)
        {
            record.AddOther(Plain, json);
        }
    }

    static bool HasNull(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(p => HasNull(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HasNull),
        _ => element.ValueKind == JsonValueKind.Null,
    };
}

using System.Text.Json;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>The fields that the columns of a table of ours cannot hold, as JSON in a column of their own, so that our own table is read back whole.</summary>
/// <remarks>The layout is a record's, docs/record.schema.json, with `absent`: the fields that the columns seem to fill and the record has not.</remarks>
static class RestOfRecord
{
    /// <summary>Headers of that column. The first says that cells were guarded against being run as formulas.</summary>
    public const string Guarded = "reviewkit (guarded)";
    public const string Plain = "reviewkit";

    const string Absent = "absent";

    public static string Of(Record record, IReadOnlyList<string> fields)
    {
        var rest = new Record { Source = "" };
        foreach (var field in fields) RecordFields.Take(field, rest, record);
        var json = RecordJson.Write(rest);
        var absent = fields.Where(f => RecordFields.IsAbsent(f, record)).ToList();
        if (absent.Count == 0) return json;
        return $"{json[..^1]}{(json.Length > 2 ? "," : "")}\"{Absent}\":[{string.Join(',', absent.Select(f => $"\"{f}\""))}]}}";
    }

    /// <summary>Puts the fields back; a cell that someone has edited into something else is kept as it is.</summary>
    public static void PutBack(Record record, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            // A null can only have been put in by someone else.
            if (document.RootElement.ValueKind != JsonValueKind.Object || HasNull(document.RootElement)) throw new JsonException();
            var rest = RecordJson.Read(json);
            if (document.RootElement.TryGetProperty(Absent, out var absent) && absent.ValueKind == JsonValueKind.Array)
                foreach (var field in absent.EnumerateArray().Select(f => f.ToString()).Where(f => f != "source" && RecordFields.IsField(f))) RecordFields.Take(field, record, new Record());
            RecordFields.TakeAll(record, rest);
            if (document.RootElement.TryGetProperty("source", out _)) record.Source = rest.Source;
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

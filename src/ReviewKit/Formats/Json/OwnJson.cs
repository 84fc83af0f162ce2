using System.Text;
using System.Text.Json;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>ReviewKit's own records, one a line (docs/record.schema.json); a value that does not fit is read like a table's.</summary>
static class OwnJson
{
    static readonly HashSet<string> Keys =
    [
        .. ("id source type sourceType title translatedTitle titles abstract translatedAbstract abstracts keywords indexKeywords keywordsPlus keywordsByLanguage authors editors contributors year date "
            + "journal journals publisher institution volume issue pages firstPage lastPage articleNumber doi issn isbn pmid pmcid ids language url affiliations references timesCited other file line encoding format").Split(' '),
    ];

    // Names that other programs do not use, by which the file is known.
    static readonly string[] Telling = ["source", "sourceType", "ids", "other", "indexKeywords", "timesCited", "titles", "keywordsPlus"];

    public static bool Recognises(Head head)
    {
        if (head.First is not ['{', .., '}']) return false;
        try
        {
            using var json = JsonDocument.Parse(head.First);
            var names = json.RootElement.EnumerateObject().Select(p => p.Name).ToList();
            var unknown = names.Count(n => !Keys.Contains(n));
            // Another program may have added keys; then more must speak for a record of ours.
            return names.Count(n => Telling.Contains(n)) >= (unknown == 0 ? 1 : 2) && unknown * 3 <= names.Count;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static IEnumerable<Item> Items(Reading reading, JsonElement json, RawRecord raw)
    {
        Record? record = null;
        try
        {
            record = RecordJson.Read(Clean(json));
        }
        catch (JsonException)
        {
        }
        if (record is null)
        {
            yield return reading.Problem(raw.Line, "the record does not have the types of docs/record.schema.json; read like a table", "该记录不符合 docs/record.schema.json 的类型，按表格读取");
            foreach (var item in FlatJson.Items(reading, json, raw)) yield return item;
            yield break;
        }
        foreach (var property in json.EnumerateObject())
            if (!Keys.Contains(property.Name)) JsonFields.Take(property.Value, property.Name, raw, (_, _) => false);
        foreach (var field in raw.Fields) record.AddOther(field.Tag, field.Joined("\n"));
        if (record.Id.Length > 0) record.Ids.TryAdd("id", record.Id);
        record.Id = "";
        yield return reading.Item(record, raw);
    }

    /// <summary>Without nulls, which our own program never writes and a list must not hold.</summary>
    static string Clean(JsonElement json)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) Copy(json, writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static void Copy(JsonElement element, Utf8JsonWriter writer)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var property in element.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.Null) continue;
                writer.WritePropertyName(property.Name);
                Copy(property.Value, writer);
            }
            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var member in element.EnumerateArray())
                if (member.ValueKind != JsonValueKind.Null) Copy(member, writer);
            writer.WriteEndArray();
        }
        else element.WriteTo(writer);
    }
}

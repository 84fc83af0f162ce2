using System.Text.Encodings.Web;
using System.Text.Json;
using ReviewKit.Records;

namespace ReviewKit.Bibliometrics;

/// <summary>A description as one JSON file: settings, input files with their hashes, the tables, and where each field of a merged report came from.</summary>
public static class DescriptionJson
{
    static readonly string[] FieldsUsed = ["affiliations", "authors", "doi", "indexKeywords", "journal", "keywords", "keywordsPlus", "references", "timesCited", "year"];

    /// <param name="tool">The version of the program.</param>
    /// <param name="from">Of each report, the record each field is from; empty where reports are single records.</param>
    public static void Write(Stream stream, Description description, string tool, IReadOnlyList<InputFile> inputs, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> from)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("tool", $"reviewkit {tool}");
        json.WriteStartObject("settings");
        foreach (var (name, value) in Settings(description.Options)) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteStartArray("inputs");
        foreach (var input in inputs)
        {
            json.WriteStartObject();
            json.WriteString("file", input.Name);
            json.WriteString("sha256", input.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        foreach (var table in DescriptionTables.Of(description)) table.WriteJson(json);
        WriteProvenance(json, description, from);
        json.WriteEndObject();
    }

    /// <summary>What makes the figures, by name.</summary>
    public static IReadOnlyList<(string Name, string Value)> Settings(DescribeOptions options) =>
    [
        ("as_of", DescriptionTable.Text(options.AsOf)), ("keywords", options.Fields.ToString()), ("identity", options.Identity.ToString()), ("thesaurus_lines", DescriptionTable.Text(options.Thesaurus.Count)),
        ("minimum_occurrences", DescriptionTable.Text(options.MinimumOccurrences)), ("topics_per_year", DescriptionTable.Text(options.TopicsPerYear)),
        ("burst_s", DescriptionTable.Text(options.Bursts.Scale)), ("burst_gamma", DescriptionTable.Text(options.Bursts.Gamma)), ("burst_minimum_years", DescriptionTable.Text(options.Bursts.MinimumYears)),
    ];

    static void WriteProvenance(Utf8JsonWriter json, Description description, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> from)
    {
        if (from.Count == 0) return;
        json.WriteStartObject("provenance");
        foreach (var record in description.Records)
        {
            if (!from.TryGetValue(record.Id, out var fields)) continue;
            json.WriteStartObject(record.Id);
            foreach (var field in FieldsUsed)
                if (fields.TryGetValue(field, out var source)) json.WriteString(field, source);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}

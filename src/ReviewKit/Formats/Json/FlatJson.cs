using System.Text.Json;

namespace ReviewKit.Formats;

/// <summary>Lists of objects whose keys are read like the columns of a table: Publish or Perish, and whatever a script has written.</summary>
static class FlatJson
{
    // Publish or Perish writes 0 where it knows nothing.
    static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["startpage"] = "start page",
        ["endpage"] = "end page",
        ["article_url"] = "url",
        ["fulltext_url"] = "fulltext url",
        ["cites"] = "cited by",
        ["container-title"] = "journal",
        ["publicationYear"] = "publication year",
        ["publicationTitle"] = "publication title",
        ["abstractNote"] = "abstract note",
        ["startPage"] = "start page",
        ["endPage"] = "end page",
    };

    static readonly string[] Counted = ["volume", "issue", "startpage", "endpage", "year"];

    public static IEnumerable<Item> Items(Reading reading, JsonElement json, RawRecord raw)
    {
        // "source" is the journal for Publish or Perish and the database for others.
        var isPerish = json.TryGetProperty("article_url", out _) || json.TryGetProperty("cites_url", out _) || json.TryGetProperty("ecc", out _);
        JsonFields.Take(json, "", raw, (path, value) =>
        {
            if (Array.IndexOf(Counted, path) >= 0 && value.ValueKind == JsonValueKind.Number && value.GetRawText() == "0") return true;
            var column = isPerish && path == "source" ? "journal" : Columns.GetValueOrDefault(path, path);
            if (value.ValueKind == JsonValueKind.Object && Name(value) is { } name) JsonFields.Add(raw, column, name);
            else if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) JsonFields.Add(raw, column, JsonFields.Text(value));
            else return false;
            return true;
        });
        return reading.Items(raw, ColumnTable.Table, "\n", raw.First("related_url")?.Contains("scholar.google.", StringComparison.Ordinal) == true ? "google-scholar" : null);
    }

    // Only where nothing else would be lost with it.
    static string? Name(JsonElement value)
    {
        var keys = value.EnumerateObject().Select(p => p.Name).ToList();
        if (keys.Count > 2 || !keys.TrueForAll(k => k is "name" or "family" or "given" or "firstName" or "lastName" or "literal")) return null;
        var family = JsonFields.Text(value, "family") ?? JsonFields.Text(value, "lastName");
        var given = JsonFields.Text(value, "given") ?? JsonFields.Text(value, "firstName");
        return family is not null && given is not null ? $"{family}, {given}" : family ?? given ?? JsonFields.Text(value, "name") ?? JsonFields.Text(value, "literal");
    }
}

using System.Text.Json;

namespace ReviewKit.Formats;

/// <summary>CSL-JSON, as Zotero, citeproc programs and the content negotiation of DOIs write it.</summary>
static class CslJson
{
    public static IEnumerable<Item> Items(Reading reading, JsonElement item, RawRecord raw)
    {
        Take(item, raw);
        return reading.Items(raw, CslTable.Table, "\n");
    }

    public static void Take(JsonElement item, RawRecord raw) => JsonFields.Take(item, "", raw, (path, value) => Special(path, value, raw));

    static bool Special(string path, JsonElement value, RawRecord raw)
    {
        if (value.ValueKind != JsonValueKind.Object) return false;
        if (path == CslJsonWriter.Rest)
        {
            raw.Add(RestOfRecord.Plain, value.GetRawText(), raw.Line);
            return true;
        }
        if (value.TryGetProperty("date-parts", out var parts))
        {
            var dates = parts.ValueKind == JsonValueKind.Array ? parts.EnumerateArray().Select(Date).Where(d => d.Length > 0).ToList() : [];
            if (dates.Count > 0) JsonFields.Add(raw, path, dates[0]);
            // The end of a span of time.
            if (dates.Count > 1) JsonFields.Add(raw, path + ".to", dates[1]);
            if (dates.Count == 0) return false;
            foreach (var rest in value.EnumerateObject())
                if (rest.Name != "date-parts") JsonFields.Take(rest.Value, $"{path}.{rest.Name}", raw, (_, _) => false);
            return true;
        }
        if (path is "issued" or "accessed" or "submitted" or "event-date" or "original-date" && (JsonFields.Text(value, "raw") ?? JsonFields.Text(value, "literal")) is { } date)
        {
            JsonFields.Add(raw, path, date);
            return true;
        }
        if (JsonFields.Text(value, "family") is null && JsonFields.Text(value, "literal") is null && JsonFields.Text(value, "given") is null && JsonFields.Text(value, "name") is null) return false;
        JsonFields.Add(raw, path, Name(value));
        foreach (var rest in value.EnumerateObject())
            if (!NameKeys.Contains(rest.Name)) JsonFields.Take(rest.Value, $"{path}.{rest.Name}", raw, (_, _) => false);
        return true;
    }

    static readonly string[] NameKeys = ["family", "given", "literal", "name", "suffix", "dropping-particle", "non-dropping-particle", "ORCID", "orcid", "authenticated-orcid", "sequence", "comma-suffix", "static-ordering", "parse-names"];

    static string Name(JsonElement name)
    {
        var family = string.Join(' ', new[] { JsonFields.Text(name, "non-dropping-particle"), JsonFields.Text(name, "family") }.OfType<string>());
        var given = string.Join(' ', new[] { JsonFields.Text(name, "given"), JsonFields.Text(name, "dropping-particle") }.OfType<string>());
        if (JsonFields.Text(name, "suffix") is { } suffix) given = given.Length == 0 ? suffix : $"{given}, {suffix}";
        var orcid = JsonFields.Text(name, "ORCID") ?? JsonFields.Text(name, "orcid");
        return NameParts.Join(family, given, JsonFields.Text(name, "literal") ?? JsonFields.Text(name, "name"), orcid?[(orcid.LastIndexOf('/') + 1)..], Places(name));
    }

    // Crossref's: "affiliation": [{"name": "…"}].
    static List<string> Places(JsonElement name) => !name.TryGetProperty("affiliation", out var list) || list.ValueKind != JsonValueKind.Array ? []
        : [.. list.EnumerateArray().Select(place => JsonFields.Text(place, "name")).OfType<string>()];

    static string Date(JsonElement parts) => parts.ValueKind == JsonValueKind.Array
        ? string.Join('-', parts.EnumerateArray().Where(p => p.ValueKind is JsonValueKind.Number or JsonValueKind.String).Select(JsonFields.Text).Where(p => p.Length > 0)) : "";
}

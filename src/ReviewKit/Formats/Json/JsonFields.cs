using System.Text.Json;

namespace ReviewKit.Formats;

/// <summary>An object of JSON as tags and texts: a tag is the path of keys with dots, the members of a list all have the tag of the list.</summary>
static class JsonFields
{
    /// <param name="special">Takes values that are more than a path and a text; false leaves one to be taken apart.</param>
    public static void Take(JsonElement element, string path, RawRecord raw, Func<string, JsonElement, bool> special)
    {
        if (path.Length > 0 && special(path, element)) return;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject()) Take(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", raw, special);
                break;
            case JsonValueKind.Array:
                foreach (var member in element.EnumerateArray()) Take(member, path, raw, special);
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined: break;
            default: Add(raw, path, Text(element)); break;
        }
    }

    public static void Add(RawRecord raw, string tag, string? text)
    {
        if (text is null || Blank.Is(text)) return;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        raw.Add(tag, lines[0], raw.Line);
        for (var i = 1; i < lines.Length && !raw.IsCut; i++) raw.Continue(lines[i]);
    }

    /// <summary>A string or a number as text; null for anything else and for what is empty.</summary>
    public static string? Text(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number && Text(value) is { Length: > 0 } text ? text : null;

    /// <summary>The texts in a list under a key, or the one text; none for anything else.</summary>
    public static IEnumerable<string> Texts(JsonElement element, string key)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(key, out var value)) return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(Text) : Text(element, key) is { } only ? [only] : [];
    }

    public static string Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
}

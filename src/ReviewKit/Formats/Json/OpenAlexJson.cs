using System.Text;
using System.Text.Json;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Works of OpenAlex, as its interface gives them.</summary>
static class OpenAlexJson
{
    // Positions come from the file; no abstract has more words.
    const int MostWords = 100_000;

    public static IEnumerable<Item> Items(Reading reading, JsonElement work, RawRecord raw)
    {
        JsonFields.Take(work, "", raw, (path, value) => Special(path, value, raw));
        return reading.Items(raw, OpenAlexTable.Table, "\n", "openalex");
    }

    static bool Special(string path, JsonElement value, RawRecord raw)
    {
        if (path == "abstract_inverted_index" && value.ValueKind == JsonValueKind.Object)
        {
            JsonFields.Add(raw, path, Abstract(value));
            return true;
        }
        if (path != "authorships" || value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("author", out var author)) return false;
        var orcid = JsonFields.Text(author, "orcid");
        JsonFields.Add(raw, "authorships.author", NameParts.Join(null, null, JsonFields.Text(author, "display_name") ?? JsonFields.Text(value, "raw_author_name"), orcid?[(orcid.LastIndexOf('/') + 1)..],
            JsonFields.Texts(value, "raw_affiliation_strings")));
        foreach (var rest in value.EnumerateObject())
            if (rest.Name != "author") JsonFields.Take(rest.Value, $"{path}.{rest.Name}", raw, (_, _) => false);
        JsonFields.Add(raw, "authorships.author.id", JsonFields.Text(author, "id"));
        return true;
    }

    /// <summary>The text of an abstract from the places of its words. Between Chinese words there is no blank: OpenAlex cuts at those of the source.</summary>
    public static string Abstract(JsonElement index)
    {
        var words = new SortedDictionary<int, string>();
        foreach (var word in index.EnumerateObject())
        {
            if (word.Value.ValueKind != JsonValueKind.Array) continue;
            foreach (var position in word.Value.EnumerateArray())
                if (position.ValueKind == JsonValueKind.Number && position.TryGetInt32(out var place) && words.Count < MostWords) words[place] = word.Name;
        }
        var text = new StringBuilder();
        foreach (var word in words.Values)
        {
            if (word.Length == 0) continue;
            if (text.Length > 0 && !(IsWide(text[^1]) && IsWide(word[0]))) text.Append(' ');
            text.Append(word);
        }
        return text.ToString();
    }

    static bool IsWide(char c) => Fold.IsHan(c) || c is >= '\u3000' and <= '\u30ff' or >= '\uff00' and <= '\uffef';
}

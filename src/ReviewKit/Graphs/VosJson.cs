using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReviewKit.Graphs;

/// <summary>The JSON file of VOSviewer and VOSviewer Online: map and network in one.</summary>
public static class VosJson
{
    /// <summary>Writes UTF-8 and leaves the stream open. Links and total link strength are not written: VOSviewer works them out.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="map">Its nodes in the order of the items.</param>
    /// <param name="items">One a node.</param>
    /// <param name="columns">Headings as for <see cref="VosFile.WriteMap"/>: weight&lt;…&gt; and score&lt;…&gt;.</param>
    /// <param name="words">What the items and links are, in the singular: "Keyword", "Co-occurrence link".</param>
    /// <param name="title">Of the map.</param>
    /// <param name="description">What it was made from.</param>
    public static void Write(Stream stream, NetworkMap map, IReadOnlyList<VosItem> items, IReadOnlyList<string> columns, (string Item, string Link) words, string title, string description)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartObject("network");
        json.WriteStartArray("items");
        for (var node = 0; node < items.Count; node++) WriteItem(json, map, items[node], node, columns);
        json.WriteEndArray();
        json.WriteStartArray("links");
        foreach (var (a, b, weight) in map.Network.Edges())
        {
            json.WriteStartObject();
            WriteId(json, "source_id", items[a].Id);
            WriteId(json, "target_id", items[b].Id);
            json.WriteNumber("strength", Math.Round(weight, 6));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("config");
        json.WriteStartObject("terminology");
        (string, string)[] terms = [("item", words.Item), ("items", words.Item + "s"), ("link", words.Link), ("links", words.Link + "s"), ("link_strength", words.Link + " strength"), ("total_link_strength", "Total link strength")];
        foreach (var (name, word) in terms) json.WriteString(name, word);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("info");
        json.WriteString("title", title);
        json.WriteString("description", description);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteItem(Utf8JsonWriter json, NetworkMap map, VosItem item, int node, IReadOnlyList<string> columns)
    {
        json.WriteStartObject();
        WriteId(json, "id", item.Id);
        json.WriteString("label", item.Label);
        json.WriteNumber("x", Math.Round(map.Layout.X[node], 4));
        json.WriteNumber("y", Math.Round(map.Layout.Y[node], 4));
        json.WriteNumber("cluster", map.Clusters[node] + 1);
        foreach (var (group, prefix) in new[] { ("weights", "weight<"), ("scores", "score<") })
        {
            var own = Enumerable.Range(0, columns.Count).Where(i => columns[i].StartsWith(prefix, StringComparison.Ordinal)).ToList();
            if (own.Count == 0) continue;
            json.WriteStartObject(group);
            foreach (var i in own)
                if (item.Values[i] is { } value) json.WriteNumber(columns[i][prefix.Length..^1], Math.Round(value, 4));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    // Numbers where they are numbers: VOSviewer's own files have them so.
    static void WriteId(Utf8JsonWriter json, string name, string id)
    {
        if (long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) json.WriteNumber(name, number);
        else json.WriteString(name, id);
    }
}

using System.Globalization;

namespace ReviewKit.Graphs;

/// <summary>A network with the names its file gives to the nodes.</summary>
/// <param name="Ids">One a node, in numerical order where all are numbers, else in ordinal order.</param>
/// <param name="Network">Repeated links summed.</param>
public sealed record VosNetwork(IReadOnlyList<string> Ids, Network Network);

/// <summary>A line of a map file beyond what the map itself knows.</summary>
/// <param name="Id">As in the network file.</param>
/// <param name="Label">Shown to people.</param>
/// <param name="Values">In the order of the columns asked for; null leaves the cell empty.</param>
public sealed record VosItem(string Id, string Label, IReadOnlyList<double?> Values);

/// <summary>The map and network files of VOSviewer, tab between the columns.</summary>
public static class VosFile
{
    static readonly char[] Separators = ['\t', ',', ';'];

    /// <summary>Reads lines of id, id and strength; a line without strength counts 1.</summary>
    /// <exception cref="ReviewKitException">A line that is no link, named by its number.</exception>
    public static VosNetwork ReadNetwork(TextReader reader, string fileName)
    {
        var links = new List<(string A, string B, double Strength)>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            text = text.TrimStart('\ufeff').TrimEnd();
            if (text.Length > 0) links.Add(ParseLink(text, fileName, line));
        }
        var ids = InOrder(links.SelectMany(link => new[] { link.A, link.B }).Distinct());
        var node = ids.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i);
        return new VosNetwork(ids, Network.OfEdges(ids.Count, links.Select(link => new Edge(node[link.A], node[link.B], link.Strength))));
    }

    public static void WriteNetwork(TextWriter writer, IReadOnlyList<string> ids, Network network)
    {
        foreach (var (a, b, weight) in network.Edges()) writer.Write($"{ids[a]}\t{ids[b]}\t{Number(weight, "0.######")}\n");
    }

    /// <summary>Writes id, label, x, y, cluster (from 1), weight&lt;Links&gt; and weight&lt;Total link strength&gt;, then the columns asked for.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="map">Its nodes in the order of the items.</param>
    /// <param name="items">One a node.</param>
    /// <param name="columns">Whole headings, such as "weight&lt;Occurrences&gt;" or "score&lt;Avg. pub. year&gt;".</param>
    public static void WriteMap(TextWriter writer, NetworkMap map, IReadOnlyList<VosItem> items, params IReadOnlyList<string> columns)
    {
        writer.Write($"{string.Join('\t', [.. MapColumns, .. columns])}\n");
        for (var node = 0; node < items.Count; node++)
        {
            var item = items[node];
            string[] cells =
            [
                item.Id, Label(item.Label),
                Number(map.Layout.X[node], "0.####"), Number(map.Layout.Y[node], "0.####"),
                Number(map.Clusters[node] + 1, "0"),
                Number(map.Network.Degree(node), "0"), Number(map.Network.Strength(node), "0.####"),
                .. item.Values.Select(value => value is { } known ? Number(known, "0.####") : ""),
            ];
            writer.Write($"{string.Join('\t', cells)}\n");
        }
    }

    static readonly string[] MapColumns = ["id", "label", "x", "y", "cluster", "weight<Links>", "weight<Total link strength>"];

    static (string A, string B, double Strength) ParseLink(string text, string fileName, int line)
    {
        var cells = text.Split(Separators, StringSplitOptions.TrimEntries);
        var strength = 1.0;
        var isLink = cells.Length is 2 or 3 && cells[0].Length > 0 && cells[1].Length > 0
            && (cells.Length == 2 || double.TryParse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture, out strength))
            && strength > 0 && double.IsFinite(strength);
        if (isLink) return (cells[0], cells[1], strength);
        // A file of another kind may be one endless line.
        if (text.Length > 80) text = $"{text[..80]}…";
        throw new ReviewKitException(
            $"{fileName}:{line}: found \"{text}\", expected two ids and a strength above 0, with tabs between",
            $"{fileName}:{line}：此行为“{text}”，应为两个编号和一个大于 0 的强度，以制表符分隔");
    }

    static IReadOnlyList<string> InOrder(IEnumerable<string> ids)
    {
        var all = ids.Order(StringComparer.Ordinal).ToList();
        return all.TrueForAll(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? [.. all.OrderBy(id => long.Parse(id, CultureInfo.InvariantCulture))]
            : all;
    }

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    /// <summary>VOSviewer takes a comma for a separator even between tabs, unless the label is quoted.</summary>
    static string Label(string label)
    {
        label = label.ReplaceLineEndings(" ").Replace('\t', ' ');
        return label.AsSpan().ContainsAny(',', '"') ? $"\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : label;
    }
}

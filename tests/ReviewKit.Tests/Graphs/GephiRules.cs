using System.Globalization;
using System.Xml.Linq;

namespace ReviewKit.Tests.Graphs;

/// <summary>What Gephi's importer (0.10) refuses, drops or misreads without a word, beyond what the schema says.</summary>
static class GephiRules
{
    static readonly string[] Types = ["integer", "long", "double", "float", "boolean", "string", "liststring", "anyuri"];

    /// <returns>Empty when Gephi takes all of the file as it is meant.</returns>
    public static List<string> Broken(XDocument document)
    {
        var broken = new List<string>();
        var graph = Named(document, "graph").Single();
        var isDynamic = (string?)graph.Attribute("mode") == "dynamic";
        Check(string.Equals(document.Declaration?.Encoding, "utf-8", StringComparison.OrdinalIgnoreCase), "the encoding is not declared: Gephi guesses");
        var columns = Columns(document, broken);
        var ids = new HashSet<string>();
        foreach (var node in Named(document, "node"))
        {
            var id = (string?)node.Attribute("id") ?? "";
            Check(id.Length > 0 && id == id.Trim() && !id.Contains('\n'), $"node id \"{id}\"");
            Check(ids.Add(id), $"node id {id} occurs twice: the second is ignored");
            Drawing(node);
        }
        var positions = Named(document, "position").ToList();
        Check(positions.Count == 0 || positions.Exists(place => Number(place.Attribute("x")) != 0 || Number(place.Attribute("y")) != 0), "all places are zero: Gephi lays out at random");
        var pairs = new HashSet<(string, string)>();
        foreach (var edge in Named(document, "edge"))
        {
            var (a, b) = ((string)edge.Attribute("source")!, (string)edge.Attribute("target")!);
            Check(ids.Contains(a) && ids.Contains(b), $"edge {a}-{b} ends at no node: Gephi makes one");
            Check(pairs.Add(string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a)), $"edge {a}-{b} is parallel to another: Gephi merges them");
            Check(edge.Attribute("weight") is null || Number(edge.Attribute("weight")) > 0, $"edge {a}-{b} has weight {edge.Attribute("weight")?.Value}: Gephi removes it or takes 1");
            Check(edge.Attribute("type") is null, $"edge {a}-{b} has a type of its own");
        }
        foreach (var value in Named(document, "attvalue"))
            Check(columns.Contains((value.Ancestors().First(above => above.Name.LocalName is "node" or "edge").Name.LocalName, (string)value.Attribute("for")!)), $"value for the undeclared column {value.Attribute("for")?.Value}");
        foreach (var time in document.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "start" or "end"))
            Check(isDynamic && (string?)graph.Attribute("timeformat") == "date" && DateOnly.TryParseExact(time.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), $"time {time.Value} in a graph that is not dynamic by dates");
        Check(!document.Descendants().Attributes().Any(attribute => attribute.Name.LocalName == "timestamp"), "timestamps in a graph of intervals are dropped");
        return broken;

        void Check(bool holds, string otherwise)
        {
            if (!holds) broken.Add(otherwise);
        }

        void Drawing(XElement node)
        {
            foreach (var color in node.Elements().Where(element => element.Name.LocalName == "color"))
                Check(new[] { "r", "g", "b" }.All(part => byte.TryParse((string?)color.Attribute(part), NumberStyles.None, CultureInfo.InvariantCulture, out _)), "a colour that is no whole number stops the import");
            foreach (var size in node.Elements().Where(element => element.Name.LocalName == "size"))
                Check(size.FirstAttribute?.Name.LocalName == "value" && Number(size.FirstAttribute) > 0, "the first attribute of a size is not its value");
            foreach (var place in node.Elements().Where(element => element.Name.LocalName == "position"))
                Check(Number(place.Attribute("x")) is not null && Number(place.Attribute("y")) is not null, "a place that is no number");
        }
    }

    static HashSet<(string, string)> Columns(XDocument document, List<string> broken)
    {
        var columns = new HashSet<(string, string)>();
        foreach (var column in Named(document, "attribute"))
        {
            var (owner, id) = ((string)column.Parent!.Attribute("class")!, (string?)column.Attribute("id") ?? "");
            if (id.Length == 0 || id != id.Trim() || id != id.ToLowerInvariant()) broken.Add($"column id \"{id}\": Gephi folds case and trims");
            if (!columns.Add((owner, id))) broken.Add($"column {id} occurs twice");
            if (!Types.Contains(((string?)column.Attribute("type"))?.ToLowerInvariant())) broken.Add($"column {id} has an unknown type");
        }
        return columns;
    }

    static IEnumerable<XElement> Named(XDocument document, string name) => document.Descendants().Where(element => element.Name.LocalName == name);

    // As Java's Float.parseFloat: a decimal comma is no number.
    static double? Number(XAttribute? attribute) => double.TryParse(attribute?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

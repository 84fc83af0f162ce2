using System.Globalization;

namespace ReviewKit.Graphs;

/// <summary>Writes networks for Pajek (.net): UTF-8, which Pajek 5 reads.</summary>
public static class Pajek
{
    /// <param name="writer">Where to.</param>
    /// <param name="document">Labels, places (0..1, y downwards) and weights are written; a .net file has no columns.</param>
    public static void Write(TextWriter writer, GexfDocument document)
    {
        var nodes = document.Nodes.ToList();
        writer.Write($"*Network {Quoted(document.Description)}\n*Vertices {nodes.Count.ToString(CultureInfo.InvariantCulture)}\n");
        var number = new Dictionary<string, int>(StringComparer.Ordinal);
        var (left, right, bottom, top) = nodes.Count == 0 ? (0, 1, 0, 1) : (nodes.Min(node => node.X), nodes.Max(node => node.X), nodes.Min(node => node.Y), nodes.Max(node => node.Y));
        var width = Math.Max(right - left, top - bottom) is > 0 and var wider ? wider : 1;
        foreach (var node in nodes)
        {
            number[node.Id] = number.Count + 1;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{number.Count} {Quoted(node.Label)} {(node.X - left) / width:0.0000} {(top - node.Y) / width:0.0000} 0.5000\n"));
        }
        writer.Write("*Edges\n");
        foreach (var edge in document.Edges)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{number[edge.Source]} {number[edge.Target]} {edge.Weight:0.######}\n"));
    }

    // There is no way to write a quotation mark inside a label.
    static string Quoted(string text) => $"\"{text.ReplaceLineEndings(" ").Replace('"', '\'')}\"";
}

using System.Globalization;
using System.Text;
using System.Xml;

namespace ReviewKit.Graphs;

/// <summary>Writes networks as GraphML, which igraph, networkx, Gephi, Cytoscape and yEd read.</summary>
public static class GraphMl
{
    const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    // What GEXF keeps in elements of its own; the names are those Gephi takes for its own.
    static readonly GexfColumn[] Drawn =
        [new("label", "label", GexfType.String), new("size", "size", GexfType.Double), new("x", "x", GexfType.Double), new("y", "y", GexfType.Double), new("r", "r", GexfType.Integer), new("g", "g", GexfType.Integer), new("b", "b", GexfType.Integer)];

    /// <summary>Writes UTF-8 and leaves the stream open.</summary>
    public static void Write(Stream stream, GexfDocument document)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Namespace);
        GexfColumn[] nodeColumns = [.. Drawn, .. document.NodeColumns], edgeColumns = [new("weight", "weight", GexfType.Double), .. document.EdgeColumns];
        WriteKeys(xml, "node", nodeColumns);
        WriteKeys(xml, "edge", edgeColumns);
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("id", "G");
        xml.WriteAttributeString("edgedefault", "undirected");
        xml.WriteElementString("desc", LegalXml.Text(document.Description));
        foreach (var node in document.Nodes)
        {
            xml.WriteStartElement("node");
            xml.WriteAttributeString("id", $"n{node.Id}");
            WriteData(xml, "node", nodeColumns, [node.Label, node.Size, node.X, node.Y, (int)node.Color.R, (int)node.Color.G, (int)node.Color.B, .. node.Values]);
            xml.WriteEndElement();
        }
        foreach (var edge in document.Edges)
        {
            xml.WriteStartElement("edge");
            xml.WriteAttributeString("source", $"n{edge.Source}");
            xml.WriteAttributeString("target", $"n{edge.Target}");
            WriteData(xml, "edge", edgeColumns, [edge.Weight, .. edge.Values]);
            xml.WriteEndElement();
        }
        xml.WriteEndDocument();
    }

    static void WriteKeys(XmlWriter xml, string owner, IReadOnlyList<GexfColumn> columns)
    {
        foreach (var column in columns)
        {
            xml.WriteStartElement("key");
            xml.WriteAttributeString("id", $"{owner}_{column.Id}");
            xml.WriteAttributeString("for", owner);
            xml.WriteAttributeString("attr.name", column.Id);
            xml.WriteAttributeString("attr.type", column.Type switch { GexfType.Integer => "int", GexfType.Double => "double", _ => "string" });
            xml.WriteEndElement();
        }
    }

    static void WriteData(XmlWriter xml, string owner, IReadOnlyList<GexfColumn> columns, IReadOnlyList<object?> values)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (values[i] is not { } value) continue;
            xml.WriteStartElement("data");
            xml.WriteAttributeString("key", $"{owner}_{columns[i].Id}");
            xml.WriteString(value is string text ? LegalXml.Text(text) : Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("0.##########", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
    }
}

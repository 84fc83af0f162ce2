using System.Globalization;
using System.Text;
using System.Xml;

namespace ReviewKit.Graphs;

/// <summary>Writes networks as GEXF, keeping to what Gephi's importer accepts, which is narrower than the schema.</summary>
public static class Gexf
{
    // Gephi's exporter writes 1.3 without "www"; 1.2draft has it.
    static readonly Dictionary<GexfVersion, (string Number, string Namespace)> Versions = new()
    {
        [GexfVersion.Draft12] = ("1.2", "http://www.gexf.net/1.2draft"),
        [GexfVersion.V13] = ("1.3", "http://gexf.net/1.3"),
    };

    // Not "weight": a dynamic column of that name replaces the weights in Gephi and is unknown to others.
    static readonly GexfColumn[] Yearly = [new("by_year", "By year", GexfType.Integer)];

    /// <summary>Writes UTF-8 and leaves the stream open.</summary>
    /// <exception cref="ArgumentException">An id that is empty, has blanks or occurs twice; an edge to an unknown node, or with a weight that is not above 0; a number that is not finite.</exception>
    public static void Write(Stream stream, GexfDocument document)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CheckCharacters = true };
        using var xml = XmlWriter.Create(stream, settings);
        var (number, space) = Versions[document.Version];
        // Gephi guesses the encoding when it is not declared.
        xml.WriteStartDocument();
        xml.WriteStartElement("gexf", space);
        xml.WriteAttributeString("xmlns", "viz", null, $"{space}/viz");
        xml.WriteAttributeString("version", number);
        WriteMeta(xml, document);
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("mode", document.ByYear ? "dynamic" : "static");
        if (document.ByYear) xml.WriteAttributeString("timeformat", "date");
        xml.WriteAttributeString("defaultedgetype", "undirected");
        foreach (var (owner, columns) in new[] { ("node", document.NodeColumns), ("edge", document.EdgeColumns) })
        {
            WriteColumns(xml, owner, "static", columns);
            if (document.ByYear) WriteColumns(xml, owner, "dynamic", Yearly);
        }
        xml.WriteStartElement("nodes");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in document.Nodes) WriteNode(xml, node, document, ids, $"{space}/viz");
        xml.WriteEndElement();
        xml.WriteStartElement("edges");
        var count = 0;
        foreach (var edge in document.Edges) WriteEdge(xml, edge, document, ids, count++);
        xml.WriteEndDocument();
    }

    static void WriteMeta(XmlWriter xml, GexfDocument document)
    {
        xml.WriteStartElement("meta");
        if (document.LastModified is { } day) xml.WriteAttributeString("lastmodifieddate", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteElementString("creator", LegalXml.Text(document.Creator));
        if (document.Description.Length > 0) xml.WriteElementString("description", LegalXml.Text(document.Description));
        xml.WriteEndElement();
    }

    static void WriteColumns(XmlWriter xml, string owner, string mode, IReadOnlyList<GexfColumn> columns)
    {
        if (columns.Count == 0) return;
        xml.WriteStartElement("attributes");
        xml.WriteAttributeString("class", owner);
        xml.WriteAttributeString("mode", mode);
        foreach (var column in columns)
        {
            xml.WriteStartElement("attribute");
            xml.WriteAttributeString("id", column.Id);
            xml.WriteAttributeString("title", LegalXml.Text(column.Title));
            xml.WriteAttributeString("type", column.Type.ToString().ToLowerInvariant());
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    static void WriteNode(XmlWriter xml, GexfNode node, GexfDocument document, HashSet<string> ids, string viz)
    {
        if (node.Id.Length == 0 || node.Id.Any(char.IsWhiteSpace)) throw new ArgumentException($"node id \"{node.Id}\" is empty or has blanks");
        if (!ids.Add(node.Id)) throw new ArgumentException($"node id {node.Id} occurs twice");
        xml.WriteStartElement("node");
        xml.WriteAttributeString("id", node.Id);
        xml.WriteAttributeString("label", LegalXml.Text(node.Label));
        var years = document.ByYear ? node.Years : [];
        WriteStart(xml, years);
        WriteValues(xml, document.NodeColumns, node.Values, years);
        // Gephi takes the first attribute of viz:size for its value, whatever its name.
        xml.WriteStartElement("viz", "size", viz);
        xml.WriteAttributeString("value", Number(node.Size));
        xml.WriteEndElement();
        xml.WriteStartElement("viz", "position", viz);
        xml.WriteAttributeString("x", Number(node.X));
        xml.WriteAttributeString("y", Number(node.Y));
        xml.WriteAttributeString("z", "0");
        xml.WriteEndElement();
        // Whole numbers: "230.0" makes Gephi give up the whole import.
        xml.WriteStartElement("viz", "color", viz);
        xml.WriteAttributeString("r", Number(node.Color.R));
        xml.WriteAttributeString("g", Number(node.Color.G));
        xml.WriteAttributeString("b", Number(node.Color.B));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static void WriteEdge(XmlWriter xml, GexfEdge edge, GexfDocument document, HashSet<string> ids, int ordinal)
    {
        if (!ids.Contains(edge.Source) || !ids.Contains(edge.Target)) throw new ArgumentException($"edge {edge.Source}-{edge.Target} ends at no node");
        if (!(edge.Weight > 0)) throw new ArgumentException($"edge {edge.Source}-{edge.Target} has weight {edge.Weight}");
        xml.WriteStartElement("edge");
        xml.WriteAttributeString("id", Number(ordinal));
        xml.WriteAttributeString("source", edge.Source);
        xml.WriteAttributeString("target", edge.Target);
        xml.WriteAttributeString("weight", Number(edge.Weight));
        var years = document.ByYear ? edge.Years : [];
        WriteStart(xml, years);
        WriteValues(xml, document.EdgeColumns, edge.Values, years);
        xml.WriteEndElement();
    }

    static void WriteStart(XmlWriter xml, IReadOnlyList<(int Year, int Count)> years)
    {
        if (years.Count > 0) xml.WriteAttributeString("start", Day(years[0].Year, "01-01"));
    }

    static void WriteValues(XmlWriter xml, IReadOnlyList<GexfColumn> columns, IReadOnlyList<object?> values, IReadOnlyList<(int Year, int Count)> years)
    {
        if (values.Count != columns.Count) throw new ArgumentException($"{values.Count} values for {columns.Count} columns");
        if (columns.Count + years.Count == 0) return;
        xml.WriteStartElement("attvalues");
        for (var i = 0; i < columns.Count; i++)
        {
            if (values[i] is not { } value) continue;
            xml.WriteStartElement("attvalue");
            xml.WriteAttributeString("for", columns[i].Id);
            xml.WriteAttributeString("value", value is string text ? LegalXml.Text(text) : Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)));
            xml.WriteEndElement();
        }
        foreach (var (year, count) in years)
        {
            xml.WriteStartElement("attvalue");
            xml.WriteAttributeString("for", Yearly[0].Id);
            xml.WriteAttributeString("value", Number(count));
            xml.WriteAttributeString("start", Day(year, "01-01"));
            xml.WriteAttributeString("end", Day(year, "12-31"));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    static string Day(int year, string day) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{day}");

    static string Number(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"{value} is no number that GEXF readers take");
        // No exponent ("1E-05"): allowed by the schema, but not read by all.
        var text = value.ToString("0.##########", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}

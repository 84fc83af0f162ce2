using System.Globalization;
using System.Text;
using System.Xml;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>EndNote's XML, each text in a style element as EndNote itself writes it.</summary>
static class EndNoteXmlWriter
{
    // In the order of EndNote's document type.
    static readonly string[] Paths =
    [
        .. ((string[])["authors", "secondary-authors", "tertiary-authors", "subsidiary-authors", "translated-authors"]).Select(a => $"contributors/{a}/author"), "auth-address",
        "titles/title", "titles/secondary-title", "titles/translated-title", "periodical/full-title", "pages", "volume", "number", "keywords/keyword", "dates/year", "dates/pub-dates/date",
        "publisher", "orig-pub", "isbn", "accession-num", "electronic-resource-num", "abstract", "translated-abstract", "urls/related-urls/url", "remote-database-name", "language", "custom1", "custom2", "custom7",
    ];

    // These stand once for all values, which are its lines.
    static readonly HashSet<string> Once = ["auth-address", "isbn", "custom1"];

    static readonly XmlWriterSettings Layout = new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize, ConformanceLevel = ConformanceLevel.Fragment, CloseOutput = false };

    public static void Print(IEnumerable<(Record Record, RawRecord Raw)> records, Stream stream, WriteOptions options)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = options.NewLine };
        text.WriteLine("""<?xml version="1.0" encoding="UTF-8"?>""");
        text.Write("<xml><records>");
        var number = 0;
        foreach (var (_, raw) in records)
        {
            text.WriteLine();
            text.Write(Element(raw, ++number));
        }
        text.WriteLine();
        text.WriteLine("</records></xml>");
    }

    /// <summary>The record as its reader will have it: by way of the XML that is written.</summary>
    public static RawRecord Printed(RawRecord raw)
    {
        var printed = new RawRecord(1, 0);
        var (root, _) = Formats.Element.Parse(Element(raw, 1));
        var fields = new XmlFields();
        fields.Take(root, "", EndNoteXml.Shape);
        EndNoteXml.Shape.Complete(fields, root);
        fields.PutInto(printed);
        return printed;
    }

    static string Element(RawRecord raw, int number)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, Layout))
        {
            xml.WriteStartElement("record");
            xml.WriteElementString("rec-number", number.ToString(CultureInfo.InvariantCulture));
            var type = raw.First(EndNoteXmlTable.Type)!;
            xml.WriteStartElement("ref-type");
            xml.WriteAttributeString("name", type);
            xml.WriteValue(EndNoteXmlTable.NumberOf(type));
            xml.WriteEndElement();
            Fields(xml, raw);
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    static void Fields(XmlWriter xml, RawRecord raw)
    {
        var open = new List<string>();
        foreach (var path in Paths)
        {
            var values = raw.Fields.Where(f => f.Tag == path).Select(f => f.Joined("\n")).ToList();
            if (values.Count == 0) continue;
            var around = path.Split('/');
            var tag = around[^1];
            around = around[..^1];
            var same = open.Zip(around).TakeWhile(pair => pair.First == pair.Second).Count();
            Close(xml, open, same);
            foreach (var element in around.Skip(same))
            {
                xml.WriteStartElement(element);
                open.Add(element);
            }
            if (Once.Contains(tag)) Styled(xml, tag, string.Join('\n', values));
            else
                foreach (var value in values) Styled(xml, tag, value);
        }
        Close(xml, open, 0);
    }

    static void Close(XmlWriter xml, List<string> open, int left)
    {
        for (; open.Count > left; open.RemoveAt(open.Count - 1)) xml.WriteEndElement();
    }

    static void Styled(XmlWriter xml, string tag, string text)
    {
        xml.WriteStartElement(tag);
        xml.WriteStartElement("style");
        xml.WriteAttributeString("face", "normal");
        xml.WriteAttributeString("font", "default");
        xml.WriteAttributeString("size", "100%");
        // A line end that is meant is a character reference; others are where EndNote wraps.
        xml.WriteString(text.Replace('\n', '\r'));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}

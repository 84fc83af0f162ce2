using System.Globalization;
using System.Text;
using System.Xml;
using ReviewKit.Graphs;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>A co-word map as a picture: circles by occurrences, colours by cluster, real text that can be searched and edited.</summary>
static class CoWordSvg
{
    const string Namespace = "http://www.w3.org/2000/svg";
    const double Width = 1200;
    const double Margin = 60;
    const double LargestRadius = 30;
    const double SmallestRadius = 3;

    // VOSviewer's own limit: more lines are a grey fog.
    const int MostLines = 1000;

    // Names that Windows, macOS and Linux have for their Chinese fonts, after one for Latin.
    const string Fonts = "Arial, 'Helvetica Neue', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

    public static void Write(Stream stream, CoWordMap map, Language language)
    {
        var sheet = new Sheet(map);
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using var xml = XmlWriter.Create(stream, settings);
        xml.WriteStartElement("svg", Namespace);
        xml.WriteAttributeString("viewBox", $"0 0 {Number(Width)} {Number(sheet.Height)}");
        xml.WriteAttributeString("width", Number(Width));
        xml.WriteAttributeString("height", Number(sheet.Height));
        xml.WriteAttributeString("font-family", Fonts);
        var caption = Caption(map).In(language);
        xml.WriteElementString("title", Namespace, caption);
        Element(xml, "rect", ("width", "100%"), ("height", "100%"), ("fill", "#ffffff"));
        WriteLines(xml, map, sheet);
        // Small circles and labels over large ones, so that none is hidden.
        foreach (var term in map.Terms) WriteCircle(xml, term, sheet, language);
        WriteLabels(xml, map, sheet);
        Start(xml, "text", ("x", Number(Width / 2)), ("y", Number(sheet.Height - 16)), ("text-anchor", "middle"), ("font-size", "14"), ("fill", "#444444"));
        xml.WriteString(caption);
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    static Message Caption(CoWordMap map)
    {
        var (terms, records, minimum) = (map.Terms.Count, map.Index.RecordsWithTerms, map.Options.MinimumOccurrences);
        return new Message(
            $"{terms} keywords of {records} records, minimum occurrences {minimum}; size: records; colour: cluster; lines: records in common",
            $"{records} 条记录的 {terms} 个关键词（最低频次 {minimum}）；圆的大小：记录数；颜色：聚类；连线：共现记录数");
    }

    static void WriteLines(XmlWriter xml, CoWordMap map, Sheet sheet)
    {
        if (map.Pairs.Count == 0) return;
        Start(xml, "g", ("fill", "none"), ("stroke-opacity", "0.35"));
        foreach (var pair in map.Pairs.Take(MostLines).Reverse())
        {
            var (a, b) = (pair.A, pair.B);
            var color = (a.Cluster == b.Cluster ? Palette.Of(a.Cluster - 1) : Palette.Rest).Hex;
            var width = 0.6 + 5 * Math.Sqrt((double)pair.Records / map.Pairs[0].Records);
            Element(xml, "line", ("x1", Number(sheet.X(a))), ("y1", Number(sheet.Y(a))), ("x2", Number(sheet.X(b))), ("y2", Number(sheet.Y(b))), ("stroke", color), ("stroke-width", Number(width)));
        }
        xml.WriteEndElement();
    }

    static void WriteCircle(XmlWriter xml, CoWordTerm term, Sheet sheet, Language language)
    {
        Start(xml, "circle", ("cx", Number(sheet.X(term))), ("cy", Number(sheet.Y(term))), ("r", Number(sheet.Radius(term))), ("fill", Palette.Of(term.Cluster - 1).Hex), ("stroke", "#ffffff"));
        // Shown by browsers under the mouse.
        xml.WriteElementString("title", Namespace, LegalXml.Text(new Message(
            $"{term.Label}: {term.Occurrences} records, {term.Links} links, cluster {term.Cluster}",
            $"{term.Label}：{term.Occurrences} 条记录，{term.Links} 个连接，聚类 {term.Cluster}").In(language)));
        xml.WriteEndElement();
    }

    static void WriteLabels(XmlWriter xml, CoWordMap map, Sheet sheet)
    {
        Start(xml, "g", ("text-anchor", "middle"), ("fill", "#111111"), ("stroke", "#ffffff"), ("stroke-width", "3"), ("stroke-linejoin", "round"), ("paint-order", "stroke"));
        var taken = new List<(double Left, double Top, double Right, double Bottom)>();
        foreach (var term in map.Terms)
        {
            var size = 10 + 0.4 * sheet.Radius(term);
            var (x, y, half) = (sheet.X(term), sheet.Y(term) + size * 0.35, size * Ems(term.Label) / 2);
            // The more frequent term keeps its label where two would lie on each other; the circle's title still names the other.
            x = Math.Clamp(x, half + 4, Math.Max(half + 4, Width - half - 4));
            var box = (Left: x - half, Top: y - size, Right: x + half, Bottom: y + size * 0.25);
            if (taken.Exists(other => box.Left < other.Right && other.Left < box.Right && box.Top < other.Bottom && other.Top < box.Bottom)) continue;
            taken.Add(box);
            Start(xml, "text", ("x", Number(x)), ("y", Number(y)), ("font-size", Number(size)));
            xml.WriteString(LegalXml.Text(term.Label));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    // Han characters are one em wide, Latin capitals about .7 and the others a little over half.
    static double Ems(string text) => text.Sum(c => c >= '\u2e80' ? 1.0 : char.IsUpper(c) ? 0.7 : 0.56);

    static void Start(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
    }

    static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(xml, name, attributes);
        xml.WriteEndElement();
    }

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Where a term lies on the sheet, in pixels; y downwards.</summary>
    sealed class Sheet
    {
        readonly double left, top, scale;
        readonly int most;

        public Sheet(CoWordMap map)
        {
            most = map.Terms.Count == 0 ? 1 : map.Terms[0].Occurrences;
            if (map.Terms.Count == 0) return;
            left = map.Terms.Min(term => term.X);
            top = map.Terms.Max(term => term.Y);
            var width = map.Terms.Max(term => term.X) - left;
            var height = top - map.Terms.Min(term => term.Y);
            // A single term, or all in one place: in the middle of the sheet.
            scale = width > 0 ? (Width - 2 * Margin) / width : 0;
            if (height * scale > Width) scale = Width / height;
            left -= ((Width - 2 * Margin) / (scale == 0 ? 1 : scale) - width) / 2;
            Height += height * scale;
        }

        public double Height { get; } = 2 * Margin + 40;

        public double X(CoWordTerm term) => Margin + (term.X - left) * (scale == 0 ? 1 : scale);

        public double Y(CoWordTerm term) => Margin + (top - term.Y) * scale;

        public double Radius(CoWordTerm term) => Math.Max(SmallestRadius, LargestRadius * Math.Sqrt((double)term.Occurrences / most));
    }
}

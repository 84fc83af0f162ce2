using System.Globalization;
using System.Text;
using System.Xml;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>
/// The PRISMA 2020 flow diagram as SVG that browsers, Inkscape, LibreOffice and PowerPoint read alike: rectangles, lines and real text with a tspan a line,
/// presentation attributes only; no script, no style sheet, no foreignObject, no markers. Lengths are points.
/// </summary>
public static class FlowDiagram
{
    // 15 mm, which any printer can leave.
    const double PageMargin = 42;

    const string Svg11 = "http://www.w3.org/2000/svg", XLink = "http://www.w3.org/1999/xlink";

    /// <summary>Draws the flow. Each box is a group with data-box, its id; each line with a number has data-line.</summary>
    /// <exception cref="ReviewKitException">There is no template of that name, or it has no column for other methods, which these counts have.</exception>
    public static string Svg(FlowCounts counts, FlowDiagramOptions? options = null)
    {
        options ??= new();
        var template = TemplateOf(counts, options);
        var labels = FlowLabels.Of(options.Language, options.Labels, options.Wording);
        var layout = new FlowLayout(template, counts, labels, options);
        var svg = new StringBuilder();
        // Without indentation: white space inside text would shift what is centred.
        using (var xml = XmlWriter.Create(svg, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None }))
        {
            Start(xml, layout, options, options.Language == Language.En ? template.Title : labels["title"]);
            foreach (var frame in layout.Frames) Frame(xml, frame, options);
            foreach (var arrow in layout.Arrows) Arrow(xml, arrow, options.FontSize);
            foreach (var box in layout.Boxes) Box(xml, box, options);
            Notes(xml, "pending", layout.Pending, layout.NoteSize, ("font-weight", "bold"));
            Notes(xml, "notes", layout.Notes, layout.NoteSize);
            xml.WriteWhitespace("\n");
            xml.WriteEndElement();
        }
        return svg.Append('\n').ToString();
    }

    internal static FlowTemplate TemplateOf(FlowCounts counts, FlowDiagramOptions options)
    {
        var template = options.Template is null ? FlowTemplate.For(counts) : FlowTemplate.Named(options.Template);
        RefuseIfDropped(template, counts, options.Template);
        return template;
    }

    /// <summary>The included box counts the reports of both columns, so a form with one of them would not add up.</summary>
    static void RefuseIfDropped(FlowTemplate template, FlowCounts counts, string? asked)
    {
        if (template.HasOther || counts.Stated.FirstOrDefault(stated => stated.Box.IsOther && stated.Count.Total > 0) is not (not null, _) other) return;
        var fitting = asked!.Replace("v1", "v2", StringComparison.Ordinal);
        throw new ReviewKitException(
            $"template {asked} has no column for other methods, but {other.Box.Key} is {other.Count.Total}; use {fitting}",
            $"模板 {asked} 没有“其他方法”一列，但 {other.Box.Key} 为 {other.Count.Total}；请使用 {fitting}");
    }

    static void Start(XmlWriter xml, FlowLayout layout, FlowDiagramOptions options, string title)
    {
        xml.WriteStartElement("svg", Svg11);
        xml.WriteAttributeString("xmlns", "xlink", null, XLink);
        var (width, height) = options.Page ?? (layout.Width, layout.Height);
        // Never enlarged: the font size that was asked for is the largest.
        var scale = options.Page is null ? 1 : Math.Min(1, Math.Min((width - 2 * PageMargin) / layout.Width, (height - 2 * PageMargin) / layout.Height));
        var (left, top) = options.Page is null ? (0, 0) : ((width / scale - layout.Width) / 2, PageMargin / scale);
        Attributes(xml,
            ("width", Number(width) + "pt"), ("height", Number(height) + "pt"), ("viewBox", $"{Number(-left)} {Number(-top)} {Number(width / scale)} {Number(height / scale)}"),
            ("role", "img"), ("font-family", options.FontFamily), ("fill", "#000000"));
        // Tells a font with several Chinese forms of a character which one to take.
        xml.WriteAttributeString("xml", "lang", null, options.Language == Language.Zh ? "zh-CN" : "en");
        Leaf(xml, "title", title);
        Element(xml, "rect", ("x", Number(-left)), ("y", Number(-top)), ("width", Number(width / scale)), ("height", Number(height / scale)), ("fill", "#ffffff"));
        xml.WriteEndElement();
    }

    static void Frame(XmlWriter xml, PlacedBox frame, FlowDiagramOptions options)
    {
        Element(xml, "g", ("data-box", frame.Id));
        Rectangle(xml, frame, options.FontSize * 0.6);
        if (frame.Lines is [{ Key: "rotate" } turned])
        {
            var (x, y) = (Number(turned.X), Number(turned.Y));
            Element(xml, "text", ("transform", $"translate({x} {y}) rotate(-90)"), ("text-anchor", "middle"), ("font-size", Number(options.FontSize)), ("font-weight", "bold"));
            Span(xml, turned with { X = 0, Y = options.FontSize * 0.35, Key = null });
            xml.WriteEndElement();
        }
        else
        {
            Text(xml, frame.Lines, options.FontSize, "middle", ("font-weight", "bold"));
        }
        xml.WriteEndElement();
    }

    static void Box(XmlWriter xml, PlacedBox box, FlowDiagramOptions options)
    {
        Element(xml, "g", ("data-box", box.Id));
        Leaf(xml, "title", options.Tooltips.TryGetValue(box.Id, out var tooltip) ? tooltip : string.Join('\n', box.Lines.Select(line => line.Text)));
        var isLink = options.Links.TryGetValue(box.Id, out var target);
        if (isLink)
        {
            Element(xml, "a", ("href", target!));
            // Inkscape and LibreOffice know only the older name.
            xml.WriteAttributeString("xlink", "href", XLink, Clean(target!));
        }
        Rectangle(xml, box, 0);
        Text(xml, box.Lines, options.FontSize, "start");
        if (isLink) xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static void Notes(XmlWriter xml, string id, IReadOnlyList<PlacedLine> lines, double size, params (string, string)[] more)
    {
        if (lines.Count == 0) return;
        Element(xml, "g", ("data-box", id));
        Text(xml, lines, size, "start", more);
        xml.WriteEndElement();
    }

    static void Rectangle(XmlWriter xml, PlacedBox box, double radius)
    {
        Element(xml, "rect", ("x", Number(box.X)), ("y", Number(box.Y)), ("width", Number(box.Width)), ("height", Number(box.Height)));
        if (radius > 0) Attributes(xml, ("rx", Number(radius)), ("ry", Number(radius)));
        Attributes(xml, ("fill", box.Fill), ("stroke", "#000000"), ("stroke-width", "0.75"));
        xml.WriteEndElement();
    }

    /// <summary>The head is a triangle of its own: markers are lost in PowerPoint.</summary>
    static void Arrow(XmlWriter xml, IReadOnlyList<Point> points, double size)
    {
        var (tip, before, length, half) = (points[^1], points[^2], size * 0.6, size * 0.3);
        var (dx, dy) = (Math.Sign(tip.X - before.X), Math.Sign(tip.Y - before.Y));
        var foot = new Point(tip.X - dx * length, tip.Y - dy * length);
        Element(xml, "polyline", ("points", Points([.. points.SkipLast(1), foot])), ("fill", "none"), ("stroke", "#000000"), ("stroke-width", "0.75"));
        xml.WriteEndElement();
        Element(xml, "polygon", ("points", Points([tip, new(foot.X - dy * half, foot.Y + dx * half), new(foot.X + dy * half, foot.Y - dx * half)])));
        xml.WriteEndElement();
    }

    static void Text(XmlWriter xml, IReadOnlyList<PlacedLine> lines, double size, string anchor, params (string, string)[] more)
    {
        Element(xml, "text", [("font-size", Number(size)), ("text-anchor", anchor), .. more]);
        foreach (var line in lines) Span(xml, line);
        xml.WriteEndElement();
    }

    static void Span(XmlWriter xml, PlacedLine line)
    {
        xml.WriteStartElement("tspan", Svg11);
        Attributes(xml, ("x", Number(line.X)), ("y", Number(line.Y)));
        if (line.IsBold) Attributes(xml, ("font-weight", "bold"));
        if (line.Key is not null) Attributes(xml, ("data-line", line.Key));
        xml.WriteString(Clean(line.Text));
        xml.WriteEndElement();
    }

    static void Leaf(XmlWriter xml, string name, string text)
    {
        Element(xml, name);
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string, string)> attributes)
    {
        xml.WriteWhitespace("\n");
        xml.WriteStartElement(name, Svg11);
        Attributes(xml, attributes);
    }

    static void Attributes(XmlWriter xml, params ReadOnlySpan<(string, string)> attributes)
    {
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, Clean(value));
    }

    static string Points(IReadOnlyList<Point> points) => string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"));

    static string Number(double points) => (Math.Round(points, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Reasons come from people's files: what XML cannot hold would make the picture unreadable.</summary>
    static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\n' or >= ' ' and not (>= 0x7f and < 0xa0) and not (0xfffe or 0xffff)) clean.Append(rune.Value == 0xa0 ? " " : rune.ToString());
        return clean.ToString();
    }
}

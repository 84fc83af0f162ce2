using System.Globalization;
using System.Text;
using System.Xml;
using ReviewKit.Graphs;

namespace ReviewKit.Bibliometrics;

/// <summary>A sheet of SVG on which a chart is drawn: real text, fonts that every system has for both languages, white ground.</summary>
sealed class Chart : IDisposable
{
    const string Namespace = "http://www.w3.org/2000/svg";
    const string Fonts = "Arial, 'Helvetica Neue', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";
    readonly XmlWriter xml;

    /// <param name="settings">What the chart was made from, for its description.</param>
    public Chart(Stream stream, double width, double height, string title, string settings)
    {
        xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        xml.WriteStartElement("svg", Namespace);
        Attributes(("viewBox", $"0 0 {Number(width)} {Number(height)}"), ("width", Number(width)), ("height", Number(height)), ("font-family", Fonts));
        xml.WriteElementString("title", Namespace, LegalXml.Text(title));
        xml.WriteElementString("desc", Namespace, LegalXml.Text(settings));
        Shape("rect", ("width", "100%"), ("height", "100%"), ("fill", "#ffffff"));
        Text(width / 2, 28, title, 17, "middle", "#111111");
    }

    public void Dispose()
    {
        xml.WriteEndDocument();
        xml.Dispose();
    }

    public void Rectangle(double x, double y, double width, double height, string fill, string? tip = null) =>
        Shape("rect", tip, ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)), ("fill", fill));

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width = 1) =>
        Shape("line", ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)), ("stroke", stroke), ("stroke-width", Number(width)));

    /// <summary>Points as x,y pairs.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string stroke) =>
        Shape("polyline", ("points", string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))), ("fill", "none"), ("stroke", stroke), ("stroke-width", "2"));

    public void Text(double x, double y, string text, double size, string anchor = "start", string fill = "#333333")
    {
        xml.WriteStartElement("text", Namespace);
        Attributes(("x", Number(x)), ("y", Number(y)), ("font-size", Number(size)), ("text-anchor", anchor), ("fill", fill));
        xml.WriteString(LegalXml.Text(text));
        xml.WriteEndElement();
    }

    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    void Shape(string name, params (string, string)[] attributes) => Shape(name, null, attributes);

    void Shape(string name, string? tip, params (string, string)[] attributes)
    {
        xml.WriteStartElement(name, Namespace);
        Attributes(attributes);
        // Shown by browsers under the mouse.
        if (tip is not null) xml.WriteElementString("title", Namespace, LegalXml.Text(tip));
        xml.WriteEndElement();
    }

    void Attributes(params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, value);
    }
}

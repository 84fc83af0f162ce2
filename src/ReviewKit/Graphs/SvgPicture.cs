using System.Globalization;
using System.Text;
using System.Xml;

namespace ReviewKit.Graphs;

/// <summary>A picture in SVG: real text that can be searched and edited, fonts that every system has for both languages, white ground, and in its description what it was made from.</summary>
sealed class SvgPicture : IDisposable
{
    const string Namespace = "http://www.w3.org/2000/svg";

    // Names that Windows, macOS and Linux have for their Chinese fonts, after one for Latin.
    const string Fonts = "Arial, 'Helvetica Neue', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

    readonly XmlWriter xml;

    public SvgPicture(Stream stream, double width, double height, string title, string description)
    {
        xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        xml.WriteStartElement("svg", Namespace);
        Attributes(("viewBox", $"0 0 {Number(width)} {Number(height)}"), ("width", Number(width)), ("height", Number(height)), ("font-family", Fonts));
        xml.WriteElementString("title", Namespace, LegalXml.Text(title));
        xml.WriteElementString("desc", Namespace, LegalXml.Text(description));
        Element("rect", ("width", "100%"), ("height", "100%"), ("fill", "#ffffff"));
    }

    public void Dispose()
    {
        xml.WriteEndDocument();
        xml.Dispose();
    }

    public void Start(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        Attributes(attributes);
    }

    public void End() => xml.WriteEndElement();

    public void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        End();
    }

    /// <summary>An element that browsers explain under the mouse.</summary>
    public void Explained(string name, string tip, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        xml.WriteElementString("title", Namespace, LegalXml.Text(tip));
        End();
    }

    public void Text(double x, double y, double size, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start("text", ("x", Number(x)), ("y", Number(y)), ("font-size", Number(size)));
        Attributes(attributes);
        xml.WriteString(LegalXml.Text(text));
        End();
    }

    /// <summary>Width of a text in units of its font size: Han characters are one wide, Latin capitals about .7 and the others a little over half.</summary>
    public static double Ems(string text) => text.Sum(c => c >= '\u2e80' ? 1.0 : char.IsUpper(c) ? 0.7 : 0.56);

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, value);
    }
}

/// <summary>Room for labels: a later one that would lie on an earlier one is left out.</summary>
sealed class LabelRoom
{
    readonly List<(double Left, double Top, double Right, double Bottom)> taken = [];

    /// <returns>False when the box lies on another; then nothing is taken.</returns>
    public bool Take(double left, double top, double right, double bottom)
    {
        if (taken.Exists(other => left < other.Right && other.Left < right && top < other.Bottom && other.Top < bottom)) return false;
        taken.Add((left, top, right, bottom));
        return true;
    }
}

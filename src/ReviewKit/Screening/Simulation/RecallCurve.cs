using System.Globalization;
using System.Text;
using System.Xml;
using ReviewKit.Text;

namespace ReviewKit.Screening.Simulation;

/// <summary>Where on the way through the records the relevant ones were found.</summary>
/// <param name="Name">For the legend; runs of one name have one colour.</param>
/// <param name="Places">1-based places of the relevant records.</param>
/// <param name="Screened">How many were screened.</param>
/// <param name="Records">How many there are.</param>
public sealed record FoundPlaces(string Name, IReadOnlyList<int> Places, int Screened, int Records)
{
    /// <summary>Of records in the order they were screened.</summary>
    public static FoundPlaces Of(string name, IReadOnlyList<bool> relevant, int records) => new(name, [.. Enumerable.Range(1, relevant.Count).Where(place => relevant[place - 1])], relevant.Count, records);
}

/// <summary>Recall over the share of records screened, a line a run, as a picture; the diagonal is screening in random order.</summary>
public static class RecallCurve
{
    const string Namespace = "http://www.w3.org/2000/svg";
    const double Side = 480;
    const double Left = 64;
    const double Top = 24;
    const double Below = 56;
    const double Legend = 240;

    // Okabe & Ito's colours, which the colour-blind can tell apart.
    static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"];

    public static string Svg(IReadOnlyList<SimulatedRun> runs, Language language) =>
        Svg([.. runs.Select(run => new FoundPlaces($"{run.DataSet} ({run.Model})", run.RelevantPlaces, run.Order.Count, run.Order.Count))], language);

    public static string Svg(IReadOnlyList<FoundPlaces> runs, Language language)
    {
        var names = runs.Select(run => run.Name).Distinct().ToList();
        var height = Math.Max(Top + Side + Below, Top + 20 * names.Count + 20);
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("svg", Namespace);
            Attributes(xml, ("viewBox", $"0 0 {Number(Left + Side + Legend)} {Number(height)}"), ("width", Number(Left + Side + Legend)), ("height", Number(height)),
                ("font-family", "Arial, 'Helvetica Neue', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif"), ("font-size", "13"));
            xml.WriteElementString("title", Namespace, new Message("Recall over records screened", "召回率与已筛选比例").In(language));
            Element(xml, "rect", ("width", "100%"), ("height", "100%"), ("fill", "#ffffff"));
            WriteAxes(xml, language);
            foreach (var run in runs.Where(run => run.Places.Count > 0))
                Element(xml, "polyline", ("fill", "none"), ("stroke", Colours[names.IndexOf(run.Name) % Colours.Length]), ("stroke-width", "1.5"), ("points", Points(run)));
            for (var i = 0; i < names.Count; i++)
            {
                var y = Top + 20 * i + 10;
                Element(xml, "line", ("x1", Number(Left + Side + 16)), ("x2", Number(Left + Side + 40)), ("y1", Number(y)), ("y2", Number(y)), ("stroke", Colours[i % Colours.Length]), ("stroke-width", "2"));
                Words(xml, names[i], Left + Side + 46, y + 4, "start");
            }
            xml.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    static void WriteAxes(XmlWriter xml, Language language)
    {
        for (var tenth = 0; tenth <= 10; tenth += 2)
        {
            var (x, y) = (Number(X(tenth / 10.0)), Number(Y(tenth / 10.0)));
            Element(xml, "line", ("x1", Number(Left)), ("x2", Number(Left + Side)), ("y1", y), ("y2", y), ("stroke", "#dddddd"));
            Element(xml, "line", ("x1", x), ("x2", x), ("y1", Number(Top)), ("y2", Number(Top + Side)), ("stroke", "#dddddd"));
            Words(xml, $"{10 * tenth} %", Left - 8, Y(tenth / 10.0) + 4, "end");
            Words(xml, $"{10 * tenth} %", X(tenth / 10.0), Top + Side + 18, "middle");
        }
        Element(xml, "line", ("x1", Number(X(0))), ("y1", Number(Y(0))), ("x2", Number(X(1))), ("y2", Number(Y(1))), ("stroke", "#999999"), ("stroke-dasharray", "4 4"));
        Words(xml, new Message("records screened", "已筛选的记录").In(language), Left + Side / 2, Top + Side + 42, "middle");
        Words(xml, new Message("relevant found", "已找到的相关记录").In(language), Left, Top - 8, "middle");
    }

    static string Points(FoundPlaces run)
    {
        var points = new StringBuilder($"{Number(X(0))},{Number(Y(0))}");
        var found = 0;
        foreach (var place in run.Places)
        {
            points.Append(CultureInfo.InvariantCulture, $" {Number(X((place - 1.0) / run.Records))},{Number(Y((double)found / run.Places.Count))}");
            found++;
            points.Append(CultureInfo.InvariantCulture, $" {Number(X((double)place / run.Records))},{Number(Y((double)found / run.Places.Count))}");
        }
        return points.Append(CultureInfo.InvariantCulture, $" {Number(X((double)run.Screened / run.Records))},{Number(Y(1))}").ToString();
    }

    static double X(double share) => Left + Side * share;

    static double Y(double share) => Top + Side * (1 - share);

    static void Words(XmlWriter xml, string words, double x, double y, string anchor)
    {
        xml.WriteStartElement("text", Namespace);
        Attributes(xml, ("x", Number(x)), ("y", Number(y)), ("text-anchor", anchor));
        xml.WriteString(words);
        xml.WriteEndElement();
    }

    static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string, string)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        Attributes(xml, attributes);
        xml.WriteEndElement();
    }

    static void Attributes(XmlWriter xml, params ReadOnlySpan<(string, string)> attributes)
    {
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, value);
    }

    static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

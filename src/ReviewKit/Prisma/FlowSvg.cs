using System.Text.RegularExpressions;
using System.Xml;

namespace ReviewKit.Prisma;

/// <summary>A diagram drawn by <see cref="FlowDiagram"/> as the numbers in it, so that a figure can be checked against the text and the ledger.</summary>
static partial class FlowSvg
{
    /// <exception cref="ReviewKitException">It is no XML, or no line of it has a data-line.</exception>
    public static IReadOnlyList<FlowLeaf> Numbers(string text, string name)
    {
        var lines = new List<(string Key, string Text, int Line)>();
        try
        {
            using var xml = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
            xml.Read();
            while (!xml.EOF)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.GetAttribute("data-line") is not { } key)
                {
                    xml.Read();
                    continue;
                }
                // Reading the content moves on to what comes after it.
                var line = ((IXmlLineInfo)xml).LineNumber;
                var words = xml.ReadElementContentAsString();
                // A line that was wrapped goes on under the same name.
                if (lines.Count > 0 && lines[^1].Key == key) lines[^1] = (key, lines[^1].Text + " " + words, lines[^1].Line);
                else lines.Add((key, words, line));
            }
        }
        catch (XmlException e)
        {
            throw new ReviewKitException(new Text.Message($"{name}: not readable as SVG: {e.Message}", $"{name}：不是可读的 SVG：{e.Message}"), e);
        }
        if (lines.Count == 0) throw new ReviewKitException($"{name} is no diagram of ReviewKit: only these name the numbers they show", $"{name} 不是 ReviewKit 绘制的流程图：只有后者标明了各数字的名称");
        return [.. lines.Select(line => (line, Number: Count().Match(line.Text))).Where(each => each.Number.Success)
            .Select(each => new FlowLeaf(Path(each.line.Key), each.Number.Groups[1].Value, each.line.Line))];
    }

    // The longest name of a box, then the part as it is, dots and all.
    static string[] Path(string key) =>
        FlowBox.All.Where(box => key.StartsWith(box.Key + ".", StringComparison.Ordinal)).MaxBy(box => box.Key.Length) is { } box && FlowBox.Find(key) is null ? [box.Key, key[(box.Key.Length + 1)..]] : [key];

    [GeneratedRegex(@"n\s*=\s*(-?\d+)")]
    private static partial Regex Count();
}

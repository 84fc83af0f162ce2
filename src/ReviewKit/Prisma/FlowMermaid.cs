using System.Text;

namespace ReviewKit.Prisma;

/// <summary>The flow as a Mermaid flowchart, for pages that draw these: README files, wikis, notebooks.</summary>
public static class FlowMermaid
{
    /// <exception cref="ReviewKitException">As for <see cref="FlowDiagram.Svg"/>.</exception>
    public static string Text(FlowCounts counts, FlowDiagramOptions? options = null)
    {
        options ??= new();
        var template = FlowDiagram.TemplateOf(counts, options);
        var labels = FlowLabels.Of(options.Language, options.Labels, options.Wording);
        var layout = new FlowLayout(template, counts, labels, options);
        var text = new StringBuilder("flowchart TD\n");
        foreach (var phase in (string[])["identification", "screening", "included"])
        {
            text.Append("  subgraph phase_").Append(phase).Append("[\"").Append(Escaped(labels["phase." + phase])).Append("\"]\n");
            foreach (var (box, lines) in layout.Shown.Where(shown => shown.Box.Phase == phase))
                text.Append("    ").Append(Id(box.Id)).Append("[\"").AppendJoin("<br/>", lines.Select(line => new string('\u2003', line.Depth) + Escaped(line.Text))).Append("\"]\n");
            text.Append("  end\n");
        }
        foreach (var (from, to) in layout.Drawn) text.Append("  ").Append(Id(from)).Append(" --> ").Append(Id(to)).Append('\n');
        return text.ToString();
    }

    static string Id(string box) => box.Replace('-', '_');

    // Entities by number, as Mermaid writes them; markup in a label would be drawn as such.
    static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c is '"' or '<' or '>' or '#' or '&' or ';' or '`' or '[' or ']' or '{' or '}' or '|' or '*' or '\\') escaped.Append('#').Append((int)c).Append(';');
            else if (!char.IsControl(c)) escaped.Append(c == '\u00a0' ? ' ' : c);
        return escaped.ToString();
    }
}

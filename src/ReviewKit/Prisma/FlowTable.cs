using System.Globalization;
using System.Text;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>The numbers of a flow as a table, for the text of a paper and for those who cannot see the diagram.</summary>
public static class FlowTable
{
    /// <summary>A row per known number, parts under it with a dash; the id of the box is the one of the diagram.</summary>
    public static string Markdown(FlowCounts counts, Language language = Language.En, IReadOnlyDictionary<string, string>? replaced = null)
    {
        var labels = FlowLabels.Of(language, replaced);
        var heads = new Message("| Box | What | n |", "| 框 | 内容 | n |");
        var table = new StringBuilder().Append(heads.In(language)).Append("\n|---|---|---:|\n");
        foreach (var box in FlowBox.All)
        {
            // The included studies are not said again as new ones.
            if (counts.Total(box.Key) is not { } n || (box.Drawn == "new_included" && counts[box.Key].Total is null)) continue;
            Row(table, box.Key, labels[box.Label].TrimEnd(':', '：').Replace("*", "", StringComparison.Ordinal), n);
            foreach (var part in counts[box.Key].Parts) Row(table, "", "– " + labels.Part(box, part.Name), part.N);
        }
        return table.ToString();
    }

    static void Row(StringBuilder table, string key, string text, int n) =>
        table.Append(CultureInfo.InvariantCulture, $"| {key} | {text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ")} | {n} |\n");

    /// <summary>Tab-separated: box, what, and a column of numbers for each flow; a part has its box and name with a dot between.</summary>
    /// <param name="flows">The first decides which rows there are; a row the others lack is empty there.</param>
    public static string Tsv(IReadOnlyList<(string Name, FlowCounts Counts)> flows, Language language = Language.En, IReadOnlyDictionary<string, string>? replaced = null)
    {
        var labels = FlowLabels.Of(language, replaced);
        var table = new StringBuilder(new Message("box\twhat", "框\t内容").In(language));
        foreach (var (name, _) in flows) table.Append('\t').Append(Cell(name));
        table.Append('\n');
        foreach (var box in FlowBox.All)
        {
            if (flows.All(flow => flow.Counts.Total(box.Key) is null) || (box.Drawn == "new_included" && flows[0].Counts[box.Key].Total is null)) continue;
            table.Append(box.Key).Append('\t').Append(Cell(labels[box.Label].TrimEnd(':', '：').Replace("*", "", StringComparison.Ordinal)));
            foreach (var (_, counts) in flows) table.Append('\t').Append(CultureInfo.InvariantCulture, $"{counts.Total(box.Key)}");
            table.Append('\n');
            foreach (var part in flows.SelectMany(flow => flow.Counts[box.Key].Parts.Select(part => part.Name)).Distinct())
            {
                table.Append(Cell($"{box.Key}.{part}")).Append('\t').Append(Cell(labels.Part(box, part)));
                foreach (var (_, counts) in flows) table.Append('\t').Append(CultureInfo.InvariantCulture, $"{Sum(counts[box.Key], part)}");
                table.Append('\n');
            }
        }
        return table.ToString();
    }

    static int? Sum(BoxCount count, string part) => count.Parts.Any(each => each.Name == part) ? count.Parts.Where(each => each.Name == part).Sum(each => each.N) : null;

    static string Cell(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}

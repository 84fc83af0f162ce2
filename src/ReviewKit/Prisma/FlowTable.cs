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
}

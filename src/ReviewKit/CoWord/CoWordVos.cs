using System.Globalization;
using ReviewKit.Graphs;

namespace ReviewKit.CoWord;

/// <summary>A map with the columns that VOSviewer itself writes for maps of this kind.</summary>
static class CoWordVos
{
    public static IReadOnlyList<string> Columns(CoWordMap map) => map.Options.Words == MapWords.Keywords
        ? ["weight<Occurrences>", "score<Avg. pub. year>", "score<Avg. citations>", "score<Avg. norm. citations>"]
        : [$"weight<{Units(map)}>", "weight<Citations>", "weight<Norm. citations>", "score<Avg. pub. year>", "score<Avg. citations>", "score<Avg. norm. citations>"];

    public static IReadOnlyList<VosItem> Items(CoWordMap map)
    {
        var isKeywords = map.Options.Words == MapWords.Keywords;
        return
        [
            .. map.Terms.Select(term => new VosItem(CoWordGexf.Id(term), term.Label, isKeywords
                ? [term.Occurrences, term.AverageYear, term.AverageCitations, term.AverageNormalizedCitations]
                : [term.Occurrences, term.Citations, term.NormalizedCitations, term.AverageYear, term.AverageCitations, term.AverageNormalizedCitations])),
        ];
    }

    public static void WriteJson(Stream stream, CoWordMap map)
    {
        var node = map.Options.Words.Nodes.En;
        var item = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(node.EndsWith("ies", StringComparison.Ordinal) ? node[..^3] + "y" : node.TrimEnd('s'));
        VosJson.Write(stream, map.Map, Items(map), Columns(map), (item, "Link"), $"Network of {node}", map.Description);
    }

    // What VOSviewer calls the documents of an author; other units by their own name.
    static string Units(CoWordMap map) => map.Options.Words.Units.En == "records" ? "Documents" : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(map.Options.Words.Units.En);
}

using System.Globalization;
using ReviewKit.Graphs;

namespace ReviewKit.CoWord;

/// <summary>A co-word map as a network for Gephi: size by occurrences, colour by cluster, place by the layout, and the record ids of every node and edge.</summary>
static class CoWordGexf
{
    const double SmallestRadius = 4;
    const double LargestRadius = 40;

    // Between circles, so that rounding makes none touch.
    const double Gap = 0.5;

    static readonly GexfColumn[] NodeColumns =
    [
        new("occurrences", "Occurrences", GexfType.Integer),
        new("links", "Links", GexfType.Integer),
        new("total_link_strength", "Total link strength", GexfType.Integer),
        new("cluster", "Cluster", GexfType.Integer),
        new("average_year", "Average year", GexfType.Double),
        new("citations", "Citations", GexfType.Integer),
        new("normalized_citations", "Normalized citations", GexfType.Double),
        new("circle", "Circle", GexfType.String),
        new("betweenness", "Betweenness", GexfType.Double),
        new("language", "Language", GexfType.String),
        new("records", "Records", GexfType.String),
    ];

    // Not "weight": Gephi has a column of that name, and a second one makes the file unreadable to some.
    static readonly GexfColumn[] EdgeColumns =
    [
        new("association_strength", "Association strength", GexfType.Double),
        new("jaccard", "Jaccard", GexfType.Double),
        new("records", "Records", GexfType.String),
    ];

    public static GexfDocument Of(CoWordMap map)
    {
        var most = map.Terms.Count == 0 ? 1 : map.Terms[0].Occurrences;
        // The layout's mean distance is 1; the more nodes, the wider the sheet, so that circles find room between each other.
        var scale = 2 * LargestRadius * Math.Sqrt(map.Terms.Count);
        double Radius(CoWordTerm term) => Math.Round(Math.Max(SmallestRadius, LargestRadius * Math.Sqrt((double)term.Occurrences / most)), 2);
        var places = OverlapRemoval.Apart(new Layout([.. map.Terms.Select(term => term.X * scale)], [.. map.Terms.Select(term => term.Y * scale)]), [.. map.Terms.Select(term => Radius(term) + Gap)]);
        return new GexfDocument
        {
            Description = map.Description,
            NodeColumns = NodeColumns,
            EdgeColumns = EdgeColumns,
            Nodes = map.Terms.Select((term, node) => new GexfNode
            {
                Id = Id(term),
                Label = term.Label,
                Values = [term.Occurrences, term.Links, term.TotalLinkStrength, term.Cluster, Rounded(term.AverageYear, 4), term.Citations, Rounded(term.NormalizedCitations, 4), term.Circle.ToString().ToLowerInvariant(), Rounded(term.Betweenness, 4), term.Language, string.Join(' ', term.RecordIds)],
                Size = Radius(term),
                X = Math.Round(places.X[node], 2),
                Y = Math.Round(places.Y[node], 2),
                Color = Palette.Of(term.Cluster - 1),
                Years = term.Years,
            }),
            Edges = map.Pairs.Select(pair => new GexfEdge
            {
                Source = Id(pair.A),
                Target = Id(pair.B),
                Weight = pair.Weight,
                Years = map.YearsOf(pair),
                Values = [Rounded(pair.AssociationStrength, 8), Rounded(pair.Jaccard, 6), string.Join(' ', map.RecordIdsOf(pair))],
            }),
        };
    }

    /// <summary>The term's rank: short, without blanks, and the same in all files of a map.</summary>
    public static string Id(CoWordTerm term) => term.Rank.ToString(CultureInfo.InvariantCulture);

    static object? Rounded(double? value, int digits) => value is { } known ? Math.Round(known, digits) : null;
}

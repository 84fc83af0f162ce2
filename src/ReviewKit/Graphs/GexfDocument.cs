namespace ReviewKit.Graphs;

/// <summary>1.2draft is what every reader opens; 1.3 is what Gephi writes today (networkx 2.8 cannot read it).</summary>
public enum GexfVersion { Draft12, V13 }

/// <summary>The types of columns that Gephi, graphology and networkx agree on.</summary>
public enum GexfType { Integer, Double, String }

/// <summary>A column of the nodes' or edges' table.</summary>
/// <param name="Id">Lower case without blanks: Gephi folds case, so that two ids that differ in case only would clash.</param>
/// <param name="Title">The heading people see.</param>
/// <param name="Type">Of all its values.</param>
public sealed record GexfColumn(string Id, string Title, GexfType Type);

/// <summary>A node.</summary>
public sealed record GexfNode
{
    /// <summary>Without blanks.</summary>
    public required string Id { get; init; }

    public required string Label { get; init; }

    /// <summary>In the order of the columns: int, double or string; null writes none.</summary>
    public IReadOnlyList<object?> Values { get; init; } = [];

    public required double Size { get; init; }
    public required double X { get; init; }
    public required double Y { get; init; }
    public required Rgb Color { get; init; }

    /// <summary>Counts of single years, ascending; only written <see cref="GexfDocument.ByYear"/>.</summary>
    public IReadOnlyList<(int Year, int Count)> Years { get; init; } = [];
}

/// <summary>An undirected edge; each pair once.</summary>
public sealed record GexfEdge
{
    public required string Source { get; init; }
    public required string Target { get; init; }

    /// <summary>Above 0: Gephi drops an edge of weight 0.</summary>
    public required double Weight { get; init; }

    public IReadOnlyList<object?> Values { get; init; } = [];

    /// <summary>As of a node.</summary>
    public IReadOnlyList<(int Year, int Count)> Years { get; init; } = [];
}

/// <summary>What <see cref="Gexf"/> writes; nodes and edges are asked for once and may be made on the way.</summary>
public sealed record GexfDocument
{
    public GexfVersion Version { get; init; } = GexfVersion.Draft12;

    /// <summary>Absent: not written, so that the same network gives the same bytes on every day.</summary>
    public DateOnly? LastModified { get; init; }

    /// <summary>Nodes and edges appear with their first year and have a column by_year that changes from year to year, for Gephi's time line; weights stay those of all years.</summary>
    public bool ByYear { get; init; }

    public string Creator { get; init; } = "ReviewKit";
    public string Description { get; init; } = "";
    public IReadOnlyList<GexfColumn> NodeColumns { get; init; } = [];
    public IReadOnlyList<GexfColumn> EdgeColumns { get; init; } = [];
    public required IEnumerable<GexfNode> Nodes { get; init; }
    public required IEnumerable<GexfEdge> Edges { get; init; }
}

using System.Globalization;

namespace ReviewKit.Graphs;

/// <summary>What finds the clusters.</summary>
public enum ClusteringAlgorithm { Leiden, Louvain }

/// <summary>What a good clustering is.</summary>
public enum ClusterQuality
{
    /// <summary>VOSviewer's: <see cref="ConstantPottsModel"/> of weights normalised by association strength.</summary>
    AssociationStrength,

    /// <summary>Newman's: weights as counted, against what the strengths of the nodes let expect.</summary>
    Modularity,
}

/// <summary>What finds the places.</summary>
public enum LayoutAlgorithm { Vos, ForceAtlas2 }

/// <summary>How a <see cref="NetworkMap"/> is made; the defaults are VOSviewer's.</summary>
public sealed record NetworkMapOptions
{
    public ClusteringAlgorithm Algorithm { get; init; }
    public ClusterQuality Quality { get; init; }
    public LeidenOptions Clustering { get; init; } = new();
    public LayoutAlgorithm LayoutBy { get; init; }
    public VosLayoutOptions Vos { get; init; } = new();
    public ForceAtlas2Options ForceAtlas2 { get; init; } = new();

    /// <summary>For reading: see <see cref="ComponentLayout"/>. A connected network gets the same map either way, unless it comes out as a line. Only with <see cref="LayoutAlgorithm.Vos"/>: gravity keeps ForceAtlas2's components near.</summary>
    public bool ComponentsApart { get; init; }

    /// <summary>The same with one seed for clusters and layout.</summary>
    public NetworkMapOptions WithSeed(long seed) =>
        this with { Clustering = Clustering with { Seed = seed }, Vos = Vos with { Seed = seed }, ForceAtlas2 = ForceAtlas2 with { Seed = seed } };

    /// <summary>All that is needed to make the map again, in English: for the files that hold it.</summary>
    public string Description => string.Create(CultureInfo.InvariantCulture,
        $"Clusters: {Algorithm}, {(Quality == ClusterQuality.Modularity ? "modularity" : "association strength")}, resolution {Clustering.Resolution}, starts {Clustering.Starts}, iterations {Clustering.Iterations}, ") +
        (Algorithm == ClusteringAlgorithm.Louvain ? "" : string.Create(CultureInfo.InvariantCulture, $"randomness {Clustering.Randomness}, minimum size {Clustering.MinimumClusterSize}, ")) +
        string.Create(CultureInfo.InvariantCulture, $"seed {Clustering.Seed}. Layout: ") + LayoutDescription;

    string LayoutDescription => LayoutBy == LayoutAlgorithm.Vos
        ? string.Create(CultureInfo.InvariantCulture, $"VOS, attraction {Vos.Attraction}, repulsion {Vos.Repulsion}, starts {Vos.Starts}, iterations {Vos.Iterations}, seed {Vos.Seed}{(ComponentsApart ? ", components apart, those that come out as a line with repulsion -1" : "")}.")
        : string.Create(CultureInfo.InvariantCulture, $"ForceAtlas2, iterations {ForceAtlas2.Iterations}, scaling {ForceAtlas2.Scaling}, gravity {ForceAtlas2.Gravity}{(ForceAtlas2.StrongGravity ? " (strong)" : "")}{(ForceAtlas2.LinLog ? ", LinLog" : "")}{(ForceAtlas2.DissuadeHubs ? ", hubs dissuaded" : "")}, theta {ForceAtlas2.Theta}, tolerance {ForceAtlas2.Tolerance}, seed {ForceAtlas2.Seed}.");
}

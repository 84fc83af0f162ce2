using System.CommandLine;
using ReviewKit.CoWord;
using ReviewKit.Graphs;

namespace ReviewKit.App.Commands;

/// <summary>The options that say how clusters and places are found: of coword and network alike.</summary>
sealed class ClusterOptions(Verb verb)
{
    readonly Option<string?> clusterBy = Limited(verb.Option<string?>("--cluster-by", "A", new("leiden or louvain; default: leiden", "leiden 或 louvain；默认 leiden")), "leiden", "louvain");
    readonly Option<string?> quality = Limited(verb.Option<string?>("--quality", "Q", new("what good clusters are: association (VOSviewer's) or modularity; default: association", "聚类目标：association（VOSviewer 的）或 modularity（模块度）；默认 association")), "association", "modularity");
    readonly Option<double?> resolution = verb.Option<double?>("--resolution", "R", new("the higher, the more clusters; default: 1", "分辨率，越大聚类越多；默认 1"));
    readonly Option<int?> smallest = verb.Option<int?>("--min-cluster", "N", new("smaller clusters join others (leiden); default: 1", "小于此数的聚类并入其他聚类（leiden）；默认 1"));
    readonly Option<string?> layoutBy = Limited(verb.Option<string?>("--layout-by", "A", new("vos or forceatlas2; default: vos", "vos 或 forceatlas2；默认 vos")), "vos", "forceatlas2");
    readonly Option<int?> attraction = verb.Option<int?>("--attraction", "N", new("of vos; default: 2", "vos 的吸引指数；默认 2"));
    readonly Option<int?> repulsion = verb.Option<int?>("--repulsion", "N", new("of vos, below attraction; default: 1", "vos 的排斥指数，须小于吸引指数；默认 1"));
    readonly Option<bool> linLog = verb.Option<bool>("--linlog", null, new("of forceatlas2: tighter clusters; default: off", "forceatlas2：LinLog 模式，聚类更紧；默认关"));
    readonly Option<double?> gravity = verb.Option<double?>("--gravity", "G", new("of forceatlas2; default: 1", "forceatlas2 的引力；默认 1"));
    readonly Option<string?> circles = Limited(verb.Option<string?>("--circles", "RULE", new("core, second circle, marginal by k-core or strength; default: k-core", "核心、次级、边缘圈层的划分规则：k-core（k 核）或 strength（强度）；默认 k-core")), "k-core", "strength");

    public NetworkMapOptions Of(Session session, ParseResult parsed, bool componentsApart)
    {
        var (clustering, vos) = (new LeidenOptions(), new VosLayoutOptions());
        vos = vos with { Attraction = parsed.GetValue(attraction) ?? vos.Attraction, Repulsion = parsed.GetValue(repulsion) ?? vos.Repulsion };
        if (vos.Attraction <= vos.Repulsion)
            throw new ReviewKitException($"--attraction {vos.Attraction} is not above --repulsion {vos.Repulsion}: the nodes would fly apart", $"--attraction {vos.Attraction} 不大于 --repulsion {vos.Repulsion}：节点会散开");
        clustering = clustering with { Resolution = parsed.GetValue(resolution) ?? clustering.Resolution, MinimumClusterSize = parsed.GetValue(smallest) ?? clustering.MinimumClusterSize };
        if (!(clustering.Resolution > 0)) throw new ReviewKitException($"--resolution {clustering.Resolution} is not above 0", $"--resolution {clustering.Resolution} 须大于 0");
        return new NetworkMapOptions
        {
            Algorithm = parsed.GetValue(clusterBy) == "louvain" ? ClusteringAlgorithm.Louvain : ClusteringAlgorithm.Leiden,
            Quality = parsed.GetValue(quality) == "modularity" ? ClusterQuality.Modularity : ClusterQuality.AssociationStrength,
            Clustering = clustering,
            LayoutBy = parsed.GetValue(layoutBy) == "forceatlas2" ? LayoutAlgorithm.ForceAtlas2 : LayoutAlgorithm.Vos,
            Vos = vos,
            ForceAtlas2 = new ForceAtlas2Options { LinLog = parsed.GetValue(linLog), Gravity = parsed.GetValue(gravity) ?? 1 },
            ComponentsApart = componentsApart,
        }.WithSeed(session.Seed);
    }

    public CircleRule CirclesOf(ParseResult parsed) => parsed.GetValue(circles) == "strength" ? CircleRule.Strength : CircleRule.Coreness;

    static Option<string?> Limited(Option<string?> option, params string[] words)
    {
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}

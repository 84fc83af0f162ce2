using System.Text;
using ReviewKit.Graphs;

namespace ReviewKit.App.Commands;

static class NetworkCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "network", new("Cluster and lay out a VOSviewer network file", "对 VOSviewer 网络文件聚类和布局"), "reviewkit network network.txt --cluster --layout --map map.txt");
        var file = verb.Argument<string>("NETWORK", new("tab-separated: id, id, strength", "制表符分隔：编号、编号、强度"));
        var cluster = verb.Option<bool>("--cluster", null, new("clusters by Leiden, association strength, resolution 1, 10 starts of 10 iterations; default: both this and --layout", "Leiden 聚类（关联强度，分辨率 1，10 次起始各 10 轮迭代）；默认与 --layout 同时进行"));
        var layout = verb.Option<bool>("--layout", null, new("VOS layout, attraction 2, repulsion 1, 1,000 iterations; default: both this and --cluster", "VOS 布局（吸引 2，排斥 1，1000 轮迭代）；默认与 --cluster 同时进行"));
        var map = verb.Option<string?>("--map", "OUT", new("the VOSviewer map file; default: the screen", "VOSviewer 地图文件；默认为屏幕"));
        return verb.Does((session, parsed) =>
        {
            var path = session.PathOf(parsed.GetValue(file)!);
            if (!File.Exists(path)) throw new ReviewKitException($"{path} is not there", $"找不到 {path}");
            using var reader = new StreamReader(path);
            var read = VosFile.ReadNetwork(reader, Path.GetFileName(path));
            var (wantsCluster, wantsLayout) = (parsed.GetValue(cluster), parsed.GetValue(layout));
            if (!wantsCluster && !wantsLayout) wantsCluster = wantsLayout = true;
            var options = new NetworkMapOptions().WithSeed(session.Seed);
            var found = new NetworkMap(read.Network,
                wantsCluster ? NetworkMap.FindClusters(read.Network, options) : new Clustering(new int[read.Ids.Count]),
                wantsLayout ? NetworkMap.FindLayout(read.Network, options) : new Layout(new double[read.Ids.Count], new double[read.Ids.Count]));
            var items = read.Ids.Select(id => new VosItem(id, id, [])).ToList();
            if (parsed.GetValue(map) is not { } target)
            {
                VosFile.WriteMap(session.Output, found, items);
                return 0;
            }
            using var writer = new StreamWriter(session.PathOf(target), false, new UTF8Encoding(false));
            VosFile.WriteMap(writer, found, items);
            session.Tell($"{read.Ids.Count} nodes in {found.Clusters.Count} clusters: {target}", $"{read.Ids.Count} 个节点，{found.Clusters.Count} 个聚类：{target}");
            return 0;
        });
    }
}

using System.CommandLine;
using System.Text;
using ReviewKit.Bibliometrics;
using ReviewKit.CoWord;
using ReviewKit.Graphs;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class NetworkCommand
{
    /// <summary>Of: words for --of; Least: occurrences a node must have, unless told.</summary>
    static readonly (string Word, NetworkOf Of, int Least, Message Says)[] Kinds =
    [
        ("authors", NetworkOf.Authors, 2, new("who wrote together", "合著的作者")),
        ("institutions", NetworkOf.Institutions, 2, new("institutions whose people wrote together", "合作的机构")),
        ("countries", NetworkOf.Countries, 1, new("countries whose people wrote together", "合作的国家")),
        ("coupling", NetworkOf.Coupling, 1, new("reports that cite the same references", "引用相同文献的报告（文献耦合）")),
        ("co-citation", NetworkOf.CoCitation, 2, new("references that are cited together", "共被引的文献")),
        ("cited-sources", NetworkOf.CitedSources, 2, new("journals and books that are cited together", "共被引的期刊与图书")),
        ("cited-authors", NetworkOf.CitedAuthors, 2, new("first authors who are cited together", "共被引的第一作者")),
    ];

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "network", new("Cluster and lay out a VOSviewer network file, or the authors, institutions, countries or references of records", "对 VOSviewer 网络文件，或记录的作者、机构、国家、参考文献网络聚类和布局"),
            "reviewkit network network.txt --cluster --layout --map map.txt", "reviewkit network --of authors savedrecs.txt --svg authors.svg", "reviewkit network --of co-citation --min 5");
        var files = verb.Argument<string[]>("FILE", new("a network (tab-separated: id, id, strength); with --of export files, default: the review's included reports", "网络文件（制表符分隔：编号、编号、强度）；用 --of 时为导出文件，默认为综述纳入的报告"), ArgumentArity.ZeroOrMore);
        var of = verb.Option<string?>("--of", "WHAT", new("what the nodes are (see below); default: those of the network file", "节点类型（见下）；默认为网络文件中的节点"));
        of.AcceptOnlyFromAmong([.. Kinds.Select(kind => kind.Word)]);
        verb.List(new("WHAT", "WHAT"), Kinds.Select(kind => (kind.Word, kind.Says)));
        var cluster = verb.Option<bool>("--cluster", null, new("of a network file: clusters by Leiden, association strength, resolution 1, 10 starts of 10 iterations; default: both this and --layout", "网络文件：Leiden 聚类（关联强度，分辨率 1，10 次起始各 10 轮迭代）；默认与 --layout 同时进行"));
        var layout = verb.Option<bool>("--layout", null, new("of a network file: VOS layout, attraction 2, repulsion 1, 1,000 iterations; default: both this and --cluster", "网络文件：VOS 布局（吸引 2，排斥 1，1000 轮迭代）；默认与 --cluster 同时进行"));
        var map = verb.Option<string?>("--map", "OUT", new("of a network file: the VOSviewer map file; default: the screen", "网络文件：VOSviewer 地图文件；默认为屏幕"));
        var minimum = verb.Option<int?>("--min", "N", new("with --of: reports a node must occur in, of coupling its references; default: 2, of countries and coupling 1", "用 --of 时：节点至少出现的报告数（耦合时为参考文献数）；默认 2，国家与耦合为 1"));
        var top = verb.Option<int?>("--top", "N", new("with --of: at most so many nodes; default: 1000", "用 --of 时：最多多少个节点；默认 1000"));
        var counting = verb.Option<string?>("--counting", "C", new("with --of: full, or fractional (a paper of n counts 1/(n-1) a pair); default: full", "用 --of 时：full（全计数）或 fractional（n 项的文献每对计 1/(n-1)）；默认 full"));
        counting.AcceptOnlyFromAmong("full", "fractional");
        var asWritten = verb.Option<bool>("--as-written", null, new("with --of: names as VOSviewer takes them, only case put aside; default: countries under one name, departments under their institution, references by author, year, volume and page", "用 --of 时：名称照原文（同 VOSviewer，仅忽略大小写）；默认统一国名，院系归入机构，参考文献按作者、年、卷、页识别"));
        var thesaurus = ThesaurusOption.On(verb);
        var options = new ClusterOptions(verb);
        var outputs = new MapOutputs(verb, isKeywords: false);
        var place = ReportSet.PlaceOption(verb);
        var columns = ColumnsOption.On(verb);
        return verb.Does((session, parsed) =>
        {
            var given = parsed.GetValue(files) ?? [];
            if (parsed.GetValue(of) is not { } word) return OfFile(session, given, options.Of(session, parsed, componentsApart: false), parsed.GetValue(cluster), parsed.GetValue(layout), parsed.GetValue(map));
            using var review = given.Length > 0 ? null : session.Open();
            var set = ReportSet.Of(session, review, given, ColumnsOption.Of(parsed, columns), parsed.GetValue(place));
            var kind = Array.Find(Kinds, kind => kind.Word == word);
            var standard = new CoWordOptions();
            var found = RecordNetwork.Of(set.Records, kind.Of, standard with
            {
                MinimumOccurrences = parsed.GetValue(minimum) ?? kind.Least,
                Top = parsed.GetValue(top) ?? standard.Top,
                Counting = parsed.GetValue(counting) == "fractional" ? Counting.Fractional : Counting.Full,
                Identity = parsed.GetValue(asWritten) ? TermIdentity.CaseInsensitive : TermIdentity.Folded,
                Thesaurus = ThesaurusOption.Of(session, parsed, thesaurus),
                Circles = options.CirclesOf(parsed),
                Inputs = set.Inputs,
                Network = options.Of(session, parsed, componentsApart: true),
            });
            if (found.Terms.Count == 0) throw Empty(found, set, kind.Of);
            Print(session, found, set.Records.Count);
            outputs.Write(session, parsed, review, word, found);
            return 0;
        });
    }

    static int OfFile(Session session, string[] files, NetworkMapOptions options, bool wantsCluster, bool wantsLayout, string? target)
    {
        if (files is not [var file])
            throw new ReviewKitException("which network: one file, or --of authors (institutions, countries, coupling, co-citation, cited-sources, cited-authors) with export files", "请给出一个网络文件，或用 --of authors（institutions、countries、coupling、co-citation、cited-sources、cited-authors）加导出文件");
        var path = session.PathOf(file);
        if (!File.Exists(path)) throw new ReviewKitException($"{path} is not there", $"找不到 {path}");
        using var reader = new StreamReader(path);
        var read = VosFile.ReadNetwork(reader, Path.GetFileName(path));
        if (!wantsCluster && !wantsLayout) wantsCluster = wantsLayout = true;
        var found = new NetworkMap(read.Network,
            wantsCluster ? NetworkMap.FindClusters(read.Network, options) : new Clustering(new int[read.Ids.Count]),
            wantsLayout ? NetworkMap.FindLayout(read.Network, options) : new Layout(new double[read.Ids.Count], new double[read.Ids.Count]));
        var items = read.Ids.Select(id => new VosItem(id, id, [])).ToList();
        if (target is null)
        {
            VosFile.WriteMap(session.Output, found, items);
            return 0;
        }
        using var writer = new StreamWriter(session.PathOf(target), false, new UTF8Encoding(false));
        VosFile.WriteMap(writer, found, items);
        session.Tell($"{read.Ids.Count} nodes in {found.Clusters.Count} clusters: {target}", $"{read.Ids.Count} 个节点，{found.Clusters.Count} 个聚类：{target}");
        return 0;
    }

    /// <summary>Nothing to draw: because the exports have not got it, or because all is too rare.</summary>
    static ReviewKitException Empty(CoWordMap map, ReportSet set, NetworkOf of)
    {
        var (nodes, least) = (map.Options.Words.Nodes, map.Options.MinimumOccurrences);
        if (of >= NetworkOf.Coupling && set.Records.All(record => record.References.Count == 0))
            return new ReviewKitException("none of the records has a reference list: export full records with cited references (Web of Science: \"Full Record and Cited References\"; Scopus: \"Include references\")", "记录均无参考文献：请导出含参考文献的完整记录（Web of Science 选“全记录与引用的参考文献”，Scopus 勾选“Include references”）");
        return map.Index.Terms.Count == 0
            ? new ReviewKitException($"the {set.Records.Count} records name no {nodes.En}; nothing was written", $"{set.Records.Count} 条记录中没有{nodes.Zh}；未写出任何文件")
            : new ReviewKitException($"none of the {map.Index.Terms.Count} {nodes.En} reaches {least}: lower --min; nothing was written", $"{map.Index.Terms.Count} 个{nodes.Zh}均未达到 {least} 次：请调低 --min；未写出任何文件");
    }

    static void Print(Session session, CoWordMap map, int records)
    {
        var nodes = map.Options.Words.Nodes;
        session.Print($"{map.Terms.Count} {nodes.En} on the map of {records} reports, {map.Pairs.Count} links, {map.ClusterCount} clusters", $"{records} 篇报告：图上 {map.Terms.Count} 个{nodes.Zh}，{map.Pairs.Count} 条连线，{map.ClusterCount} 个聚类");
        var table = session.Language == Language.Zh ? new Table(nodes.Zh, map.Options.Words.Units.Zh, "连接", "强度", "聚类") : new Table(nodes.En, map.Options.Words.Units.En, "links", "strength", "cluster");
        foreach (var term in map.Terms.Take(10)) table.Add(term.Label, term.Occurrences, term.Links, Math.Round(term.TotalLinkStrength, 4), term.Cluster);
        table.Write(session.Output, "  ");
    }
}

using System.Text;
using ReviewKit.CoWord;
using ReviewKit.Graphs;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class CoWordCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "coword", new("Map keywords as a co-word network: GEXF for Gephi, tables, VOSviewer files", "绘制关键词共词网络：Gephi 的 GEXF、表格、VOSviewer 文件"),
            "reviewkit coword", "reviewkit coword --min 3 --gexf map.gexf", "reviewkit coword savedrecs.txt --fields all --vos-map map.txt --vos-network network.txt", "reviewkit coword show 智慧城市 大数据");
        var files = verb.Argument<string[]>("FILE", new("export files of any kind, without a review; default: the review's included reports", "任意导出文件（无需综述）；默认为综述纳入的报告"), System.CommandLine.ArgumentArity.ZeroOrMore);
        var options = new MapOptions(verb);
        var gexf = verb.Option<string?>("--gexf", "OUT", new("default: out/coword.gexf", "默认 out/coword.gexf"));
        var version = verb.Option<string?>("--gexf-version", "V", new("1.2 (Gephi, networkx, graphology) or 1.3; default: 1.2", "1.2（Gephi、networkx、graphology 均可读）或 1.3；默认 1.2"));
        version.AcceptOnlyFromAmong("1.2", "1.3");
        var keywords = verb.Option<string?>("--keywords", "OUT.csv", new("default: out/keywords.csv", "默认 out/keywords.csv"));
        var pairs = verb.Option<string?>("--pairs", "OUT.csv", new("default: out/pairs.csv", "默认 out/pairs.csv"));
        var svg = verb.Option<string?>("--svg", "OUT", new("a picture of the map; default: out/coword.svg", "地图图片；默认 out/coword.svg"));
        var vosMap = verb.Option<string?>("--vos-map", "OUT", new("default: not written", "默认不写"));
        var vosNetwork = verb.Option<string?>("--vos-network", "OUT", new("default: not written", "默认不写"));
        var columns = ColumnsOption.On(verb);
        verb.Add(Show(host));
        return verb.Does((session, parsed) =>
        {
            using var review = parsed.GetValue(files) is { Length: > 0 } ? null : session.Open();
            var set = ReportSet.Of(session, review, parsed.GetValue(files) ?? [], ColumnsOption.Of(parsed, columns), parsed.GetValue(options.Place));
            var map = CoWordMap.Of(set.Records, options.Of(session, parsed) with { Inputs = set.Inputs });
            string? PathOr(string? named, string standard) => named is not null ? session.PathOf(named) : review is not null ? Path.Combine(review.OutFolder, standard) : null;
            var outputs = new Outputs(PathOr(parsed.GetValue(gexf), "coword.gexf"), PathOr(parsed.GetValue(keywords), "keywords.csv"), PathOr(parsed.GetValue(pairs), "pairs.csv"), PathOr(parsed.GetValue(svg), "coword.svg"),
                parsed.GetValue(vosMap) is { } m ? session.PathOf(m) : null, parsed.GetValue(vosNetwork) is { } n ? session.PathOf(n) : null);
            if (map.Terms.Count == 0)
                throw new ReviewKitException($"no keyword occurs in as many as {map.Options.MinimumOccurrences} of {set.Records.Count} reports: lower --min; nothing was written", $"{set.Records.Count} 篇报告中没有关键词达到 {map.Options.MinimumOccurrences} 次：请调低 --min；未写出任何文件");
            Write(map, outputs, session.Language, parsed.GetValue(version) == "1.3" ? GexfVersion.V13 : GexfVersion.Draft12);
            Print(session, map, set.Records.Count);
            foreach (var path in outputs.All) session.Tell($"written: {path}", $"已写出：{path}");
            return 0;
        });
    }

    /// <summary>Where the files go; null leaves one out.</summary>
    public sealed record Outputs(string? Gexf, string? Keywords, string? Pairs, string? Svg, string? VosMap = null, string? VosNetwork = null)
    {
        public IEnumerable<string> All => new[] { Gexf, Keywords, Pairs, Svg, VosMap, VosNetwork }.OfType<string>();
    }

    public static void Write(CoWordMap map, Outputs outputs, Language language, GexfVersion version = GexfVersion.Draft12)
    {
        foreach (var path in outputs.All) Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (outputs.Gexf is { } gexf)
        {
            using var stream = File.Create(gexf);
            map.WriteGexf(stream, null, version);
        }
        if (outputs.Svg is { } picture)
        {
            using var stream = File.Create(picture);
            map.WriteSvg(stream, language);
        }
        // Excel takes a CSV for UTF-8 only when it begins with a byte order mark.
        Text(outputs.Keywords, bom: true, map.WriteKeywords);
        Text(outputs.Pairs, bom: true, map.WritePairs);
        Text(outputs.VosMap, bom: false, map.WriteVosMap);
        Text(outputs.VosNetwork, bom: false, map.WriteVosNetwork);

        static void Text(string? path, bool bom, Action<TextWriter> write)
        {
            if (path is null) return;
            using var writer = new StreamWriter(path, false, new UTF8Encoding(bom));
            write(writer);
        }
    }

    public static void Print(Session session, CoWordMap map, int records)
    {
        session.Print($"{map.Terms.Count} keywords on the map of {records} reports, {map.Pairs.Count} pairs, {map.ClusterCount} clusters",
            $"{records} 篇报告：图上 {map.Terms.Count} 个关键词，{map.Pairs.Count} 对共现，{map.ClusterCount} 个聚类");
        var table = session.Language == Language.Zh ? new Table("关键词", "出现", "连接", "强度", "聚类") : new Table("keyword", "occurrences", "links", "strength", "cluster");
        foreach (var term in map.Terms.Take(10)) table.Add(term.Label, term.Occurrences, term.Links, term.TotalLinkStrength, term.Cluster);
        table.Write(session.Output, "  ");
    }

    static Verb Show(Host host)
    {
        var verb = new Verb(host, "show", new("The reports behind a keyword, or behind a pair", "一个关键词（或一对关键词）背后的报告"), "reviewkit coword show 智慧城市", "reviewkit coword show 智慧城市 数字经济", "reviewkit coword show bibliometrics --from savedrecs.txt --fields all");
        var first = verb.Argument<string>("TERM", new("a keyword on the map", "图上的关键词"));
        var files = verb.Option<string[]>("--from", "FILE...", new("export files of any kind, without a review; default: the review's included reports", "任意导出文件（无需综述）；默认为综述纳入的报告"));
        files.AllowMultipleArgumentsPerToken = true;
        var second = verb.Argument<string?>("TERM2", new("another; default: all reports with the first", "另一个；默认显示含第一个词的全部报告"), System.CommandLine.ArgumentArity.ZeroOrOne);
        var options = new MapOptions(verb);
        var columns = ColumnsOption.On(verb);
        return verb.Does((session, parsed) =>
        {
            using var review = parsed.GetValue(files) is { Length: > 0 } ? null : session.Open();
            var records = ReportSet.Of(session, review, parsed.GetValue(files) ?? [], ColumnsOption.Of(parsed, columns), parsed.GetValue(options.Place)).Records;
            var map = CoWordMap.Of(records, options.Of(session, parsed));
            var a = Find(map, parsed.GetValue(first)!);
            var ids = parsed.GetValue(second) is { } other ? map.RecordIdsOf(a, Find(map, other)) : a.RecordIds;
            var byId = records.ToDictionary(record => record.Id);
            foreach (var id in ids) session.Print($"{id}\t{byId[id].Year}\t{byId[id].Title}");
            session.Tell($"{ids.Count} reports", $"{ids.Count} 篇报告");
            return 0;
        });
    }

    static CoWordTerm Find(CoWordMap map, string term) =>
        map.Find(term) ?? throw new ReviewKitException($"\"{term}\" is not on the map; out/keywords.csv lists what is", $"图上没有“{term}”；out/keywords.csv 列有全部关键词");

    /// <summary>The options that say which map: shared by coword and coword show.</summary>
    sealed class MapOptions(Verb verb)
    {
        static readonly Dictionary<string, KeywordFields> Fields = DescribeCommand.KeywordWords;

        readonly System.CommandLine.Option<string?> fields = Limited(verb.Option<string?>("--fields", "F", new("author, index, plus or all keywords; default: author", "author（作者）、index（标引）、plus 或 all；默认 author")), [.. Fields.Keys]);
        readonly System.CommandLine.Option<int?> minimum = verb.Option<int?>("--min", "N", new("reports a keyword must occur in; default: 2", "关键词至少出现的报告数；默认 2"));
        readonly System.CommandLine.Option<int?> top = verb.Option<int?>("--top", "N", new("at most so many keywords; default: 1000", "最多多少个关键词；默认 1000"));
        readonly System.CommandLine.Option<string?> thesaurus = ThesaurusOption.On(verb);

        public System.CommandLine.Option<string?> Place { get; } = ReportSet.PlaceOption(verb);

        public CoWordOptions Of(Session session, System.CommandLine.ParseResult parsed)
        {
            var options = new CoWordOptions
            {
                Fields = Fields[parsed.GetValue(fields) ?? "author"],
                Network = new NetworkMapOptions { ComponentsApart = true }.WithSeed(session.Seed),
            };
            if (parsed.GetValue(minimum) is { } least) options = options with { MinimumOccurrences = least };
            if (parsed.GetValue(top) is { } most) options = options with { Top = most };
            return options with { Thesaurus = ThesaurusOption.Of(session, parsed, thesaurus) };
        }

        static System.CommandLine.Option<string?> Limited(System.CommandLine.Option<string?> option, string[] words)
        {
            option.AcceptOnlyFromAmong(words);
            return option;
        }
    }
}

using ReviewKit.CoWord;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class CoWordCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "coword", new("Map keywords as a co-word network: GEXF for Gephi, tables, VOSviewer files", "绘制关键词共词网络：Gephi 的 GEXF、表格、VOSviewer 文件"),
            "reviewkit coword", "reviewkit coword --min 3 --gexf map.gexf", "reviewkit coword savedrecs.txt --fields all --vos-map map.txt --vos-network network.txt", "reviewkit coword savedrecs.txt --out maps", "reviewkit coword show 智慧城市 大数据");
        var files = verb.Argument<string[]>("FILE", new("export files of any kind, without a review; default: the review's included reports", "任意导出文件（无需综述）；默认为综述纳入的报告"), System.CommandLine.ArgumentArity.ZeroOrMore);
        var options = new MapOptions(verb);
        var outputs = new MapOutputs(verb, isKeywords: true);
        var columns = ColumnsOption.On(verb);
        verb.Add(Show(host));
        foreach (var part in CoWordTermsCommands.All(host)) verb.Add(part);
        verb.Add(CoWordThemesCommands.Evolution(host));
        verb.Add(CoWordThemesCommands.Compare(host));
        return verb.Does((session, parsed) =>
        {
            using var review = parsed.GetValue(files) is { Length: > 0 } ? null : session.Open();
            var set = ReportSet.Of(session, review, parsed.GetValue(files) ?? [], ColumnsOption.Of(parsed, columns), parsed.GetValue(options.Place));
            var map = CoWordMap.Of(set.Records, options.Of(session, parsed) with { Inputs = set.Inputs });
            if (map.Terms.Count == 0)
                throw new ReviewKitException($"no keyword occurs in as many as {map.Options.MinimumOccurrences} of {set.Records.Count} reports: lower --min; nothing was written", $"{set.Records.Count} 篇报告中没有关键词达到 {map.Options.MinimumOccurrences} 次：请调低 --min；未写出任何文件");
            Print(session, map, set.Records.Count);
            outputs.Write(session, parsed, review, "coword", map);
            return 0;
        });
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
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using ReviewKit.CoWord;
using ReviewKit.Screening;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>coword evolution and coword compare: several maps side by side.</summary>
static class CoWordThemesCommands
{
    public static Verb Evolution(Host host)
    {
        var verb = new Verb(host, "evolution", new("How themes pass from one period into the next", "主题在各时期之间的演化"), "reviewkit coword evolution --until 2015 2019", "reviewkit coword evolution savedrecs.txt --until 2010 --svg evolution.svg");
        var files = Files(verb);
        var until = verb.Option<int[]>("--until", "YEAR...", new("last year of each period but the last; default: two periods with about as many reports", "除最后一个时期外各时期的末年；默认分为报告数相近的两个时期"));
        until.AllowMultipleArgumentsPerToken = true;
        var options = new MapOptions(verb);
        var svg = verb.Option<string?>("--svg", "OUT", new("a picture; default: out/evolution.svg", "图片；默认 out/evolution.svg"));
        var csv = verb.Option<string?>("--csv", "OUT.csv", new("a table; default: out/evolution.csv", "表格；默认 out/evolution.csv"));
        var columns = ColumnsOption.On(verb);
        return verb.Does((session, parsed) =>
        {
            using var review = parsed.GetValue(files) is { Length: > 0 } ? null : session.Open();
            var set = ReportSet.Of(session, review, parsed.GetValue(files) ?? [], ColumnsOption.Of(parsed, columns), parsed.GetValue(options.Place));
            var cuts = parsed.GetValue(until) is { Length: > 0 } given ? given : Halves(set);
            var evolution = ThematicEvolution.Of(set.Records, ThematicEvolution.Cut(set.Records, cuts), options.Of(session, parsed) with { Inputs = set.Inputs });
            Print(session, evolution);
            if (Target(session, review, parsed.GetValue(svg), "evolution.svg") is { } picture)
            {
                using var stream = File.Create(picture);
                EvolutionSvg.Write(stream, evolution, session.Language);
                session.Tell($"written: {picture}", $"已写出：{picture}");
            }
            WriteTable(session, Target(session, review, parsed.GetValue(csv), "evolution.csv"), evolution.WriteLineages);
            return 0;
        });
    }

    public static Verb Compare(Host host)
    {
        var verb = new Verb(host, "compare", new("One map for each group of reports, and a table of what they share", "按组（如城市）分别绘图，并列表比较"), "reviewkit coword compare --by city", "reviewkit coword compare records.csv --by language --out maps", "reviewkit coword compare savedrecs.txt --group \"Beijing|北京\" \"Shanghai|上海\"");
        var files = Files(verb);
        var by = verb.Option<string?>("--by", "NAME", new("a group of review.yaml (by the labels of reports, else by words), label, source, language, type, year, or a field of the files; default: the first group of review.yaml", "review.yaml 中的分组（先按报告的标签，无标签时按文字）、label、source、language、type、year，或文件中的字段；默认为 review.yaml 的第一个分组"));
        var group = verb.Option<string[]>("--group", "NAMES...", new("groups by words in title, abstract and keywords, each with its other names after |; default: none", "按题名、摘要、关键词中的词分组，同一组的不同写法以 | 分隔；默认无"));
        group.AllowMultipleArgumentsPerToken = true;
        var options = new MapOptions(verb);
        var csv = verb.Option<string?>("--csv", "OUT.csv", new("the table; default: out/comparison.csv", "比较表；默认 out/comparison.csv"));
        var folder = verb.Option<string?>("--out", "DIR", new("a GEXF file and a picture for each group; default: out/groups of the review, none for files", "每组一个 GEXF 文件和一张图；默认写入综述的 out/groups，处理文件时不写"), "-o");
        var columns = ColumnsOption.On(verb);
        return verb.Does((session, parsed) =>
        {
            using var review = parsed.GetValue(files) is { Length: > 0 } ? null : session.Open();
            var set = ReportSet.Of(session, review, parsed.GetValue(files) ?? [], ColumnsOption.Of(parsed, columns), parsed.GetValue(options.Place));
            var name = parsed.GetValue(by) ?? review?.Protocol.Groups.Keys.FirstOrDefault();
            var words = parsed.GetValue(group) ?? [];
            if (words.Length == 0 && name is null)
                throw new ReviewKitException("which groups: --by NAME (source, language, type, year, a field, label or a group of review.yaml) or --group \"Beijing|北京\"", "请指明分组：--by 名称（source、language、type、year、字段、label 或 review.yaml 的分组）或 --group \"Beijing|北京\"");
            var (groups, groupsOf) = words.Length > 0 ? GroupComparison.ByWords(words) : InReview(session, review, set, name!) ?? GroupComparison.ByField(set.Records, name!);
            if (groups.Count == 0) throw new ReviewKitException($"no record has \"{name}\"", $"没有记录含“{name}”");
            var comparison = GroupComparison.Of(set.Records, groups, groupsOf, options.Of(session, parsed) with { Inputs = set.Inputs });
            Print(session, comparison);
            var maps = parsed.GetValue(folder) is { } named ? session.PathOf(named) : review is null ? null : Path.Combine(review.OutFolder, "groups");
            if (maps is not null)
                foreach (var own in comparison.Groups.Where(own => own.Map.Terms.Count > 0))
                    MapOutputs.Write(session, own.Map, FileName(own.Name), [.. new[] { "gexf", "svg" }.Select(MapFormat.Of).Select(format => (format, Path.Combine(maps, FileName(own.Name) + Path.GetExtension(format.File))))], Graphs.GexfVersion.Draft12);
            WriteTable(session, Target(session, review, parsed.GetValue(csv), "comparison.csv"), comparison.WriteTable);
            return 0;
        });
    }

    /// <summary>Groups that a review knows: labels people put on its reports, and the groups of review.yaml, by words where no report is labelled yet. Null for any other name.</summary>
    static (IReadOnlyList<string> Groups, Func<Records.Record, IReadOnlyList<string>> GroupsOf)? InReview(Session session, Store.Review? review, ReportSet set, string name)
    {
        if (review is null) return null;
        var blinding = Blinding.Of(review, session.Author.Person);
        var labels = set.Records.ToDictionary(record => record.Id, record => Labels.Of(review, Store.Reports.ReportOf(review, record.Id), blinding), StringComparer.Ordinal);
        if (string.Equals(name, "label", StringComparison.OrdinalIgnoreCase))
            return ([.. labels.Values.SelectMany(own => own).GroupBy(label => label).OrderByDescending(label => label.Count()).ThenBy(label => label.Key, StringComparer.Ordinal).Select(label => label.Key)], record => labels[record.Id]);
        if (!review.Protocol.Groups.TryGetValue(name, out var values)) return null;
        if (!labels.Values.Any(own => own.Any(label => label.StartsWith($"{name}=", StringComparison.Ordinal))))
        {
            session.Tell($"no report carries a label {name}=…; told by words in title, abstract and keywords", $"没有报告带 {name}=… 标签；按题名、摘要、关键词中的词分组");
            return GroupComparison.ByWords(values);
        }
        return (values, record => [.. values.Where(value => labels[record.Id].Contains($"{name}={value}"))]);
    }

    static Argument<string[]> Files(Verb verb) =>
        verb.Argument<string[]>("FILE", new("export files of any kind, without a review; default: the review's included reports", "任意导出文件（无需综述）；默认为综述纳入的报告"), ArgumentArity.ZeroOrMore);

    /// <summary>The year up to which half of the reports were published.</summary>
    static int[] Halves(ReportSet set)
    {
        var years = set.Records.Select(record => record.Year).OfType<int>().Order().ToList();
        if (years.Count == 0 || years[0] == years[^1]) return [];
        return [Math.Min(years[(years.Count - 1) / 2], years[^1] - 1)];
    }

    static string? Target(Session session, Store.Review? review, string? named, string usual)
    {
        var path = named is not null ? session.PathOf(named) : review is null ? null : Path.Combine(review.OutFolder, usual);
        if (path is not null) Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    static void WriteTable(Session session, string? path, Action<TextWriter> write)
    {
        if (path is null) return;
        // Excel takes a CSV for UTF-8 only when it begins with a byte order mark.
        using (var writer = new StreamWriter(path, false, new UTF8Encoding(true))) write(writer);
        session.Tell($"written: {path}", $"已写出：{path}");
    }

    static void Print(Session session, ThematicEvolution evolution)
    {
        foreach (var (period, map, themes) in evolution.Periods)
        {
            session.Print($"{period.Label}: {map.Index.RecordCount} reports, {map.Terms.Count} keywords, {themes.Count} themes", $"{period.Label}：{map.Index.RecordCount} 篇报告，{map.Terms.Count} 个关键词，{themes.Count} 个主题");
            var table = session.Language == Language.Zh ? new Table("主题", "类型", "中心度", "密度", "频次") : new Table("theme", "kind", "centrality", "density", "occurrences");
            foreach (var theme in themes.Take(10)) table.Add(theme.Label, KindOf(theme.Kind).In(session.Language), Number(theme.Centrality), Number(theme.Density), theme.Occurrences);
            table.Write(session.Output, "  ");
        }
        session.Print($"{evolution.Lineages.Count} links between themes of neighbouring periods", $"相邻时期主题之间 {evolution.Lineages.Count} 条联系");
    }

    static void Print(Session session, GroupComparison comparison)
    {
        var table = session.Language == Language.Zh ? new Table("组", "报告", "关键词", "聚类", "最常见") : new Table("group", "reports", "keywords", "clusters", "most frequent");
        foreach (var (name, records, map) in comparison.Groups) table.Add(name, records, map.Terms.Count, map.ClusterCount, string.Join("; ", map.Terms.Take(5).Select(term => term.Label)));
        table.Write(session.Output, "");
        var common = comparison.Terms.Where(term => term.In.All(own => own is not null)).Select(term => term.Label).ToList();
        session.Print($"on every map: {(common.Count == 0 ? "none" : string.Join("; ", common.Take(20)))}", $"各组共有：{(common.Count == 0 ? "无" : string.Join("；", common.Take(20)))}");
        if (comparison.Without > 0) session.Print($"{comparison.Without} reports belong to no group", $"{comparison.Without} 篇报告不属于任何组");
    }

    public static Message KindOf(ThemeKind kind) => kind switch
    {
        ThemeKind.Motor => new("motor", "发动"),
        ThemeKind.Basic => new("basic", "基础"),
        ThemeKind.Niche => new("niche", "孤立"),
        _ => new("emerging or declining", "新兴或衰退"),
    };

    static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    static string FileName(string name) => string.Concat(name.Select(c => Path.GetInvalidFileNameChars().Contains(c) || c is '/' or '\\' or ':' ? '_' : c));
}

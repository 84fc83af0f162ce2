using Dapper;
using ReviewKit.Records;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class ExportCommand
{
    static readonly string[] Places = ["all", "included", "excluded", "awaiting", "conflict", "not-retrieved"];

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "export", new("Write reports in any format, or give an imported file back", "以任意格式写出报告，或取回导入的原文件"),
            "reviewkit export included.ris --place included", "reviewkit export reports.xlsx", "reviewkit export original.net --original exports/cnki/CNKI-1.net", "reviewkit export archive.zip --archive");
        var file = verb.Argument<string>("OUT", new("where to", "写到哪里"));
        var place = verb.Option<string?>("--place", "P", new($"{string.Join(", ", Places)}; default: all", $"{string.Join("、", Places)}；默认 all"));
        place.AcceptOnlyFromAmong(Places);
        var original = verb.Option<string?>("--original", "NAME", new("the imported file with this name, byte for byte; default: none", "按名称取回导入的文件，逐字节一致；默认无"));
        var archive = verb.Option<bool>("--archive", null, new("one zip for a repository such as OSF: strategies, records without abstracts, decisions, hashes, flow; people under other names; default: reports", "为 OSF 等存储库打包成一个 zip：检索式、记录（无摘要）、判断、哈希、流程；人员匿名；默认写出报告"));
        var writing = new WritingOptions(verb);
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var path = parsed.GetValue(file)!;
            if (parsed.GetValue(archive)) return Archive(session, review, session.PathOf(path));
            if (parsed.GetValue(original) is { } name) return GiveBack(session, review, name, session.PathOf(path));
            writing.Write(session, parsed, writing.TargetOf(parsed, path), path, Merged(review, parsed.GetValue(place) is { } named and not "all" ? named : null));
            return 0;
        });
    }

    static int Archive(Session session, Review review, string path)
    {
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) throw new ReviewKitException($"{Path.GetFileName(path)}: an archive is a .zip", $"{Path.GetFileName(path)}：存档应为 .zip");
        IReadOnlyList<string> files;
        using (var stream = File.Create(path)) files = ReviewArchive.Write(review, stream);
        session.Tell($"{files.Count} files: {path}", $"{files.Count} 个文件：{path}");
        return 0;
    }

    static IEnumerable<Record> Merged(Review review, string? place)
    {
        foreach (var group in Reports.Groups(review, place))
        {
            var report = MergedRecord.Of(group).Record;
            report.Id = group[0].Id;
            yield return report;
        }
    }

    static int GiveBack(Session session, Review review, string name, string target)
    {
        var import = review.Connection.QueryFirstOrDefault<string>("select id from import where name = @name", new { name })
            ?? throw new ReviewKitException($"no import is called {name}; `reviewkit status --files` lists them", $"没有名为 {name} 的导入；`reviewkit status --files` 会列出");
        using var stream = File.Create(target);
        if (!Imports.GiveBack(review, import, stream))
            throw new ReviewKitException($"{name} is no longer in exports/ as it was imported, and no copy was kept", $"{name} 已不在 exports/ 中（或已改动），且未保存副本");
        session.Tell($"{name} written to {target}", $"已把 {name} 写入 {target}");
        return 0;
    }
}

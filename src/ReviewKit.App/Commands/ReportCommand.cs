using System.Text;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class ReportCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "report", new("The whole review as one page to print or send: protocol, searches, flow, included studies, exclusions, agreement, co-word map, checklist, hashes", "整个综述的单页报告，可打印或发送：方案、检索、流程、纳入研究、排除原因、一致性、共词图、清单、哈希"),
            "reviewkit report", "reviewkit report -o report.html --lang zh");
        var output = verb.Option<string?>("--output", "FILE.html", new("default: out/report.html (out/report.zh.html with --lang zh)", "默认 out/report.html（--lang zh 时为 out/report.zh.html）"), "-o");
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var path = parsed.GetValue(output) is { } named ? session.PathOf(named) : Path.Combine(review.OutFolder, session.Language == Language.Zh ? "report.zh.html" : "report.html");
            if (!path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)) throw new ReviewKitException($"{Path.GetFileName(path)}: a report is a .html page", $"{Path.GetFileName(path)}：报告为 .html 页面");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, new ReportPage(review, session.Language).Html(), new UTF8Encoding(false));
            session.Tell($"written: {path}", $"已写出：{path}");
            return 0;
        });
    }
}

using System.Text;
using ReviewKit.Prisma;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class PrismaCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "prisma", new("Draw the PRISMA 2020 flow diagram, list the records behind a number, check a flow", "绘制 PRISMA 2020 流程图，列出数字背后的记录，检查流程"),
            "reviewkit prisma", "reviewkit prisma -o flow.svg --lang zh", "reviewkit prisma --list db_ftexcluded", "reviewkit prisma check flow.yaml");
        var output = verb.Option<string?>("--output", "FILE.svg", new("where to draw it; default: out/prisma.svg (out/prisma.zh.svg with --lang zh)", "输出文件；默认 out/prisma.svg（--lang zh 时为 out/prisma.zh.svg）"), "-o");
        var list = verb.Option<string?>("--list", "BOX", new($"the records behind a number, tab-separated; default: draw. Boxes: {string.Join(", ", Flow.Boxes)}", $"列出某个数字背后的记录（制表符分隔）；默认绘图。框：{string.Join("、", Flow.Boxes)}"));
        var look = new DiagramOptions(verb);
        verb.Add(PrismaCheckCommand.Build(host));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            if (parsed.GetValue(list) is { } box) return List(session, review, box);
            var path = parsed.GetValue(output) is { } named ? session.PathOf(named) : Path.Combine(review.OutFolder, session.Language == Language.Zh ? "prisma.zh.svg" : "prisma.svg");
            if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
                throw new ReviewKitException($"{Path.GetFileName(path)}: only .svg can be drawn so far", $"{Path.GetFileName(path)}：目前只能绘制 .svg");
            Draw(review, path, look.Of(parsed, session, review.Protocol));
            session.Tell($"drawn: {path}", $"已绘制：{path}");
            return 0;
        });
    }

    public static void Draw(Review review, string path, FlowDiagramOptions options)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, FlowDiagram.Svg(Flow.Counts(review, options.Language), options), new UTF8Encoding(false));
    }

    static int List(Session session, Review review, string box)
    {
        var rows = Flow.List(review, box);
        session.Print("record\treport\tfile\tnumber\tid\tsource\tyear\tstage\treason\ttitle");
        foreach (var row in rows)
            session.Print(string.Join('\t', row.RecordId, row.ReportId, row.File, row.Ordinal, row.OwnId, row.Source, row.Year, row.Stage, row.Reason, row.Title?.ReplaceLineEndings(" ").Replace('\t', ' ')));
        return 0;
    }
}

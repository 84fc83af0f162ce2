using System.Text;
using ReviewKit.Prisma;
using ReviewKit.Prisma.Narrative;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class PrismaCommand
{
    static readonly string[] Endings = [".svg", ".html", ".png", ".pdf", ".csv", ".tsv", ".md", ".mmd"];

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "prisma", new("Draw the PRISMA 2020 flow diagram, list the records behind a number, check a flow", "绘制 PRISMA 2020 流程图，列出数字背后的记录，检查流程"),
            "reviewkit prisma", "reviewkit prisma -o flow.svg --lang zh", "reviewkit prisma -o flow.html", "reviewkit prisma -o flow.png --dpi 600", "reviewkit prisma --list db_ftexcluded", "reviewkit prisma --by database", "reviewkit prisma --as-of 2026-01-31", "reviewkit prisma --flow PRISMA.csv -o flow.svg", "reviewkit prisma check methods.docx");
        var output = verb.Option<string?>("--output", "FILE", new("by its ending: .svg; .html with the records behind each box; .png, .pdf; .csv of the R package PRISMA2020; .tsv, .md tables; .mmd Mermaid; default: out/prisma.svg (out/prisma.zh.svg with --lang zh)",
            "按扩展名：.svg；.html（含每框记录）；.png、.pdf；.csv（R 包 PRISMA2020）；.tsv、.md 表格；.mmd（Mermaid）；默认 out/prisma.svg（--lang zh 时为 out/prisma.zh.svg）"), "-o");
        var list = verb.Option<string?>("--list", "BOX", new($"the records behind a number, tab-separated; default: draw. Boxes: {string.Join(", ", Flow.Boxes)}", $"列出某个数字背后的记录（制表符分隔）；默认绘图。框：{string.Join("、", Flow.Boxes)}"));
        var by = verb.Option<string?>("--by", "WHAT", new("a table with a column for each database, round, day (of import) or value of a group of review.yaml, such as city; default: draw", "按 database、round、day（导入日）或 review.yaml 中的分组（如 city）逐列列表；默认绘图"));
        var scope = new ScopeOptions(verb);
        var asOf = verb.Option<string?>("--as-of", "DAY", new("the flow as the ledger had it at the end of that day (UTC); default: now", "截至该日结束（UTC）账本所示的流程；默认为当前"));
        var living = verb.Option<bool>("--living", null, new("cumulative form of a living review: a line for each day of searching; default: one for each database", "动态综述的累积形式：每个检索日一行；默认每个数据库一行"));
        var from = verb.Option<string?>("--flow", "FILE", new("draw the numbers of a file instead of a review's: YAML, JSON, the R package's CSV, or a text; default: the review", "绘制文件中的数字而非综述的：YAML、JSON、R 包的 CSV 或文本；默认取综述"));
        var links = verb.Option<string?>("--links", "PAGE", new("boxes of an .svg lead to their records in this page (of -o flow.html); default: no links", ".svg 的方框链接到此页面（由 -o flow.html 生成）中的记录；默认无链接"));
        var dpi = verb.Option<int>("--dpi", "N", new("of a .png; default: 300", ".png 的分辨率；默认 300"));
        dpi.DefaultValueFactory = _ => 300;
        var look = new DiagramOptions(verb);
        verb.Add(PrismaCheckCommand.Build(host));
        verb.Add(ChecklistCommand.Build(host));
        return verb.Does((session, parsed) =>
        {
            if (parsed.GetValue(from) is { } typed) return Typed(session, typed, parsed.GetValue(output), look.Of(parsed, session, new Protocol()), parsed.GetValue(dpi));
            using var review = session.Open();
            var path = parsed.GetValue(output) is { } named ? session.PathOf(named) : Path.Combine(review.OutFolder, session.Language == Language.Zh ? "prisma.zh.svg" : "prisma.svg");
            Refuse(path, Endings);
            if (parsed.GetValue(dpi) is < 20 or > 2400) throw new ReviewKitException("--dpi is from 20 to 2400", "--dpi 应在 20 到 2400 之间");
            int Run()
            {
                var only = scope.Of(parsed, review);
                if (parsed.GetValue(list) is { } box) return List(session, review, box, only);
                if (parsed.GetValue(by) is { } split) return Split(session, review, split);
                var options = look.Of(parsed, session, review.Protocol);
                var counts = Flow.Counts(review, options.Language, only);
                if (parsed.GetValue(living)) (counts, options) = Living(review, counts, options);
                if (parsed.GetValue(links) is { } page) options = options with { Links = Flow.Boxes.ToDictionary(each => each, each => $"{page}#{each}") };
                Write(review, counts, options, only, path, parsed.GetValue(dpi));
                session.Tell($"drawn: {path}", $"已绘制：{path}");
                return 0;
            }
            return parsed.GetValue(asOf) is { } day ? review.AsOf(Day(day), Run) : Run();
        });
    }

    static void Refuse(string path, IReadOnlyCollection<string> endings)
    {
        if (!endings.Contains(Path.GetExtension(path).ToLowerInvariant()))
            throw new ReviewKitException($"{Path.GetFileName(path)}: a flow is written as {string.Join(", ", endings)}", $"{Path.GetFileName(path)}：流程可写成 {string.Join("、", endings)}");
    }

    /// <summary>Numbers that somebody typed, drawn as they are; whether they can be true is said by `check`.</summary>
    static int Typed(Session session, string file, string? output, FlowDiagramOptions options, int dpi)
    {
        var path = session.PathOf(output ?? "prisma.svg");
        Refuse(path, [.. Endings.Where(ending => ending != ".html")]);
        var flow = NarrativeFlow.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
            ? NarrativeFlow.Read(session.PathOf(file), file).Flow
            : DeclaredFlow.Read(session.PathOf(file), allForms: options.Template is not null);
        if (!FlowCheck.Of(flow).Closes) session.Tell($"these numbers cannot all be true: `reviewkit prisma check {file}` says why", $"这些数字不可能都成立：`reviewkit prisma check {file}` 会说明原因");
        WriteCounts(flow.Counts, options, path, dpi);
        session.Tell($"drawn: {path}", $"已绘制：{path}");
        return 0;
    }

    static string Day(string text) => text.Length >= 10 && PartialDate.Parse(text[..10]) == text[..10] ? text
        : throw new ReviewKitException($"--as-of is \"{text}\", expected a day such as 2026-01-31", $"--as-of 为“{text}”，应为 2026-01-31 形式的日期");

    static void Write(Review review, FlowCounts counts, FlowDiagramOptions options, FlowScope? only, string path, int dpi)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Path.GetExtension(path).Equals(".html", StringComparison.OrdinalIgnoreCase)) File.WriteAllText(path, Page(review, counts, options, only), new UTF8Encoding(false));
        else WriteCounts(counts, options, path, dpi);
    }

    static void WriteCounts(FlowCounts counts, FlowDiagramOptions options, string path, int dpi)
    {
        if (Picture.IsFor(path)) Picture.Write(FlowDiagram.Svg(counts, options), path, dpi);
        else File.WriteAllText(path, Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => FlowCsv.Write(counts, options.Language),
            ".tsv" => FlowTable.Tsv([("n", counts)], options.Language, options.Labels),
            ".md" => FlowTable.Markdown(counts, options.Language, options.Labels),
            ".mmd" => FlowMermaid.Text(counts, options),
            _ => FlowDiagram.Svg(counts, options),
        }, new UTF8Encoding(false));
    }

    public static void Draw(Review review, string path, FlowDiagramOptions options) => Write(review, Flow.Counts(review, options.Language), options, null, path, 300);

    /// <summary>The diagram with the records behind each of its boxes.</summary>
    static string Page(Review review, FlowCounts counts, FlowDiagramOptions options, FlowScope? only)
    {
        var lists = Flow.Boxes.Where(box => box is not ("awaiting" or "included.reports") && counts.Total(box) is not 0).ToDictionary(box => box, box => Flow.List(review, box, only));
        return FlowPage.Html(counts, options, lists, record => ReasonOf(review.Protocol, record)?.In(options.Language), review.Protocol.Title.In(options.Language) is { Length: > 0 } title ? title : "PRISMA 2020");
    }

    public static Message? ReasonOf(Protocol protocol, FlowRecord record) => record.Reason is not { } reason ? null
        : record.Stage is { } stage ? protocol.FindStage(stage)?.ReasonName(reason) ?? Message.Verbatim(reason)
        : protocol.Criteria.FirstOrDefault(criterion => criterion.Id == reason)?.Label ?? Message.Verbatim(reason);

    /// <summary>All searches so far, each with its day; what the last one brought is in a note (PRISMA for living reviews).</summary>
    static (FlowCounts, FlowDiagramOptions) Living(Review review, FlowCounts counts, FlowDiagramOptions options)
    {
        var days = FlowScope.All(review, "day").Select(day => (day.Name.En, Counts: Flow.Counts(review, options.Language, day))).Where(day => day.Counts.RecordsIdentified > 0).ToList();
        if (days.Count == 0) return (counts, options);
        var search = new Message("Search of {0}", "{0} 检索");
        counts = counts with { Databases = BoxCount.Of([.. days.Select(day => new NamedCount(string.Format(System.Globalization.CultureInfo.InvariantCulture, search.In(options.Language), day.En), day.Counts.Databases.Total ?? 0))]) };
        var (last, brought) = days[^1];
        var note = new Message($"Cumulative over {days.Count} searches; the last, of {last}, brought {brought.RecordsIdentified} records and {brought.ReportsOfIncludedStudies.Total} of the reports included.",
            $"累积 {days.Count} 次检索；最近一次（{last}）带来 {brought.RecordsIdentified} 条记录，其中 {brought.ReportsOfIncludedStudies.Total} 篇报告被纳入。");
        return (counts, options with { MoreNotes = [.. options.MoreNotes, note.In(options.Language)] });
    }

    static int Split(Session session, Review review, string by)
    {
        var flows = new List<(string, FlowCounts)> { (session.Language == Language.Zh ? "全部" : "all", Flow.Counts(review, session.Language)) };
        flows.AddRange(FlowScope.All(review, by).Select(scope => (scope.Name.In(session.Language), Flow.Counts(review, session.Language, scope))));
        session.Output.Write(FlowTable.Tsv(flows, session.Language, DiagramOptions.Of(session.Language, review.Protocol).Labels));
        return 0;
    }

    static int List(Session session, Review review, string box, FlowScope? only)
    {
        var rows = Flow.List(review, box, only);
        session.Print("record\treport\tfile\tnumber\tid\tsource\tyear\tstage\treason\ttitle");
        foreach (var row in rows)
            session.Print(string.Join('\t', row.RecordId, row.ReportId, row.File, row.Ordinal, row.OwnId, row.Source, row.Year, row.Stage, row.Reason, row.Title?.ReplaceLineEndings(" ").Replace('\t', ' ')));
        return 0;
    }
}

using ReviewKit.Prisma;
using ReviewKit.Prisma.Narrative;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class PrismaCheckCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "check", new("Check the numbers of a flow: a methods section (txt, md, docx), YAML, JSON, the PRISMA2020 R package's CSV, a diagram of ours (svg)",
            "检查流程数字：方法部分的文字（txt、md、docx）、YAML、JSON、R 包 PRISMA2020 的 CSV、本程序绘制的图（svg）"),
            "reviewkit prisma check queries/flow-as-printed.yaml", "reviewkit prisma check methods.docx figure1.svg --included studies.csv", "reviewkit prisma check methods.txt -C my-review --lang zh");
        var files = verb.Argument<string[]>("FILE", new("the declared flow (docs/prisma.md); several, such as text and figure, are compared with each other, and with the review when there is one", "声明的流程（见 docs/prisma.md）；多个文件（如正文与图）会相互比较，有综述时也与综述比较"), System.CommandLine.ArgumentArity.OneOrMore);
        var included = verb.Option<string?>("--included", "CSV", new("the table of included studies: counted per group, repeated titles named; default: none", "纳入研究表：按组计数并列出重复题名；默认无"));
        var group = verb.Option<string?>("--group", "COLUMN", new("its column to count by; default: city, country, region, group, … as it is called", "计数所依据的列；默认按列名识别城市、国家、地区、分组等"));
        return verb.Does((session, parsed) =>
        {
            var declared = parsed.GetValue(files)!.Select(file => Read(session, file)).ToList();
            // Explanations may lie in a file of their own, beside a text.
            var reconciliations = declared.SelectMany(each => each.Flow.Reconciliations).ToList();
            var closes = true;
            foreach (var (name, flow, narrative) in declared.Where(each => each.Flow.Counts.Stated.Any()))
            {
                if (declared.Count > 1) session.Print($"— {name}");
                if (narrative is not null) Print(session, narrative);
                var report = FlowCheck.Of(flow with { Reconciliations = reconciliations });
                Print(session, report, narrative);
                foreach (var question in narrative?.Questions ?? []) session.Print(question.In(session.Language));
                closes &= report.Closes;
            }
            List<Finding> compared = [.. Compare(session, declared)];
            if (parsed.GetValue(included) is { } list)
                compared.AddRange(IncludedList.Parse(TextFile.Read(session.PathOf(list), list), list, parsed.GetValue(group)).Check(Included(declared)));
            foreach (var finding in compared) session.Print($"{finding.Code}  {finding.Message.In(session.Language)}");
            return closes && compared.TrueForAll(finding => finding.Severity != Severity.Error) ? 0 : 1;
        });
    }

    static (string Name, DeclaredFlow Flow, NarrativeFlow? Narrative) Read(Session session, string file)
    {
        var path = session.PathOf(file);
        if (!NarrativeFlow.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)) return (file, DeclaredFlow.Read(path), null);
        var narrative = NarrativeFlow.Read(path, file);
        return (file, narrative.Flow, narrative);
    }

    static int? Included(IEnumerable<(string Name, DeclaredFlow Flow, NarrativeFlow? Narrative)> declared) =>
        declared.Select(each => each.Flow.Counts.Total("included.reports") ?? each.Flow.Counts.Total("included.studies") ?? each.Flow.Counts.Total("total.reports")).FirstOrDefault(n => n is not null);

    /// <summary>Each file with the one before it, and all with the review when there is one here.</summary>
    static IEnumerable<Finding> Compare(Session session, IReadOnlyList<(string Name, DeclaredFlow Flow, NarrativeFlow? Narrative)> declared)
    {
        for (var i = 1; i < declared.Count; i++)
            foreach (var finding in FlowComparison.Of(declared[i].Flow.Counts, declared[i].Name, declared[i - 1].Flow.Counts, Message.Verbatim(declared[i - 1].Name))) yield return finding;
        if (Review.FolderAbove(session.Folder) is null) yield break;
        using var review = session.Open();
        var counts = Flow.Counts(review, session.Language);
        if (counts.Total("db_identified") is null or 0) yield break;
        foreach (var (name, flow, _) in declared)
            foreach (var finding in FlowComparison.Of(flow.Counts, name, counts, new("the review", "综述"))) yield return finding;
    }

    static void Print(Session session, NarrativeFlow narrative)
    {
        foreach (var (box, part, n, line, sentence) in narrative.Statements)
            session.Print($"{(part is null ? box : $"{box}.{part}")}\t{n}\t{line}\t{sentence}");
        session.Print("");
    }

    public static void Print(Session session, FlowReport report, NarrativeFlow? narrative = null)
    {
        foreach (var finding in report.Findings)
        {
            session.Print($"{finding.Code}  {finding.Message.In(session.Language)}");
            if (finding.Severity == Severity.Error && narrative?.Statements.FirstOrDefault(statement => statement.Box == finding.Box || finding.Box.StartsWith(statement.Box, StringComparison.Ordinal)) is { } said)
                session.Print($"    line {said.Line}: \"{said.Sentence}\"", $"    第 {said.Line} 行：“{said.Sentence}”");
        }
        if (report.Correction is { } correction) session.Print(correction.Message.In(session.Language));
        else foreach (var question in report.Questions) session.Print(question.In(session.Language));
        if (report.Findings.Count == 0) session.Print("the flow closes; nothing to remark", "流程数字闭合，没有意见");
    }
}

using Dapper;
using ReviewKit.Prisma;
using ReviewKit.Query;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class StatusCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "status", new("The flow so far, what waits, and who has done what", "目前的流程、待办事项和各人进度"), "reviewkit status", "reviewkit status --problems");
        var problems = verb.Option<bool>("--problems", null, new("every problem found while reading the files; default: their number", "列出读取文件时发现的全部问题；默认只给数量"));
        var files = verb.Option<bool>("--files", null, new("each imported file; default: sources only", "列出每个导入的文件；默认只列来源"));
        var team = verb.Option<bool>("--team", null, new("what each listed reviewer has judged and still has to judge; default: what was judged", "各评阅人已判断和待判断的篇数；默认只列已判断的"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            if (parsed.GetValue(team)) return Team(session, review);
            if (parsed.GetValue(problems))
            {
                foreach (var (name, line, en, zh) in review.Connection.Query<(string, long, string, string)>(
                    "select i.name, p.line, p.en, p.zh from problem p join import i on i.id = p.import_id order by i.name, p.line, p.rowid"))
                    session.Print($"{name}:{line}: {en}", $"{name}:{line}：{zh}");
                return 0;
            }
            if (parsed.GetValue(files)) Files(session, review);
            Print(session, review);
            return 0;
        });
    }

    static int Team(Session session, Review review)
    {
        var people = review.Protocol.People;
        if (people.Count == 0) throw new ReviewKitException("review.yaml lists no reviewers, as in reviewers: [{ id: li }, { id: ann }]", "review.yaml 未列出评阅人，如 reviewers: [{ id: li }, { id: ann }]");
        var judged = review.Connection.Query<(string Reviewer, string Stage, long N)>("select reviewer, stage, count(distinct report_id) from decision where live = 1 group by 1, 2").ToDictionary(row => (row.Reviewer, row.Stage), row => row.N);
        var table = session.Language == Language.Zh ? new Table("阶段", "评阅人", "已判断", "待判断", "") : new Table("stage", "reviewer", "judged", "left", "");
        foreach (var stage in review.Protocol.Stages)
            foreach (var person in people)
            {
                var desk = Assignment.Of(review, stage, person);
                var held = desk.Calibration == 0 ? new Message("", "") : desk.Waiting.Count > 0 ? new($"calibration: {desk.Calibration} reports", $"校准：{desk.Calibration} 篇") : new($"calibration: waits for {string.Join(", ", desk.Owing)}", $"校准：等待 {string.Join("、", desk.Owing)}");
                table.Add(stage.Name.In(session.Language), person, judged.GetValueOrDefault((person, stage.Id)), desk.Waiting.Count, held.In(session.Language));
            }
        table.Write(session.Output);
        return 0;
    }

    static void Files(Session session, Review review)
    {
        var table = session.Language == Language.Zh ? new Table("文件", "来源", "格式", "记录") : new Table("file", "source", "format", "records");
        foreach (var (name, source, format, records) in review.Connection.Query<(string, string, string, long)>("""
            select name, source, format, records from import i where exists (select 1 from record r join state s on s.record_id = r.id where r.import_id = i.id) order by name
            """))
            table.Add(name, source, format, records);
        table.Write(session.Output);
        session.Print("");
    }

    public static void Print(Session session, Review review)
    {
        var counts = Flow.Counts(review, session.Language);
        var zh = session.Language == Language.Zh;
        var title = review.Protocol.Title.In(session.Language);
        session.Print(string.IsNullOrEmpty(title) ? review.Folder : title);
        var table = new Table("", "");
        Parts(table, zh ? "识别的记录" : "Records identified", counts["databases"].Total + (counts["registers"].Total ?? 0), [.. counts["databases"].Parts, .. counts["registers"].Parts]);
        Parts(table, zh ? "重复记录" : "Duplicate records removed", counts.DuplicatesRemoved.Total, []);
        Parts(table, zh ? "自动化工具标记为不合格" : "Ineligible by automation", counts.IneligibleByAutomation.Total, counts.IneligibleByAutomation.Parts);
        Parts(table, zh ? "因其他原因移除" : "Removed for other reasons", counts.RemovedForOtherReasons.Total, counts.RemovedForOtherReasons.Parts);
        Parts(table, zh ? "筛选的记录" : "Records screened", counts.RecordsScreened.Total, []);
        Parts(table, zh ? "排除的记录" : "Records excluded", counts.RecordsExcluded.Total, counts.RecordsExcluded.Parts);
        Parts(table, zh ? "寻求获取的报告" : "Reports sought", counts.ReportsSought.Total, []);
        Parts(table, zh ? "未获取到的报告" : "Reports not retrieved", counts.ReportsNotRetrieved.Total, []);
        Parts(table, zh ? "评估的报告" : "Reports assessed", counts.ReportsAssessed.Total, []);
        Parts(table, zh ? "排除的报告" : "Reports excluded", counts.ReportsExcluded.Total, counts.ReportsExcluded.Parts);
        if (counts.OtherIdentified.Total > 0)
        {
            Parts(table, zh ? "其他方法识别的记录" : "Identified by other methods", counts.OtherIdentified.Total, counts.OtherIdentified.Parts);
            Parts(table, zh ? "其他方法：评估的报告" : "Other methods: reports assessed", counts.OtherReportsAssessed.Total, []);
            Parts(table, zh ? "其他方法：排除的报告" : "Other methods: reports excluded", counts.OtherReportsExcluded.Total, counts.OtherReportsExcluded.Parts);
        }
        Parts(table, zh ? "纳入的研究" : "Studies included", counts.StudiesIncluded.Total, []);
        Parts(table, zh ? "纳入研究的报告" : "Reports of included studies", counts.ReportsOfIncludedStudies.Total, []);
        table.Write(session.Output, "  ");
        Waiting(session, review);
        Reviewers(session, review);
        if (Labels.Counts(review, Blinding.Of(review, session.Author.Person)) is { Count: > 0 } labels)
            session.Print($"labels: {string.Join(", ", labels.Select(label => $"{label.Name} {label.Reports}"))}", $"标签：{string.Join("、", labels.Select(label => $"{label.Name} {label.Reports}"))}");
        foreach (var notice in EnrichRetractionsCommand.Summary(review)) session.Print(notice.En, notice.Zh);
        if (QueryRun.IsStale(review))
            session.Print("records were imported or merged after the query and the criteria were last run: `reviewkit query run` brings the flow up to date", "最近一次运行检索和规则之后又有导入或合并：请运行 `reviewkit query run` 更新流程");
        if (review.Protocol.Query?.Mode == "verify" && PlatformOnly.Count(review) is > 0 and var only)
            session.Print($"found by the platform only: {only} records (`reviewkit query matrix --platform-only` lists them)", $"仅由平台命中：{only} 条记录（`reviewkit query matrix --platform-only` 列出）");
        foreach (var found in QueryLogCommand.Lints(review)) session.Print($"{found.Code} {found.Said.En}", $"{found.Code} {found.Said.Zh}");
        var problems = review.Connection.ExecuteScalar<long>("select count(*) from problem");
        if (problems > 0) session.Print($"problems in the files: {problems} (--problems lists them)", $"文件中的问题：{problems} 个（--problems 列出）");
    }

    static void Parts(Table table, string name, int? total, IReadOnlyList<NamedCount> parts)
    {
        table.Add(name, total ?? 0);
        foreach (var part in parts) table.Add("  " + part.Name, part.N);
    }

    static void Waiting(Session session, Review review)
    {
        var rows = review.Connection.Query<(string Place, string? Stage, long N)>("select place, stage, count(*) from state where place in ('awaiting', 'conflict') group by 1, 2").ToList();
        foreach (var (place, stage, n) in rows.OrderBy(row => review.Protocol.Stages.ToList().FindIndex(known => known.Id == row.Stage)))
        {
            var name = review.Protocol.FindStage(stage ?? "")?.Name ?? new Message("screening", "筛选");
            session.Print(place == "conflict" ? $"in conflict at {name.En}: {n}" : $"waiting at {name.En}: {n}", place == "conflict" ? $"{name.Zh}有分歧：{n}" : $"{name.Zh}待判断：{n}");
        }
    }

    static void Reviewers(Session session, Review review)
    {
        foreach (var (reviewer, stage, n) in review.Connection.Query<(string, string, long)>(
            "select reviewer, stage, count(distinct report_id) from decision where live = 1 group by 1, 2 order by 1, min(seq)"))
            session.Print($"{reviewer}: {n} decided at {stage}", $"{reviewer}：{stage} 阶段已判断 {n}");
    }
}

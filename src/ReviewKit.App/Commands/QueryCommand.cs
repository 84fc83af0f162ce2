using ReviewKit.Query;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class QueryCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "query", new("The term sets: take every record through the rounds, explain one record's path", "检索词组检索：让每条记录经过各轮，解释一条记录的路径"), "reviewkit query run", "reviewkit query explain r4k7m2xq");
        verb.Add(new Verb(host, "run", new("Match the sets of review.yaml's query and apply its criteria", "匹配 review.yaml 指定的检索词组并应用规则"), "reviewkit query run").Does((session, _) =>
        {
            using var review = session.Open();
            Run(session, review);
            return 0;
        }));
        var explain = new Verb(host, "explain", new("Which term was found in which field of a record, round by round", "逐轮显示一条记录的哪个字段命中哪个词"), "reviewkit query explain r4k7m2xq");
        var id = explain.Argument<string>("ID", new("a record", "一条记录"));
        verb.Add(explain.Does((session, parsed) =>
        {
            using var review = session.Open();
            Explain(session, review, parsed.GetValue(id)!);
            return 0;
        }));
        return verb;
    }

    public static void Run(Session session, Review review)
    {
        QueryResult result;
        using (var progress = new Progress(session.Error, "query")) result = QueryRun.Of(review, done => progress.Tick(done));
        if (result.Rounds is { } rounds) Print(session, review, rounds);
        if (result.Criteria.Count == 0) return;
        session.Print("");
        var table = session.Language == Language.Zh ? new Table("规则", "不符", "做法", "PRISMA") : new Table("criterion", "fail", "apply", "PRISMA");
        foreach (var (criterion, reports) in result.Criteria)
            table.Add(criterion.Label.In(session.Language), reports.Count, criterion.Apply, criterion.Apply == "remove" ? "db_removed." + criterion.Box : "");
        table.Write(session.Output);
    }

    static void Print(Session session, Review review, RoundsResult rounds)
    {
        var zh = session.Language == Language.Zh;
        var sources = rounds.BySource.Keys.ToList();
        var table = new Table([zh ? "轮次" : "round", zh ? "检索词组" : "set", zh ? "该组命中" : "set alone", zh ? "通过" : "passed", .. sources.Select(source => review.Protocol.SourceName(source).In(session.Language))]);
        table.Add(["", zh ? "全部记录" : "all records", "", rounds.Total, .. sources.Select(source => (object)rounds.BySource[source][0])]);
        for (var round = 0; round < rounds.Counts.Count; round++)
        {
            var number = round;
            var set = rounds.Query.Sets[round];
            table.Add([round + 1, $"{set.Id} {set.Name.In(session.Language)}", rounds.Alone[round], rounds.Counts[round], .. sources.Select(source => (object)rounds.BySource[source][number + 1])]);
        }
        table.Write(session.Output);
        var missing = rounds.Total - rounds.Counts[^1];
        if (rounds.Unused.Count > 0)
            session.Tell($"found in no record: {string.Join(", ", rounds.Unused)}", $"没有任何记录命中：{string.Join("、", rounds.Unused)}");
        if (missing * 2 > rounds.Total)
            session.Tell($"{missing} of {rounds.Total} records fail: is this the query that was run in the databases?", $"{rounds.Total} 条记录中有 {missing} 条未通过：这是在数据库中使用的检索式吗？");
        if (rounds.Settings.Mode == "verify")
            session.Print(missing == 0 ? "the rounds were run in the databases; here every record passes, and none is removed" : $"the rounds were run in the databases; {missing} records were found by the platform only (in no field searched here); none is removed",
                missing == 0 ? "各轮在数据库中完成；在此全部记录通过，未移除任何记录" : $"各轮在数据库中完成；有 {missing} 条记录仅由平台命中（不在此处检索的字段中）；未移除任何记录");
        else
            session.Print($"{missing} records fail a round; reports of which no record passes leave the review as ineligible by automation", $"{missing} 条记录未通过某一轮；其所有记录均未通过的报告按“自动化工具标记为不合格”移除");
    }

    static void Explain(Session session, Review review, string named)
    {
        var id = Reports.Find(review, named);
        var settings = review.Protocol.Query ?? throw new ReviewKitException("review.yaml names no query", "review.yaml 未指定检索式");
        var query = TermQuery.Read(Path.Combine(review.QueriesFolder, settings.File), "queries/" + settings.File);
        var record = Reports.Read(review, id);
        session.Print($"{record.Id}  {record.Year}  {record.Title}");
        var evidence = new Rounds(query).Match(record);
        var sets = Rounds.Sets(evidence);
        for (var round = 0; round < query.Sets.Count; round++)
        {
            var number = round;
            var set = query.Sets[round];
            var found = evidence.Where(one => one.Set == number).GroupBy(one => one.Field).Select(field => $"{field.Key}: {string.Join(", ", field.Select(one => one.Term))}");
            var through = Rounds.Passed(sets) > round;
            session.Print($"  round {round + 1}  {set.Id} {set.Name.En}  {(through ? "passed" : "not passed")}  {string.Join("; ", found)}".TrimEnd(),
                $"  第 {round + 1} 轮  {set.Id} {set.Name.Zh}  {(through ? "通过" : "未通过")}  {string.Join("；", found)}".TrimEnd());
        }
        var place = PlaceText.Of(Reports.PlaceOf(review, id), review.Protocol);
        var report = Reports.ReportOf(review, id);
        session.Print($"  now {place.En}{(report == id ? "" : $" (merged into {report})")}", $"  现状：{place.Zh}{(report == id ? "" : $"（已并入 {report}）")}");
    }
}

using ReviewKit.Query;
using ReviewKit.Records;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class QueryExplainCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "explain", new("Which term was found where in a record, round by round, and its text with the terms marked", "逐轮显示一条记录中哪个词在何处命中，并在文中标出"),
            "reviewkit query explain r4k7m2xq", "reviewkit query explain WOS:990000000000362 savedrecs.txt --query query.yaml");
        var id = verb.Argument<string>("ID", new("a record; with FILE its own id or file:number", "一条记录；与 FILE 一起时为其自带编号或 文件:序号"));
        var files = verb.Argument<string[]>("FILE", new("export files, for use without a review", "导出文件，用于没有综述时"), System.CommandLine.ArgumentArity.ZeroOrMore);
        var queryFile = verb.Option<string?>("--query", "Q.yaml", new("another query file; default: the one review.yaml names", "另一个检索式文件；默认为 review.yaml 指定者"));
        var map = ColumnsOption.On(verb);
        return verb.Does((session, parsed) =>
        {
            var named = parsed.GetValue(id)!;
            if (parsed.GetValue(files) is { Length: > 0 } given)
            {
                var query = QueryRecords.Query(session, null, parsed.GetValue(queryFile));
                var found = QueryRecords.OfFiles(session, given, ColumnsOption.Of(parsed, map)).FirstOrDefault(record => record.Id == named)
                    ?? throw new ReviewKitException($"no record {named} in these files: give the file's own id or file:number", $"这些文件中没有记录 {named}：请给出其自带编号或 文件:序号");
                Explain(session, found, query);
                return 0;
            }
            using var review = session.Open();
            var record = Reports.Find(review, named);
            Explain(session, Reports.Read(review, record), QueryRecords.Query(session, review, parsed.GetValue(queryFile)));
            var place = PlaceText.Of(Reports.PlaceOf(review, record), review.Protocol);
            var report = Reports.ReportOf(review, record);
            session.Print($"  now {place.En}{(report == record ? "" : $" (merged into {report})")}", $"  现状：{place.Zh}{(report == record ? "" : $"（已并入 {report}）")}");
            return 0;
        });
    }

    static void Explain(Session session, Record record, TermQuery query)
    {
        session.Print($"{record.Id}  {record.Year}  {record.Title}");
        var match = new Rounds(query).Match(record);
        for (var round = 0; round < query.Sets.Count; round++)
        {
            var set = query.Sets[round];
            var found = match.Evidence.Where(one => one.Set == round).GroupBy(one => one.Field).Select(field => $"{field.Key}: {string.Join(", ", field.Select(one => one.Term).Distinct())}").ToList();
            var (said, saidZh) = (match.Sets >> round & 1) == 0 ? ("not found here", "此处未命中") : Rounds.Passed(match.Sets) > round ? ("passed", "通过") : ("found, but a round before was not passed", "命中，但前面有一轮未通过");
            session.Print($"  round {round + 1}  {set.Id} {set.Name.En}  {said}  {string.Join("; ", found)}".TrimEnd(), $"  第 {round + 1} 轮  {set.Id} {set.Name.Zh}  {saidZh}  {string.Join("；", found)}".TrimEnd());
        }
        if (Rounds.Passed(match.Sets) < query.Sets.Count)
            session.Print("  found by the platform only, as far as the whole query was run there: in fields that are not searched here or not in the file, or by its own reading of a term", "  若平台上运行的是完整检索式，则仅由平台命中：在此处不检索或文件中没有的字段里，或因平台对词的扩展");
        if (match.Evidence.Count == 0) return;
        session.Print("");
        foreach (var (name, _) in QueryFields.Tracked)
        {
            var texts = QueryFields.Texts(record, name);
            for (var part = 0; part < texts.Count; part++)
            {
                var here = match.Evidence.Where(one => one.Field == name && one.Part == part).ToList();
                if (here.Count > 0) session.Print($"  {name}: {EvidenceText.Marked(texts[part], here, query)}");
            }
        }
        session.Print("");
    }
}

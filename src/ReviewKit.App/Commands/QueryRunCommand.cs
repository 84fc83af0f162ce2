using ReviewKit.Dedup;
using ReviewKit.Formats;
using ReviewKit.Query;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class QueryRunCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "run", new("Take every record through the sets of the query; in a review, apply its criteria too", "让每条记录经过检索式的各组；在综述中还会应用规则"),
            "reviewkit query run", "reviewkit query run --terms --tables out", "reviewkit query run scopus.csv cnki.net --query query.yaml");
        var files = verb.Argument<string[]>("FILE", new("export files of any kind, for one-off use without a review", "任意导出文件，无需综述的一次性使用"), System.CommandLine.ArgumentArity.ZeroOrMore);
        var query = verb.Option<string?>("--query", "Q.yaml", new("the query file, with FILE; default: the one review.yaml names", "检索式文件，与 FILE 一起使用；默认为 review.yaml 指定者"));
        var terms = verb.Option<bool>("--terms", null, new("what each term contributed; default: only terms found in no record are named", "每个词的贡献；默认只列出没有命中的词"));
        var tables = verb.Option<string?>("--tables", "DIR", new("write rounds.csv, overlap.csv and terms.csv there; default: not written", "在此文件夹写入 rounds.csv、overlap.csv 和 terms.csv；默认不写"));
        var map = ColumnsOption.On(verb);
        return verb.Does((session, parsed) =>
        {
            RoundsResult? rounds;
            if (parsed.GetValue(files) is { Length: > 0 } named)
            {
                rounds = OfFiles(session, QueryRecords.Query(session, null, parsed.GetValue(query)), named, ColumnsOption.Of(parsed, map));
                Print(session, rounds, Message.Verbatim);
            }
            else
            {
                if (parsed.GetValue(query) is not null) throw new ReviewKitException("--query goes with files; a review's query is the one review.yaml names", "--query 须与文件一起使用；综述的检索式由 review.yaml 指定");
                using var review = session.Open();
                rounds = Run(session, review);
            }
            if (rounds is null) return 0;
            if (parsed.GetValue(terms)) Terms(session, rounds);
            if (parsed.GetValue(tables) is { } folder) QueryTables.Write(session, rounds, session.PathOf(folder));
            return 0;
        });
    }

    public static RoundsResult? Run(Session session, Review review)
    {
        QueryResult result;
        using (var progress = new Progress(session.Error, "query")) result = QueryRun.Of(review, done => progress.Tick(done), Journals(review));
        if (result.Rounds is { } rounds)
        {
            Print(session, rounds, review.Protocol.SourceName);
            if (rounds.Total > 0) Say(session, rounds, review.Protocol.Query!);
            QueryLogCommand.Tell(session, QueryLogCommand.Declaration(review, SearchLogFile.Take(review)));
        }
        if (result.Criteria.Count == 0) return result.Rounds;
        session.Print("");
        var table = session.Language == Language.Zh ? new Table("规则", "不符", "做法", "PRISMA") : new Table("criterion", "fail", "apply", "PRISMA");
        foreach (var (criterion, reports) in result.Criteria)
            table.Add(criterion.Label.In(session.Language), reports.Count, criterion.Apply, criterion.Apply == "remove" ? "db_removed." + criterion.Box : "");
        table.Write(session.Output);
        foreach (var criterion in result.Criteria.Where(criterion => criterion.Unknown.Count > 0)) Unknown(session, criterion);
        return result.Rounds;
    }

    /// <summary>What dedup found out about the journals of this review, and what the user wrote down of them.</summary>
    static IReadOnlyList<IReadOnlyList<string>> Journals(Review review) =>
        [.. ((string[])[Path.Combine(review.QueriesFolder, "journals.csv"), Path.Combine(review.OutFolder, "journals.csv")]).Where(File.Exists).SelectMany(path => JournalTable.Read(path, Path.GetFileName(path)))];

    static void Unknown(Session session, CriterionResult result)
    {
        session.Print($"{result.Criterion.Label.En}: of {result.Unknown.Count} reports it cannot be told; they stay in", $"{result.Criterion.Label.Zh}：有 {result.Unknown.Count} 篇无法判断，仍保留");
        foreach (var why in result.Unknown.GroupBy(one => one.Why).OrderByDescending(why => why.Count()).ThenBy(why => why.Key.En, StringComparer.Ordinal))
            session.Print($"  {why.Key.En}: {why.Count()} ({string.Join(", ", why.Take(5).Select(one => one.Report))}{(why.Count() > 5 ? ", …" : "")})", $"  {why.Key.Zh}：{why.Count()}（{string.Join("、", why.Take(5).Select(one => one.Report))}{(why.Count() > 5 ? "……" : "")}）");
    }

    static RoundsResult OfFiles(Session session, TermQuery query, string[] files, ColumnMap? columns)
    {
        var (rounds, count) = (new Rounds(query), new RoundsCount(query));
        foreach (var (_, record, match) in rounds.MatchAll(FileRecords.Of(session, files, columns), record => record)) count.Add(record.Source, match);
        return count.Result;
    }

    static void Print(Session session, RoundsResult rounds, Func<string, Message> nameOf)
    {
        var zh = session.Language == Language.Zh;
        var sources = rounds.BySource.Keys.ToList();
        var table = new Table([zh ? "轮次" : "round", zh ? "检索词组" : "set", zh ? "该组命中" : "set alone", zh ? "通过" : "passed", .. sources.Select(source => nameOf(source).In(session.Language))]);
        table.Add(["", zh ? "全部记录" : "all records", "", rounds.Total, .. sources.Select(source => (object)rounds.BySource[source][0])]);
        for (var round = 0; round < rounds.Counts.Count; round++)
            table.Add([round + 1, Name(session, rounds.Query.Sets[round]), rounds.Alone(round), rounds.Counts[round], .. sources.Select(source => (object)rounds.BySource[source][round + 1])]);
        table.Write(session.Output);
        if (rounds.Total == 0)
        {
            session.Tell("there are no records yet: put exports into exports/ and run `reviewkit import`", "尚无记录：请把导出文件放入 exports/，再运行 `reviewkit import`");
            return;
        }
        Overlap(session, rounds);
        var unused = rounds.Terms.Where(term => term.Records == 0).Select(term => term.Term.Text).ToList();
        if (unused.Count > 0) session.Tell($"found in no record: {string.Join(", ", unused)}", $"没有任何记录命中：{string.Join("、", unused)}");
        if (rounds.Missing * 2 > rounds.Total)
            session.Tell($"{rounds.Missing} of {rounds.Total} records fail: is this the query that was run in the databases?", $"{rounds.Total} 条记录中有 {rounds.Missing} 条未通过：这是在数据库中使用的检索式吗？");
    }

    static string Name(Session session, TermSet set) => set.Name.In(session.Language) is var name && name == set.Id ? name : $"{set.Id} {name}";

    /// <summary>Records found in both of two sets; half the table, the other half is the same.</summary>
    static void Overlap(Session session, RoundsResult rounds)
    {
        if (rounds.Query.Sets.Count < 2) return;
        session.Print("");
        var table = new Table([session.Language == Language.Zh ? "同时命中" : "found in both", .. rounds.Query.Sets.Select(set => set.Id)]);
        for (var a = 0; a < rounds.Query.Sets.Count; a++)
            table.Add([Name(session, rounds.Query.Sets[a]), .. Enumerable.Range(0, rounds.Query.Sets.Count).Select(b => b <= a ? (object)rounds.Together[a][b] : "")]);
        table.Write(session.Output);
    }

    static void Say(Session session, RoundsResult rounds, ProtocolQuery settings)
    {
        session.Print("");
        if (settings.Mode == "remove")
        {
            session.Print($"{rounds.Missing} records fail a round; reports of which no record passes leave the review as ineligible by automation", $"{rounds.Missing} 条记录未通过某一轮；其所有记录均未通过的报告按“自动化工具标记为不合格”移除");
            return;
        }
        if (rounds.Missing == 0)
        {
            session.Print("the rounds were run in the databases; here every record passes, and none is removed", "各轮在数据库中完成；在此全部记录通过，未移除任何记录");
            return;
        }
        session.Print($"the rounds were run in the databases; {rounds.Missing} records were found by the platform only (they lack a set in the fields searched here; {rounds.Nowhere} have no term of any set); none is removed",
            $"各轮在数据库中完成；有 {rounds.Missing} 条记录仅由平台命中（在此处检索的字段中缺少某一组；其中 {rounds.Nowhere} 条没有任何组的词）；未移除任何记录");
        session.Tell("`reviewkit query matrix --platform-only` lists them", "用 `reviewkit query matrix --platform-only` 列出这些记录");
    }

    /// <summary>What leaving a term out would cost: the records only it brought into its set, and those of them that pass every round.</summary>
    static void Terms(Session session, RoundsResult rounds)
    {
        session.Print("");
        var table = session.Language == Language.Zh ? new Table("检索词组", "词", "命中", "仅此词", "其中通过全部轮次") : new Table("set", "term", "records", "only it", "of these passing");
        foreach (var term in rounds.Terms) table.Add(rounds.Query.Sets[term.Set].Id, term.Term.Text, term.Records, term.Only, term.OnlyPassing);
        table.Write(session.Output);
    }
}

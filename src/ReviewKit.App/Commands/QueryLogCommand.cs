using Dapper;
using ReviewKit.Query;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class QueryLogCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "log", new("The log of the searches as PRISMA-S asks for it", "按 PRISMA-S 的要求输出检索日志"),
            "reviewkit query log", "reviewkit query log -o search-log.html", "reviewkit query log add --platform cnki --hits 612 --exported 612 --file CNKI-1.net --string-file cnki.txt --no-filters");
        var target = verb.Option<string?>("-o", "OUT", new("a .md, .csv or .html file (HTML pastes into a word processor); default: Markdown on the terminal", ".md、.csv 或 .html 文件（HTML 可粘贴到文字处理软件）；默认在终端输出 Markdown"));
        verb.Add(Add(host));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var log = SearchLogFile.Take(review)
                ?? throw new ReviewKitException($"there is no queries/{SearchLog.Name} yet: `reviewkit query log add --platform P …` begins it", $"尚无 queries/{SearchLog.Name}：用 `reviewkit query log add --platform P …` 开始记录");
            var table = TableOf(review, log);
            Write(session, table, parsed.GetValue(target));
            Tell(session, table.Ties.Lint());
            Tell(session, Declaration(review, log));
            return 0;
        });
    }

    static Verb Add(Host host)
    {
        var verb = new Verb(host, "add", new("Write one more search into the log", "在日志中添加一次检索"),
            "reviewkit query log add --platform wos --via \"Core Collection\" --date 2026-01-31 --hits 307 --exported 307 --file exports/wos/savedrecs.txt --string-file wos.txt --filter \"Article or Review\"");
        var platform = verb.Option<string>("--platform", "P", new("needed: cnki, wanfang, scopus, wos, … as `import` shows the source", "必填：cnki、wanfang、scopus、wos……与 `import` 显示的来源一致"));
        platform.Required = true;
        var date = verb.Option<string?>("--date", "DAY", new("when it was run; default: today", "检索日期；默认为今天"));
        var by = verb.Option<string?>("--by", "WHO", new("who ran it; default: --as, else your user name", "检索者；默认取 --as，否则为用户名"));
        var via = verb.Option<string?>("--via", "TEXT", new("host or collection; default: none", "平台或子库；默认无"));
        var text = verb.Option<string?>("--string", "TEXT", new("the string as it was run; default: none", "原样的检索式；默认无"));
        var file = verb.Option<string?>("--string-file", "FILE", new("a file with the string; default: none", "含有检索式的文件；默认无"));
        var hits = verb.Option<int?>("--hits", "N", new("what the platform said it found; default: not said", "平台显示的命中数；默认不写"));
        var exported = verb.Option<int?>("--exported", "N", new("records exported; default: not said", "导出的记录数；默认不写"));
        var files = verb.Option<string[]>("--file", "NAME", new("an exported file, as in exports/; may be repeated; default: the platform's imports that no other search names", "导出文件，如 exports/ 中所示，可重复；默认为该平台未被其他检索指明的导入"));
        var filters = verb.Option<string[]>("--filter", "TEXT", new("a limit clicked on the platform; may be repeated; default: not said", "在平台上点选的限制，可重复；默认不写"));
        var none = verb.Option<bool>("--no-filters", null, new("no limit was set beside the string; default: not said", "检索式之外未设限制；默认不写"));
        var rounds = verb.Option<string?>("--rounds", "N,N,…", new("hits after each cumulative round; default: none", "各累积轮次的命中数；默认无"));
        var note = verb.Option<string?>("--note", "TEXT", new("a remark; default: none", "说明；默认无"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            // Sources are written small: cnki, not CNKI.
            var search = new Search(parsed.GetValue(platform)!.Trim().ToLowerInvariant(), parsed.GetValue(date) ?? session.Author.Time[..10])
            {
                Via = parsed.GetValue(via),
                Person = parsed.GetValue(by) ?? session.Author.Person,
                Text = parsed.GetValue(text) ?? (parsed.GetValue(file) is { } path ? TextFile.Read(session.PathOf(path), path).Trim('\r', '\n') : null),
                Hits = parsed.GetValue(hits),
                Exported = parsed.GetValue(exported),
                Files = parsed.GetValue(files) ?? [],
                Filters = parsed.GetValue(filters) is { Length: > 0 } given ? given : parsed.GetValue(none) ? [] : null,
                Rounds = [.. (parsed.GetValue(rounds) ?? "").Split([',', '，', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Count)],
                Note = parsed.GetValue(note) is { } said ? Message.Verbatim(said) : null,
            };
            SearchLogFile.Add(review, search);
            session.Print($"queries/{SearchLog.Name}: {search.Platform}, {search.Date} added", $"queries/{SearchLog.Name}：已添加 {search.Platform}，{search.Date}");
            // Of the other searches `query log` speaks; here only of this one.
            Tell(session, Lints(review).Where(found => found.Said.En.StartsWith($"{search.Platform}, {search.Date}", StringComparison.Ordinal)));
            return 0;
        });
    }

    static int Count(string text) => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var hits)
        ? hits
        : throw new ReviewKitException($"--rounds has \"{text}\", expected whole numbers as in 9120,3100,900,612", $"--rounds 中有“{text}”，应为整数，如 9120,3100,900,612");

    /// <summary>What does not agree between the log, the imports, the query and review.yaml; empty where there is no log and no query.</summary>
    public static IReadOnlyList<Diagnostic> Lints(Review review)
    {
        try
        {
            var log = SearchLogFile.Read(review);
            return [.. log is null ? [] : SearchTies.Of(review, log).Lint(), .. Declaration(review, log)];
        }
        catch (ReviewKitException unreadable)
        {
            // Those who ask for the state of the review get it, though the query or the log is being edited.
            return [new Diagnostic("Q-E-UNREADABLE", default, unreadable.Said)];
        }
    }

    /// <summary>Whether the rounds are counted twice or not at all.</summary>
    public static IReadOnlyList<Diagnostic> Declaration(Review review, SearchLog? log) =>
        review.Protocol.Query is { } declared && File.Exists(Path.Combine(review.QueriesFolder, declared.File)) ? RoundsDeclaration.Lint(declared, QueryRecords.OfReview(review), log) : [];

    public static void Tell(Session session, IEnumerable<Diagnostic> found)
    {
        foreach (var one in found) session.Tell($"{one.Code} {one.Said.En}", $"{one.Code} {one.Said.Zh}");
    }

    /// <summary>After an import: which search each new file came from.</summary>
    public static void TellTies(Session session, Review review, IReadOnlyCollection<string> names)
    {
        if (names.Count == 0 || SearchLogFile.Take(review) is not { } log) return;
        var ties = SearchTies.Of(review, log);
        foreach (var (search, files, _) in ties.Searches)
            foreach (var file in files.Where(file => names.Contains(file.Name)))
                session.Tell($"{file.Name}: from the search on {search.Platform} of {search.Date}", $"{file.Name}：来自 {search.Date} 在 {search.Platform} 的检索");
        Tell(session, ties.Lint().Where(found => found.Code is "Q-W-HITS" or "Q-W-EXPORTED" || names.Any(name => found.Said.En.StartsWith(name, StringComparison.Ordinal))));
    }

    public static SearchTable TableOf(Review review, SearchLog log)
    {
        var ties = SearchTies.Of(review, log);
        var other = review.Connection.Query<(string Kind, long Records)>("""
            select i.kind, count(*) from state s join record r on r.id = s.record_id join import i on i.id = r.import_id where i.kind <> 'database' group by 1
            """).ToDictionary(row => row.Kind, row => (int)row.Records);
        var duplicates = review.Connection.ExecuteScalar<long>("select count(*) from state where place = 'duplicate'");
        var wasRun = review.Connection.ExecuteScalar<long>("select count(*) from event where kind = 'merge'") > 0;
        Message? dedup = wasRun ? new($"ReviewKit {Author.Tool}, rules and recorded decisions; {duplicates} duplicates removed", $"ReviewKit {Author.Tool}，规则与人工判断；移除重复 {duplicates} 条") : null;
        return new SearchTable(ties, PrismaS.Say(ties, other, review.Protocol.SourceName, dedup), review.Protocol.SourceName);
    }

    static void Write(Session session, SearchTable table, string? target)
    {
        if (target is null)
        {
            session.Output.Write(table.Markdown(session.Language));
            return;
        }
        using var csv = new StringWriter();
        if (Path.GetExtension(target).Equals(".csv", StringComparison.OrdinalIgnoreCase)) table.Csv(csv, session.Language);
        // A mark at the front, by which spreadsheets know UTF-8.
        var text = Path.GetExtension(target).ToLowerInvariant() switch
        {
            ".md" => table.Markdown(session.Language),
            ".html" or ".htm" => table.Html(session.Language),
            ".csv" => "\ufeff" + csv,
            _ => throw new ReviewKitException($"{target}: a search log is written as .md, .csv or .html", $"{target}：检索日志只能写成 .md、.csv 或 .html"),
        };
        File.WriteAllText(session.PathOf(target), text);
        session.Tell($"{table.Ties.Searches.Count} searches: {target}", $"{table.Ties.Searches.Count} 次检索：{target}");
    }
}

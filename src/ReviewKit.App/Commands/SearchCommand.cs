using System.Globalization;
using ReviewKit.Enrichment;
using ReviewKit.Query;
using ReviewKit.Query.Dialects;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class SearchCommand
{
    const int Ranked = 1000;

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "search", new("Run the query through an open search interface, import what it finds and log the search", "通过开放检索接口运行检索式，导入结果并登记检索"),
            "reviewkit search openalex --dry-run", "reviewkit search pubmed", "reviewkit search europepmc --string \"TITLE:\\\"smart city\\\"\"", "reviewkit search crossref --most 500");
        var where = verb.Argument<string>("WHERE", new("openalex, pubmed, europepmc, crossref; scopus and wos with a key of yours", "openalex、pubmed、europepmc、crossref；scopus 和 wos 需自备密钥"));
        var query = verb.Option<string?>("--query", "FILE", new("a query file; default: the one review.yaml names", "检索式文件；默认为 review.yaml 指定者"));
        var text = verb.Option<string?>("--string", "S", new("a string in the interface's own syntax instead of the query file; default: the query file, compiled", "用接口自身语法写的检索式，代替检索式文件；默认由检索式文件编译"));
        var most = verb.Option<int?>("--most", "N", new($"records at most; default: all, of Crossref, which only ranks by words, {Ranked}", $"记录数上限；默认全部，Crossref 只按词排序，故为 {Ranked}"));
        var dry = ApiText.DryRun(verb);
        var budget = ApiText.Budget(verb);
        return verb.Does((session, parsed) =>
        {
            var api = SearchApi.Named(parsed.GetValue(where)!);
            using var review = session.Open();
            var asked = parsed.GetValue(text) ?? Compiled(session, api, parsed.GetValue(query));
            var limit = parsed.GetValue(most) ?? (api.Dialect is null ? Ranked : int.MaxValue);
            var run = new SearchRun(api, asked, Path.Combine(review.ExportsFolder, api.Api.Id), limit);
            if (parsed.GetValue(dry))
            {
                session.Print(asked);
                var each = api.Api.SearchPrice.ToString("0.####", CultureInfo.InvariantCulture);
                session.Tell($"nothing was asked; {api.Api.Title} gives {api.PageSize} records a request{(api.Api.SearchPrice > 0 ? $" and charges ${each} for each" : ", free of charge")}; fetched before: {run.Before}", $"未发出任何请求；{api.Api.Title} 每次请求返回 {api.PageSize} 条{(api.Api.SearchPrice > 0 ? $"，每次收费 {each} 美元" : "，免费")}；此前已获取：{run.Before} 条");
                return 0;
            }
            // A search is of today: nothing out of the cache.
            using var network = ApiText.Connect(session, parsed.GetValue(budget), cached: false);
            if (run.Before > 0) session.Tell($"going on behind the {run.Before} records of a run that was stopped", $"接续上次中断的运行，已有 {run.Before} 条记录");
            using var progress = new Progress(session.Error, api.Api.Title);
            var result = ApiText.Run(session, stop => run.Run(network, session.Author.Now().ToString("yyyyMMdd", CultureInfo.InvariantCulture), (done, hits) => progress.Tick(done, hits is > 0 ? (double)done / Math.Min(hits.Value, limit) : null), stop));
            progress.Dispose();
            if (result.Trouble is { } trouble) session.Tell(trouble);
            session.Print($"{api.Api.Title}: {result.Hits ?? result.Records} hits, {result.Records} records fetched", $"{api.Api.Title}：命中 {result.Hits ?? result.Records} 条，获取 {result.Records} 条");
            return Keep(session, review, api, asked, run, result);
        });
    }

    /// <summary>Imported, then logged, then the hidden file is forgotten: a run killed between two of these does the rest when it is run again.</summary>
    static int Keep(Session session, Review review, SearchApi api, string asked, SearchRun run, SearchResult result)
    {
        var files = result.File is { } path ? [$"exports/{api.Api.Id}/{Path.GetFileName(path)}"] : Array.Empty<string>();
        var code = files.Length > 0 ? ImportCommand.Run(session, review, [(result.File!, files[0])], new ImportCommand.Wanted(Source: api.Api.Id)) : 0;
        if (code == 0 && !(SearchLogFile.Read(review)?.Searches.Any(search => files.Length > 0 && search.Files.SequenceEqual(files)) ?? false))
            SearchLogFile.Add(review, new Search(api.Api.Id, session.Author.Time)
            {
                Via = "API",
                Person = session.Author.Person,
                Text = asked,
                Hits = result.Hits,
                Exported = result.Records,
                Files = files,
                Filters = [],
                Note = result.Trouble ?? (api.Dialect is null ? new("ranked by words, not a Boolean search", "按词排序，不是布尔检索") : null),
            });
        if (code == 0) run.Forget();
        return code != 0 || result.Trouble is not null ? 1 : 0;
    }

    static string Compiled(Session session, SearchApi api, string? file)
    {
        var (query, text) = QueryText.Of(session, file);
        if (api.Dialect is not { } dialect)
        {
            session.Tell("Crossref has no Boolean search: it ranks by the English words of the query, so its records are a catch to be screened, not a search that can be repeated",
                "Crossref 没有布尔检索：只按检索式中的英文词排序，所得记录可供筛选，但不是可重复的检索");
            return SearchApi.WordsOf(query);
        }
        var compiled = Compilation.Of(query, dialect, new CompileOptions());
        foreach (var one in compiled.Diagnostics) session.Error.WriteLine(text.Line(one, session.Language));
        return compiled.Runs switch
        {
            [var one] when !compiled.HasErrors => one,
            { Count: > 1 } => throw new ReviewKitException($"the query is too long for one search of {dialect.Title.En}: give the {compiled.Runs.Count} runs of `reviewkit query compile --to {dialect.Name}` one by one with --string", $"检索式超出 {dialect.Title.Zh} 单次检索的长度：请把 `reviewkit query compile --to {dialect.Name}` 的 {compiled.Runs.Count} 次运行逐一用 --string 给出"),
            _ => throw new ReviewKitException("the query cannot be compiled: see above", "检索式无法编译：见上文"),
        };
    }
}

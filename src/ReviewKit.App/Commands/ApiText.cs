using System.CommandLine;
using System.Globalization;
using ReviewKit.Enrichment;
using ReviewKit.Enrichment.Http;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>What the verbs that go online have in common: how they are connected, what they would ask, how they are stopped.</summary>
static class ApiText
{
    static readonly (string Result, Message Head)[] Results =
    [
        ("found", new("found", "找到")), ("absent", new("known, without it", "有记录无此项")), ("unknown", new("not known", "未收录")), ("mismatch", new("another work", "另一文献")),
        ("ambiguous", new("several", "多个")), ("agency", new("other agency", "其他机构")), ("failed", new("failed", "出错")),
    ];

    public static Option<bool> DryRun(Verb verb) => verb.Option<bool>("--dry-run", null, new("only say what would be asked and what it would cost; nothing is asked", "只说明将请求什么、费用多少；不发出任何请求"));

    public static Option<double?> Budget(Verb verb) => verb.Option<double?>("--budget", "USD", new("US dollars this run may cost at an interface that charges (OpenAlex); default: no limit but its own", "本次运行在收费接口（OpenAlex）上的最高费用（美元）；默认只受接口自身限额"));

    /// <param name="fresh">So long an answer in the cache stands for today's.</param>
    public static Network Connect(Session session, double? budget = null, TimeSpan? fresh = null, bool cached = true)
    {
        var options = Enrichment.Http.NetworkOptions.Read(Environment.GetEnvironmentVariable);
        return new Network(options with
        {
            Seed = session.Seed,
            Budget = budget ?? double.PositiveInfinity,
            Fresh = fresh ?? options.Fresh,
            CacheFolder = cached ? options.CacheFolder : null,
        });
    }

    /// <summary>Runs what can be stopped: Ctrl-C ends it between two answers, and what was answered is kept.</summary>
    public static T Run<T>(Session session, Func<CancellationToken, Task<T>> work)
    {
        using var stop = new CancellationTokenSource();
        void Stop(object? sender, ConsoleCancelEventArgs pressed)
        {
            // The second time for real.
            pressed.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
        Console.CancelKeyPress += Stop;
        try
        {
            return work(stop.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new ReviewKitException("stopped; what was answered is kept, and the same command goes on from there", "已停止；已得到的回答均已保留，再次运行同一命令即可继续");
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }
    }

    public static Action<Api, int, int> Ticks(Progress progress) => (_, done, all) => progress.Tick(done, all == 0 ? null : (double)done / all);

    public static int Print(Session session, IEnumerable<SourcePlan> plans, Network network)
    {
        var zh = session.Language == Language.Zh;
        var table = zh ? new Table("接口", "按 DOI", "按题名", "请求", "费用（美元）", "用时", "密钥") : new Table("interface", "by DOI", "by title", "requests", "US dollars", "time", "key");
        foreach (var plan in plans)
            table.Add(plan.Api.Title, plan.ByDoi, plan.ByTitle, plan.Requests, plan.Cost.ToString("0.####", CultureInfo.InvariantCulture), Time(plan.Seconds), Key(plan.Api, network.Credentials, zh));
        table.Write(session.Output);
        session.Tell("nothing was asked; these are the most requests there can be: each interface is asked only for what those above it did not have, and what is in the cache is not asked again",
            "未发出任何请求；以上是最多可能的请求数：每个接口只被问及其上各接口没有的内容，缓存中已有的不再请求");
        return 0;
    }

    static string Key(Api api, Credentials credentials, bool zh) => api switch
    {
        _ when credentials.Has(api) => zh ? "有" : "yes",
        { NeedsKey: true } or { NeedsMail: true } when !credentials.HasMail || api.NeedsKey => zh ? "缺少，必需" : "missing, needed",
        { MailQuery: not null } when credentials.HasMail => zh ? "邮箱" : "address",
        _ => "",
    };

    static string Time(double seconds) => seconds < 90 ? $"{Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture)} s" : $"{Math.Ceiling(seconds / 60).ToString(CultureInfo.InvariantCulture)} min";

    public static void Print(Session session, IReadOnlyList<SourceReport> reports)
    {
        var zh = session.Language == Language.Zh;
        var shown = Results.Where(known => reports.Any(report => report.Counts.ContainsKey(known.Result))).ToList();
        var table = new Table([zh ? "接口" : "interface", .. shown.Select(known => known.Head.In(session.Language)), zh ? "请求" : "requests", zh ? "取自缓存" : "from cache", zh ? "费用（美元）" : "US dollars"]);
        foreach (var report in reports.Where(report => report.Counts.Count > 0 || report.Requests + report.FromCache > 0))
            table.Add([report.Api.Title, .. shown.Select(known => (object)report.Counts.GetValueOrDefault(known.Result)), report.Requests, report.FromCache, report.Spent.ToString("0.####", CultureInfo.InvariantCulture)]);
        if (!table.IsEmpty) table.Write(session.Output);
        foreach (var (agency, n) in reports.SelectMany(report => report.Counts).Where(count => count.Key is not ("failed" or "agency") && !Results.Any(known => known.Result == count.Key)).OrderBy(count => count.Key, StringComparer.Ordinal))
            session.Print($"{n} reports have a DOI of {agency}, whose metadata no open interface has: export them from the database itself", $"{n} 篇报告的 DOI 由 {agency} 注册，没有开放接口提供其元数据：请从原数据库导出");
    }
}

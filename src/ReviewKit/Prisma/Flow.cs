using Dapper;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>
/// The flow of a review, counted from its state: every number is the number of rows of one table, and <see cref="List"/> gives those rows.
/// Records screened, reports sought and reports assessed are those that came so far; what still waits there is said in a footnote.
/// </summary>
public static class Flow
{
    const string TitleAbstract = "(select id from stage where kind = 'title-abstract')";
    const string Heads = "s.record_id = s.report_id";
    const string Screened = $"{Heads} and s.place not in ('automation', 'other')";
    const string AtTitle = $"s.place in ('awaiting', 'conflict') and s.stage in {TitleAbstract}";
    const string Sought = $"{Heads} and s.place not in ('automation', 'other') and not (s.place = 'excluded' and s.stage in {TitleAbstract}) and not ({AtTitle})";

    /// <summary>Which rows of the state stand in a box; the same words count them and list them.</summary>
    static readonly Dictionary<string, string> Rows = new()
    {
        ["db_identified"] = "s.route = 'db'",
        ["databases"] = "s.route = 'db' and i.kind <> 'register'",
        ["registers"] = "s.route = 'db' and i.kind = 'register'",
        ["db_removed"] = "s.route = 'db' and s.place in ('duplicate', 'automation', 'other')",
        ["db_removed.duplicates"] = "s.route = 'db' and s.place = 'duplicate'",
        ["db_removed.automation"] = "s.route = 'db' and s.place = 'automation'",
        ["db_removed.other"] = "s.route = 'db' and s.place = 'other'",
        ["db_screened"] = $"s.route = 'db' and {Screened}",
        ["db_excluded"] = $"s.route = 'db' and s.place = 'excluded' and s.stage in {TitleAbstract}",
        ["db_excluded.human"] = $"s.route = 'db' and s.place = 'excluded' and s.stage in {TitleAbstract} and s.reason is not '{Place.StoppingRule}'",
        ["db_excluded.automation"] = $"s.route = 'db' and s.place = 'excluded' and s.stage in {TitleAbstract} and s.reason = '{Place.StoppingRule}'",
        ["db_sought"] = $"s.route = 'db' and {Sought}",
        ["db_notretrieved"] = "s.route = 'db' and s.place = 'not-retrieved'",
        ["db_assessed"] = $"s.route = 'db' and {Sought} and s.place <> 'not-retrieved'",
        ["db_ftexcluded"] = $"s.route = 'db' and s.place = 'excluded' and s.stage not in {TitleAbstract}",
        ["ot_identified"] = "s.route = 'ot'",
        ["ot_duplicates"] = "s.route = 'ot' and s.place = 'duplicate'",
        ["ot_sought"] = $"s.route = 'ot' and {Heads}",
        ["ot_notretrieved"] = "s.route = 'ot' and s.place = 'not-retrieved'",
        ["ot_assessed"] = $"s.route = 'ot' and {Heads} and s.place <> 'not-retrieved'",
        ["ot_ftexcluded"] = "s.route = 'ot' and s.place = 'excluded'",
        ["included"] = "s.place = 'included'",
        ["included.reports"] = "s.place = 'included'",
        ["included.studies"] = "s.place = 'included' and not exists (select 1 from study a join study b on b.study = a.study join state o on o.record_id = b.report_id where a.report_id = s.report_id and o.place = 'included' and o.record_id < s.record_id)",
        ["awaiting"] = "s.place in ('awaiting', 'conflict')",
    };

    /// <summary>Ids <see cref="List"/> understands.</summary>
    public static IReadOnlyCollection<string> Boxes => Rows.Keys;

    /// <param name="review">The review.</param>
    /// <param name="language">Of the names of sources and reasons.</param>
    /// <param name="scope">Only some of the records: of a database, a round, a group; null for all.</param>
    public static FlowCounts Counts(Review review, Language language, FlowScope? scope = null) => review.Read(() => scope is null ? CountsOf(review, language) : scope.Within(review, () => CountsOf(review, language)));

    static FlowCounts CountsOf(Review review, Language language)
    {
        Prepare(review);
        var protocol = review.Protocol;
        var counts = new FlowCounts
        {
            Databases = BySource(review, "databases", language),
            Registers = BySource(review, "registers", language),
            DuplicatesRemoved = Count(review, "db_removed.duplicates"),
            IneligibleByAutomation = ByReason(review, "db_removed.automation", reason => RemovalName(protocol, reason).In(language)),
            RemovedForOtherReasons = ByReason(review, "db_removed.other", reason => RemovalName(protocol, reason).In(language)),
            RecordsScreened = Count(review, "db_screened"),
            RecordsExcluded = ByStageReason(review, "db_excluded", language),
            ReportsSought = Count(review, "db_sought"),
            ReportsNotRetrieved = Count(review, "db_notretrieved"),
            ReportsAssessed = Count(review, "db_assessed"),
            ReportsExcluded = ByStageReason(review, "db_ftexcluded", language),
            StudiesIncluded = (int)review.Connection.ExecuteScalar<long>("select count(distinct coalesce(t.study, s.report_id)) from state s left join study t on t.report_id = s.report_id where s.place = 'included'"),
            ReportsOfIncludedStudies = Count(review, "included.reports"),
            RecordsAwaitingScreening = (int)review.Connection.ExecuteScalar<long>($"select count(*) from state s where s.route = 'db' and {AtTitle}"),
            ReportsAwaitingAssessment = (int)review.Connection.ExecuteScalar<long>($"select count(*) from state s where s.place in ('awaiting', 'conflict') and not ({AtTitle} and s.route = 'db')"),
        };
        counts = Declared(counts, protocol.Flow) with { Steps = Steps(review, counts, language) };
        if (Count(review, "db_excluded.automation") is > 0 and var unscreened)
            counts = counts with { RecordsExcludedByHuman = Count(review, "db_excluded.human"), RecordsExcludedByAutomation = unscreened };
        if (Count(review, "ot_identified") == 0) return counts;
        return counts with
        {
            OtherIdentified = BySource(review, "ot_identified", language),
            OtherDuplicates = Count(review, "ot_duplicates"),
            OtherReportsSought = Count(review, "ot_sought"),
            OtherReportsNotRetrieved = Count(review, "ot_notretrieved"),
            OtherReportsAssessed = Count(review, "ot_assessed"),
            OtherReportsExcluded = ByStageReason(review, "ot_ftexcluded", language),
        };
    }

    /// <summary>What no ledger can count: an earlier version of the review, what was appraised and pooled.</summary>
    static FlowCounts Declared(FlowCounts counts, IReadOnlyDictionary<string, int> declared) =>
        declared.Aggregate(counts, (flow, box) => flow.With(box.Key, box.Value));

    /// <summary>Each stage of title and abstract; empty where there is only one.</summary>
    static List<ScreeningStep> Steps(Review review, FlowCounts counts, Language language)
    {
        var stages = review.Protocol.Stages.Where(stage => !stage.IsFullText).ToList();
        if (stages.Count < 2) return [];
        var steps = new List<ScreeningStep>();
        var left = counts.RecordsScreened.Total ?? 0;
        foreach (var stage in stages)
        {
            var reasons = review.Connection.Query<(string? Reason, long N)>($"select s.reason, count(*) from state s where {Rows["db_excluded"]} and s.stage = @Id group by 1", stage).ToList();
            var order = stage.Reasons.Select(reason => reason.Id).ToList();
            var excluded = BoxCount.Of([.. reasons.OrderBy(row => order.IndexOf(row.Reason ?? "") is >= 0 and var at ? at : int.MaxValue).ThenBy(row => row.Reason, StringComparer.Ordinal)
                .Select(row => new NamedCount(stage.ReasonName(row.Reason).In(language), (int)row.N))]);
            steps.Add(new(stage.Name.In(language), left, excluded));
            left -= (excluded.Total ?? 0) + (int)review.Connection.ExecuteScalar<long>($"select count(*) from state s where s.route = 'db' and s.place in ('awaiting', 'conflict') and s.stage = @Id", stage);
        }
        return steps;
    }

    /// <summary>The records behind a number: id, source, year, title, and stage and reason where it has them.</summary>
    /// <exception cref="ReviewKitException">No box has this id.</exception>
    public static IReadOnlyList<FlowRecord> List(Review review, string box, FlowScope? scope = null) => scope is null ? ListOf(review, box) : scope.Within(review, () => ListOf(review, box));

    static IReadOnlyList<FlowRecord> ListOf(Review review, string box)
    {
        Prepare(review);
        if (!Rows.TryGetValue(box, out var where))
            throw new ReviewKitException($"no box {box}; known: {string.Join(", ", Rows.Keys)}", $"没有框 {box}；可用：{string.Join("、", Rows.Keys)}");
        return [.. review.Connection.Query<FlowRecord>($"""
            select s.record_id, s.report_id, r.own_id, r.ordinal, i.name as file, s.source, r.year, r.title, s.stage, s.reason
            from state s join record r on r.id = s.record_id join import i on i.id = r.import_id
            where {where} order by i.name, r.ordinal
            """)];
    }

    /// <summary>The stages of the protocol as a table the queries above can use.</summary>
    internal static void Prepare(Review review)
    {
        review.Connection.Execute("create temp table if not exists stage (id text primary key, kind text not null)");
        review.Connection.Execute("delete from temp.stage");
        foreach (var stage in review.Protocol.Stages) review.Connection.Execute("insert into temp.stage values (@Id, @Kind)", stage);
    }

    /// <summary>The rows of a box that asks for nothing but the state, called s.</summary>
    internal static string RowsOf(string box) => $"({Rows[box]})";

    static int Count(Review review, string box) =>
        (int)review.Connection.ExecuteScalar<long>($"select count(*) from state s {Imports(box)} where {Rows[box]}");

    static string Imports(string box) =>
        Rows[box].Contains("i.kind", StringComparison.Ordinal) ? "join record r on r.id = s.record_id join import i on i.id = r.import_id" : "";

    static BoxCount BySource(Review review, string box, Language language)
    {
        // From the few imports to their records (SQLite keeps the order of a cross join), and never into the rows of records, which are large.
        var rows = review.Connection.Query<(string Source, string Kind, string? Name, long N)>($"""
            select s.source, i.kind, i.source_name, count(*) from import i cross join record r on r.import_id = i.id cross join state s on s.record_id = r.id
            where {Rows[box]} group by 1, 2, 3
            """).ToList();
        if (rows.Count == 0 && box == "registers") return 0;
        var order = review.Protocol.Sources.Select(source => source.Id).ToList();
        return BoxCount.Of([.. rows
            .OrderBy(row => order.IndexOf(row.Source) is >= 0 and var at ? at : int.MaxValue).ThenBy(row => row.Source, StringComparer.Ordinal)
            .GroupBy(row => row.Name ?? (row.Source == "other" ? KindName(row.Kind) : review.Protocol.SourceName(row.Source)).In(language))
            .Select(group => new NamedCount(group.Key, (int)group.Sum(row => row.N)))]);
    }

    static Message KindName(string kind) => kind switch
    {
        "register" => new("Other register", "其他注册库"),
        "website" => new("Websites", "网站"),
        "organisation" => new("Organisations", "组织"),
        "citation" => new("Citation searching", "引文检索"),
        _ => new("Other source", "其他来源"),
    };

    static BoxCount ByReason(Review review, string box, Func<string?, string> name)
    {
        var rows = review.Connection.Query<(string? Reason, long N)>($"select s.reason, count(*) from state s where {Rows[box]} group by 1").ToList();
        return rows.Count == 0 ? 0 : BoxCount.Of([.. rows.Select(row => new NamedCount(name(row.Reason), (int)row.N)).OrderByDescending(part => part.N).ThenBy(part => part.Name, StringComparer.Ordinal)]);
    }

    static Message RemovalName(Protocol protocol, string? reason)
    {
        if (protocol.Criteria.FirstOrDefault(criterion => criterion.Id == reason) is { } known) return known.Label;
        return reason?.StartsWith("round-", StringComparison.Ordinal) == true
            ? new Message($"Failed round {reason[6..]} of the query", $"未通过第 {reason[6..]} 轮检索")
            : Message.Verbatim(reason ?? "");
    }

    /// <summary>Reasons in the order of review.yaml, those it no longer has at the end.</summary>
    static BoxCount ByStageReason(Review review, string box, Language language)
    {
        var rows = review.Connection.Query<(string Stage, string? Reason, long N)>($"select s.stage, s.reason, count(*) from state s where {Rows[box]} group by 1, 2").ToList();
        if (rows.Count == 0) return 0;
        var order = review.Protocol.Stages.SelectMany(stage => stage.Reasons.Select(reason => (stage.Id, reason.Id))).ToList();
        return BoxCount.Of([.. rows
            .OrderBy(row => order.IndexOf((row.Stage, row.Reason ?? "")) is >= 0 and var at ? at : int.MaxValue).ThenBy(row => row.Reason, StringComparer.Ordinal)
            .GroupBy(row => (review.Protocol.FindStage(row.Stage)?.ReasonName(row.Reason) ?? Message.Verbatim(row.Reason ?? "")).In(language))
            .Select(group => new NamedCount(group.Key, (int)group.Sum(row => row.N)))]);
    }
}

/// <summary>One record behind a number of the flow.</summary>
public sealed record FlowRecord
{
    public required string RecordId { get; init; }

    /// <summary>The record that stands for its report.</summary>
    public required string ReportId { get; init; }

    public string? OwnId { get; init; }
    public required string File { get; init; }

    /// <summary>1-based place in the file.</summary>
    public required long Ordinal { get; init; }

    public required string Source { get; init; }
    public long? Year { get; init; }
    public string? Title { get; init; }
    public string? Stage { get; init; }
    public string? Reason { get; init; }
}

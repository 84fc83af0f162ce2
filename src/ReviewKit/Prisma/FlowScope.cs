using Dapper;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>Some of the records of a review, whose flow is asked for: of one database, of those that pass the first rounds, of a group such as a city.</summary>
public sealed class FlowScope
{
    readonly Func<Review, IEnumerable<string>> records;

    FlowScope(Message name, Func<Review, IEnumerable<string>> records) => (Name, this.records) = (name, records);

    public Message Name { get; }

    /// <summary>Records of one source, by its id. A report found in two databases stays with the record that stands for it; the other is its duplicate.</summary>
    public static FlowScope Database(Review review, string source) => new(review.Protocol.SourceName(source),
        each => each.Connection.Query<string>("select record_id from main.state where source = @source", new { source }));

    /// <summary>Reports that pass the first rounds of the query; one passes a round when any of its records does.</summary>
    /// <param name="round">From 1; 0 is all.</param>
    public static FlowScope Round(int round) => new(new($"after round {round}", $"第 {round} 轮之后"), review =>
    {
        var sets = new Dictionary<string, long>();
        var rows = review.Connection.Query<(string Record, string Report, long? Sets)>("select s.record_id, s.report_id, r.sets from main.state s left join round_record r on r.record_id = s.record_id").ToList();
        foreach (var (_, report, found) in rows) sets[report] = sets.GetValueOrDefault(report) | (found ?? ~0L);
        var all = (1L << round) - 1;
        return rows.Where(row => (sets[row.Report] & all) == all).Select(row => row.Record);
    });

    /// <summary>Reports that carry a label, such as city=Beijing.</summary>
    public static FlowScope Label(string label) => new(Message.Verbatim(label), review => review.Connection.Query<string>(
        "select record_id from main.state where report_id in (select s.report_id from label l join main.state s on s.record_id = l.record_id where l.name = @label)", new { label }));

    /// <summary>Records of the files that were read on one day: of one search, or one update of it.</summary>
    /// <param name="day">ISO day.</param>
    public static FlowScope Day(string day) => new(Message.Verbatim(day), review => review.Connection.Query<string>(
        "select s.record_id from import i cross join record r on r.import_id = i.id cross join main.state s on s.record_id = r.id where substr(i.time, 1, 10) = @day", new { day }));

    /// <summary>Any records, by their ids.</summary>
    public static FlowScope Of(Message name, IReadOnlyCollection<string> records) => new(name, _ => records);

    /// <summary>Everything a flow may be split by: databases in the order of the protocol, rounds, days of import, or the labels of a group.</summary>
    /// <param name="by">database, round, day, or a group of review.yaml such as city.</param>
    /// <exception cref="ReviewKitException">No group has this name.</exception>
    public static IReadOnlyList<FlowScope> All(Review review, string by)
    {
        var connection = review.Connection;
        if (by == "database")
        {
            var order = review.Protocol.Sources.Select(source => source.Id).ToList();
            return [.. connection.Query<string>("select distinct source from state where route = 'db'").OrderBy(source => order.IndexOf(source) is >= 0 and var at ? at : int.MaxValue).ThenBy(source => source, StringComparer.Ordinal).Select(source => Database(review, source))];
        }
        if (by == "round") return [.. Enumerable.Range(1, review.Ledger.Live("round") is [.., var last] ? EventJson.Read<RoundBody>(last).Sets : 0).Select(Round)];
        if (by == "day") return [.. connection.Query<string>("select distinct substr(time, 1, 10) from import order by 1").Select(Day)];
        if (review.Protocol.Groups.TryGetValue(by, out var declared)) return [.. declared.Select(value => Label($"{by}={value}"))];
        throw new ReviewKitException($"a flow is split by database, round, day, or a group of review.yaml{List(review, ": ")}; found \"{by}\"", $"流程可按 database、round、day 或 review.yaml 中的分组{List(review, "：")} 拆分；现为“{by}”");
    }

    static string List(Review review, string colon) => review.Protocol.Groups.Count == 0 ? "" : colon + string.Join(", ", review.Protocol.Groups.Keys);

    /// <summary>While work runs, the state is that of these records only.</summary>
    internal T Within<T>(Review review, Func<T> work)
    {
        // A temporary table goes before one of the file of the same name, so that whatever is asked of the state is asked of these rows.
        review.Connection.Execute("create temp table scope (record_id text primary key) without rowid");
        try
        {
            foreach (var record in records(review).ToList()) review.Connection.Execute("insert or ignore into temp.scope values (@record)", new { record });
            review.Connection.Execute("create temp table state as select * from main.state where record_id in (select record_id from temp.scope)");
            return work();
        }
        finally
        {
            review.Connection.Execute("drop table if exists temp.state");
            review.Connection.Execute("drop table temp.scope");
        }
    }
}

using Dapper;
using Microsoft.Data.Sqlite;
using ReviewKit.Records;

namespace ReviewKit.Store;

/// <summary>Records and reports of the review as the slices read them: live imports only, in the order they were imported.</summary>
public static class Reports
{
    /// <summary>Every record as its database sent it, streamed; <see cref="Record.Source"/> is that of its file where the record says none.</summary>
    public static IEnumerable<Record> Records(Review review) => Bodies(review).Select(row => Read(row.Body, row.Source, NoPins));

    /// <summary>As <see cref="Records"/>, read on all processors; reading is most of the work of a pass over a review.</summary>
    public static IEnumerable<Record> RecordsInParallel(Review review) => Bodies(review).AsParallel().AsOrdered().Select(row => Read(row.Body, row.Source, NoPins));

    /// <summary>As <see cref="Records"/>, unread (<see cref="RecordJson"/>), for those who read them on several threads.</summary>
    public static IEnumerable<(string Body, string Source)> Bodies(Review review)
    {
        // File by file along the index: sorting all records at once would hold every one of them in memory.
        foreach (var import in review.Connection.Query<string>("select id from import order by time, name, id").ToList())
            foreach (var (body, source) in review.Connection.Query<(string Body, string Source)>("""
                select r.body, s.source from record r cross join state s on s.record_id = r.id where r.import_id = @import order by r.ordinal
                """, new { import }, buffered: false))
                yield return (body, source);
    }

    static readonly ILookup<string, Pin> NoPins = Array.Empty<Pin>().ToLookup(_ => "");

    static Record Read(string body, string source, ILookup<string, Pin> pins, ILookup<string, Pin>? fills = null)
    {
        var record = RecordJson.Read(body);
        record.Source = source;
        if (pins.Contains(record.Id)) record.Pins = [.. pins[record.Id]];
        if (fills?.Contains(record.Id) == true) record.Fills = [.. fills[record.Id]];
        return record;
    }

    /// <param name="table">pin or fill.</param>
    /// <param name="record">Of its report only, which is a matter of an index; null for all.</param>
    static ILookup<string, Pin> SaidIn(Review review, string table, string? record = null) =>
        review.Connection.Query<(string Record, string Field, string Value, long Seq)>($"""
            select record_id, field, value, seq from {table}
            {(record is null ? "" : "where record_id in (select record_id from state where report_id = (select report_id from state where record_id = @record))")} order by seq
            """, new { record }).ToLookup(row => row.Record, row => new Pin(row.Field, row.Value, row.Seq), StringComparer.Ordinal);

    /// <summary>The records of the report a record belongs to, the one that stands for them first; empty when its import was undone.</summary>
    public static IReadOnlyList<Record> Group(Review review, string record)
    {
        var (pins, fills) = (SaidIn(review, "pin", record), SaidIn(review, "fill", record));
        return [.. review.Connection.Query<(string Body, string Source)>("""
            select r.body, s.source from state s join record r on r.id = s.record_id
            where s.report_id = (select report_id from state where record_id = @record) order by s.record_id <> s.report_id, s.record_id
            """, new { record }).Select(row => Read(row.Body, row.Source, pins, fills))];
    }

    /// <summary>Ids of the records of each report, the one that stands for it first.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Members(Review review) =>
        review.Connection.Query<(string Report, string Record)>("select report_id, record_id from state order by report_id, record_id <> report_id, record_id")
            .GroupBy(row => row.Report, row => row.Record)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group]);

    /// <summary>Reports, each with the records it was merged from; the one that stands for them first.</summary>
    /// <param name="review">The review.</param>
    /// <param name="place">Only those at this place; null for all.</param>
    public static IEnumerable<IReadOnlyList<Record>> Groups(Review review, string? place = null)
    {
        // The order first and the bodies one by one, for the same reason.
        var rows = review.Connection.Query<(string Report, string Record, string Source)>("""
            select s.report_id, s.record_id, s.source
            from state s
            join state head on head.record_id = s.report_id
            join record h on h.id = s.report_id
            join import i on i.id = h.import_id
            where @place is null or head.place = @place
            order by i.time, i.name, h.import_id, h.ordinal, s.record_id <> s.report_id, s.record_id
            """, new { place }, buffered: false);
        using var bodies = review.Connection.CreateCommand();
        bodies.CommandText = "select body from record where id = $record";
        var record = bodies.Parameters.Add("$record", SqliteType.Text);
        var (pins, fills) = (SaidIn(review, "pin"), SaidIn(review, "fill"));
        List<Record>? group = null;
        string? current = null;
        foreach (var row in rows)
        {
            if (row.Report != current)
            {
                if (group is not null) yield return group;
                (group, current) = ([], row.Report);
            }
            record.Value = row.Record;
            group!.Add(Read((string)bodies.ExecuteScalar()!, row.Source, pins, fills));
        }
        if (group is not null) yield return group;
    }

    public static Record Read(Review review, string record) =>
        RecordJson.Read(review.Connection.QueryFirst<string>("select body from record where id = @record", new { record }));

    /// <summary>The record a person names: by ReviewKit's id or an unambiguous beginning of it, the file's own id, `file:ordinal`, or DOI.</summary>
    /// <exception cref="ReviewKitException">None, or several.</exception>
    public static string Find(Review review, string named)
    {
        var found = review.Connection.Query<string>("""
            select r.id from record r join state s on s.record_id = r.id where r.id = @named
            union select r.id from record r join state s on s.record_id = r.id where r.own_id = @named
            limit 3
            """, new { named }).ToList();
        if (found.Count == 0) found = ByOrdinal(review, named);
        if (found.Count == 0 && Doi.Key(named) is { } doi)
            found = [.. review.Connection.Query<string>("select distinct s.report_id from record r join state s on s.record_id = r.id where r.doi = @doi limit 3", new { doi })];
        if (found.Count == 0 && named.Length >= 4 && named[0] == 'r')
            found = [.. review.Connection.Query<string>("""
                select r.id from record r join state s on s.record_id = r.id where r.id >= @named and r.id < @named || '~' limit 3
                """, new { named })];
        // The same id in two files is one report once they are merged.
        if (found.Count > 1 && review.Connection.Query<string>("select distinct report_id from state where record_id in @found", new { found }).ToList() is [var report]) return report;
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ReviewKitException($"no record {named}: give ReviewKit's id (or its first 4 letters and more), the file's own id, file:number or a DOI",
                $"找不到记录 {named}：请给出 ReviewKit 编号（至少前 4 个字符）、文件自带编号、文件:序号或 DOI"),
            _ => throw new ReviewKitException($"{named} names several records: {string.Join(", ", found)}", $"{named} 对应多条记录：{string.Join("、", found)}"),
        };
    }

    static List<string> ByOrdinal(Review review, string named)
    {
        var colon = named.LastIndexOf(':');
        if (colon <= 0) return [];
        var (file, tail) = (named[..colon], named[(colon + 1)..]);
        return [.. review.Connection.Query<string>("""
            select r.id from record r join import i on i.id = r.import_id join state s on s.record_id = r.id
            where (i.name = @file or i.name = 'exports/' || @file or i.name like '%/' || replace(replace(@file, '%', ''), '_', '\_') escape '\')
            and (r.ordinal = @ordinal or r.own_id = @tail) limit 3
            """, new { file, tail, ordinal = int.TryParse(tail, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1 })];
    }

    /// <summary>1-based place of a record in its file.</summary>
    public static int OrdinalOf(Review review, string record) => (int)review.Connection.ExecuteScalar<long>("select ordinal from record where id = @record", new { record });

    /// <summary>Where the report of a record stands.</summary>
    public static Place PlaceOf(Review review, string record)
    {
        var (name, stage, reason) = review.Connection.QueryFirst<(string, string?, string?)>(
            "select h.place, h.stage, h.reason from state s join state h on h.record_id = s.report_id where s.record_id = @record", new { record });
        return new Place(name, stage, reason);
    }

    /// <summary>The report a record belongs to.</summary>
    public static string ReportOf(Review review, string record) =>
        review.Connection.QueryFirst<string>("select report_id from state where record_id = @record", new { record });
}

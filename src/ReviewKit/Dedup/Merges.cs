using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Dedup;

/// <summary>Duplicates in a review: runs the rules over all records and appends what is new, and does what a person says.</summary>
public static class Merges
{
    /// <summary>Merges what the rules find and links what they find related. What a person took apart stays apart; a second run appends nothing.</summary>
    public static MergesResult Run(Review review, Preset preset)
    {
        var records = Reports.Records(review).ToList();
        var (together, apart) = Words(review);
        var found = Deduplication.Of(records, new DedupOptions { Preset = preset, NeverMerge = apart, Known = together });
        var (merged, links) = (0, 0);
        review.WriteTogether(() =>
        {
            var routes = review.Connection.Query<(string Record, string Report, string Route)>("select record_id, report_id, route from state").ToDictionary(row => row.Record);
            foreach (var group in found.Groups)
            {
                if (group.Records.Select(record => routes[record].Report).Distinct().Count() == 1) continue;
                review.Ledger.Append("merge", new MergeBody(Head(group.Records, routes), group.Records, group.Reason.En, group.Reason.Zh, "rule"));
                merged++;
            }
            var known = review.Connection.Query<(string, string, string)>("select a, b, type from link").ToHashSet();
            foreach (var link in found.Links.Where(link => !known.Contains((link.A, link.B, link.Type))))
            {
                review.Ledger.Append("link", new LinkBody(link.A, link.B, link.Type, link.Reason.En));
                links++;
            }
        });
        return new MergesResult(found, merged, links);
    }

    // A report that a database returned is represented by that record, so that it stands in the databases' column of the diagram.
    static string Head(IReadOnlyList<string> records, Dictionary<string, (string Record, string Report, string Route)> rows) =>
        records.FirstOrDefault(record => rows[record].Route == "db") ?? records[0];

    /// <summary>Merges records on a person's word.</summary>
    public static Event Merge(Review review, IReadOnlyList<string> named, string? reason)
    {
        var records = named.Select(name => Reports.Find(review, name)).Distinct().ToList();
        if (records.Count < 2) throw new ReviewKitException("a merge needs two records or more", "合并至少需要两条记录");
        var rows = review.Connection.Query<(string Record, string Report, string Route)>("select record_id, report_id, route from state where record_id in @records", new { records }).ToDictionary(row => row.Record);
        if (rows.Values.Select(row => row.Report).Distinct().Count() == 1) throw new ReviewKitException("these are one report already", "它们已是同一篇报告");
        return review.Ledger.Append("merge", new MergeBody(Head(records, rows), records,
            reason ?? "merged by hand", reason ?? "手动合并", "person"));
    }

    /// <summary>Takes the merged group of a record apart. The rules will not put it together again.</summary>
    /// <returns>The records that are reports of their own now.</returns>
    public static IReadOnlyList<string> Unmerge(Review review, string named)
    {
        var report = Reports.ReportOf(review, Reports.Find(review, named));
        var members = review.Connection.Query<string>("select record_id from state where report_id = @report order by record_id", new { report }).ToList();
        if (members.Count < 2) throw new ReviewKitException($"{named} is not merged with anything", $"{named} 没有与任何记录合并");
        review.Ledger.Append("unmerge", new UnmergeBody(report, members));
        return members;
    }

    public static readonly string[] LinkTypes =
        ["preprint-of", "version-of", "erratum-of", "comment-on", "conference-version-of", "translation-of", "part-of-series", "same-study"];

    /// <summary>Relates two reports that stay two.</summary>
    public static Event Link(Review review, string a, string b, string type, string? reason, bool remove)
    {
        var (one, other) = (Reports.Find(review, a), Reports.Find(review, b));
        if (one == other) throw new ReviewKitException("a record cannot be linked with itself", "记录不能与自身关联");
        if (remove && review.Connection.ExecuteScalar<long>("select count(*) from link where a = @one and b = @other and type = @type", new { one, other, type }) == 0)
            throw new ReviewKitException($"there is no link {type} from {a} to {b}", $"{a} 与 {b} 之间没有 {type} 关联");
        return review.Ledger.Append("link", new LinkBody(one, other, type, reason ?? "", remove));
    }

    /// <summary>Pairs a person has put together or taken apart, as the newest word on each has it.</summary>
    static (List<(string, string)> Together, List<(string, string)> Apart) Words(Review review)
    {
        var words = new Dictionary<(string, string), bool>();
        foreach (var entry in Live(review))
        {
            var isMerge = entry.Kind == "merge";
            if (isMerge && EventJson.Read<MergeBody>(entry).By != "person") continue;
            var members = isMerge ? EventJson.Read<MergeBody>(entry).Records : EventJson.Read<UnmergeBody>(entry).Records;
            foreach (var a in members)
                foreach (var b in members)
                    if (string.CompareOrdinal(a, b) < 0) words[(a, b)] = isMerge;
        }
        return ([.. words.Where(word => word.Value).Select(word => word.Key)], [.. words.Where(word => !word.Value).Select(word => word.Key)]);
    }

    static IEnumerable<Event> Live(Review review) => review.Connection.Query<Event>("""
        select seq, id, person, device, time, kind, tool, previous, hash, body from event
        where kind in ('merge', 'unmerge') and id not in (select event_id from undone) order by seq
        """);
}

/// <summary>What a run found, and how much of it was new.</summary>
public sealed record MergesResult(DedupResult Found, int Merged, int Linked);

using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Dedup;

/// <summary>Duplicates in a review: runs the rules over all records and appends what is new, and does what a person says.</summary>
public static class Merges
{
    /// <summary>Merges what the rules find and links what they find related, so that the review is as if all its records had come at once. What a person has said stays; a second run appends nothing.</summary>
    /// <param name="review">The review.</param>
    /// <param name="preset">How sure a merge must be.</param>
    /// <param name="journals">Journals by all that they are called, besides those of review.yaml.</param>
    public static MergesResult Run(Review review, Preset preset, IReadOnlyList<IReadOnlyList<string>>? journals = null)
    {
        var words = PersonsWords.Of(review);
        var found = Deduplication.Of(Reports.RecordsInParallel(review), new DedupOptions { Preset = preset, NeverMerge = words.Apart, Known = words.Together, Journals = [.. review.Protocol.Dedup.SameJournal, .. journals ?? []] });
        var (merged, parted, links) = (0, 0, 0);
        review.WriteTogether(() =>
        {
            var routes = review.Connection.Query<(string Record, string Report, string Route)>("select record_id, report_id, route from state").ToDictionary(row => row.Record);
            parted = PartObsolete(review, found.Groups, routes);
            foreach (var group in found.Groups)
            {
                if (group.Records.Select(record => routes[record].Report).Distinct().Count() == 1) continue;
                review.Ledger.Append("merge", new MergeBody(Head(group.Records, routes), group.Records, group.Reason.En, group.Reason.Zh, "rule"));
                merged++;
            }
            links = Relate(review, found.Links);
        });
        var open = found with { Questions = [.. words.Unanswered(review, found.Questions)], Notes = [.. words.Notes, .. found.Notes] };
        return new MergesResult(open, merged, links) { Parted = parted };
    }

    /// <summary>Appends the links that are new and takes away those of the rules that they no longer find. A link a person made or took away is left as that person has it.</summary>
    /// <returns>How many were added.</returns>
    static int Relate(Review review, IReadOnlyList<Link> found)
    {
        var last = new Dictionary<(string, string, string), LinkBody>();
        foreach (var entry in review.Ledger.Live("link"))
            if (EventJson.Read<LinkBody>(entry) is var body) last[(body.A, body.B, body.Type)] = body;
        var added = 0;
        foreach (var link in found)
        {
            if (last.Remove((link.A, link.B, link.Type), out var known) && (!known.Removed || known.By is not null)) continue;
            review.Ledger.Append("link", new LinkBody(link.A, link.B, link.Type, link.Reason.En));
            added++;
        }
        foreach (var obsolete in last.Values.Where(link => !link.Removed && link.By is null)) review.Ledger.Append("link", obsolete with { Removed = true });
        return added;
    }

    /// <summary>Groups that the rules made and, knowing more records, no longer make are taken apart, unless somebody has decided on them.</summary>
    static int PartObsolete(Review review, IReadOnlyList<DuplicateGroup> groups, Dictionary<string, (string Record, string Report, string Route)> rows)
    {
        var number = new Dictionary<string, int>();
        for (var i = 0; i < groups.Count; i++)
            foreach (var record in groups[i].Records) number[record] = i;
        var obsolete = rows.Values.GroupBy(row => row.Report)
            .Where(group => group.Count() > 1 && group.Select(row => number.GetValueOrDefault(row.Record, -1)).ToHashSet() is var found && (found.Count > 1 || found.Contains(-1)))
            .Select(group => (Report: group.Key, Members: (IReadOnlyList<string>)[.. group.Select(row => row.Record).Order(StringComparer.Ordinal)]))
            .OrderBy(group => group.Report, StringComparer.Ordinal).ToList();
        if (obsolete.Count == 0) return 0;
        var decided = review.Connection.Query<string>("select s.report_id from decision d join state s on s.record_id = d.report_id where d.live = 1").ToHashSet();
        var parted = obsolete.Where(group => !decided.Contains(group.Report)).ToList();
        foreach (var (report, members) in parted)
        {
            review.Ledger.Append("unmerge", new UnmergeBody(report, members, "rule"));
            foreach (var member in members) rows[member] = rows[member] with { Report = member };
        }
        return parted.Count;
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

    /// <summary>Says that no two of the records are of one report: the rules never merge them and ask no more. A group in which two of them stand is taken apart.</summary>
    /// <returns>The event, and the records whose group it took apart.</returns>
    public static (Event Event, IReadOnlyList<string> Taken) Part(Review review, IReadOnlyList<string> named, string? reason)
    {
        var records = named.Select(name => Reports.Find(review, name)).Distinct().ToList();
        if (records.Count < 2) throw new ReviewKitException("this names one record only; name two or more that are different reports", "这里只有一条记录；请给出两条或更多属于不同报告的记录");
        var taken = review.Connection.Query<string>("""
            select record_id from state where report_id in
            (select report_id from state where record_id in @records group by report_id having count(*) > 1) order by record_id
            """, new { records }).ToList();
        return (review.Ledger.Append("apart", new ApartBody(records, taken, reason)), taken);
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
        return review.Ledger.Append("link", new LinkBody(one, other, type, reason ?? "", remove, "person"));
    }
}

/// <summary>What a run found, and how much of it was new.</summary>
public sealed record MergesResult(DedupResult Found, int Merged, int Linked)
{
    /// <summary>Groups of an earlier run that were taken apart, because records that came later speak against them.</summary>
    public int Parted { get; init; }
}

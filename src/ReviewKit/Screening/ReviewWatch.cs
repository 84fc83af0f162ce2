using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>Notices what other programs write into a review that is open here.</summary>
sealed class ReviewWatch
{
    // More reports than these are read anew sooner than looked at one by one.
    const int MostLookedAt = 200;

    readonly Review review;
    readonly FileInfo log;
    DateTime logged;
    long version;

    public ReviewWatch(Review review)
    {
        this.review = review;
        log = new FileInfo(Path.Combine(review.Folder, Review.DatabaseName + "-wal"));
        SeeAll();
    }

    /// <summary>The newest event that was taken in; own events after it may be among those that were not.</summary>
    public long LastSeen { get; private set; }

    /// <summary>All that is in the review now is taken in by other means.</summary>
    public void SeeAll() => (version, LastSeen) = (DataVersion(), review.Connection.ExecuteScalar<long?>("select max(seq) from event") ?? 0);

    /// <summary>Whether another program has written since.</summary>
    /// <param name="reports">The reports it wrote of; null where it may have moved any.</param>
    public bool HasNews(out IReadOnlyCollection<string>? reports)
    {
        reports = [];
        log.Refresh();
        // Asked every second of an idle screen: the time of the log costs a hundredth of a question to the database. Windows tells it late.
        if (log.LastWriteTimeUtc is var time && time == logged && !OperatingSystem.IsWindows()) return false;
        // Two writes can have one time; a time that has passed is of the last.
        logged = DateTime.UtcNow - time > TimeSpan.FromSeconds(1) ? time : default;
        if (DataVersion() is var now && now == version) return false;
        version = now;
        var entries = review.Connection.Query<(long Seq, string Kind, string Body)>("select seq, kind, body from event where seq > @LastSeen order by seq", new { LastSeen }).ToList();
        if (entries.Count == 0) return false;
        LastSeen = entries[^1].Seq;
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, kind, body) in entries)
            if (Of(kind, body) is { } of) touched.UnionWith(of);
            else reports = null;
        if (touched.Count > MostLookedAt) reports = null;
        if (reports is not null) reports = touched;
        return true;
    }

    /// <summary>The reports an event is about; null where it may move others too.</summary>
    IReadOnlyList<string>? Of(string kind, string body)
    {
        if (kind == "undo" && review.Connection.QueryFirstOrDefault<(string? Kind, string Body)>("select kind, body from event where id = json_extract(@body, '$.event')", new { body }) is { Kind: { } of } target)
            (kind, body) = (of, target.Body);
        return kind switch
        {
            "decision" or "retrieval" or "note" or "opinion" => [.. review.Connection.Query<string>("select report_id from state where record_id = json_extract(@body, '$.record')", new { body })],
            "decisions" or "label" => Records(review, body),
            _ => null,
        };
    }

    /// <summary>The reports of an event that names many records.</summary>
    public static IReadOnlyList<string> Records(Review review, string body) =>
        [.. review.Connection.Query<string>("select distinct s.report_id from json_each(@body, '$.records') named join state s on s.record_id = named.value", new { body })];

    // Changes whenever another connection has committed.
    long DataVersion() => review.Connection.ExecuteScalar<long>("pragma data_version");
}

using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>Getting the full reports: sought, retrieved or not.</summary>
public static class Retrieval
{
    public static readonly string[] Statuses = ["sought", "retrieved", "not-retrieved"];

    /// <param name="review">The review.</param>
    /// <param name="named">Any name <see cref="Reports.Find"/> understands.</param>
    /// <param name="status">One of <see cref="Statuses"/>.</param>
    /// <param name="reason">Why it could not be had.</param>
    /// <param name="file">The full text, absolute or inside the review folder; it is kept by its hash in fulltexts/.</param>
    /// <exception cref="ReviewKitException">No such record or file.</exception>
    public static Event Set(Review review, string named, string status, string? reason, string? file)
    {
        var report = Reports.ReportOf(review, Reports.Find(review, named));
        if (file is not null) file = FullText.Keep(review, Path.GetFullPath(Path.Combine(review.Folder, file)));
        return review.Ledger.Append("retrieval", new RetrievalBody(report, status, reason, file));
    }

    /// <summary>Reports at a full-text stage or past it, in import order, with what is known of their full text.</summary>
    public static IReadOnlyList<(string Report, string? Status, string? Reason, string? File)> All(Review review)
    {
        var stages = review.Protocol.Stages.Where(stage => stage.IsFullText).Select(stage => stage.Id).ToList();
        return [.. review.Connection.Query<(string Report, string? Status, string? Reason, string? File)>("""
            select h.record_id, r.status, r.reason, r.file from state h join record c on c.id = h.record_id join import i on i.id = c.import_id
            left join retrieval r on r.report_id = h.record_id
            where h.record_id = h.report_id and (h.place in ('included', 'not-retrieved') or h.stage in @stages)
            order by i.time, i.name, c.import_id, c.ordinal
            """, new { stages })];
    }
}

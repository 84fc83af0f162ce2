using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Enrichment;

/// <summary>What became of a report after it appeared, as the interfaces said.</summary>
/// <param name="Report">The record that stands for it.</param>
/// <param name="Kind">retraction, withdrawal, concern, reinstatement or correction (<see cref="NoticeText"/>).</param>
/// <param name="Sources">Who said so, in order.</param>
/// <param name="Notices">DOIs or PMIDs of the notices.</param>
/// <param name="Date">ISO, the latest named; null where nobody names one.</param>
public sealed record ReportNotice(string Report, string Kind, IReadOnlyList<string> Sources, IReadOnlyList<string> Notices, string? Date);

/// <summary>Retractions, concerns and corrections of the reports of a review: what status, screen and report show.</summary>
public static class Retractions
{
    /// <summary>Of all reports, by report, the worst first; a retraction and a correction of one report are two.</summary>
    public static IReadOnlyList<ReportNotice> Of(Review review, string? report = null) =>
    [
        .. review.Connection.Query<(string Report, string Kind, string Source, string? Notice, string? Date)>("""
            select s.report_id, n.kind, n.source, n.notice, n.date from notice n join state s on s.record_id = n.record_id
            where @report is null or s.report_id = @report order by s.report_id, n.kind, n.source, n.notice
            """, new { report })
            .GroupBy(row => (row.Report, row.Kind))
            .Select(group => new ReportNotice(group.Key.Report, group.Key.Kind, [.. group.Select(row => row.Source).Distinct()], [.. group.Select(row => row.Notice).OfType<string>().Distinct()], group.Max(row => row.Date)))
            .OrderBy(notice => notice.Report, StringComparer.Ordinal).ThenBy(notice => NoticeText.All.ToList().FindIndex(known => known.Kind == notice.Kind)),
    ];

    /// <summary>Reports that stand retracted or withdrawn: not those that were reinstated afterwards, and not those that were only corrected.</summary>
    public static IReadOnlySet<string> Retracted(Review review) => Of(review).GroupBy(notice => notice.Report).Where(IsRetracted).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);

    static bool IsRetracted(IEnumerable<ReportNotice> notices)
    {
        var all = notices.ToList();
        var taken = all.Where(notice => notice.Kind is "retraction" or "withdrawal").ToList();
        var back = all.Find(notice => notice.Kind == "reinstatement");
        // Without dates the graver word stands.
        return taken.Count > 0 && !(back is { Date: { } again } && taken.TrueForAll(notice => notice.Date is { } date && string.CompareOrdinal(date, again) <= 0));
    }

    /// <summary>Writes what is new.</summary>
    /// <returns>How many events.</returns>
    internal static int Note(Review review, IEnumerable<NoticeBody> found) => review.Write(() =>
    {
        var known = review.Connection.Query<(string, string, string, string?)>("select record_id, kind, source, notice from notice").ToHashSet();
        var added = 0;
        foreach (var body in found)
            if (known.Add((body.Record, body.Kind, body.Source, body.Notice)))
            {
                review.Ledger.Append("notice", body);
                added++;
            }
        return added;
    });
}

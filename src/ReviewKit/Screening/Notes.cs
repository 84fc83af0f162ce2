using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>Remarks people keep on reports: of their own (`note`), and beside their verdicts.</summary>
public static class Notes
{
    /// <summary>Who remarked what on a report, oldest first, without what is hidden from who looks.</summary>
    public static IReadOnlyList<(string Person, string Text)> Of(Review review, string report, Blinding blinding)
    {
        var members = review.Connection.Query<string>("select record_id from state where report_id = @report", new { report }).ToHashSet();
        // Notes are few; no table keeps them.
        var notes = review.Ledger.Live("note").Select(entry => (entry.Seq, entry.Person, Body: EventJson.Read<NoteBody>(entry))).Where(note => members.Contains(note.Body.Record))
            .Where(note => !blinding.Hides(report, note.Person)).Select(note => (note.Seq, note.Person, note.Body.Text));
        var beside = review.Connection.Query<(long Seq, string Person, string Text, string Stage)>("""
            select d.seq, d.reviewer, d.note, d.stage from decision d join state s on s.record_id = d.report_id where s.report_id = @report and d.live = 1 and d.note is not null
            """, new { report }).Where(row => !blinding.Hides(report, row.Stage, row.Person)).Select(row => (row.Seq, row.Person, row.Text));
        return [.. notes.Concat(beside).OrderBy(note => note.Seq).Select(note => (note.Person, note.Text))];
    }
}

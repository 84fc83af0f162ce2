using CsvHelper;
using Dapper;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>Decisions as CSV: record_id,stage,reviewer,verdict,reason,time,note (docs/decisions.md).</summary>
public static class DecisionsFile
{
    static readonly string[] Columns = ["record_id", "stage", "reviewer", "verdict", "reason", "time", "note"];

    /// <summary>Appends the decisions of a file that the review does not have yet, all in one transaction.</summary>
    /// <exception cref="ReviewKitException">A line that cannot be understood: names file and line; then nothing is imported.</exception>
    public static DecisionsImport Import(Review review, string path, string name)
    {
        var (added, known) = (0, 0);
        review.WriteTogether(() =>
        {
            var have = review.Connection.Query<(string Report, string Stage, string Reviewer, string Verdict, string? Reason, string Time)>(
                "select report_id, stage, reviewer, verdict, reason, time from decision").ToHashSet();
            foreach (var (line, row) in Rows(path, name))
            {
                try
                {
                    var verdict = VerdictText.Parse(row.Verdict) ?? throw new ReviewKitException(
                        $"verdict is \"{row.Verdict}\", expected include, exclude or maybe", $"判断是“{row.Verdict}”，应为 include、exclude 或 maybe");
                    if (row.Time is not null && !DateTimeOffset.TryParse(row.Time, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out _))
                        throw new ReviewKitException($"time is \"{row.Time}\", expected e.g. 2026-01-31T12:00:00Z", $"时间是“{row.Time}”，应如 2026-01-31T12:00:00Z");
                    var stage = Decisions.StageOf(review, row.Stage);
                    var reviewer = row.Reviewer ?? review.Author.Person;
                    var report = Reports.ReportOf(review, Reports.Find(review, row.RecordId));
                    if (row.Time is not null && have.Contains((report, stage.Id, reviewer, verdict.Word(), row.Reason, row.Time)))
                    {
                        known++;
                        continue;
                    }
                    Decisions.Decide(review, report, verdict, new Said(stage.Id, row.Reason, reviewer, row.Note, row.Time));
                    added++;
                }
                catch (ReviewKitException wrong)
                {
                    throw new ReviewKitException(new Message($"{name}:{line}: {wrong.Said.En}; no decision of this file was imported",
                        $"{name}:{line}：{wrong.Said.Zh}；此文件的判断均未导入"), wrong);
                }
            }
        });
        return new DecisionsImport(added, known);
    }

    static IEnumerable<(long Line, Row Row)> Rows(string path, string name)
    {
        using var csv = CsvReader.FromText(TextFile.Read(path, name), new CsvReaderOptions
        {
            Separator = ',',
            TrackLineNumbers = true,
            MissingField = CsvMissingFieldHandling.ReturnEmpty,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
        });
        var header = csv.Headers.Select(column => column.Trim().ToLowerInvariant()).ToList();
        foreach (var needed in (string[])["record_id", "verdict"])
            if (!header.Contains(needed))
                throw new ReviewKitException($"{name}:1: no column {needed}; expected {string.Join(',', Columns)}", $"{name}:1：缺少列 {needed}；应有 {string.Join(',', Columns)}");
        while (csv.Read())
        {
            string? Cell(string column) => header.IndexOf(column) is >= 0 and var at && at < csv.FieldCount && Unguarded(csv.GetString(at)) is { Length: > 0 } text ? text : null;
            if (Cell("record_id") is not { } id) continue;
            yield return (csv.LineNumber, new Row(id, Cell("stage"), Cell("reviewer"), Cell("verdict"), Cell("reason"), Cell("time"), Cell("note")));
        }
    }

    // The writer puts an apostrophe before what a spreadsheet would take for a formula.
    static string Unguarded(string cell)
    {
        var text = cell.Trim();
        return text.Length > 1 && text[0] == '\'' && "=+-@".Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }

    /// <summary>Writes every decision neither undone nor overtaken by an unmerge, in the order they were made.</summary>
    /// <returns>How many.</returns>
    public static int Export(Review review, TextWriter target)
    {
        var rows = review.Connection.Query<(string Record, string Stage, string Reviewer, string Verdict, string? Reason, string Time, string? Note)>(
            "select report_id, stage, reviewer, verdict, reason, time, note from decision where live = 1 order by time, seq").ToList();
        using var csv = CsvWriter.Create(target, new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true);
        csv.WriteHeader(Columns);
        foreach (var row in rows)
            csv.WriteRecord([row.Record, row.Stage, row.Reviewer, row.Verdict, row.Reason ?? "", row.Time, row.Note ?? ""]);
        return rows.Count;
    }

    sealed record Row(string RecordId, string? Stage, string? Reviewer, string? Verdict, string? Reason, string? Time, string? Note);
}

/// <summary>How many decisions of a file were new, and how many the review had already.</summary>
public sealed record DecisionsImport(int Added, int Known);

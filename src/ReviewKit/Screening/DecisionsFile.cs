using CsvHelper;
using Dapper;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>
/// Decisions as CSV: record_id,stage,reviewer,verdict,reason,time,note (docs/decisions.md); where a screen showed the reports, also in what order, by which model, and their rank.
/// </summary>
public static class DecisionsFile
{
    static readonly string[] Columns = ["record_id", "stage", "reviewer", "verdict", "reason", "time", "note"];
    static readonly string[] Shown = ["order", "model", "rank"];

    /// <summary>Appends the decisions of a file that the review does not have yet, all in one transaction.</summary>
    /// <exception cref="ReviewKitException">A line that cannot be understood: names file and line; then nothing is imported.</exception>
    public static DecisionsImport Import(Review review, string path, string name)
    {
        var import = new Pass(review, name);
        var conflicts = Conflicts(review);
        review.WriteTogether(() =>
        {
            foreach (var (line, row) in Rows(path, name)) import.Take(line, row);
        });
        return new DecisionsImport(import.Added, import.Known)
        {
            Differences = import.Differences.Count == 0 ? [] : (IReadOnlyList<DecisionDifference>)import.Differences,
            Conflicts = Conflicts(review) is var now && now.SetEquals(conflicts) ? [] : (IReadOnlyList<string>)[.. now.Except(conflicts).Order(StringComparer.Ordinal)],
        };
    }

    static HashSet<string> Conflicts(Review review) => review.Connection.Query<string>("select record_id from state where place = 'conflict'").ToHashSet();

    /// <summary>One reading of a file into a review.</summary>
    sealed class Pass(Review review, string name)
    {
        readonly HashSet<(string Report, string Stage, string Reviewer, string Verdict, string? Reason, string Time)> have = review.Connection
            .Query<(string, string, string, string, string?, string)>("select report_id, stage, reviewer, verdict, reason, time from decision").ToHashSet();

        readonly Dictionary<(string Report, string Stage, string Reviewer), (Verdict Verdict, string? Reason, string? Note, string Time)> last = review.Connection
            .Query<(string Report, string Stage, string Reviewer, string Verdict, string? Reason, string? Note, string Time)>("select report_id, stage, reviewer, verdict, reason, note, time from decision where live = 1 order by seq")
            .GroupBy(row => (row.Report, row.Stage, row.Reviewer), row => (VerdictText.Parse(row.Verdict)!.Value, row.Reason, row.Note, row.Time)).ToDictionary(group => group.Key, group => group.Last());

        public int Added { get; private set; }
        public int Known { get; private set; }
        public List<DecisionDifference> Differences { get; } = [];

        /// <exception cref="ReviewKitException">The line cannot be understood.</exception>
        public void Take(long line, Row row)
        {
            try
            {
                Take(row);
            }
            catch (ReviewKitException wrong)
            {
                throw new ReviewKitException(new Message($"{name}:{line}: {wrong.Said.En}; no decision of this file was imported",
                    $"{name}:{line}：{wrong.Said.Zh}；此文件的判断均未导入"), wrong);
            }
        }

        void Take(Row row)
        {
            var verdict = VerdictText.Parse(row.Verdict) ?? throw new ReviewKitException(
                $"verdict is \"{row.Verdict}\", expected include, exclude or maybe", $"判断是“{row.Verdict}”，应为 include、exclude 或 maybe");
            if (row.Time is not null && Instant(row.Time) is null)
                throw new ReviewKitException($"time is \"{row.Time}\", expected e.g. 2026-01-31T12:00:00Z", $"时间是“{row.Time}”，应如 2026-01-31T12:00:00Z");
            var stage = Decisions.StageOf(review, row.Stage);
            var reviewer = row.Reviewer ?? review.Author.Person;
            var report = Reports.ReportOf(review, Reports.Find(review, row.RecordId));
            if (row.Time is not null && !have.Add((report, stage.Id, reviewer, verdict.Word(), row.Reason, row.Time)))
            {
                Known++;
                return;
            }
            var shown = row.Order is null ? null : new NextReport(report, int.TryParse(row.Rank, System.Globalization.CultureInfo.InvariantCulture, out var rank) ? rank : null, row.Model, row.Order);
            Decisions.Decide(review, report, verdict, new Said(stage.Id, row.Reason, reviewer, row.Note, row.Time) { Shown = shown });
            Added++;
            var key = (report, stage.Id, reviewer);
            var time = row.Time ?? review.Author.Time;
            if (last.TryGetValue(key, out var own) && (own.Verdict, own.Reason) != (verdict, row.Reason))
            {
                var isOlder = row.Time is not null && Instant(row.Time) < Instant(own.Time);
                Differences.Add(new DecisionDifference(report, stage.Id, reviewer, (own.Verdict, own.Time), (verdict, time), isOlder ? own.Verdict : verdict));
                // Both are kept, and the later word of the two is said once more, so that it is the last.
                if (isOlder) Decisions.Decide(review, report, own.Verdict, new Said(stage.Id, own.Reason, reviewer, own.Note, own.Time));
                if (isOlder) return;
            }
            last[key] = (verdict, row.Reason, row.Note, time);
        }
    }

    static DateTimeOffset? Instant(string time) =>
        DateTimeOffset.TryParse(time, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

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
            yield return (csv.LineNumber, new Row
            {
                RecordId = id,
                Stage = Cell("stage"),
                Reviewer = Cell("reviewer"),
                Verdict = Cell("verdict"),
                Reason = Cell("reason"),
                Time = Cell("time"),
                Note = Cell("note"),
                Order = Cell("order"),
                Model = Cell("model"),
                Rank = Cell("rank"),
            });
        }
    }

    // The writer puts an apostrophe before what a spreadsheet would take for a formula.
    static string Unguarded(string cell)
    {
        var text = cell.Trim();
        return text.Length > 1 && text[0] == '\'' && "=+-@".Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }

    /// <summary>Writes every decision neither undone nor overtaken by an unmerge, in the order they were made.</summary>
    /// <param name="review">The review.</param>
    /// <param name="target">Where to.</param>
    /// <param name="blinding">Leaves out what is hidden from someone; null leaves out nothing.</param>
    /// <returns>How many.</returns>
    public static int Export(Review review, TextWriter target, Blinding? blinding = null)
    {
        var rows = review.Connection.Query<Row>("""
            select d.report_id as RecordId, d.stage, d.reviewer, d.verdict, d.reason, d.time, d.note,
                json_extract(e.body, '$.order') as "order", json_extract(e.body, '$.model') as model, cast(json_extract(e.body, '$.rank') as text) as rank
            from decision d join event e on e.id = d.event_id where d.live = 1 and not exists (
                select 1 from decision l where l.report_id = d.report_id and l.stage = d.stage and l.reviewer = d.reviewer and l.live = 1 and l.seq > d.seq)
            order by d.time, d.seq
            """).Where(row => blinding is null || !blinding.Hides(row.RecordId, row.Stage!, row.Reviewer!)).ToList();
        var areShown = rows.Exists(row => row.Order is not null);
        using var csv = CsvWriter.Create(target, new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true);
        csv.WriteHeader(areShown ? [.. Columns, .. Shown] : Columns);
        foreach (var row in rows)
        {
            string[] cells = [row.RecordId, row.Stage!, row.Reviewer!, row.Verdict!, row.Reason ?? "", row.Time!, row.Note ?? ""];
            csv.WriteRecord(areShown ? [.. cells, row.Order ?? "", row.Model ?? "", row.Rank ?? ""] : cells);
        }
        return rows.Count;
    }

    sealed record Row
    {
        public required string RecordId { get; init; }
        public string? Stage { get; init; }
        public string? Reviewer { get; init; }
        public string? Verdict { get; init; }
        public string? Reason { get; init; }
        public string? Time { get; init; }
        public string? Note { get; init; }
        public string? Order { get; init; }
        public string? Model { get; init; }
        public string? Rank { get; init; }
    }
}

/// <summary>How many decisions of a file were new, and how many the review had already.</summary>
public sealed record DecisionsImport(int Added, int Known)
{
    /// <summary>Where the file and the review have different words of one reviewer on one report.</summary>
    public IReadOnlyList<DecisionDifference> Differences { get; init; } = [];

    /// <summary>Reports on which reviewers differ since.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];
}

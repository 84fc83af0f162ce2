using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>Whose turn it is: which reports a reviewer still has to judge at a stage (review.yaml: reviewers, overlap, allocation, calibration).</summary>
public static class Assignment
{
    /// <summary>Reports the reviewer still has to judge, in import order; those he left at `maybe` where that is no verdict come last. Draws the calibration round when it is due.</summary>
    public static IReadOnlyList<string> Waiting(Review review, Stage stage, string reviewer) => Of(review, stage, reviewer).Waiting;

    /// <summary>As <see cref="Waiting"/>, with what holds the reviewer up.</summary>
    public static Desk Of(Review review, Stage stage, string reviewer)
    {
        Calibration.Begin(review, stage);
        return review.Read(() =>
        {
            var seats = new Round(review, stage, reviewer);
            var awaiting = Awaiting(review, stage);
            var open = seats.Calibrating(awaiting.Keys);
            var own = awaiting.Keys.Where(report => open.Count > 0 ? open.Contains(report) && seats.OwesCalibration(report) : seats.IsMine(report, awaiting[report])).ToHashSet();
            return new Desk([.. InOrder(review, own).OrderBy(report => awaiting[report])], open.Count, [.. seats.Owing(open).Where(other => other != reviewer)]);
        });
    }

    /// <summary>The same of one report, for after each verdict. Nothing is drawn.</summary>
    public static bool IsWaiting(Review review, Stage stage, string reviewer, string report)
    {
        var state = review.Connection.QueryFirstOrDefault<(string? Place, string? Stage, string? Reason)>("select place, stage, reason from state where record_id = @report and record_id = report_id", new { report });
        if (state.Place != "awaiting" || state.Stage != stage.Id) return false;
        return review.Read(() =>
        {
            var seats = new Round(review, stage, reviewer, report);
            return seats.OwesCalibration(report) || seats.IsMine(report, state.Reason == Maybe);
        });
    }

    /// <summary>Reports in conflict at a stage that the reviewer can help to settle, in import order: by a third vote those he has not judged, else all.</summary>
    public static IReadOnlyList<string> Conflicts(Review review, Stage stage, string reviewer) => [.. InOrder(review, [.. review.Connection.Query<string>("""
        select h.record_id from state h where h.place = 'conflict' and h.stage = @Id and (@HasThirdVote = 0 or not exists (
            select 1 from state m join decision d on d.report_id = m.record_id
            where m.report_id = h.record_id and d.stage = @Id and d.live = 1 and d.reviewer = @reviewer))
        """, new { stage.Id, stage.HasThirdVote, reviewer })])];

    const string Maybe = "maybe";

    /// <summary>Reports that wait at the stage, and whether they wait because of a `maybe`.</summary>
    static Dictionary<string, bool> Awaiting(Review review, Stage stage)
    {
        // By route and place the index has all that is asked for.
        return review.Connection.Query<(string Report, string? Reason)>("select record_id, reason from state where route in ('db', 'ot') and place = 'awaiting' and stage = @Id", stage)
            .ToDictionary(row => row.Report, row => row.Reason == Maybe);
    }

    static IEnumerable<string> InOrder(Review review, HashSet<string> reports)
    {
        if (reports.Count == 0) yield break;
        foreach (var import in review.Connection.Query<string>("select id from import order by time, name, id").ToList())
            foreach (var record in review.Connection.Query<string>("select id from record where import_id = @import order by ordinal", new { import }))
                if (reports.Contains(record)) yield return record;
    }

    /// <summary>What is known of the seats of a stage, for one reviewer.</summary>
    sealed class Round
    {
        readonly Stage stage;
        readonly string reviewer;
        readonly IReadOnlyList<string> people;
        readonly List<string> others;
        readonly ILookup<string, string> judges;
        readonly ILookup<string, string> calibration;
        readonly ILookup<string, string> marks;

        public Round(Review review, Stage stage, string reviewer, string? report = null)
        {
            (this.stage, this.reviewer, people) = (stage, reviewer, review.Protocol.People);
            others = [.. people.Where(other => other != reviewer)];
            var only = report is null ? "" : "and s.report_id = @report";
            var from = new { stage.Id, report, LiveDecision.Consensus };
            judges = review.Connection.Query<(string Report, string Reviewer)>(Judges(report), from).Distinct().ToLookup(row => row.Report, row => row.Reviewer);
            calibration = review.Connection.Query<(string Report, string Reviewer)>($"""
                select s.report_id, c.reviewer from calibration c join state s on s.record_id = c.record_id where c.stage = @Id {only}
                """, from).Where(seat => people.Contains(seat.Reviewer)).ToLookup(row => row.Report, row => row.Reviewer);
            marks = Marks(review, stage, only, from).ToLookup(row => row.Report, row => row.Mark);
        }

        static string Judges(string? report) => report is null
            ? """
                select h.record_id, d.reviewer from decision d cross join state s on s.record_id = d.report_id cross join state h on h.record_id = s.report_id
                where d.stage = @Id and d.live = 1 and h.place = 'awaiting' and h.stage = @Id
                """
            : """
                select s.report_id, d.reviewer from state s join decision d on d.report_id = s.record_id
                where s.report_id = @report and d.stage = @Id and d.live = 1
                """;

        static IEnumerable<(string Report, string Mark)> Marks(Review review, Stage stage, string only, object from) => stage.Allocation.By switch
        {
            "source" => review.Connection.Query<(string, string)>($"select s.report_id, s.source from state s where 1 = 1 {only}", from),
            "label" => review.Connection.Query<(string, string)>($"select s.report_id, l.name from label l join state s on s.record_id = l.record_id where 1 = 1 {only}", from),
            _ => [],
        };

        /// <summary>Those of the reports whose calibration round is not judged by all.</summary>
        public HashSet<string> Calibrating(IEnumerable<string> reports) => calibration.Count == 0 ? [] : [.. reports.Where(report => Owing(report).Any())];

        public bool OwesCalibration(string report) => Owing(report).Contains(reviewer);

        public IEnumerable<string> Owing(IEnumerable<string> reports) => reports.SelectMany(Owing).Distinct().Order(StringComparer.Ordinal);

        IEnumerable<string> Owing(string report) => calibration[report].Except(judges[report]);

        /// <param name="isMaybe">All have judged it and the newest word is no verdict yet: it is for those who said so.</param>
        public bool IsMine(string report, bool isMaybe)
        {
            var have = judges.Contains(report) ? judges[report].ToList() : [];
            if (isMaybe) return have.Contains(reviewer);
            if (have.Contains(reviewer)) return false;
            var free = Seats.Needed(stage, report) - have.Count;
            if (stage.Allocation.By == "open") return free > 0;
            if (!people.Contains(reviewer)) return false;
            return Seats.IsTurn(stage, report, reviewer, others.Where(other => !have.Contains(other)), marks.Contains(report) ? [.. marks[report]] : [], free);
        }
    }
}

/// <summary>What lies before one reviewer at one stage.</summary>
/// <param name="Waiting">Reports to judge.</param>
/// <param name="Calibration">Reports of a calibration round that not all have judged; while there are any, nothing else is given out.</param>
/// <param name="Owing">The others who still have to judge some of these.</param>
public sealed record Desk(IReadOnlyList<string> Waiting, int Calibration, IReadOnlyList<string> Owing);

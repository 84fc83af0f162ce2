using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>How far two reviewers agree on the reports both have judged.</summary>
/// <param name="Stage">The stage's id.</param>
/// <param name="First">The one reviewer.</param>
/// <param name="Second">The other.</param>
/// <param name="Both">Reports both let pass.</param>
/// <param name="OnlyFirst">Reports the first let pass and the second excluded.</param>
/// <param name="OnlySecond">Reports the second let pass and the first excluded.</param>
/// <param name="Neither">Reports both excluded.</param>
public sealed record Agreement(string Stage, string First, string Second, int Both, int OnlyFirst, int OnlySecond, int Neither)
{
    public int Reports => Both + OnlyFirst + OnlySecond + Neither;

    /// <summary>The share of reports judged alike, 0..1; NaN when there are none.</summary>
    public double Observed => (Both + Neither) / (double)Reports;

    /// <summary>The share that two who judge at random, each as often as these, would judge alike.</summary>
    public double Expected
    {
        get
        {
            double n = Reports, a = (Both + OnlyFirst) / n, b = (Both + OnlySecond) / n;
            return a * b + (1 - a) * (1 - b);
        }
    }

    /// <summary>Cohen's kappa (1960, doi:10.1177/001316446002000104), at most 1; NaN when both judged all reports the same one way, where it says nothing.</summary>
    public double CohensKappa => Expected < 1 ? (Observed - Expected) / (1 - Expected) : double.NaN;

    /// <summary>The large-sample standard error of kappa (Fleiss, Cohen &amp; Everitt 1969, doi:10.1037/h0028106).</summary>
    public double StandardError
    {
        get
        {
            double n = Reports, kappa = CohensKappa, pe = Expected;
            double[,] p = { { Both / n, OnlyFirst / n }, { OnlySecond / n, Neither / n } };
            double[] row = [p[0, 0] + p[0, 1], p[1, 0] + p[1, 1]], column = [p[0, 0] + p[1, 0], p[0, 1] + p[1, 1]];
            var sum = 0.0;
            for (var i = 0; i < 2; i++)
                for (var j = 0; j < 2; j++)
                {
                    var marginal = row[j] + column[i];
                    sum += p[i, j] * (i == j ? Math.Pow(1 - (row[i] + column[i]) * (1 - kappa), 2) : Math.Pow((1 - kappa) * marginal, 2));
                }
            return Math.Sqrt(Math.Max(0, sum - Math.Pow(kappa - pe * (1 - kappa), 2)) / n) / (1 - pe);
        }
    }

    /// <summary>The 95 % confidence interval of kappa.</summary>
    public (double Low, double High) Interval => (Math.Max(-1, CohensKappa - 1.959964 * StandardError), Math.Min(1, CohensKappa + 1.959964 * StandardError));

    /// <summary>Prevalence-adjusted bias-adjusted kappa, 2 Observed - 1 (Byrt, Bishop &amp; Carlin 1993): kappa falls when nearly all is excluded, this does not.</summary>
    public double Pabak => 2 * Observed - 1;

    /// <summary>Every pair of reviewers who share reports, stage by stage. A maybe passes at title and abstract, where the report goes on; at full text it is no verdict yet.</summary>
    public static IReadOnlyList<Agreement> Of(Review review) => [.. review.Protocol.Stages.SelectMany(stage => Of(review, stage))];

    /// <summary>The same of one stage.</summary>
    /// <param name="only">Only these reports, as those of a calibration round; null for all.</param>
    public static IReadOnlyList<Agreement> Of(Review review, Stage stage, IReadOnlySet<string>? only = null)
    {
        var judged = Judged(review, stage, only);
        return Pairs(stage, judged, judged, (first, second) => string.CompareOrdinal(first, second) < 0);
    }

    /// <summary>Each person beside each of others who are none, and whose words are given: by reviewer and report, whether it passes.</summary>
    internal static IReadOnlyList<Agreement> Beside(Review review, Stage stage, Dictionary<string, Dictionary<string, bool>> others) => Pairs(stage, Judged(review, stage, null), others, (_, _) => true);

    static IReadOnlyList<Agreement> Pairs(Stage stage, Dictionary<string, Dictionary<string, bool>> some, Dictionary<string, Dictionary<string, bool>> others, Func<string, string, bool> isPair) =>
        [.. from first in some.Keys.Order(StringComparer.Ordinal)
            from second in others.Keys.Order(StringComparer.Ordinal)
            where isPair(first, second)
            let shared = some[first].Where(word => others[second].ContainsKey(word.Key)).Select(word => (A: word.Value, B: others[second][word.Key])).ToList()
            where shared.Count > 0
            select new Agreement(stage.Id, first, second, shared.Count(w => w.A && w.B), shared.Count(w => w.A && !w.B), shared.Count(w => !w.A && w.B), shared.Count(w => !w.A && !w.B))];

    /// <summary>Fleiss' kappa of a stage's reports that were judged by the same number of people, 3 or more (Fleiss 1971, doi:10.1037/h0031619); null when there are none.</summary>
    public static double? FleissKappa(Review review, Stage stage, IReadOnlySet<string>? only = null)
    {
        var reports = Judged(review, stage, only).Values.SelectMany(words => words).GroupBy(word => word.Key, word => word.Value).Select(group => group.ToList()).Where(words => words.Count > 2)
            .GroupBy(words => words.Count).MaxBy(group => group.Count());
        return reports is null ? null : FleissKappa([.. reports.Select(words => (IReadOnlyList<int>)[words.Count(passes => passes), words.Count(passes => !passes)])]);
    }

    /// <summary>Fleiss' kappa.</summary>
    /// <param name="ratings">Per subject how many raters chose each category; the same number of raters throughout, 2 or more.</param>
    public static double FleissKappa(IReadOnlyList<IReadOnlyList<int>> ratings)
    {
        double raters = ratings[0].Sum(), subjects = ratings.Count;
        var observed = ratings.Average(subject => (subject.Sum(n => (double)n * n) - raters) / (raters * (raters - 1)));
        var expected = Enumerable.Range(0, ratings[0].Count).Sum(category => Math.Pow(ratings.Sum(subject => subject[category]) / (subjects * raters), 2));
        return (observed - expected) / (1 - expected);
    }

    // Each reviewer's last word on each report; an agreed verdict is nobody's own.
    // What still waits for a verdict at a blind stage is left out: of a few reports, the figures would tell what the others said.
    static Dictionary<string, Dictionary<string, bool>> Judged(Review review, Stage stage, IReadOnlySet<string>? only)
    {
        var judged = new Dictionary<string, Dictionary<string, bool>>();
        foreach (var (reviewer, report, verdict) in review.Connection.Query<(string, string, string)>("""
            select d.reviewer, s.report_id, d.verdict from decision d join state s on s.record_id = d.report_id join state h on h.record_id = s.report_id
            where d.live = 1 and d.stage = @Id and d.reviewer <> @Consensus
            and not (@IsBlind = 1 and h.place = 'awaiting' and h.stage = @Id and h.reason is null) order by d.seq
            """, new { stage.Id, stage.IsBlind, LiveDecision.Consensus }))
        {
            if (only?.Contains(report) == false) continue;
            if (!judged.TryGetValue(reviewer, out var words)) judged[reviewer] = words = [];
            if (VerdictText.Parse(verdict) is Verdict.Maybe && stage.IsFullText) words.Remove(report);
            else words[report] = VerdictText.Parse(verdict) is not Verdict.Exclude;
        }
        return judged;
    }
}

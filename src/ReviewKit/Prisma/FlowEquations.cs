using System.Globalization;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>
/// The arithmetic of a flow, by the arrows of the official form (F1 to F12 in docs/prisma.md). A box that is not stated is taken from the numbers before it;
/// an optional box (removed, not retrieved) that is not stated is 0, any other is unknown and its equations wait.
/// </summary>
sealed partial class FlowEquations
{
    readonly FlowCounts counts;
    readonly IReadOnlyList<Reconciliation> reconciliations;

    public FlowEquations(FlowCounts counts, IReadOnlyList<Reconciliation> reconciliations)
    {
        (this.counts, this.reconciliations) = (counts, reconciliations);
        HasOther = counts.Stated.Any(stated => stated.Box.IsOther);
        NonNegative();
        Sources();
        Parts();
        Solve("E-SCREENED", "db_screened", Plus("db_identified"), Less("db_removed") with { IsOptional = true });
        Solve("E-SOUGHT", "db_sought", Plus("db_screened"), Less("db_excluded"));
        Solve("E-ASSESSED", "db_assessed", Plus("db_sought"), Less("db_notretrieved") with { IsOptional = true });
        Solve("E-ASSESSED", "ot_assessed", Plus("ot_sought"), Less("ot_notretrieved") with { IsOptional = true });
        Included();
        foreach (var unit in (string[])["studies", "reports"])
            Solve("E-TOTAL", "total." + unit, Plus("previous." + unit), Plus("new." + unit));
        Growth();
        Units();
    }

    public List<Finding> Findings { get; } = [];

    /// <summary>What the equations give where nothing, or something else, is stated.</summary>
    public Dictionary<string, int> Derived { get; } = [];

    public bool Close => Findings.All(finding => finding.Severity != Severity.Error);

    public bool HasOther { get; }

    /// <summary>The reports this search brought in: the new ones of an updated review.</summary>
    public string IncludedReports => counts["new.reports"].N is null ? "included.reports" : "new.reports";

    /// <returns>As stated, else as derived; null when neither is possible.</returns>
    public int? Known(string box) => counts.Total(box) ?? (Derived.TryGetValue(box, out var n) ? n : null);

    readonly record struct Term(string Box, int Sign, bool IsOptional = false);

    static Term Plus(string box) => new(box, 1);

    static Term Less(string box) => new(box, -1);

    /// <summary>One equation: what stands in <paramref name="box"/> is the sum of the terms.</summary>
    void Solve(string code, string box, params ReadOnlySpan<Term> terms)
    {
        var (sum, sides) = (0, new List<string>());
        foreach (var term in terms)
        {
            if ((Known(term.Box) ?? (term.IsOptional ? 0 : null)) is not { } n) return;
            sum += term.Sign * n;
            sides.Add($"{(term.Sign < 0 ? "− " : sides.Count > 0 ? "+ " : "")}{term.Box} {Text(n)}");
        }
        var explained = reconciliations.Where(reconciliation => reconciliation.Box == box).Sum(reconciliation => reconciliation.Gap);
        if (explained != 0 && box is "db_sought") sides.Add($"{explained:+ 0;− 0}");
        var expected = box is "db_sought" ? sum + explained : sum;
        Compare(code, box, expected, counts[box].Total, $"{string.Join(' ', sides)} = {Text(expected)}");
    }

    void Compare(string code, string box, int expected, int? stated, string formula)
    {
        if (stated == expected) return;
        if (expected >= 0) Derived[box] = expected;
        if (stated is { } actual)
        {
            var gap = actual - expected;
            var cause = FlowCauses.Of(code, box, gap, counts);
            Add(code, box, expected, actual, $"{box}: {Text(actual)} is declared, but {formula} (gap {gap:+0;-0}){cause?.En}", $"{box}：声明为 {Text(actual)}，但 {formula}（差 {gap:+0;-0}）{cause?.Zh}");
        }
        else if (expected < 0)
        {
            Add("E-NEGATIVE", box, 0, expected, $"{box}: {formula}: more is taken out than there was", $"{box}：{formula}：移出的比原有的多");
        }
    }

    void Included()
    {
        if (!HasOther) Solve("E-INCLUDED", IncludedReports, Plus("db_assessed"), Less("db_ftexcluded"));
        else Solve("E-INCLUDED", IncludedReports, Plus("db_assessed"), Less("db_ftexcluded"), Plus("ot_assessed"), Less("ot_ftexcluded"));
    }

    // A minus sign is not the same in every culture.
    static string Text(int? n) => n?.ToString(CultureInfo.InvariantCulture) ?? "";

    void Add(string code, string box, int? expected, int? actual, string en, string zh) =>
        Findings.Add(new(code, box, expected, actual, new Message(en, zh)));
}

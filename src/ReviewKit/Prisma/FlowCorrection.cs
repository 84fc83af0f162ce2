using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>Looks for the smallest change that makes a flow close, by trying: each number, changed by each gap there is, and all equations asked again.</summary>
static class FlowCorrection
{
    // Where records or reports leave the flow: what left at one of these may be booked at another.
    static readonly string[] Exits = ["db_removed", "db_excluded", "db_notretrieved", "db_ftexcluded"];

    static readonly string[] Stages = ["db_identified", "db_screened", "db_sought", "db_assessed", "included.reports"];

    public static (Correction? Correction, IReadOnlyList<Message> Questions) Of(DeclaredFlow flow, FlowEquations equations)
    {
        // An equation has each number once, so an edit that mends it changes that number by the gap, up or down.
        int[] gaps = [.. equations.Findings.Select(finding => Math.Abs(finding.Gap ?? 0)).Where(gap => gap > 0).Distinct().Order()];
        var edits = Edits(flow, gaps).ToList();
        var smallest = edits.Where(edit => Math.Abs(edit.To - edit.From) == edits.Min(each => Math.Abs(each.To - each.From))).ToList();
        var correction = smallest is [var only] ? Correct(only.Box, only.From, only.To) : null;

        var questions = new List<Message>();
        if (correction is null) questions.AddRange(edits.Select(edit => new Message($"is {edit.Box} {edit.To} rather than {edit.From}?", $"{edit.Box} 是否应为 {edit.To} 而不是 {edit.From}？")));
        questions.AddRange(Unstated(flow, gaps));
        questions.AddRange(PartEdits(flow, gaps));
        questions.AddRange(Carried(flow, gaps));
        questions.AddRange(Moves(flow, gaps));
        return (correction, questions);
    }

    static bool Closes(DeclaredFlow flow, FlowCounts counts) => new FlowEquations(counts, flow.Reconciliations).Close;

    static Correction Correct(string box, int from, int to) => new(box, from, to, new Message(
        $"one wrong number explains every error: {box} {from} should be {to}; all equations close with it",
        $"一个数字有误即可解释所有错误：{box} 应为 {to} 而不是 {from}；改后各等式均成立"));

    static IEnumerable<(string Box, int From, int To)> Edits(DeclaredFlow flow, int[] gaps)
    {
        foreach (var (box, count) in flow.Counts.Stated)
        {
            if (count.N is not { } n) continue;
            foreach (var gap in gaps)
                foreach (var to in (int[])[n - gap, n + gap])
                    if (to >= 0 && (Closes(flow, flow.Counts.With(box.Key, count with { N = to })) || (IsSameStudies(flow.Counts, box.Key, n) && Closes(flow, flow.Counts.With(box.Key, to).With("included.studies", to)))))
                        yield return (box.Key, n, to);
        }
    }

    // Who states one number for studies and reports has made one slip, not two.
    static bool IsSameStudies(FlowCounts counts, string box, int n) => box == "included.reports" && counts["included.studies"].N == n;

    /// <summary>A box that was left out and would be the gap.</summary>
    static IEnumerable<Message> Unstated(DeclaredFlow flow, int[] gaps) =>
        from box in Exits
        where flow.Counts.Total(box) is null
        from gap in gaps
        where Closes(flow, flow.Counts.With(box, gap))
        select new Message($"is {box}, which is not stated, {gap}?", $"未给出的 {box} 是否为 {gap}？");

    /// <summary>One database or reason; which of them, the arithmetic cannot tell.</summary>
    static IEnumerable<Message> PartEdits(DeclaredFlow flow, int[] gaps) =>
        from stated in flow.Counts.Stated
        where stated.Count.Parts.Count > 0
        from change in gaps.SelectMany(gap => (int[])[-gap, gap])
        where stated.Count.Parts.Select((part, i) => (part, i)).Any(each => each.part.N + change >= 0 && Closes(flow, flow.Counts.With(stated.Box.Key, Changed(stated.Count, each.i, change))))
        select change > 0
            ? new Message(
                $"do the numbers listed in {stated.Box.Key} lack {change} (one is too low, or left out), so that they add up to {stated.Count.Listed + change}?",
                $"{stated.Box.Key} 所列的数字是否少了 {change}（某项偏小或遗漏），合计应为 {stated.Count.Listed + change}？")
            : new Message(
                $"is one of the numbers listed in {stated.Box.Key} too high by {-change}, so that they add up to {stated.Count.Listed + change}?",
                $"{stated.Box.Key} 所列的某个数字是否多了 {-change}，合计应为 {stated.Count.Listed + change}？");

    static BoxCount Changed(BoxCount count, int index, int change) =>
        count with { Parts = [.. count.Parts.Select((part, i) => i == index ? part with { N = part.N + change } : part)] };

    /// <summary>One mistake carried from a stage to those after it.</summary>
    static IEnumerable<Message> Carried(DeclaredFlow flow, int[] gaps) =>
        from first in Enumerable.Range(0, Stages.Length - 1)
        from last in Enumerable.Range(first + 1, Stages.Length - first - 1)
        let run = Stages[first..(last + 1)]
        where run.All(box => flow.Counts[box].N is not null)
        from change in gaps.SelectMany(gap => (int[])[-gap, gap])
        where Closes(flow, run.Aggregate(flow.Counts, (counts, box) => counts.With(box, counts[box] with { N = counts[box].N + change })))
        select change > 0
            ? new Message(
                $"do all of {string.Join(", ", run)} lack the same {change}?",
                $"{string.Join("、", run)} 是否都少了同样的 {change}？")
            : new Message(
                $"do all of {string.Join(", ", run)} count {-change} that do not belong there?",
                $"{string.Join("、", run)} 是否都多计了不应计入的 {-change}？");

    /// <summary>As many taken out later, or earlier, than stated.</summary>
    static IEnumerable<Message> Moves(DeclaredFlow flow, int[] gaps) =>
        from @from in Exits
        from to in Exits
        where @from != to
        let stated = flow.Counts.Total(@from)
        from gap in gaps
        where stated >= gap && Closes(flow, Booked(Booked(flow.Counts, @from, stated.Value - gap), to, (flow.Counts.Total(to) ?? 0) + gap))
        select new Message(
            $"were {gap} of the {stated} in {@from} taken out at {to} instead ({stated} = {stated - gap} + {gap})?",
            $"{@from} 的 {stated} 中是否有 {gap} 实际在 {to} 移出（{stated} = {stated - gap} + {gap}）？");

    /// <summary>A box with another total, its lines and reasons set aside.</summary>
    static FlowCounts Booked(FlowCounts counts, string box, int n)
    {
        foreach (var (part, _) in counts.Stated.Where(stated => stated.Box.Key.StartsWith(box + ".", StringComparison.Ordinal)).ToList()) counts = counts.Without(part.Key);
        return counts.With(box, n);
    }
}

namespace ReviewKit.Prisma;

/// <summary>Whether the numbers of a flow can be true together, and whether they say what PRISMA 2020 asks.</summary>
public static class FlowCheck
{
    /// <summary>Findings (errors first, then warnings, each in the order of the diagram), the one correction if there is one, and questions.</summary>
    public static FlowReport Of(DeclaredFlow flow)
    {
        var equations = new FlowEquations(flow.Counts, flow.Reconciliations);
        Finding[] findings = [.. flow.Problems, .. equations.Findings, .. FlowLints.Of(flow, equations)];
        var (correction, questions) = equations.Close ? (null, []) : FlowCorrection.Of(flow, equations);
        return new([.. findings.OrderBy(finding => finding.Severity)], correction, questions, equations.Derived);
    }

    public static IReadOnlyList<Finding> Findings(DeclaredFlow flow) => Of(flow).Findings;
}

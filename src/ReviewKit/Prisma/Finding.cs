using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>An error: numbers that cannot all be true. A warning: numbers that may be, but that say less than PRISMA asks for.</summary>
public enum Severity { Error, Warning }

/// <summary>One thing that is wrong with, or missing from, a flow.</summary>
/// <param name="Code">E-… error, W-… warning; the list is docs/prisma.md.</param>
/// <param name="Box">The number it is about, of <see cref="FlowBox"/>.</param>
/// <param name="Expected">What the other numbers give; null when the finding is about no number.</param>
/// <param name="Actual">What is declared.</param>
public sealed record Finding(string Code, string Box, int? Expected, int? Actual, Message Message)
{
    public Severity Severity => Code.StartsWith("E-", StringComparison.Ordinal) ? Severity.Error : Severity.Warning;

    /// <summary>Declared minus expected; null when there is nothing to compare.</summary>
    public int? Gap => Actual - Expected;
}

/// <summary>The one number that, changed alone, makes every equation true.</summary>
public sealed record Correction(string Box, int From, int To, Message Message);

/// <summary>What a check of a flow found.</summary>
/// <param name="Correction">null when nothing is wrong, when no single change helps, and when several would.</param>
/// <param name="Questions">Other readings that also close the flow: only the author knows which is true.</param>
/// <param name="Derived">What the other numbers give for boxes that are not declared, or declared otherwise.</param>
public sealed record FlowReport(IReadOnlyList<Finding> Findings, Correction? Correction, IReadOnlyList<Message> Questions, IReadOnlyDictionary<string, int> Derived)
{
    /// <summary>No errors; warnings may remain.</summary>
    public bool Closes => Findings.All(finding => finding.Severity != Severity.Error);
}

/// <summary>A gap the author has explained, where the flow changes from counting records to counting reports and the two may differ.</summary>
/// <param name="Box">db_sought or ot_sought.</param>
/// <param name="Gap">Declared minus what the records give: +3 when three records were two reports each.</param>
public sealed record Reconciliation(string Box, int Gap, string Reason);

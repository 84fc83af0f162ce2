using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>Whether text, figure and ledger state the same numbers. What only one of them states is not compared.</summary>
public static class FlowComparison
{
    /// <param name="name">What the declared numbers are called in messages: a file.</param>
    /// <param name="other">The numbers they should be.</param>
    /// <param name="otherName">What these are called: another file, the review.</param>
    public static IReadOnlyList<Finding> Of(FlowCounts declared, string name, FlowCounts other, Message otherName)
    {
        var findings = new List<Finding>();
        foreach (var box in FlowBox.All)
        {
            if (declared.Total(box.Key) is { } n && other.Total(box.Key) is { } known && n != known)
                findings.Add(Differs(box.Key, n, known, name, otherName));
            foreach (var part in declared[box.Key].Parts)
                if (other[box.Key].Parts.FirstOrDefault(each => Fold.Letters(each.Name) == Fold.Letters(part.Name)) is { Name: not null } same && same.N != part.N)
                    findings.Add(Differs($"{box.Key}.{part.Name}", part.N, same.N, name, otherName));
        }
        return findings;
    }

    static Finding Differs(string box, int n, int known, string name, Message otherName) => new("E-DIFFERS", box, known, n,
        new($"{box}: {name} states {n}, {otherName.En} has {known}", $"{box}：{name} 为 {n}，{otherName.Zh}为 {known}"));
}

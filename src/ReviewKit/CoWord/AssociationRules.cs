namespace ReviewKit.CoWord;

/// <summary>Records with these terms often have that one too.</summary>
/// <param name="If">Places of the terms of the condition, ascending.</param>
/// <param name="Then">Place of the term that follows.</param>
/// <param name="Records">Records that have all of them.</param>
/// <param name="Support">Their share of all records, 0..1.</param>
/// <param name="Confidence">Their share of the records with the condition, 0..1.</param>
/// <param name="Lift">Confidence over the share of the records that have <paramref name="Then"/> anyway: 1 is what chance gives.</param>
public sealed record AssociationRule(IReadOnlyList<int> If, int Then, int Records, double Support, double Confidence, double Lift);

/// <summary>Association rules between terms, from all sets of terms that enough records share.</summary>
/// <remarks>Agrawal &amp; Srikant 1994; the sets are found depth first with lists of records (Eclat, Zaki 2000, doi:10.1109/69.846291).</remarks>
public static class AssociationRules
{
    /// <summary>The rules in order of lift, then of confidence and records, the strongest first.</summary>
    /// <param name="terms">Rules name them by their places in this list.</param>
    /// <param name="recordCount">All records, those without any of the terms too.</param>
    /// <param name="minimumRecords">That all terms of a rule must share.</param>
    /// <param name="minimumConfidence">0..1.</param>
    /// <param name="largestSet">Terms of a rule, both sides together: 2 for pairs, at most 4.</param>
    public static IReadOnlyList<AssociationRule> Of(IReadOnlyList<Term> terms, int recordCount, int minimumRecords = 2, double minimumConfidence = 0.5, int largestSet = 3)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(largestSet is >= 2 and <= 4, true);
        var rules = new List<AssociationRule>();
        foreach (var (set, records) in FrequentSets(terms, Math.Max(1, minimumRecords), largestSet))
            for (var then = 0; then < set.Length; then++)
            {
                int[] condition = [.. set[..then], .. set[(then + 1)..]];
                var confidence = (double)records / Together(terms, condition);
                var lift = confidence * recordCount / terms[set[then]].Records.Count;
                if (confidence >= minimumConfidence) rules.Add(new AssociationRule(condition, set[then], records, (double)records / recordCount, confidence, lift));
            }
        return [.. rules.OrderByDescending(rule => rule.Lift).ThenByDescending(rule => rule.Confidence).ThenByDescending(rule => rule.Records)
            .ThenBy(rule => rule.If.Count).ThenBy(rule => rule.If[0]).ThenBy(rule => rule.Then)];
    }

    static int Together(IReadOnlyList<Term> terms, int[] set)
    {
        var records = terms[set[0]].Records;
        foreach (var term in set.AsSpan(1)) records = CoOccurrence.Common(records, terms[term].Records);
        return records.Count;
    }

    /// <summary>Sets of two terms and more, each with the number of records that have all of them.</summary>
    static IEnumerable<(int[] Set, int Records)> FrequentSets(IReadOnlyList<Term> terms, int minimumRecords, int largest)
    {
        var frequent = Enumerable.Range(0, terms.Count).Where(term => terms[term].Records.Count >= minimumRecords).ToList();
        return Grow([], [.. frequent.Select(term => (term, terms[term].Records))]);

        IEnumerable<(int[], int)> Grow(int[] set, List<(int Term, IReadOnlyList<int> Records)> tails)
        {
            for (var i = 0; i < tails.Count; i++)
            {
                int[] larger = [.. set, tails[i].Term];
                if (larger.Length >= 2) yield return (larger, tails[i].Records.Count);
                if (larger.Length == largest) continue;
                var next = new List<(int, IReadOnlyList<int>)>();
                foreach (var (term, records) in tails.Skip(i + 1))
                    if (CoOccurrence.Common(tails[i].Records, records) is { } both && both.Count >= minimumRecords) next.Add((term, both));
                foreach (var found in Grow(larger, next)) yield return found;
            }
        }
    }
}

namespace ReviewKit.Dedup;

/// <summary>How far two titles agree, from not comparable (absent, or in two scripts) to equal.</summary>
enum TitleAgreement { Incomparable, Different, Substituted, Extended, Near, Equal }

/// <summary>Two titles laid side by side.</summary>
/// <param name="Agreement">The best agreement of any title of the one with any of the other.</param>
/// <param name="Common">Words both have.</param>
/// <param name="OnlyA">Words of the first without a counterpart, after spelling variants and compounds were matched.</param>
/// <param name="OnlyB">Words of the second without a counterpart.</param>
sealed record TitleComparison(TitleAgreement Agreement, IReadOnlyList<string> Common, IReadOnlyList<string> OnlyA, IReadOnlyList<string> OnlyB)
{
    static readonly TitleComparison Incomparable = new(TitleAgreement.Incomparable, [], [], []);

    // Below this share of common words (of the shorter title) two titles are about different things.
    const double FewestCommon = 0.6;

    public static TitleComparison Of(TitleForm[] a, TitleForm[] b)
    {
        var best = Incomparable;
        foreach (var title in a)
            foreach (var other in b)
            {
                if (title.IsHan != other.IsHan) continue;
                var comparison = Of(title, other);
                if (comparison.Agreement > best.Agreement || comparison.Agreement == best.Agreement && comparison.Common.Count > best.Common.Count) best = comparison;
            }
        return best;
    }

    static TitleComparison Of(TitleForm a, TitleForm b)
    {
        if (a.Letters == b.Letters) return new(TitleAgreement.Equal, a.Tokens, [], []);
        var (common, onlyA, onlyB) = Difference(a.Tokens, b.Tokens);
        MatchCompounds(common, onlyA, onlyB);
        MatchSpellings(common, onlyA, onlyB);
        var agreement = onlyA.Count == 0 && onlyB.Count == 0 ? TitleAgreement.Near
            : onlyA.Count == 0 || onlyB.Count == 0 ? TitleAgreement.Extended
            : TitleAgreement.Substituted;
        if (common.Count < FewestCommon * Math.Min(a.Tokens.Length, b.Tokens.Length)) agreement = TitleAgreement.Different;
        return new(agreement, common, onlyA, onlyB);
    }

    static (List<string> Common, List<string> OnlyA, List<string> OnlyB) Difference(string[] a, string[] b)
    {
        var common = new List<string>(Math.Min(a.Length, b.Length));
        var onlyA = new List<string>();
        var onlyB = new List<string>(b);
        foreach (var token in a)
            (onlyB.Remove(token) ? common : onlyA).Add(token);
        return (common, onlyA, onlyB);
    }

    /// <summary>"micro task" meets "microtask": the words left over on one side, joined, are those of the other side.</summary>
    static void MatchCompounds(List<string> common, List<string> onlyA, List<string> onlyB)
    {
        Join(common, onlyA, onlyB);
        Join(common, onlyB, onlyA);
        if (onlyA.Count > 0 && onlyB.Count > 0 && string.Concat(onlyA) == string.Concat(onlyB))
        {
            common.AddRange(onlyA);
            onlyA.Clear();
            onlyB.Clear();
        }

        static void Join(List<string> common, List<string> parts, List<string> wholes)
        {
            for (var i = 0; i + 1 < parts.Count; i++)
            {
                if (!wholes.Remove(parts[i] + parts[i + 1])) continue;
                common.Add(parts[i]);
                common.Add(parts[i + 1]);
                parts.RemoveRange(i, 2);
                i--;
            }
        }
    }

    static void MatchSpellings(List<string> common, List<string> onlyA, List<string> onlyB)
    {
        for (var i = onlyA.Count - 1; i >= 0; i--)
        {
            var other = onlyB.FindIndex(word => Spelling.IsVariant(onlyA[i], word));
            if (other < 0) continue;
            common.Add(onlyA[i]);
            onlyA.RemoveAt(i);
            onlyB.RemoveAt(other);
        }
    }
}

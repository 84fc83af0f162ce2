using ReviewKit.Query.Dialects;
using ReviewKit.Query.Parsing;

namespace ReviewKit.Query.Lints;

/// <summary>What can be seen in the tree of a strategy: limits in odd places, terms that add nothing, a search by year alone.</summary>
static class StrategyLints
{
    // Web of Science: a search in ALL takes no more than 49 operators.
    const int MostInAllFields = 50;

    const int MostWildcardsInIeee = 8;

    public static IEnumerable<Diagnostic> Of(IReadOnlyList<StrategyLine> lines, Dialect dialect, string text)
    {
        foreach (var line in lines)
        {
            if (line.Tree is not { } tree) continue;
            foreach (var one in Limits(tree, false).Concat(Redundancy.Of(tree, dialect)).Concat(TermLints.Of(tree, dialect))) yield return one;
            if (dialect.Name == "wos" && Leaves(tree).Count(leaf => leaf is SearchTerm { Fields: SearchFields.AllFields }) > MostInAllFields)
                yield return new("Q-E-TOO-MANY", line.At, new("Web of Science takes at most 49 operators in ALL; search by topic (TS) or split the search", "Web of Science 的 ALL 字段最多 49 个运算符；请用主题（TS）或拆分检索"));
        }
        if (dialect.Name == "ieee" && lines is [.., { Tree: { } whole } final] && Leaves(whole).OfType<SearchTerm>().Sum(term => term.Pieces.Count(piece => piece.Wild != Wildcard.None)) > MostWildcardsInIeee)
            yield return new("Q-E-TOO-MANY", final.At, new($"IEEE Xplore takes {MostWildcardsInIeee} wildcards in a search at most", $"IEEE Xplore 每次检索最多 {MostWildcardsInIeee} 个通配符"));
        if (lines is [.., { Tree: { } last }] && Leaves(last).All(leaf => leaf is DateLimit))
            yield return new("Q-E-YEAR-ONLY", last.At, new("a year alone is no search: add terms", "仅有年份不成检索式：请加检索词"));
        if (dialect.MaxLength > 0 && text.Trim().Length > dialect.MaxLength)
            yield return new("Q-W-LENGTH", new Span(0, text.Length), new($"{text.Trim().Length} characters; the box of {dialect.Title.En} takes {dialect.MaxLength}", $"共 {text.Trim().Length} 个字符；{dialect.Title.Zh}的检索框最多 {dialect.MaxLength} 个"));
    }

    /// <summary>Every leaf, in the order of writing.</summary>
    public static IEnumerable<Expression> Leaves(Expression expression) => expression switch
    {
        Conjunction all => all.Parts.SelectMany(Leaves),
        Disjunction any => any.Parts.SelectMany(Leaves),
        Negation none => Leaves(none.Part),
        Proximity near => near.Operands.SelectMany(Leaves),
        _ => [expression],
    };

    static IEnumerable<Diagnostic> Limits(Expression expression, bool isAlternative)
    {
        switch (expression)
        {
            case DateLimit dates:
                if (string.CompareOrdinal(dates.From, dates.To) > 0 && dates.From is not null && dates.To is not null && !dates.From.StartsWith(dates.To, StringComparison.Ordinal))
                    yield return new("Q-E-WINDOW", dates.At, new($"the period begins ({dates.From}) after it ends ({dates.To})", $"起始时间（{dates.From}）晚于结束时间（{dates.To}）"));
                if (isAlternative) yield return new("Q-W-DATE-INSIDE", dates.At, new("the limit of time holds only inside this alternative, not for the whole search", "时间限定只作用于这一“或”分支，而非整个检索式"));
                break;
            case LanguageLimit languages:
                yield return new("Q-W-LANGUAGE", languages.At, new("a filter by language drops records whose language is not recorded", "语种过滤会丢掉未标注语种的记录"));
                break;
            case SearchTerm { Fields: SearchFields.Journal } journal when isAlternative:
                yield return new("Q-W-JOURNAL-INSIDE", journal.At, new("the limit to a journal holds only inside this alternative, not for the whole search", "期刊限定只作用于这一“或”分支，而非整个检索式"));
                break;
            case Conjunction all:
                foreach (var one in all.Parts.SelectMany(part => Limits(part, isAlternative))) yield return one;
                break;
            case Disjunction any:
                // Alternatives that are all limits are one limit.
                var inside = isAlternative || !any.Parts.All(part => part is DateLimit or LanguageLimit or TypeLimit or SearchTerm { Fields: SearchFields.Journal });
                foreach (var one in any.Parts.SelectMany(part => Limits(part, inside))) yield return one;
                break;
            case Negation none:
                foreach (var one in Limits(none.Part, false)) yield return one;
                break;
        }
    }
}

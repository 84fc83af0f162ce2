using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>Alternatives for one concept.</summary>
/// <param name="Terms">At least one must be found; where there is none, <see cref="Required"/> says it all.</param>
public sealed record TermSet(string Id, Message Name, IReadOnlyList<Term> Terms)
{
    /// <summary>All of these must be found as well.</summary>
    public IReadOnlyList<Term> Required { get; init; } = [];

    /// <summary>None of these may be found.</summary>
    public IReadOnlyList<Term> Excluded { get; init; } = [];

    public IEnumerable<Term> All => Terms.Concat(Required).Concat(Excluded);

    /// <summary>The set as a tree of the terms in some languages (zh, en); those in both are in every one. Null when no alternative is left.</summary>
    public Expression? In(params IReadOnlyCollection<string> languages)
    {
        List<Expression> Trees(IEnumerable<Term> terms) => [.. terms.Where(term => term.Language.Length == 0 || languages.Contains(term.Language)).Select(term => term.Tree)];
        var alternatives = Trees(Terms);
        if (Terms.Count > 0 && alternatives.Count == 0) return null;
        List<Expression> parts = [.. alternatives.Count == 0 ? Array.Empty<Expression>() : [Any(alternatives)], .. Trees(Required), .. Trees(Excluded).Select(tree => new Negation(tree))];
        return parts.Count switch { 0 => null, 1 => parts[0], _ => new Conjunction(parts) };
    }

    internal TermSet InFields(SearchFields standing, SearchFields fields)
    {
        if (standing == fields) return this;
        IReadOnlyList<Term> Moved(IReadOnlyList<Term> terms) => [.. terms.Select(term => term with { Tree = Move(term.Tree) })];
        return this with { Terms = Moved(Terms), Required = Moved(Required), Excluded = Moved(Excluded) };

        Expression Move(Expression tree) => tree switch
        {
            Conjunction all => all with { Parts = [.. all.Parts.Select(Move)] },
            Disjunction any => any with { Parts = [.. any.Parts.Select(Move)] },
            Negation none => none with { Part = Move(none.Part) },
            Proximity near => near with { Operands = [.. near.Operands.Select(Move)] },
            SearchTerm term when term.Fields == standing => term with { Fields = fields },
            _ => tree,
        };
    }

    static Expression Any(List<Expression> parts) => parts.Count == 1 ? parts[0] : new Disjunction(parts);
}

/// <summary>One alternative of a set: a word or phrase, or words near each other, or several ways to write one thing.</summary>
/// <param name="Text">As the file has it.</param>
/// <param name="Language">zh or en; empty where it has words of both.</param>
public sealed record Term(string Text, string Language)
{
    readonly Expression? tree;

    /// <summary>A word or phrase outside of a query file, with * for any ending and ? for one letter, looked for in all tracked fields.</summary>
    public static Term Of(string text) => new(text, "") { Tree = new SearchTerm(text, SearchFields.Tracked) { Pieces = QueryTerms.Pieces(text) } };

    /// <summary>What is looked for; the text as a phrase in the tracked fields where nothing else was said.</summary>
    public Expression Tree { get => tree ?? new SearchTerm(Text, SearchFields.Tracked); init => tree = value; }
}

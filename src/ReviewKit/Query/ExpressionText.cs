namespace ReviewKit.Query;

/// <summary>A tree as one line, for people and for comparing: OR[smart[title], "smart city"[title,abstract]].</summary>
public static class ExpressionText
{
    static readonly (SearchFields Field, string Name)[] FieldNames =
    [
        .. Enum.GetValues<SearchFields>().Where(field => field != SearchFields.None && ((int)field & ((int)field - 1)) == 0).Select(field => (field, Hyphened(field.ToString()))),
    ];

    public static string Of(Expression expression) => Of(expression, false);

    /// <summary>The same for trees that differ only in the order of parts, or in how nested alike operators are; by <see cref="Normal"/>.</summary>
    public static string Key(Expression expression) => Of(expression, true);

    static string Of(Expression expression, bool sorted) => expression switch
    {
        Conjunction all => List("AND", all.Parts, sorted, sorted),
        Disjunction any => List("OR", any.Parts, sorted, sorted),
        Negation none => $"NOT[{Of(none.Part, sorted)}]",
        Proximity near => List(near.Ordered ? $"PRE/{near.Gap}{Unit(near)}" : $"NEAR/{near.Gap}{Unit(near)}", near.Operands, sorted, sorted && !near.Ordered),
        SearchTerm term => Marked(term) + Fields(term),
        SubjectHeading heading => $"heading({heading.Text}{(heading.Qualifier is { } sub ? "/" + sub : "")}{(heading.Explode ? ", exploded" : "")}{(heading.Focus ? ", focus" : "")})",
        DateLimit dates => $"years[{dates.From}..{dates.To}]",
        LanguageLimit languages => $"language[{Words(languages.Languages, sorted)}]",
        TypeLimit types => $"type[{Words(types.Types, sorted)}]",
        LineReference reference => $"line[{reference.Line}]",
        _ => throw new ArgumentException($"no notation for {expression.GetType().Name}", nameof(expression)),
    };

    /// <summary>The names of the single fields of a combination, in their fixed order.</summary>
    public static IEnumerable<string> Names(SearchFields fields) => FieldNames.Where(one => fields.HasFlag(one.Field)).Select(one => one.Name);

    static string List(string head, IReadOnlyList<Expression> parts, bool sorted, bool reorder)
    {
        var texts = parts.Select(part => Of(part, sorted));
        return $"{head}[{string.Join(", ", reorder ? texts.Order(StringComparer.Ordinal) : texts)}]";
    }

    static string Words(IEnumerable<string> words, bool sorted) => string.Join(',', sorted ? words.Order(StringComparer.Ordinal) : words);

    static string Marked(SearchTerm term)
    {
        var text = string.Concat(term.Pieces.Select(piece => piece.Wild switch
        {
            Wildcard.Any => piece.Limit > 0 ? $"*{piece.Limit}" : "*",
            Wildcard.One => "?",
            Wildcard.ZeroOrOne => "$",
            _ => piece.Text,
        }));
        return term.Form switch { TermForm.Quoted => $"\"{text}\"", TermForm.Exact => $"{{{text}}}", _ => text };
    }

    static string Fields(SearchTerm term)
    {
        var names = Names(term.Fields).ToList();
        if (term.OwnField is { } own) names.Add("=" + own);
        return names.Count == 0 ? "" : $"[{string.Join(',', names)}]";
    }

    static string Unit(Proximity near) => near.Unit switch { ProximityUnit.Sentences => "s", ProximityUnit.Paragraphs => "p", _ => "" };

    static string Hyphened(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}

using ReviewKit.Query.Dialects;

namespace ReviewKit.Query;

/// <summary>
/// One form for trees that mean the same: like operators nested in each other are one, a term in two fields is one term with both, dates of one conjunction are one window, and words next to each other are a phrase.
/// </summary>
public static class Normal
{
    /// <param name="dialect">The platform whose habits are taken into account: what bare words mean, and whether quotes tell anything.</param>
    public static Expression Of(Expression expression, Dialect dialect) => expression switch
    {
        Conjunction all => All([.. all.Parts.Select(part => Of(part, dialect))], all.At),
        Disjunction any => Any([.. any.Parts.Select(part => Of(part, dialect))], any.At),
        Negation none => Of(none.Part, dialect) is Negation twice ? twice.Part : none with { Part = Of(none.Part, dialect) },
        Proximity near => Near(near with { Operands = [.. near.Operands.Select(part => Of(part, dialect))] }),
        SearchTerm term => Term(term, dialect),
        LanguageLimit limit => limit with { Languages = [.. limit.Languages.Distinct()] },
        _ => expression,
    };

    /// <summary>True when both mean the same on the platform.</summary>
    public static bool Same(Expression? one, Expression? other, Dialect dialect) =>
        one is null || other is null ? one is null && other is null : ExpressionText.Key(Of(one, dialect)) == ExpressionText.Key(Of(other, dialect));

    static SearchTerm Term(SearchTerm term, Dialect dialect)
    {
        if (term.Form == TermForm.Bare && !term.IsOneWord && dialect.BareWords == BareWords.Phrase) return term with { Form = TermForm.Quoted };
        if (term.Form == TermForm.Quoted && term.IsOneWord && (dialect.IgnoresQuotedWord || dialect.Quotes is QuotePolicy.Always or QuotePolicy.Never)) return term with { Form = TermForm.Bare };
        return term.Form == TermForm.Quoted && dialect.Quotes == QuotePolicy.Never ? term with { Form = TermForm.Bare } : term;
    }

    static Expression Near(Proximity near)
    {
        if (near is not { Ordered: true, Gap: 0, Unit: ProximityUnit.Words } || !near.Operands.All(part => part is SearchTerm { Form: not TermForm.Exact, IsOneWord: true })) return near;
        var terms = near.Operands.Cast<SearchTerm>().ToList();
        if (terms.Exists(term => term.Fields != terms[0].Fields || term.OwnField != terms[0].OwnField)) return near;
        var pieces = new List<Piece>();
        foreach (var term in terms)
        {
            if (pieces.Count > 0) Append(pieces, new Piece(" "));
            foreach (var piece in term.Pieces) Append(pieces, piece);
        }
        return terms[0] with { Pieces = pieces, Form = TermForm.Quoted, At = near.At };
    }

    static void Append(List<Piece> pieces, Piece piece)
    {
        if (piece.Wild == Wildcard.None && pieces is [.., { Wild: Wildcard.None } last]) pieces[^1] = new Piece(last.Text + piece.Text);
        else pieces.Add(piece);
    }

    static Expression All(List<Expression> parts, Span place)
    {
        var flat = parts.SelectMany(part => part is Conjunction inner ? inner.Parts : [part]).ToList();
        var dates = flat.OfType<DateLimit>().ToList();
        if (dates.Count > 1)
        {
            var window = new DateLimit(dates.Select(date => date.From).Max(StringComparer.Ordinal), dates.Select(date => date.To).Where(to => to is not null).Min(StringComparer.Ordinal)) { At = dates[0].At };
            flat = [.. flat.Where(part => part is not DateLimit), window];
        }
        flat = [.. flat.DistinctBy(ExpressionText.Key)];
        return flat.Count == 1 ? flat[0] : new Conjunction(flat) { At = place };
    }

    static Expression Any(List<Expression> parts, Span place)
    {
        var flat = parts.SelectMany(part => part is Disjunction inner ? inner.Parts : [part]).ToList();
        var merged = new List<Expression>();
        var places = new Dictionary<string, int>();
        foreach (var part in flat)
        {
            var key = part switch { LanguageLimit => "language", TypeLimit => "type", _ => FieldsOf(part) is null ? ExpressionText.Key(part) : "fields " + ExpressionText.Key(WithFields(part, SearchFields.None)) };
            if (!places.TryGetValue(key, out var at))
            {
                places[key] = merged.Count;
                merged.Add(part);
            }
            else merged[at] = Union(merged[at], part);
        }
        return merged.Count == 1 ? merged[0] : new Disjunction(merged) { At = place };
    }

    static Expression Union(Expression one, Expression other) => (one, other) switch
    {
        (LanguageLimit a, LanguageLimit b) => a with { Languages = [.. a.Languages.Union(b.Languages)] },
        (TypeLimit a, TypeLimit b) => a with { Types = [.. a.Types.Union(b.Types)] },
        _ when FieldsOf(one) is { } first && FieldsOf(other) is { } second => WithFields(one, first | second),
        _ => one,
    };

    /// <summary>The fields of a term, or those that all terms of a nearness share; null where there is no such thing. A term without field is not merged with others.</summary>
    public static SearchFields? FieldsOf(Expression expression) => expression switch
    {
        SearchTerm { OwnField: null, Fields: not SearchFields.None } term => term.Fields,
        Proximity near => Shared(near.Operands),
        Disjunction any => Shared(any.Parts),
        _ => null,
    };

    static SearchFields? Shared(IReadOnlyList<Expression> parts)
    {
        var fields = parts.Select(FieldsOf).Distinct().ToList();
        return fields.Count == 1 ? fields[0] : null;
    }

    /// <summary>The same with other fields on every term.</summary>
    public static Expression WithFields(Expression expression, SearchFields fields) => expression switch
    {
        SearchTerm term => term with { Fields = fields },
        Proximity near => near with { Operands = [.. near.Operands.Select(part => WithFields(part, fields))] },
        Disjunction any => any with { Parts = [.. any.Parts.Select(part => WithFields(part, fields))] },
        _ => expression,
    };
}

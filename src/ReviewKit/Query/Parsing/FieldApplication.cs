using ReviewKit.Query.Dialects;

namespace ReviewKit.Query.Parsing;

/// <summary>Gives a field to the terms it stands before or after; inner fields stay.</summary>
static class FieldApplication
{
    public static Expression Apply(Expression expression, FieldMark mark, Dialect dialect, ReadingRemarks found) => expression switch
    {
        Conjunction all => all with { Parts = [.. all.Parts.Select(part => Apply(part, mark, dialect, found))] },
        Disjunction any => Merged(any with { Parts = [.. any.Parts.Select(part => Apply(part, mark, dialect, found))] }),
        Negation none => none with { Part = Apply(none.Part, mark, dialect, found) },
        Proximity near => near with { Operands = [.. near.Operands.Select(part => Apply(part, mark, dialect, found))] },
        SearchTerm { Fields: SearchFields.None, OwnField: null } term => Leaf(term, mark, dialect, found),
        _ => expression,
    };

    /// <summary>`a adj3 b.ti.`: the field after the last operand is meant for the whole.</summary>
    public static Expression Spread(Expression left, Expression right)
    {
        if (right is not SearchTerm { Fields: not SearchFields.None } last) return left;
        return left switch
        {
            SearchTerm { Fields: SearchFields.None, OwnField: null } term => term with { Fields = last.Fields },
            Proximity near => near with { Operands = [.. near.Operands.Select(part => Spread(part, right))] },
            Disjunction any => any with { Parts = [.. any.Parts.Select(part => Spread(part, right))] },
            _ => left,
        };
    }

    static Expression Leaf(SearchTerm term, FieldMark mark, Dialect dialect, ReadingRemarks found)
    {
        switch (mark.Role)
        {
            case FieldRole.Year:
                if (Years.Read(term.Text) is { } years) return years with { At = term.At };
                found.Year(term.Text, term.At);
                return term with { Fields = SearchFields.Year };
            case FieldRole.Language:
                return new LanguageLimit([Limits.LanguageCode(term.Text)]) { At = term.At };
            case FieldRole.Type:
                return new TypeLimit([Limits.TypeOf(term.Text)]) { At = term.At };
            case FieldRole.Heading or FieldRole.ExplodedHeading or FieldRole.MajorHeading or FieldRole.ExplodedMajorHeading:
                return Heading(term, mark.Role, dialect);
        }
        if (mark.Gap is { } gap) return Near(term, mark, gap, found);
        return term with { Fields = mark.Fields, OwnField = mark.Own };
    }

    static SubjectHeading Heading(SearchTerm term, FieldRole role, Dialect dialect)
    {
        var text = term.Text.TrimEnd('+', '*');
        var slash = text.LastIndexOf('/');
        var explode = role is FieldRole.ExplodedHeading or FieldRole.ExplodedMajorHeading || (dialect.Style == FieldStyle.Word && term.Text.Contains('+', StringComparison.Ordinal));
        return new SubjectHeading(slash > 0 ? text[..slash].TrimEnd('+') : text, explode, role is FieldRole.MajorHeading or FieldRole.ExplodedMajorHeading, slash > 0 ? text[(slash + 1)..].ToLowerInvariant() : null, dialect.Vocabulary) { At = term.At };
    }

    /// <summary>"smart city"[ti:~3]: its words near each other in any order.</summary>
    static Expression Near(SearchTerm term, FieldMark mark, int gap, ReadingRemarks found)
    {
        var words = term.Text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (term.Form == TermForm.Bare || words.Length < 2) found.NearInTag(term.At);
        if (words.Length < 2) return term with { Fields = mark.Fields, OwnField = mark.Own };
        return new Proximity([.. words.Select(word => new SearchTerm([new Piece(word)], TermForm.Bare, mark.Fields, mark.Own) { At = term.At })], gap, false) { At = term.At };
    }

    static Expression Merged(Disjunction either) => either.Parts.All(part => part is LanguageLimit)
        ? new LanguageLimit([.. either.Parts.Cast<LanguageLimit>().SelectMany(limit => limit.Languages)]) { At = either.At }
        : either.Parts.All(part => part is TypeLimit)
            ? new TypeLimit([.. either.Parts.Cast<TypeLimit>().SelectMany(limit => limit.Types)]) { At = either.At }
            : either;
}

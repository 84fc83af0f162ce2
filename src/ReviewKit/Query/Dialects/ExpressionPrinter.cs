namespace ReviewKit.Query.Dialects;

/// <summary>Writes a tree that a platform can say; every bracket is written that keeps the string from depending on the binding of operators.</summary>
sealed class ExpressionPrinter(Dialect dialect, bool separate)
{
    /// <summary>A text, and whether it needs brackets beside an operator.</summary>
    readonly record struct Part(string Text, bool IsLoose)
    {
        public string Bracketed => IsLoose ? $"({Text})" : Text;
    }

    public string Text(Expression expression) => Of(expression).Text;

    Part Of(Expression expression) => expression switch
    {
        Conjunction all => All(all),
        Disjunction any => Any(any.Parts),
        Negation none => new($"{dialect.Not} {Of(none.Part).Bracketed}", true),
        Proximity or SearchTerm => Group([expression], FieldsOf(expression)),
        SubjectHeading heading => new(dialect.Heading!(heading), false),
        DateLimit dates => Dates(dates),
        LanguageLimit languages => new(dialect.Languages(languages.Languages)!, false),
        TypeLimit types => new(dialect.Types(types.Types)!, false),
        LineReference reference => new((dialect.LineMark is { Length: > 0 } mark ? mark : "#") + reference.Line, false),
        _ => throw new ArgumentException($"cannot write {expression.GetType().Name}", nameof(expression)),
    };

    Part Dates(DateLimit dates)
    {
        var (from, to) = (Lowering.YearOf(dates.From), Lowering.YearOf(dates.To));
        var text = dates.From is { Length: > 4 } || dates.To is { Length: > 4 } ? dialect.Days!(dates.From, dates.To) : dialect.Years(from, to)!;
        return new(text, text.Contains(" AND PUBYEAR", StringComparison.Ordinal));
    }

    Part All(Conjunction all)
    {
        var kept = all.Parts.Where(part => part is not Negation).Select(part => part is DateLimit ? Of(part).Text : Of(part).Bracketed).ToList();
        var text = string.Join($" {dialect.And} ", kept);
        var removed = all.Parts.OfType<Negation>().ToList();
        if (removed.Count == 0) return new(text, true);
        if (kept.Count > 1) text = $"({text})";
        foreach (var negation in removed) text = $"{text} {dialect.Not} {Of(negation.Part).Bracketed}".TrimStart();
        return new(text, true);
    }

    /// <summary>Alternatives in the same fields share one field mark.</summary>
    Part Any(IReadOnlyList<Expression> parts)
    {
        var groups = parts.GroupBy(part => IsTerm(part) ? FieldsOf(part) : (part, SearchFields.None, (string?)null)).ToList();
        var written = groups.ConvertAll(group => IsTerm(group.First()) ? Group([.. group], FieldsOf(group.First())) : Of(group.First()));
        if (written.Count == 1) return written[0];
        // Alternatives of alternatives need no brackets of their own.
        return new(string.Join($" {dialect.Or} ", groups.Zip(written, (group, part) => IsTerm(group.First()) ? part.Text : part.Bracketed)), true);
    }

    static bool IsTerm(Expression part) => part is SearchTerm or Proximity;

    (Expression?, SearchFields Fields, string? Own) FieldsOf(Expression part) => part switch
    {
        SearchTerm term => (null, term.Fields, term.OwnField),
        Proximity near => (null, Normal.FieldsOf(near) ?? SearchFields.None, null),
        _ => (part, SearchFields.None, null),
    };

    Part Group(List<Expression> terms, (Expression?, SearchFields Fields, string? Own) fields)
    {
        var codes = fields.Own is { } own ? [own] : FieldCover.Of(fields.Fields, dialect, separate).Codes.Select(code => code.Code).ToList();
        var (or, single) = (dialect.InnerSigns is { } signs ? $" {signs[1]} " : $" {dialect.Or} ", terms is [SearchTerm]);
        if (dialect.Style == FieldStyle.Tag && codes.Count > 0) return Either(codes.SelectMany(code => terms.Select(term => term is Proximity near ? Near(near, code) : $"{Bare(term)}[{code}]")));
        var inside = string.Join(or, terms.Select(term => term is Proximity && terms.Count > 1 && !dialect.NearInQuotes ? $"({Bare(term)})" : Bare(term)));
        if (codes.Count == 0 || dialect.Style == FieldStyle.Absent) return new(inside, terms.Count > 1 || terms[0] is Proximity);
        return dialect.Style switch
        {
            FieldStyle.Call => Either(codes.Select(code => $"{code}({inside})")),
            FieldStyle.Equal when dialect.InnerSigns is not null => Either(codes.Select(code => single ? $"{code} = {inside}" : $"{code} = ({inside})")),
            FieldStyle.Equal => Either(codes.Select(code => single ? $"{code}={inside}" : $"{code}=({inside})")),
            FieldStyle.Word => Either(codes.Select(code => single ? $"{code} {inside}" : $"{code} ({inside})")),
            FieldStyle.Colon when dialect.Name == "ieee" => Either(terms.SelectMany(term => codes.Select(code => $"{code}:{(term is SearchTerm ? Bare(term) : $"({Bare(term)})")}"))),
            FieldStyle.Colon => Either(codes.Select(code => single ? $"{code}:{inside}" : $"{code}:({inside})")),
            FieldStyle.DotSuffix => new($"{(single ? inside : $"({inside})")}.{string.Join(',', codes)}.", false),
            _ => new($"{(single ? inside : $"({inside})")}:{string.Join(',', codes)}", false),
        };
    }

    Part Either(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        return new(string.Join($" {dialect.Or} ", all), all.Count > 1);
    }

    /// <summary>Without its field.</summary>
    string Bare(Expression expression) => expression switch
    {
        SearchTerm term => TermText.Of(term, dialect),
        Disjunction any => $"({string.Join($" {dialect.Or} ", any.Parts.Select(Bare))})",
        Proximity near when dialect.NearInQuotes => QuotedNear(near),
        Proximity near => string.Join($" {Operator(near)} ", near.Operands.Select(operand => operand is Proximity ? $"({Bare(operand)})" : Bare(operand))),
        _ => Of(expression).Bracketed,
    };

    string Operator(Proximity near)
    {
        var form = dialect.Near.FirstOrDefault(one => one.Unit == near.Unit && one.Ordered == near.Ordered && (one.Max == 0 || near.Gap + one.Offset <= one.Max)) ?? dialect.Near.First(one => one.Unit == near.Unit);
        return form.Unit != ProximityUnit.Words || (form.Ordered && form.Max == 1) ? form.Word : form.Word + Limits.Year(near.Gap + form.Offset);
    }

    string QuotedNear(Proximity near)
    {
        var sign = (near.Unit, near.Ordered) switch
        {
            (ProximityUnit.Sentences, _) => "/SEN",
            (ProximityUnit.Paragraphs, _) => "/PRG",
            (_, true) => "/PREV",
            _ => "/NEAR",
        };
        var sides = near.Operands.Select(operand => TermText.Of((SearchTerm)operand, dialect).Trim(dialect.Quote));
        return $"'{string.Join($" {sign} {near.Gap} ", sides)}'";
    }

    static string Near(Proximity near, string code) => $"\"{string.Join(' ', near.Operands.Select(operand => ((SearchTerm)operand).Text))}\"[{code}:~{near.Gap}]";
}

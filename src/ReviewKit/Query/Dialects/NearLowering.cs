namespace ReviewKit.Query.Dialects;

/// <summary>Nearness as far as a platform has it.</summary>
sealed class NearLowering(Dialect dialect, Lowering lowering)
{
    // Alternatives are multiplied out where a platform takes single words only; beyond this the string is of no use.
    const int MostPairs = 60;

    public Expression? Of(Proximity near)
    {
        // Neighbours in order are a phrase everywhere.
        if (Normal.Of(near, dialect) is SearchTerm phrase && (!phrase.HasWildcards || dialect.WildcardsInQuotes)) return lowering.Term(phrase);
        if (near.Operands.Any(HasConjunction)) lowering.Say("Q-E-NEAR", near.At, new("AND or NOT inside a nearness has no meaning that platforms share", "位置检索内的 AND、NOT 在各平台没有共同含义"));
        if (dialect.NearInQuotes) return InQuotes(near);
        if (dialect.NearInTag) return InTag(near);
        var form = dialect.Near.FirstOrDefault(one => one.Unit == near.Unit && one.Ordered == near.Ordered && (one.Max == 0 || near.Gap + one.Offset <= one.Max))
            ?? dialect.Near.FirstOrDefault(one => one.Unit == near.Unit && !one.Ordered)
            ?? dialect.Near.FirstOrDefault(one => one.Unit == near.Unit);
        if (form is null) return Lost(near);
        var gap = near.Gap;
        if (near.Ordered && !form.Ordered)
            lowering.Say("Q-W-NEAR", near.At, new($"{dialect.Title.En} has no nearness in order; any order is searched", $"{dialect.Title.Zh}没有有序位置检索；改为不计次序"));
        if (!near.Ordered && form.Ordered)
            lowering.Say("Q-W-NEAR", near.At, new($"{dialect.Title.En} has nearness in order only", $"{dialect.Title.Zh}只有有序位置检索"));
        if (form.Max > 0 && gap + form.Offset > form.Max)
        {
            gap = form.Max - form.Offset;
            lowering.Say("Q-W-NEAR", near.At, new($"the largest distance in {dialect.Title.En} is {form.Max}", $"{dialect.Title.Zh}的最大距离为 {form.Max}"));
        }
        if (dialect.Name == "ieee" && near.Operands.Any(HasWildcard))
            lowering.Say("Q-E-NEAR", near.At, new("IEEE Xplore takes no wildcard beside NEAR", "IEEE Xplore 的 NEAR 不能与通配符同用"));
        var operands = near.Operands.Select(lowering.Fields).ToList();
        if (operands.Exists(HasConjunction) || Normal.FieldsOf(near with { Operands = operands }) is null && !operands.TrueForAll(IsWithoutField)) return Lost(near);
        return near with { Operands = operands, Gap = gap, Ordered = form.Ordered };
    }

    Expression? Lost(Proximity near)
    {
        lowering.Say("Q-W-NEAR-LOST", near.At, new($"{dialect.Title.En} cannot ask for this nearness; the terms are joined by AND, which finds more", $"{dialect.Title.Zh}无法表达这一位置检索；改用 AND 连接，命中更多"));
        return lowering.Of(new Conjunction(near.Operands) { At = near.At });
    }

    Expression? InTag(Proximity near)
    {
        var pairs = MultipliedOut(near).ToList();
        var fields = pairs.SelectMany(pair => pair.Operands).Select(operand => operand is SearchTerm { HasWildcards: false, IsOneWord: true, OwnField: null } term && !term.Text.Contains('-', StringComparison.Ordinal) ? term.Fields : SearchFields.AllFields).Distinct().ToList();
        if (near.Unit != ProximityUnit.Words || pairs.Count > MostPairs || fields is not [SearchFields.Title or SearchFields.TitleAbstract or SearchFields.Tracked or SearchFields.TextWords]) return Lost(near);
        if (near.Ordered) lowering.Say("Q-W-NEAR", near.At, new("PubMed's nearness is in any order", "PubMed 的位置检索不计次序"));
        if (fields[0] is SearchFields.Tracked or SearchFields.TextWords) lowering.Say("Q-W-FIELD-NARROWER", near.At, new("PubMed has nearness in [ti] and [tiab] only", "PubMed 仅在 [ti] 和 [tiab] 中支持位置检索"));
        var field = fields[0] == SearchFields.Title ? SearchFields.Title : SearchFields.TitleAbstract;
        if (pairs.Count > 1) Multiplied(near, pairs.Count);
        return AnyOf([.. pairs.Select(pair => (Expression)(pair with { Ordered = false, Operands = [.. pair.Operands.Select(operand => (SearchTerm)operand with { Fields = field, Form = TermForm.Bare })] }))], near);
    }

    Expression? InQuotes(Proximity near)
    {
        var pairs = MultipliedOut(near).ToList();
        if (pairs.Count > MostPairs || pairs.Exists(pair => pair.Operands.Count != 2 || pair.Operands.Any(operand => operand is not SearchTerm))) return Lost(near);
        const SearchFields Possible = SearchFields.Title | SearchFields.Abstract | SearchFields.FullText;
        var wanted = Normal.FieldsOf(pairs[0]) ?? SearchFields.TitleAbstract;
        if ((wanted & Possible) == 0) return Lost(near);
        if ((wanted & ~Possible) != 0) lowering.Say("Q-W-FIELD-NARROWER", near.At, new("CNKI has nearness in TI, AB and FT only", "知网仅在 TI、AB、FT 中支持位置检索"));
        if (pairs.Count > 1) Multiplied(near, pairs.Count);
        var plain = pairs.ConvertAll(pair => pair with { Operands = [.. pair.Operands.Select(operand => Quoted(lowering.Term((SearchTerm)operand with { Fields = wanted & Possible })))] });
        return AnyOf([.. plain], near);

        Expression Quoted(Expression operand) => operand is SearchTerm term ? term with { Form = TermForm.Quoted, Fields = wanted & Possible } : operand;
    }

    void Multiplied(Proximity near, int pairs) =>
        lowering.Say("Q-I-NEAR", near.At, new($"{dialect.Title.En} takes single words in a nearness: written as {pairs} alternatives", $"{dialect.Title.Zh}的位置检索只接受单个词：展开为 {pairs} 个“或”组合"));

    static Expression AnyOf(List<Expression> parts, Expression near) => parts.Count == 1 ? parts[0] : new Disjunction(parts) { At = near.At };

    static IEnumerable<Proximity> MultipliedOut(Proximity near)
    {
        IEnumerable<IReadOnlyList<Expression>> rows = [[]];
        foreach (var operand in near.Operands)
        {
            var choices = operand is Disjunction any ? any.Parts : [operand];
            rows = rows.SelectMany(row => choices.Select(choice => (IReadOnlyList<Expression>)[.. row, choice]));
        }
        return rows.Take(MostPairs + 1).Select(row => near with { Operands = row });
    }

    static bool HasConjunction(Expression operand) => operand switch
    {
        Conjunction or Negation => true,
        Disjunction any => any.Parts.Any(HasConjunction),
        Proximity near => near.Operands.Any(HasConjunction),
        _ => false,
    };

    static bool HasWildcard(Expression operand) => operand switch
    {
        SearchTerm term => term.HasWildcards,
        Disjunction any => any.Parts.Any(HasWildcard),
        _ => false,
    };

    static bool IsWithoutField(Expression operand) => operand switch
    {
        SearchTerm term => term is { Fields: SearchFields.None, OwnField: null },
        Disjunction any => any.Parts.All(IsWithoutField),
        Proximity near => near.Operands.All(IsWithoutField),
        _ => false,
    };
}

namespace ReviewKit.Query.Dialects;

/// <summary>OpenAlex's filter: one search field for the whole expression, then conditions after commas.</summary>
static class OpenAlexFilter
{
    public static string Of(Expression tree, Dialect dialect, ExpressionPrinter printer)
    {
        var parts = tree is Conjunction all ? all.Parts : [tree];
        var limits = parts.Where(part => part is DateLimit or LanguageLimit or TypeLimit).ToList();
        var terms = parts.Except(limits).ToList();
        var filters = new List<string>();
        // Conditions after a comma are joined by AND, so each part may have a field of its own.
        foreach (var group in terms.GroupBy(part => FieldOf(part)))
        {
            var code = FieldCover.Of(group.Key, dialect, false).Codes;
            var members = group.ToList();
            filters.Add($"{(code.Count > 0 ? code[0].Code : "default.search")}:{printer.Text(members.Count == 1 ? Bracketed(members[0]) : new Conjunction(members))}");
        }
        filters.AddRange(limits.Select(printer.Text));
        return "filter=" + string.Join(',', filters);

        static Expression Bracketed(Expression part) => part;
    }

    static SearchFields FieldOf(Expression part) => part switch
    {
        SearchTerm term => term.Fields,
        Conjunction all => all.Parts.Aggregate(SearchFields.None, (fields, one) => fields | FieldOf(one)),
        Disjunction any => any.Parts.Aggregate(SearchFields.None, (fields, one) => fields | FieldOf(one)),
        Negation none => FieldOf(none.Part),
        Proximity near => near.Operands.Aggregate(SearchFields.None, (fields, one) => fields | FieldOf(one)),
        _ => SearchFields.None,
    };
}

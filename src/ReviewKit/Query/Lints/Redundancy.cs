using ReviewKit.Query.Dialects;
using ReviewKit.Text;

namespace ReviewKit.Query.Lints;

/// <summary>Terms that can be left out without losing or gaining a record.</summary>
static class Redundancy
{
    public static IEnumerable<Diagnostic> Of(Expression expression, Dialect dialect) => expression switch
    {
        Disjunction any => Among([.. Flat<Disjunction>(any).OfType<SearchTerm>()], alternatives: true).Concat(any.Parts.SelectMany(part => Of(part, dialect))),
        Conjunction all => Among([.. Flat<Conjunction>(all).OfType<SearchTerm>()], alternatives: false).Concat(all.Parts.SelectMany(part => Of(part, dialect))),
        Negation none => Of(none.Part, dialect),
        Proximity near => near.Operands.SelectMany(part => Of(part, dialect)),
        _ => [],
    };

    static IEnumerable<Expression> Flat<T>(Expression expression) where T : Expression => expression switch
    {
        Disjunction any when expression is T => any.Parts.SelectMany(Flat<T>),
        Conjunction all when expression is T => all.Parts.SelectMany(Flat<T>),
        _ => [expression],
    };

    static IEnumerable<Diagnostic> Among(List<SearchTerm> terms, bool alternatives)
    {
        for (var i = 0; i < terms.Count; i++)
            for (var k = 0; k < terms.Count; k++)
            {
                if (i == k || terms[i].At == terms[k].At) continue;
                var (wide, narrow) = (terms[i], terms[k]);
                if (IsSame(wide, narrow))
                {
                    if (i < k) yield return new("Q-W-DUPLICATE", wide.At, new($"{wide.Text} is said twice: again at {narrow.At.Start}", $"{wide.Text} 出现两次：另一处在 {narrow.At.Start}"));
                }
                else if (Covers(wide, narrow) && alternatives)
                    yield return new("Q-W-SUBSUMED", narrow.At, new($"{narrow.Text} adds nothing: {wide.Text} finds its records already", $"{narrow.Text} 不增加结果：{wide.Text} 已包含其命中"));
                else if (Covers(wide, narrow))
                    yield return new("Q-W-SUBSUMED", wide.At, new($"{wide.Text} adds nothing: every record with {narrow.Text} has it", $"{wide.Text} 不起作用：含 {narrow.Text} 的记录必含它"));
            }
    }

    static bool IsSame(SearchTerm one, SearchTerm other) => one.Fields == other.Fields && one.OwnField == other.OwnField && one.Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whatever the narrow term finds, the wide one finds.</summary>
    public static bool Covers(SearchTerm wide, SearchTerm narrow)
    {
        if (wide.OwnField is not null || narrow.OwnField is not null || (narrow.Fields & ~wide.Fields) != 0 || (wide.Fields == SearchFields.None) != (narrow.Fields == SearchFields.None)) return false;
        return CoversText(wide.Text, narrow.Text);
    }

    /// <param name="wide">May end with *.</param>
    public static bool CoversText(string wide, string narrow)
    {
        if (wide.Equals(narrow, StringComparison.OrdinalIgnoreCase)) return true;
        if (wide.AsSpan().ContainsAny("?$") || wide.AsSpan().ContainsAny("*") && wide.IndexOf('*', StringComparison.Ordinal) < wide.Length - 1) return false;
        if (Fold.HasHan(wide)) return !wide.Contains('*', StringComparison.Ordinal) && narrow.Contains(wide, StringComparison.OrdinalIgnoreCase);
        var (looked, inside) = (" " + wide.Replace('-', ' ').TrimEnd('*') + (wide.EndsWith('*') ? "" : " "), " " + narrow.Replace('-', ' ') + " ");
        return inside.Contains(looked, StringComparison.OrdinalIgnoreCase);
    }
}

namespace ReviewKit.Query.Dialects;

/// <summary>Baidu Scholar's search box: words side by side are joined by AND, (a | b) are alternatives, -x is left out.</summary>
static class BaiduText
{
    public static string Of(Expression tree) => tree switch
    {
        Conjunction all => string.Join(' ', all.Parts.Select(Of)),
        Disjunction any => $"({string.Join(" | ", any.Parts.Select(Of))})",
        Negation none => $"-{Of(none.Part)}",
        SearchTerm { Fields: SearchFields.Title } term => $"intitle:{Plain(term)}",
        SearchTerm term => Plain(term),
        _ => "",
    };

    static string Plain(SearchTerm term) => $"\"{string.Concat(term.Pieces.Select(piece => piece.Text))}\"";
}

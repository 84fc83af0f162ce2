using ReviewKit.Query.Parsing;
using ReviewKit.Text;

namespace ReviewKit.Query.Dialects;

/// <summary>Writes one term with its wildcards and quotes.</summary>
static class TermText
{
    public static string Of(SearchTerm term, Dialect dialect)
    {
        var text = string.Concat(term.Pieces.Select(piece => piece.Wild == Wildcard.None ? Plain(piece.Text, dialect) : Sign(piece, dialect)));
        if (term.Form == TermForm.Exact && dialect.Style == FieldStyle.Call) return $"{{{text}}}";
        // Embase's '…' cannot hold an apostrophe; it takes "…" as well.
        var quote = dialect.InnerSigns is null && text.Contains(dialect.Quote, StringComparison.Ordinal) ? '"' : dialect.Quote;
        return IsQuoted(term, dialect) ? $"{quote}{text}{quote}" : text;
    }

    /// <summary>True when a term as typed would be taken for something else: an operator, a bracket, a line number.</summary>
    public static bool NeedsQuotes(string text, Dialect dialect) =>
        text.AsSpan().ContainsAny("()[]{}:/=,;&|\"'<>#^")
        || text.Split(' ').Any(word => Operators.Kind(word) is not null || Operators.Near(word, dialect) is not null || Operators.Foreign(word) is not null)
        || (dialect.Style is FieldStyle.DotSuffix && (text.All(char.IsAsciiDigit) || text.Contains('.', StringComparison.Ordinal)))
        || (dialect.Style == FieldStyle.Word && dialect.Code(text) is not null)
        || dialect.Wildcards.Any(sign => text.Contains(sign.Sign, StringComparison.Ordinal));

    static bool IsQuoted(SearchTerm term, Dialect dialect) => dialect.Quotes switch
    {
        QuotePolicy.Always => true,
        QuotePolicy.Never => false,
        QuotePolicy.WhenNeeded => term.Form == TermForm.Quoted && (term.IsOneWord || Fold.HasHan(term.Text) || NeedsQuotes(term.HasWildcards ? string.Concat(term.Pieces.Select(piece => piece.Text)) : term.Text, dialect)),
        _ => term.Form == TermForm.Quoted,
    };

    static string Plain(string text, Dialect dialect) => dialect.InnerSigns is not null ? text.Replace("'", "''", StringComparison.Ordinal) : text;

    static string Sign(Piece piece, Dialect dialect)
    {
        var sign = dialect.Wildcards.First(one => one.Wild == piece.Wild).Sign;
        return piece.Limit > 0 ? sign + Limits.Year(piece.Limit) : sign.ToString();
    }
}

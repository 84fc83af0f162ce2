using System.Text.RegularExpressions;
using ReviewKit.Query;
using ReviewKit.Query.Dialects;

namespace ReviewKit.Tests.Query.Dialects;

/// <summary>Reads the trees of the parser cases: OR[TS=]["a b", c], NOT[a[TI], b], NEAR/2[a[title], b[title]].</summary>
sealed partial class OtherNotation
{
    readonly string text;
    readonly Dialect dialect;
    int at;

    OtherNotation(string text, Dialect dialect) => (this.text, this.dialect) = (text, dialect);

    public static Expression Read(string text, Dialect dialect) => new OtherNotation(text, dialect).Node(SearchFields.None);

    Expression Node(SearchFields inherited)
    {
        var head = Head().Match(text, at);
        if (!head.Success) return Leaf(inherited);
        at += head.Length;
        if (head.Groups[2].Success) inherited = FieldsOf(head.Groups[2].Value);
        var parts = new List<Expression>();
        while (text[at] != ']')
        {
            parts.Add(Node(inherited));
            if (text[at] == ',') at += 2;
        }
        at++;
        var name = head.Groups[1].Value;
        return name switch
        {
            "AND" => new Conjunction(parts),
            "OR" => Doubled(parts) ?? new Disjunction(parts),
            "NOT" => new Conjunction([parts[0], new Negation(parts[1])]),
            _ => new Proximity(parts, int.Parse(name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..], System.Globalization.CultureInfo.InvariantCulture), false),
        };
    }

    /// <summary>There, a nearness in any order is written once for each order.</summary>
    static Expression? Doubled(List<Expression> parts)
    {
        if (!parts.TrueForAll(part => part is Proximity { Operands.Count: 2 })) return null;
        var kept = parts.DistinctBy(ExpressionText.Key).ToList();
        return kept.Count == parts.Count ? null : kept.Count == 1 ? kept[0] : new Disjunction(kept);
    }

    SearchTerm Leaf(SearchFields inherited)
    {
        var leaf = LeafPattern().Match(text, at);
        at += leaf.Length;
        var fields = leaf.Groups[2].Success ? FieldsOf(leaf.Groups[2].Value) : inherited;
        var written = leaf.Groups[1].Value;
        var quoted = written.StartsWith('"');
        return new SearchTerm(ReviewKit.Query.Parsing.StrategyReader.Read(written, dialect).Tree is SearchTerm term ? term.Pieces : [new Piece(written.Trim('"'))], quoted ? TermForm.Quoted : TermForm.Bare, fields);
    }

    SearchFields FieldsOf(string name) => name switch
    {
        "title" => SearchFields.Title,
        "abstract" => SearchFields.Abstract,
        _ => dialect.Code(name.TrimEnd('='))!.Fields,
    };

    [GeneratedRegex(@"\G(AND|OR|NOT|NEAR/\d+)(?:\[([^\[\],]*)\](?=\[))?\[")]
    private static partial Regex Head();

    [GeneratedRegex("\\G(\"[^\"]*\"|[^\\[\\],]+)(?:\\[([^\\[\\],]*)\\])?")]
    private static partial Regex LeafPattern();
}

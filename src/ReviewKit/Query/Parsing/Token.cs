using ReviewKit.Query.Dialects;

namespace ReviewKit.Query.Parsing;

enum TokenKind
{
    Open,
    Close,
    Word,
    Quoted,
    Exact,
    And,
    Or,
    Not,
    Near,

    /// <summary>A field before its terms.</summary>
    Prefix,

    /// <summary>A field after its term or bracket.</summary>
    Suffix,

    /// <summary>Something that is whole in itself: a date, a limit, a heading, a reference.</summary>
    Whole,
    End,
}

/// <summary>A piece of a strategy.</summary>
/// <param name="Text">As written, without quotes.</param>
sealed record Token(TokenKind Kind, Span At, string Text)
{
    public FieldMark? Field { get; init; }
    public Nearness? Near { get; init; }
    public Expression? Whole { get; init; }

    /// <summary>A sign that joins values within one field, as CNKI's *, + and -.</summary>
    public bool IsInner { get; init; }

    public bool IsOperator => Kind is TokenKind.And or TokenKind.Or or TokenKind.Not or TokenKind.Near;

    public bool StartsOperand => Kind is TokenKind.Open or TokenKind.Word or TokenKind.Quoted or TokenKind.Exact or TokenKind.Prefix or TokenKind.Whole;
}

/// <summary>A field code as read; several codes of one mark are united.</summary>
/// <param name="Own">The code itself where it is not known, or has no meaning on other platforms.</param>
/// <param name="Gap">PubMed's [ti:~n].</param>
sealed record FieldMark(SearchFields Fields, FieldRole Role, string? Own = null, int? Gap = null);

/// <summary>A nearness operator as read.</summary>
sealed record Nearness(int Gap, bool Ordered, ProximityUnit Unit);

namespace ReviewKit.Query;

/// <summary>A search as a tree, the same for every platform and for the query file. Line references are resolved when a strategy is read; fields stand on the leaves.</summary>
public abstract record Expression
{
    /// <summary>Where it was read, for diagnostics.</summary>
    public Span At { get; init; }
}

/// <summary>All of the parts; a <see cref="Negation"/> among them takes away from what the others find.</summary>
public sealed record Conjunction(IReadOnlyList<Expression> Parts) : Expression;

/// <summary>At least one of the parts.</summary>
public sealed record Disjunction(IReadOnlyList<Expression> Parts) : Expression;

/// <summary>Records that the part does not find: as part of a conjunction, `a NOT b`.</summary>
public sealed record Negation(Expression Part) : Expression;

/// <summary>The operands stand near each other in one field. Operands are terms, alternatives of terms, or nearnesses.</summary>
/// <param name="Gap">At most so many words (or, by <paramref name="Unit"/>, sentences or paragraphs) stand between, whatever the platform counts; 0 is next to each other.</param>
/// <param name="Ordered">In the order of writing.</param>
public sealed record Proximity(IReadOnlyList<Expression> Operands, int Gap, bool Ordered, ProximityUnit Unit = ProximityUnit.Words) : Expression;

public enum ProximityUnit
{
    Words,
    Sentences,
    Paragraphs,
}

/// <summary>A word or phrase in some fields.</summary>
/// <param name="Pieces">Text and wildcards in order; the texts hold single blanks between words.</param>
/// <param name="OwnField">A platform's field code that has no place in <see cref="SearchFields"/>, as written.</param>
public sealed record SearchTerm(IReadOnlyList<Piece> Pieces, TermForm Form, SearchFields Fields, string? OwnField = null) : Expression
{
    /// <summary>A term without wildcards, quoted when it has more than one word.</summary>
    public SearchTerm(string text, SearchFields fields) : this([new Piece(text)], text.Contains(' ', StringComparison.Ordinal) ? TermForm.Quoted : TermForm.Bare, fields) { }

    /// <summary>With * for any ending, ? for one character, $ for one or none.</summary>
    public string Text => string.Concat(Pieces.Select(piece => piece.Wild switch
    {
        Wildcard.Any => "*",
        Wildcard.One => "?",
        Wildcard.ZeroOrOne => "$",
        _ => piece.Text,
    }));

    public bool HasWildcards => Pieces.Any(piece => piece.Wild != Wildcard.None);

    public bool IsOneWord => !Pieces.Any(piece => piece.Text.Contains(' ', StringComparison.Ordinal));
}

/// <summary>How a term was marked.</summary>
public enum TermForm
{
    /// <summary>Without marks: platforms may stem it, and some read several bare words as all of them.</summary>
    Bare,

    /// <summary>In the platform's quotes: the words next to each other, in order.</summary>
    Quoted,

    /// <summary>Scopus's {…}: punctuation and plural as written.</summary>
    Exact,
}

/// <summary>A stretch of text, or a wildcard (then the text is empty).</summary>
/// <param name="Limit">At most so many characters; 0 is without limit.</param>
public readonly record struct Piece(string Text, Wildcard Wild = Wildcard.None, int Limit = 0);

public enum Wildcard
{
    None,

    /// <summary>Any number of characters, none among them.</summary>
    Any,
    One,
    ZeroOrOne,
}

/// <summary>An entry of a controlled vocabulary.</summary>
/// <param name="Explode">With the narrower headings.</param>
/// <param name="Focus">Only where it is a main subject.</param>
/// <param name="Qualifier">A subheading's code, as written; null for all.</param>
/// <param name="Vocabulary">MeSH, Emtree, CINAHL, CMeSH; null where the platform's text does not tell.</param>
public sealed record SubjectHeading(string Text, bool Explode, bool Focus = false, string? Qualifier = null, string? Vocabulary = null) : Expression;

/// <summary>Published from … to …, both ends within. ISO dates as far as given (2010, 2010-06); null is open.</summary>
public sealed record DateLimit(string? From, string? To) : Expression;

/// <summary>In one of these languages: two-letter codes where known (zh, en), else the platform's word.</summary>
public sealed record LanguageLimit(IReadOnlyList<string> Languages) : Expression;

/// <summary>Of one of these document types: CSL names where known (article-journal, review, thesis), else the platform's word.</summary>
public sealed record TypeLimit(IReadOnlyList<string> Types) : Expression;

/// <summary>A line of the strategy that is not there: kept so that nothing is lost in silence.</summary>
public sealed record LineReference(string Line) : Expression;

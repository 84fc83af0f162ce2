using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>The words and phrases of a query, each numbered once however often it occurs.</summary>
sealed class TermLeaves
{
    readonly Dictionary<(string Text, SearchFields Fields), int> numbers = [];

    public List<PhrasePattern> Patterns { get; } = [];

    public List<SearchFields> Fields { get; } = [];

    /// <summary>Set by those who ask for nearness.</summary>
    public bool HasNearness { get; set; }

    public int NumberOf(SearchTerm term)
    {
        // U+0001 keeps a wildcard apart from a star that is meant literally.
        var key = (string.Concat(term.Pieces.Select(piece => piece.Wild == Wildcard.None ? piece.Text : $"\u0001{(int)piece.Wild}{piece.Limit}\u0001")), term.Fields);
        if (numbers.TryGetValue(key, out var number)) return number;
        Patterns.Add(PhrasePattern.Of([.. term.Pieces.Select(Part)]));
        Fields.Add(term.Fields == SearchFields.None ? SearchFields.Tracked : term.Fields);
        return numbers[key] = Patterns.Count - 1;
    }

    static PhrasePart Part(Piece piece) => piece.Wild switch
    {
        Wildcard.Any => new PhrasePart("", 0, piece.Limit > 0 ? piece.Limit : int.MaxValue),
        Wildcard.One => new PhrasePart("", 1, 1),
        Wildcard.ZeroOrOne => new PhrasePart("", 0, 1),
        _ => new PhrasePart(piece.Text),
    };
}

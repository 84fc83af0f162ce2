using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>How the terms of a query, a set or one term are looked for, where they do not say so themselves.</summary>
/// <param name="Match">phrase or words.</param>
/// <param name="Plural">English singular and plural stand for each other.</param>
sealed record TermStyle(SearchFields Fields, string Match, bool Plural)
{
    const int MostDepth = 20, MostTerms = 50_000;

    public static readonly string[] Matches = ["phrase", "words"];

    /// <summary>Taken literally: * and ? are no wildcards.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>How many lists and maps stand around the term, and how many terms of the file were read: an alias may name the list it stands in, or be taken ten times in a list that is taken ten times.</summary>
    public int Depth { get; init; }

    public TermBudget Read { get; init; } = new();

    /// <summary>One list or map further inside.</summary>
    /// <exception cref="ReviewKitException">Nested without end, or more terms than any search has.</exception>
    public TermStyle Inside(YamlValue value)
    {
        if (Depth >= MostDepth) throw value.Error($"terms are nested more than {MostDepth} deep", $"检索词的嵌套超过 {MostDepth} 层");
        if (++Read.Terms > MostTerms) throw value.Error($"there are more than {MostTerms} terms", $"检索词超过 {MostTerms} 个");
        return this with { Depth = Depth + 1 };
    }

    /// <summary>With what a set or a term says of itself.</summary>
    public TermStyle With(YamlMap map) => this with
    {
        Fields = QueryFile.Fields(map, []) is { Count: > 0 } fields ? TermQuery.FieldsOf(fields) : Fields,
        Match = map.Has("match") ? map.OneOf("match", Matches) : Match,
        Plural = map.Has("plural") ? map.Flag("plural") : Plural,
        IsLiteral = map.Flag("literal"),
    };
}

/// <summary>Counts the terms of one file while it is read.</summary>
sealed class TermBudget
{
    public int Terms { get; set; }
}

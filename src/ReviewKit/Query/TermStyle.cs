using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>How the terms of a query, a set or one term are looked for, where they do not say so themselves.</summary>
/// <param name="Match">phrase or words.</param>
/// <param name="Plural">English singular and plural stand for each other.</param>
sealed record TermStyle(SearchFields Fields, string Match, bool Plural)
{
    public static readonly string[] Matches = ["phrase", "words"];

    /// <summary>Taken literally: * and ? are no wildcards.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>With what a set or a term says of itself.</summary>
    public TermStyle With(YamlMap map) => this with
    {
        Fields = QueryFile.Fields(map, []) is { Count: > 0 } fields ? TermQuery.FieldsOf(fields) : Fields,
        Match = map.Has("match") ? map.OneOf("match", Matches) : Match,
        Plural = map.Has("plural") ? map.Flag("plural") : Plural,
        IsLiteral = map.Flag("literal"),
    };
}

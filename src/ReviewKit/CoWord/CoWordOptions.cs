using ReviewKit.Graphs;
using ReviewKit.Text;

using ReviewKit.Records;

namespace ReviewKit.CoWord;

/// <summary>Which of a record's keywords count.</summary>
[Flags]
public enum KeywordFields
{
    /// <summary>The authors' own.</summary>
    Author = 1,

    /// <summary>Given by the database's indexers.</summary>
    Index = 2,

    /// <summary>Web of Science's, drawn from the titles of the references.</summary>
    Plus = 4,

    All = Author | Index | Plus,
}

/// <summary>When two written forms are one term.</summary>
public enum TermIdentity
{
    /// <summary>After <see cref="Text.Fold.Term"/>: width, case, diacritics, traditional characters and kinds of dash do not matter.</summary>
    Folded,

    /// <summary>Only case does not matter: VOSviewer's rule, to reproduce its maps.</summary>
    CaseInsensitive,
}

/// <summary>How a co-word map is made.</summary>
public sealed record CoWordOptions
{
    public KeywordFields Fields { get; init; } = KeywordFields.Author;
    public TermIdentity Identity { get; init; } = TermIdentity.Folded;

    /// <summary>Records a term must occur in to be on the map. VOSviewer proposes 5, which leaves a review of a hundred studies next to nothing.</summary>
    public int MinimumOccurrences { get; init; } = 2;

    /// <summary>Share of all records, 0..1, that a term must occur in to be on the map: "words under 5 % were dropped" is 0.05.</summary>
    public double MinimumShare { get; init; }

    /// <summary>Of the weights of links; occurrences are counted in full always.</summary>
    public Counting Counting { get; init; }

    /// <summary>At most so many terms, the most frequent; null for all. The time of the layout grows with its square, and nobody reads a map of more.</summary>
    public int? Top { get; init; } = 1000;

    public Thesaurus Thesaurus { get; init; } = Thesaurus.Empty;

    /// <summary>What the map is told to be of, in its files and pictures.</summary>
    public MapWords Words { get; init; } = MapWords.Keywords;

    /// <summary>The files the records are from, for the settings in every file written.</summary>
    public IReadOnlyList<InputFile> Inputs { get; init; } = [];

    /// <summary>Clusters and places.</summary>
    public NetworkMapOptions Network { get; init; } = new() { ComponentsApart = true };
}

/// <summary>What a map is of.</summary>
/// <param name="Nodes">What the nodes are, in the plural.</param>
/// <param name="Units">What nodes share, in the plural.</param>
public sealed record MapWords(Message Nodes, Message Units)
{
    public static MapWords Keywords { get; } = new(new("keywords", "关键词"), new("records", "记录"));
}

using ReviewKit.Graphs;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>Which of a record's keywords or words count.</summary>
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

    /// <summary>Words of the title.</summary>
    Title = 8,

    /// <summary>Words of the abstract.</summary>
    Abstract = 16,

    /// <summary>Words of both.</summary>
    Text = Title | Abstract,
}

/// <summary>When two written forms are one term.</summary>
public enum TermIdentity
{
    /// <summary>After <see cref="Text.Fold.Term"/>: width, case, diacritics, traditional characters and kinds of dash do not matter.</summary>
    Folded,

    /// <summary>Only case does not matter: VOSviewer's rule, to reproduce its maps.</summary>
    CaseInsensitive,
}

/// <summary>The rule that puts terms into circles: see <see cref="Graphs.Circles"/>.</summary>
public enum CircleRule { Coreness, Strength }

/// <summary>How a co-word map is made.</summary>
public sealed record CoWordOptions
{
    public KeywordFields Fields { get; init; } = KeywordFields.Author;
    public TermIdentity Identity { get; init; } = TermIdentity.Folded;

    /// <summary>Records a term must occur in to be on the map. VOSviewer proposes 5, which leaves a review of a hundred studies next to nothing.</summary>
    public int MinimumOccurrences { get; init; } = 2;

    /// <summary>Share of all records, 0..1, that a term must occur in to be on the map: "words under 5 % were dropped" is 0.05.</summary>
    public double MinimumShare { get; init; }

    /// <summary>Records a term must occur in by both minima: 5 % of 97 are 4.85, which five reach.</summary>
    public int LeastRecords(int recordCount) => Math.Max(MinimumOccurrences, (int)Math.Ceiling(MinimumShare * recordCount - 1e-9));

    /// <summary>Of the weights of links; occurrences are counted in full always.</summary>
    public Counting Counting { get; init; }

    /// <summary>At most so many terms, the most frequent; null for all. The time of the layout grows with its square, and nobody reads a map of more.</summary>
    public int? Top { get; init; } = 1000;

    public Thesaurus Thesaurus { get; init; } = Thesaurus.Empty;

    /// <summary>What the map is told to be of, in its files and pictures.</summary>
    public MapWords Words { get; init; } = MapWords.Keywords;

    /// <summary>Of words in titles and abstracts: not terms.</summary>
    public StopWords StopWords { get; init; } = StopWords.Default;

    /// <summary>Words that Chinese segmentation is to know beside its dictionary.</summary>
    public IReadOnlyList<string> UserWords { get; init; } = [];

    /// <summary>Share of the terms, the most relevant, that stays when words of titles or abstracts count, 0..1; VOSviewer keeps 60 %. See <see cref="CoWord.Relevance"/>.</summary>
    public double Relevance { get; init; } = 0.6;

    /// <summary>The files the records are from, for the settings in every file written.</summary>
    public IReadOnlyList<InputFile> Inputs { get; init; } = [];

    /// <summary>What makes a term core, second circle or marginal.</summary>
    public CircleRule Circles { get; init; }

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

using ReviewKit.Graphs;

namespace ReviewKit.CoWord;

/// <summary>A term on the map.</summary>
public sealed record CoWordTerm
{
    /// <summary>1 for the most frequent; also the node's id in every file written.</summary>
    public required int Rank { get; init; }

    /// <summary>See <see cref="Term.Key"/>.</summary>
    public required string Key { get; init; }

    public required string Label { get; init; }

    /// <summary>Records that contain it.</summary>
    public required int Occurrences { get; init; }

    /// <summary>Of all records given, with keywords or without, 0..1.</summary>
    public required double Share { get; init; }

    /// <summary>Terms on the map that it shares a record with.</summary>
    public required int Links { get; init; }

    /// <summary>Sum of the weights of its links; with full counting of the records shared.</summary>
    public required double TotalLinkStrength { get; init; }

    /// <summary>From 1, the largest cluster first.</summary>
    public required int Cluster { get; init; }

    public required double X { get; init; }
    public required double Y { get; init; }

    /// <summary>Mean over its records that have a year; null when none has.</summary>
    public required double? AverageYear { get; init; }

    /// <summary>Times its records were cited, of those that say; null when none does.</summary>
    public required int? Citations { get; init; }

    /// <summary>Each record's citations over the mean of all records of its year, summed: VOSviewer's "Norm. citations".</summary>
    public required double? NormalizedCitations { get; init; }

    public required double? AverageCitations { get; init; }
    public required double? AverageNormalizedCitations { get; init; }

    /// <summary>See <see cref="CoWordOptions.Circles"/>.</summary>
    public required Circle Circle { get; init; }

    /// <summary>See <see cref="Betweenness.Of"/>; null on maps where it would take minutes.</summary>
    public required double? Betweenness { get; init; }

    /// <summary>Records of each year that has some, ascending.</summary>
    public required IReadOnlyList<(int Year, int Count)> Years { get; init; }

    /// <summary>"zh" when the label has Chinese characters, else "en".</summary>
    public required string Language { get; init; }

    /// <summary>Ids of its records, in ordinal order.</summary>
    public required IReadOnlyList<string> RecordIds { get; init; }
}

/// <summary>Two terms that share records.</summary>
/// <param name="A">The more frequent one.</param>
/// <param name="B">The other.</param>
/// <param name="Records">Records with both: cij of the formulas.</param>
/// <param name="NetworkAssociationStrength">See <see cref="Similarity.NetworkAssociationStrength"/>.</param>
/// <param name="Weight">Of the link: with full counting the same as the records.</param>
public sealed record CoWordPair(CoWordTerm A, CoWordTerm B, int Records, double NetworkAssociationStrength, double Weight)
{
    public double AssociationStrength => Similarity.AssociationStrength(Records, A.Occurrences, B.Occurrences);
    public double Cosine => Similarity.Cosine(Records, A.Occurrences, B.Occurrences);
    public double Jaccard => Similarity.Jaccard(Records, A.Occurrences, B.Occurrences);
    public double Inclusion => Similarity.Inclusion(Records, A.Occurrences, B.Occurrences);
    public double Dice => Similarity.Dice(Records, A.Occurrences, B.Occurrences);
    public double EquivalenceIndex => Similarity.EquivalenceIndex(Records, A.Occurrences, B.Occurrences);
}

using ReviewKit.Graphs;
using ReviewKit.Records;
using ReviewKit.Text;

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

/// <summary>The keywords of some records, what they occur with, their clusters and places, and the records behind every number.</summary>
public sealed class CoWordMap
{
    readonly IReadOnlyList<string> ids;
    readonly CoOccurrence counts;
    readonly Dictionary<string, int> nodes;

    CoWordMap(CoWordOptions options, TermIndex index, IReadOnlyList<Term> terms, IReadOnlyList<string> ids, Func<Term, IEnumerable<Record>> recordsOf, IReadOnlyList<Record> all)
    {
        (Options, Index, this.ids) = (options, index, ids);
        counts = new CoOccurrence(terms, options.Counting, index.TermsOfRecord);
        Map = NetworkMap.Of(counts.Network, options.Network);
        nodes = terms.Select((term, node) => (term.Key, node)).ToDictionary(pair => pair.Key, pair => pair.node, StringComparer.Ordinal);
        var citations = new YearlyCitations(all);
        Terms = [.. terms.Select((term, node) => Place(term, node, [.. recordsOf(term)], citations))];
        var w = counts.Network.TotalEdgeWeight;
        Pairs = [.. counts.Pairs
            .Select((pair, i) => new CoWordPair(Terms[pair.A], Terms[pair.B], pair.Records,
                Similarity.NetworkAssociationStrength(counts.Weights[i], counts.Network.Strength(pair.A), counts.Network.Strength(pair.B), w), counts.Weights[i]))
            .OrderByDescending(pair => pair.Records).ThenBy(pair => pair.A.Rank).ThenBy(pair => pair.B.Rank)];
    }

    public CoWordOptions Options { get; }

    /// <summary>All terms, those too rare for the map too.</summary>
    public TermIndex Index { get; }

    /// <summary>In order of rank.</summary>
    public IReadOnlyList<CoWordTerm> Terms { get; }

    /// <summary>Most records first, then by rank.</summary>
    public IReadOnlyList<CoWordPair> Pairs { get; }

    /// <summary>Node k is the term of rank k + 1.</summary>
    public NetworkMap Map { get; }

    public int ClusterCount => Map.Clusters.Count;

    /// <summary>Makes the map. The order of the records does not matter.</summary>
    /// <param name="records">One a report: duplicates would count twice.</param>
    /// <param name="options">Defaults where null.</param>
    /// <param name="items">What a record has in place of keywords; null for those.</param>
    public static CoWordMap Of(IEnumerable<Record> records, CoWordOptions? options = null, Func<Record, IEnumerable<string>>? items = null)
    {
        options ??= new CoWordOptions();
        var list = records.ToList();
        var index = TermIndex.Of(list, options, items);
        return new CoWordMap(options, index, index.Frequent(Least(options, list.Count), options.Top), [.. list.Select(RecordName)], term => term.Records.Select(i => list[i]), list);
    }

    /// <summary>Makes the map the other way round: the records are the nodes, and what they have in common links them.</summary>
    /// <param name="records">One a report.</param>
    /// <param name="options">The least occurrences are the items a record must have.</param>
    /// <param name="items">What a record has, such as its references.</param>
    /// <param name="label">How a record is shown.</param>
    public static CoWordMap OfCoupled(IReadOnlyList<Record> records, CoWordOptions options, Func<Record, IEnumerable<string>> items, Func<Record, string> label)
    {
        var index = TermIndex.Of(records, options, items);
        var itemsOf = records.Select(_ => new List<int>()).ToArray();
        for (var item = 0; item < index.Terms.Count; item++)
            foreach (var record in index.Terms[item].Records) itemsOf[record].Add(item);
        var byKey = records.Select((record, i) => (Key: RecordName(record), Record: record, Items: itemsOf[i])).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var all = byKey.Values.OrderByDescending(row => row.Items.Count).ThenBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => new Term(row.Key, label(row.Record), row.Items)).ToList();
        var turned = index.Turned(all);
        var terms = turned.Frequent(Math.Max(1, options.MinimumOccurrences), options.Top);
        return new CoWordMap(options, turned, terms, [.. index.Terms.Select(term => term.Label)], term => [byKey[term.Key].Record], records);
    }

    // A share of 5 % of 97 records is 4.85: five records reach it.
    static int Least(CoWordOptions options, int records) => Math.Max(options.MinimumOccurrences, (int)Math.Ceiling(options.MinimumShare * records - 1e-9));

    /// <summary>A term by any of its written forms; null when it is not on the map.</summary>
    public CoWordTerm? Find(string term) =>
        Options.Thesaurus.Apply(term) is { } kept && nodes.TryGetValue(TermIndex.Key(kept, Options.Identity), out var node) ? Terms[node] : null;

    /// <summary>Ids of the records with both terms, in ordinal order.</summary>
    public IReadOnlyList<string> RecordIdsOf(CoWordTerm a, CoWordTerm b) => IdsOf(counts.RecordsOf(a.Rank - 1, b.Rank - 1));

    public IReadOnlyList<string> RecordIdsOf(CoWordPair pair) => RecordIdsOf(pair.A, pair.B);

    /// <summary>Writes UTF-8 GEXF; see <see cref="CoWordGexf"/>.</summary>
    public void WriteGexf(Stream stream, DateOnly? lastModified = null, GexfVersion version = GexfVersion.Draft12) =>
        Gexf.Write(stream, CoWordGexf.Of(this) with { LastModified = lastModified, Version = version });

    /// <summary>Writes the map as a picture; see <see cref="CoWordSvg"/>.</summary>
    public void WriteSvg(Stream stream, Language language = Language.En) => CoWordSvg.Write(stream, this, language);

    /// <summary>Writes the table of terms; see <see cref="CoWordTables"/>.</summary>
    public void WriteKeywords(TextWriter writer) => CoWordTables.WriteKeywords(writer, this);

    /// <summary>Writes the table of pairs; see <see cref="CoWordTables"/>.</summary>
    public void WritePairs(TextWriter writer) => CoWordTables.WritePairs(writer, this);

    /// <summary>Writes the map file that VOSviewer opens.</summary>
    public void WriteVosMap(TextWriter writer)
    {
        var items = Terms.Select((term, node) => new VosItem(NodeIds[node], term.Label, [term.Occurrences, term.AverageYear])).ToList();
        VosFile.WriteMap(writer, Map, items, "weight<Occurrences>", "score<Avg. pub. year>");
    }

    /// <summary>Writes the network file that VOSviewer opens with the map.</summary>
    public void WriteVosNetwork(TextWriter writer) => VosFile.WriteNetwork(writer, NodeIds, counts.Network);

    IReadOnlyList<string> NodeIds => [.. Terms.Select(term => CoWordGexf.Id(term))];

    CoWordTerm Place(Term term, int node, IReadOnlyList<Record> records, YearlyCitations citations)
    {
        var years = records.Select(record => record.Year).OfType<int>().ToList();
        return new CoWordTerm
        {
            Rank = node + 1,
            Key = term.Key,
            Label = term.Label,
            Occurrences = term.Records.Count,
            Share = (double)term.Records.Count / ids.Count,
            Links = counts.Network.Degree(node),
            TotalLinkStrength = counts.Network.Strength(node),
            Cluster = Map.Clusters[node] + 1,
            X = Map.Layout.X[node],
            Y = Map.Layout.Y[node],
            AverageYear = years.Count == 0 ? null : years.Average(),
            Citations = citations.Sum(records),
            NormalizedCitations = citations.NormalizedSum(records),
            AverageCitations = citations.Mean(records),
            AverageNormalizedCitations = citations.NormalizedMean(records),
            Language = Fold.HasHan(term.Label) ? "zh" : "en",
            RecordIds = [.. records.Select(RecordName).Order(StringComparer.Ordinal)],
        };
    }

    IReadOnlyList<string> IdsOf(IReadOnlyList<int> positions) => [.. positions.Select(i => ids[i]).Order(StringComparer.Ordinal)];

    // A record read from a file without a review has no id of its own yet.
    static string RecordName(Record record) => record.Id.Length > 0 ? record.Id : $"{record.File}:{record.Line}";
}

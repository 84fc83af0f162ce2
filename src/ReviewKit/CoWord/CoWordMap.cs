using ReviewKit.Graphs;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>The keywords of some records, what they occur with, their clusters and places, and the records behind every number.</summary>
public sealed class CoWordMap
{
    readonly IReadOnlyList<string> ids;
    readonly CoOccurrence counts;
    readonly Dictionary<string, int> nodes;
    readonly Dictionary<string, int?> yearOf;

    // Nodes times links: some seconds.
    const double MostForBetweenness = 1e9;

    CoWordMap(CoWordOptions options, TermIndex index, IReadOnlyList<Term> terms, IReadOnlyList<string> ids, Func<Term, IEnumerable<Record>> recordsOf, IReadOnlyList<Record> all)
    {
        (Options, Index, this.ids) = (options, index, ids);
        counts = new CoOccurrence(terms, options.Counting, index.TermsOfRecord);
        Map = NetworkMap.Of(counts.Network, options.Network);
        nodes = terms.Select((term, node) => (term.Key, node)).ToDictionary(pair => pair.Key, pair => pair.node, StringComparer.Ordinal);
        yearOf = all.GroupBy(RecordName, StringComparer.Ordinal).ToDictionary(record => record.Key, record => record.First().Year, StringComparer.Ordinal);
        var found = new Measures(new YearlyCitations(all), options.Circles == CircleRule.Coreness ? Circles.ByCoreness(counts.Network) : Circles.ByStrength(counts.Network),
            (double)counts.Network.NodeCount * counts.Network.EdgeCount <= MostForBetweenness ? Betweenness.Of(counts.Network) : null);
        Terms = [.. terms.Select((term, node) => Place(term, node, [.. recordsOf(term)], found))];
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
        return new CoWordMap(options, index, Chosen(index, options), [.. list.Select(RecordName)], term => term.Records.Select(i => list[i]), list);
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

    static IReadOnlyList<Term> Chosen(TermIndex index, CoWordOptions options)
    {
        var least = options.LeastRecords(index.RecordCount);
        if ((options.Fields & KeywordFields.Text) == 0 || options.Relevance >= 1) return index.Frequent(least, options.Top);
        var frequent = index.Frequent(least, null);
        var relevance = CoWord.Relevance.Of(new CoOccurrence(frequent));
        var stay = Enumerable.Range(0, frequent.Count).OrderByDescending(term => relevance[term]).ThenBy(term => term).Take((int)Math.Round(options.Relevance * frequent.Count)).Order();
        return [.. stay.Select(term => frequent[term]).Take(options.Top ?? int.MaxValue)];
    }

    /// <summary>A term by any of its written forms; null when it is not on the map.</summary>
    public CoWordTerm? Find(string term) =>
        Options.Thesaurus.Apply(term) is { } kept && nodes.TryGetValue(TermIndex.Key(kept, Options.Identity), out var node) ? Terms[node] : null;

    /// <summary>Ids of the records with both terms, in ordinal order.</summary>
    public IReadOnlyList<string> RecordIdsOf(CoWordTerm a, CoWordTerm b) => IdsOf(counts.RecordsOf(a.Rank - 1, b.Rank - 1));

    public IReadOnlyList<string> RecordIdsOf(CoWordPair pair) => RecordIdsOf(pair.A, pair.B);

    /// <summary>Records of each year in which both terms meet, ascending; nothing where what they share has no year.</summary>
    public IReadOnlyList<(int Year, int Count)> YearsOf(CoWordPair pair) => Counted(RecordIdsOf(pair).Select(id => yearOf.GetValueOrDefault(id)).OfType<int>());

    /// <summary>What a reader needs to make the map again, in English: for the files that hold it.</summary>
    public string Description => CoWordDescription.Of(this);

    /// <summary>The table of terms; see <see cref="CoWordTables"/>.</summary>
    public void WriteKeywords(TextWriter writer) => CoWordTables.WriteKeywords(writer, this);

    /// <summary>The table of pairs; see <see cref="CoWordTables"/>.</summary>
    public void WritePairs(TextWriter writer) => CoWordTables.WritePairs(writer, this);

    /// <summary>Writes UTF-8 GEXF; see <see cref="CoWordGexf"/>.</summary>
    public void WriteGexf(Stream stream, DateOnly? lastModified = null, GexfVersion version = GexfVersion.Draft12, bool byYear = false) =>
        Gexf.Write(stream, CoWordGexf.Of(this) with { LastModified = lastModified, Version = version, ByYear = byYear });

    /// <summary>Writes the map as a picture; see <see cref="MapFormat"/> for all others.</summary>
    public void WriteSvg(Stream stream, Language language = Language.En) => CoWordSvg.Write(stream, this, language, MapColors.Cluster);

    /// <summary>Writes the map file that VOSviewer opens.</summary>
    public void WriteVosMap(TextWriter writer) => VosFile.WriteMap(writer, Map, CoWordVos.Items(this), CoWordVos.Columns(this));

    /// <summary>Writes the network file that VOSviewer opens with the map.</summary>
    public void WriteVosNetwork(TextWriter writer) => VosFile.WriteNetwork(writer, [.. Terms.Select(CoWordGexf.Id)], counts.Network);

    CoWordTerm Place(Term term, int node, IReadOnlyList<Record> records, Measures found)
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
            Citations = found.Citations.Sum(records),
            NormalizedCitations = found.Citations.NormalizedSum(records),
            AverageCitations = found.Citations.Mean(records),
            AverageNormalizedCitations = found.Citations.NormalizedMean(records),
            Circle = found.Circles[node],
            Betweenness = found.Betweenness?[node],
            Years = Counted(years),
            Language = Fold.HasHan(term.Label) ? "zh" : "en",
            RecordIds = [.. records.Select(RecordName).Order(StringComparer.Ordinal)],
        };
    }

    static IReadOnlyList<(int Year, int Count)> Counted(IEnumerable<int> years) =>
        [.. years.GroupBy(year => year).OrderBy(year => year.Key).Select(year => (year.Key, year.Count()))];

    sealed record Measures(YearlyCitations Citations, Circle[] Circles, double[]? Betweenness);

    IReadOnlyList<string> IdsOf(IReadOnlyList<int> positions) => [.. positions.Select(i => ids[i]).Order(StringComparer.Ordinal)];

    // A record read from a file without a review has no id of its own yet.
    static string RecordName(Record record) => record.Id.Length > 0 ? record.Id : $"{record.File}:{record.Line}";
}

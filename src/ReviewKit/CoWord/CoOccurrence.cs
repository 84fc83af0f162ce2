using ReviewKit.Graphs;

namespace ReviewKit.CoWord;

/// <summary>What a pair of terms counts in a record that has both.</summary>
public enum Counting
{
    /// <summary>One, however many terms the record has.</summary>
    Full,

    /// <summary>1 / (n - 1) in a record of n terms, so that each term's links in a record sum to one.</summary>
    /// <remarks>Perianes-Rodriguez, Waltman &amp; van Eck 2016, doi:10.1016/j.joi.2016.10.006; n counts all terms of the record, those too rare for the map too.</remarks>
    Fractional,
}

/// <summary>How often terms occur together: a pair counts once a record.</summary>
public sealed class CoOccurrence
{
    readonly IReadOnlyList<Term> terms;

    /// <param name="terms">The terms that count; pairs name them by their places in this list.</param>
    /// <param name="counting">Of the weights; records are counted in full always.</param>
    /// <param name="termsOfRecord">How many terms each record has, as <see cref="TermIndex.TermsOfRecord"/>; null: those among <paramref name="terms"/>.</param>
    public CoOccurrence(IReadOnlyList<Term> terms, Counting counting = Counting.Full, IReadOnlyList<int>? termsOfRecord = null)
    {
        this.terms = terms;
        var rows = new RecordRows(terms);
        var share = counting == Counting.Full ? null : rows.Shares(termsOfRecord);
        (Pairs, Weights) = rows.Count(terms, share);
        Network = Network.OfEdges(terms.Count, Pairs.Select((pair, i) => new Edge(pair.A, pair.B, Weights[i])));
    }

    /// <summary>Pairs that share a record, A before B, in ascending order.</summary>
    public IReadOnlyList<(int A, int B, int Records)> Pairs { get; }

    /// <summary>Of each pair, in the order of <see cref="Pairs"/>: with full counting its records, else the sum of what each record gives.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>A node a term; the weight of an edge is that of the pair.</summary>
    public Network Network { get; }

    public int Occurrences(int term) => terms[term].Records.Count;

    /// <summary>The records with both terms, by their positions, ascending.</summary>
    public IReadOnlyList<int> RecordsOf(int a, int b) => Common(terms[a].Records, terms[b].Records);

    /// <summary>What two ascending lists have in common.</summary>
    internal static List<int> Common(IReadOnlyList<int> inA, IReadOnlyList<int> inB)
    {
        var both = new List<int>();
        for (int i = 0, j = 0; i < inA.Count && j < inB.Count;)
        {
            if (inA[i] < inB[j]) i++;
            else if (inA[i] > inB[j]) j++;
            else
            {
                both.Add(inA[i]);
                i++;
                j++;
            }
        }
        return both;
    }

    /// <summary>The terms of each record, ascending, one record after the other in one array.</summary>
    sealed class RecordRows
    {
        readonly int[] first, termsOf;

        public RecordRows(IReadOnlyList<Term> terms)
        {
            first = new int[terms.Count == 0 ? 1 : terms.Max(term => term.Records[^1]) + 2];
            foreach (var term in terms)
                foreach (var record in term.Records) first[record + 1]++;
            for (var record = 1; record < first.Length; record++) first[record] += first[record - 1];
            termsOf = new int[first[^1]];
            var next = first.ToArray();
            for (var term = 0; term < terms.Count; term++)
                foreach (var record in terms[term].Records) termsOf[next[record]++] = term;
        }

        /// <summary>What a pair counts in each record.</summary>
        public double[] Shares(IReadOnlyList<int>? termsOfRecord)
        {
            var shares = new double[first.Length - 1];
            for (var record = 0; record < shares.Length; record++)
                shares[record] = 1.0 / Math.Max(1, (termsOfRecord?[record] ?? first[record + 1] - first[record]) - 1);
            return shares;
        }

        /// <summary>Row by row with one array of counts: no dictionary of pairs, which is what makes large corpora slow.</summary>
        public (List<(int A, int B, int Records)> Pairs, double[] Weights) Count(IReadOnlyList<Term> terms, double[]? shares)
        {
            var (pairs, weights) = (new List<(int A, int B, int Records)>(), new List<double>());
            var (count, weight, met) = (new int[terms.Count], new double[terms.Count], new List<int>());
            // Terms come in ascending order, so in each record what stands before the present one has had its turn.
            var next = first.ToArray();
            for (var a = 0; a < terms.Count; a++)
            {
                foreach (var record in terms[a].Records)
                {
                    var share = shares is null ? 1 : shares[record];
                    foreach (var b in termsOf.AsSpan(++next[record]..first[record + 1]))
                    {
                        if (count[b]++ == 0) met.Add(b);
                        weight[b] += share;
                    }
                }
                met.Sort();
                foreach (var b in met)
                {
                    pairs.Add((a, b, count[b]));
                    weights.Add(weight[b]);
                    (count[b], weight[b]) = (0, 0);
                }
                met.Clear();
            }
            return (pairs, [.. weights]);
        }
    }
}

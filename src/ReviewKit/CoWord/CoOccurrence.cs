using ReviewKit.Graphs;

namespace ReviewKit.CoWord;

/// <summary>How often terms occur together: full counting, a pair counts once a record.</summary>
public sealed class CoOccurrence
{
    readonly IReadOnlyList<Term> terms;

    /// <param name="terms">The terms that count; pairs name them by their places in this list.</param>
    public CoOccurrence(IReadOnlyList<Term> terms)
    {
        this.terms = terms;
        Pairs = Count(terms);
        Network = Network.OfEdges(terms.Count, Pairs.Select(pair => new Edge(pair.A, pair.B, pair.Records)));
    }

    /// <summary>Pairs that share a record, A before B, in ascending order.</summary>
    public IReadOnlyList<(int A, int B, int Records)> Pairs { get; }

    /// <summary>A node a term; the weight of an edge is the number of records with both.</summary>
    public Network Network { get; }

    public int Occurrences(int term) => terms[term].Records.Count;

    /// <summary>The records with both terms, by their positions, ascending.</summary>
    public IReadOnlyList<int> RecordsOf(int a, int b)
    {
        var (inA, inB) = (terms[a].Records, terms[b].Records);
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

    static List<(int A, int B, int Records)> Count(IReadOnlyList<Term> terms)
    {
        var termsOf = new List<int>?[terms.Count == 0 ? 0 : terms.Max(term => term.Records[^1]) + 1];
        for (var term = 0; term < terms.Count; term++)
            foreach (var record in terms[term].Records) (termsOf[record] ??= []).Add(term);
        // Row by row with one array of counts: no dictionary of pairs, which is what makes large corpora slow.
        var pairs = new List<(int A, int B, int Records)>();
        var count = new int[terms.Count];
        var met = new List<int>();
        for (var a = 0; a < terms.Count; a++)
        {
            foreach (var record in terms[a].Records)
                foreach (var b in termsOf[record]!)
                    if (b > a && count[b]++ == 0) met.Add(b);
            met.Sort();
            foreach (var b in met)
            {
                pairs.Add((a, b, count[b]));
                count[b] = 0;
            }
            met.Clear();
        }
        return pairs;
    }
}

namespace ReviewKit.Query;

/// <summary>Counts what records of a query's sets were found in, record by record.</summary>
public sealed class RoundsCount(TermQuery query)
{
    readonly int[] counts = new int[query.Sets.Count];
    readonly int[][] together = [.. query.Sets.Select(_ => new int[query.Sets.Count])];
    readonly SortedDictionary<string, int[]> bySource = new(StringComparer.Ordinal);
    readonly SortedDictionary<int, int> patterns = [];
    readonly (int Records, int Only, int OnlyPassing)[][] terms = [.. query.Sets.Select(set => new (int, int, int)[set.Terms.Count + set.Required.Count])];
    int total;

    /// <param name="source">The database the record is from.</param>
    /// <param name="match">What was found in it.</param>
    public void Add(string source, RecordMatch match)
    {
        total++;
        patterns[match.Sets] = patterns.GetValueOrDefault(match.Sets) + 1;
        if (!bySource.TryGetValue(source, out var of)) bySource[source] = of = new int[counts.Length + 1];
        of[0]++;
        var passed = Math.Min(Rounds.Passed(match.Sets), counts.Length);
        for (var round = 0; round < passed; round++)
        {
            counts[round]++;
            of[round + 1]++;
        }
        for (var a = 0; a < counts.Length; a++)
            for (var b = 0; b < counts.Length; b++)
                together[a][b] += match.Sets >> a & match.Sets >> b & 1;
        AddTerms(match, passed == counts.Length);
    }

    /// <summary>A term is alone when no other alternative of its set was found in the record: without it the record would lack the set.</summary>
    void AddTerms(RecordMatch match, bool passes)
    {
        for (var at = 0; at < match.Evidence.Count;)
        {
            var (set, first, several) = (match.Evidence[at].Set, at, false);
            var last = -1;
            for (; at < match.Evidence.Count && match.Evidence[at].Set == set; at++)
            {
                if (match.Evidence[at].Number == last) continue;
                several |= last >= 0;
                last = match.Evidence[at].Number;
                terms[set][last].Records++;
            }
            if (several || (match.Sets >> set & 1) == 0) continue;
            terms[set][match.Evidence[first].Number].Only++;
            if (passes) terms[set][match.Evidence[first].Number].OnlyPassing++;
        }
    }

    public RoundsResult Result => new(query, total, counts, bySource, together, patterns,
        [.. query.Sets.SelectMany((set, number) => set.Terms.Concat(set.Required).Select((term, at) => new TermCount(number, term, terms[number][at].Records, terms[number][at].Only, terms[number][at].OnlyPassing)))]);
}

/// <summary>Counts of records by round, set and term.</summary>
/// <param name="Counts">Records that passed rounds 1 to k, at k - 1.</param>
/// <param name="BySource">For each source: records, then records that passed round 1, 2, ….</param>
/// <param name="Together">Records that have both set i and set j; on the diagonal those that have set i, whatever the other sets.</param>
/// <param name="Patterns">Records by the sets found in them, a bit for each.</param>
/// <param name="Terms">In the order of sets and terms.</param>
public sealed record RoundsResult(TermQuery Query, int Total, IReadOnlyList<int> Counts, IReadOnlyDictionary<string, int[]> BySource, IReadOnlyList<int[]> Together, IReadOnlyDictionary<int, int> Patterns, IReadOnlyList<TermCount> Terms)
{
    /// <summary>Records that have set k, whatever the other sets.</summary>
    public int Alone(int set) => Together[set][set];

    /// <summary>Records that lack a set in the fields searched here: as far as the query was run on the platform, it alone found them.</summary>
    public int Missing => Total - Counts[^1];

    /// <summary>Records with no term of any set.</summary>
    public int Nowhere => Patterns.GetValueOrDefault(0);
}

/// <summary>What one term contributed.</summary>
/// <param name="Set">0-based.</param>
/// <param name="Records">Records it was found in.</param>
/// <param name="Only">Of these, the records in which no other term of its set was found.</param>
/// <param name="OnlyPassing">Of these, the records that passed every round: what leaving the term out would cost.</param>
public sealed record TermCount(int Set, Term Term, int Records, int Only, int OnlyPassing);

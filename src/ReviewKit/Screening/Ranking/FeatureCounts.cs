using System.Numerics;
using System.Runtime.InteropServices;

namespace ReviewKit.Screening.Ranking;

/// <summary>Counts the words and word pairs of texts. Those that only one text has, three of four, are never given a number.</summary>
sealed class FeatureCounts
{
    const int Most = 1 << 27;
    readonly Dictionary<long, int> numbers = [];
    readonly List<int> documents = [];

    // Of all rows one after the other: the features other rows have too, and how often this one has them.
    readonly List<int> found = [];
    readonly List<ushort> times = [];
    readonly int[] ends;

    // Of each row, the sum of squares of tf of the features no other row has: they all have the same idf.
    readonly double[] alone;
    long[] keys = new long[1024];

    /// <param name="sentences">The words of each text as numbers, with gaps.</param>
    public FeatureCounts(IReadOnlyList<int[]> sentences)
    {
        (ends, alone) = (new int[sentences.Count], new double[sentences.Count]);
        // Nearly which features two rows have: a few more where two fall on one place, which are found out later. A dictionary of every pair of words would not fit.
        var met = new byte[BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(4 * sentences.Sum(sentence => (long)sentence.Length), 1024, Most))];
        var shift = 64 - BitOperations.Log2((uint)met.Length);
        foreach (var sentence in sentences)
        {
            var features = Sorted(sentence);
            for (var i = 0; i < features.Length; i = End(features, i))
                if (met[(ulong)features[i] >> shift] < 2) met[(ulong)features[i] >> shift]++;
        }
        for (var row = 0; row < sentences.Count; row++) Add(row, Sorted(sentences[row]), feature => met[(ulong)feature >> shift] == 2);
    }

    void Add(int row, ReadOnlySpan<long> features, Func<long, bool> isShared)
    {
        for (int i = 0, end; i < features.Length; i = end)
        {
            end = End(features, i);
            if (!isShared(features[i]))
            {
                alone[row] += Square(1 + Math.Log(end - i));
                continue;
            }
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, features[i], out var isKnown);
            if (!isKnown)
            {
                number = documents.Count;
                documents.Add(0);
            }
            documents[number]++;
            found.Add(number);
            times.Add((ushort)Math.Min(end - i, ushort.MaxValue));
        }
        ends[row] = found.Count;
    }

    /// <summary>tf-idf of all rows, each of length 1.</summary>
    /// <param name="mostOften">Features in more than this share of the rows are left out.</param>
    public FeatureMatrix Weighted(double mostOften)
    {
        var (idf, order) = (new double[documents.Count], new List<int>());
        double rows = ends.Length;
        for (var number = 0; number < documents.Count; number++)
        {
            idf[number] = Math.Log((1 + rows) / (1 + documents[number])) + 1;
            if (documents[number] > 1 && documents[number] <= mostOften * rows) order.Add(number);
        }
        int[] column = [.. Enumerable.Repeat(-1, documents.Count)];
        foreach (var (number, place) in order.OrderByDescending(number => documents[number]).Select((number, place) => (number, place))) column[number] = place;

        // Two records only: what one of them has alone is in half of all, and may be in more than the share.
        var aloneIdf = 1 <= mostOften * rows ? Math.Log((1 + rows) / 2) + 1 : 0;
        var kept = found.Count(number => column[number] >= 0);
        var (starts, columns, values, own) = (new int[ends.Length + 1], new int[kept], new float[kept], new float[ends.Length]);
        for (var (row, i, next) = (0, 0, 0); row < ends.Length; row++)
        {
            var (ownSquare, square) = (alone[row] * Square(aloneIdf), 0.0);
            for (; i < ends[row]; i++)
            {
                var value = 1 + Math.Log(times[i]);
                if (documents[found[i]] == 1) ownSquare += Square(value * aloneIdf);
                if (column[found[i]] < 0) continue;
                value *= idf[found[i]];
                (columns[next], values[next]) = (column[found[i]], (float)value);
                square += Square(value);
                next++;
            }
            var length = Math.Sqrt(square + ownSquare);
            for (var at = starts[row]; at < next; at++) values[at] = (float)(values[at] / length);
            own[row] = length > 0 ? (float)(ownSquare / Square(length)) : 0;
            starts[row + 1] = next;
        }
        return new FeatureMatrix(starts, columns, values, own, order.Count);
    }

    static double Square(double x) => x * x;

    static int End(ReadOnlySpan<long> features, int start)
    {
        var end = start + 1;
        while (end < features.Length && features[end] == features[start]) end++;
        return end;
    }

    /// <summary>Words and pairs of neighbours as one number each, equal ones together.</summary>
    ReadOnlySpan<long> Sorted(int[] sentence)
    {
        if (keys.Length < 2 * sentence.Length) keys = new long[2 * sentence.Length];
        var count = 0;
        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i] == RankingWords.Gap) continue;
            keys[count++] = Key(sentence[i], 0);
            if (i + 1 < sentence.Length && sentence[i + 1] != RankingWords.Gap) keys[count++] = Key(sentence[i], sentence[i + 1] + 1);
        }
        Array.Sort(keys, 0, count);
        return keys.AsSpan(0, count);
    }

    // Times 2^64 / the golden ratio (Fibonacci hashing), which gives each pair another number and spreads them evenly.
    static long Key(int word, int next) => unchecked((((long)word << 32) + next) * (long)0x9E3779B97F4A7C15);
}

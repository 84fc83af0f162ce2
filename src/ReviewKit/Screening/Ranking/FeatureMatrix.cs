using System.Runtime.InteropServices;

namespace ReviewKit.Screening.Ranking;

/// <summary>
/// tf-idf of the words and word pairs of records, a sparse row a record: tf is 1 + ln tf, idf is ln((1 + n) / (1 + df)) + 1, each row of length 1.
/// A feature of one record alone never says anything of another, so only the square of its value is kept (<see cref="OwnSquare"/>); the result is the same.
/// </summary>
public sealed class FeatureMatrix
{
    readonly int[] starts;
    readonly int[] columns;
    readonly float[] values;
    readonly float[] ownSquares;

    FeatureMatrix(int[] starts, int[] columns, float[] values, float[] ownSquares, int width) =>
        (this.starts, this.columns, this.values, this.ownSquares, Columns) = (starts, columns, values, ownSquares, width);

    public int Rows => ownSquares.Length;

    /// <summary>Features that two or more records have.</summary>
    public int Columns { get; }

    /// <summary>The sum of squares of the features that no other row has; 0 to 1.</summary>
    public double OwnSquare(int row) => ownSquares[row];

    /// <summary>The sum of squares of the features that other rows have as well; 0 to 1.</summary>
    public double SharedSquare(int row)
    {
        var sum = 0.0;
        for (var i = starts[row]; i < starts[row + 1]; i++) sum += (double)values[i] * values[i];
        return sum;
    }

    /// <summary>The product of a row with a vector over the columns.</summary>
    public double Dot(int row, double[] w)
    {
        var sum = 0.0;
        for (var i = starts[row]; i < starts[row + 1]; i++) sum += w[columns[i]] * values[i];
        return sum;
    }

    /// <summary>Adds a multiple of a row to a vector over the columns.</summary>
    public void AddTo(double[] w, int row, double times)
    {
        for (var i = starts[row]; i < starts[row + 1]; i++) w[columns[i]] += times * values[i];
    }

    /// <param name="texts">Of each record; empty texts give empty rows.</param>
    /// <param name="model">What is counted.</param>
    public static FeatureMatrix Of(IEnumerable<RankedText> texts, RankingModel model)
    {
        var words = new RankingWords(model.DropsPlural);
        var sentences = texts.Select(text => words.Of(string.Join(' ', [.. Enumerable.Repeat(text.Title, model.TitleWeight), text.Abstract, .. Enumerable.Repeat(text.Keywords, model.KeywordWeight)]))).ToList();
        var met = new MetTwice(sentences.Sum(sentence => (long)sentence.Length));
        for (var row = 0; row < sentences.Count; row++)
            foreach (var feature in Features(sentences[row])) met.Add(feature, row);

        var numbers = new Dictionary<long, int>();
        var documents = new List<int>();
        var rows = sentences.Select(sentence => Counted(sentence, feature => met.Has(feature) ? NumberOf(feature, numbers, documents) : Alone, documents)).ToList();
        return Weighted(rows, documents, model);
    }

    // A feature that met no other record: it has no number, and a df of 1.
    const int Alone = -1;

    static int NumberOf(long feature, Dictionary<long, int> numbers, List<int> documents)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, feature, out var isKnown);
        if (isKnown) return number;
        documents.Add(0);
        return number = documents.Count - 1;
    }

    // How often each feature occurs in one record, in the order of the features; counts the record for each.
    static List<(int Number, int Times)> Counted(int[] sentence, Func<long, int> numberOf, List<int> documents)
    {
        long[] features = [.. Features(sentence)];
        Array.Sort(features);
        var row = new List<(int, int)>();
        for (var i = 0; i < features.Length;)
        {
            var end = i + 1;
            while (end < features.Length && features[end] == features[i]) end++;
            var number = numberOf(features[i]);
            if (number != Alone) documents[number]++;
            row.Add((number, end - i));
            i = end;
        }
        return row;
    }

    static FeatureMatrix Weighted(List<List<(int Number, int Times)>> rows, List<int> documents, RankingModel model)
    {
        // Columns are numbered anew: what only one record has, and what nearly all have, is left out.
        var column = new int[documents.Count];
        var width = 0;
        var most = model.MostOften * rows.Count;
        for (var number = 0; number < column.Length; number++)
            column[number] = documents[number] > most ? -2 : documents[number] == 1 ? Alone : width++;
        var starts = new int[rows.Count + 1];
        var (columns, values, own) = (new List<int>(), new List<float>(), new float[rows.Count]);
        for (var row = 0; row < rows.Count; row++)
        {
            var (square, ownSquare, first) = (0.0, 0.0, columns.Count);
            foreach (var (number, times) in rows[row])
            {
                var at = number == Alone ? Alone : column[number];
                if (at == -2) continue;
                var value = (1 + Math.Log(times)) * (Math.Log((1.0 + rows.Count) / (1 + (at == Alone ? 1 : documents[number]))) + 1);
                square += value * value;
                if (at == Alone) ownSquare += value * value;
                else (_, _) = (Add(columns, at), Add(values, (float)value));
            }
            var length = Math.Sqrt(square);
            for (var i = first; i < values.Count; i++) values[i] = (float)(values[i] / length);
            own[row] = square > 0 ? (float)(ownSquare / square) : 0;
            starts[row + 1] = columns.Count;
        }
        return new FeatureMatrix(starts, [.. columns], [.. values], own, width);
    }

    static bool Add<T>(List<T> list, T value)
    {
        list.Add(value);
        return true;
    }

    // Words and pairs of neighbours as one number each: a word is paired with itself less one, which no pair is.
    static IEnumerable<long> Features(int[] sentence)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i] == RankingWords.Gap) continue;
            yield return (long)sentence[i] << 32;
            if (i + 1 < sentence.Length && sentence[i + 1] != RankingWords.Gap) yield return ((long)sentence[i] << 32) + sentence[i + 1] + 1;
        }
    }

    /// <summary>Which features two records have, nearly: a few more for features that fall on one place, which are found out later. A dictionary of every pair of words would not fit.</summary>
    sealed class MetTwice(long features)
    {
        const int Twice = -1;
        readonly int[] lastRow = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(4 * features, 1024, 1 << 26))];

        public void Add(long feature, int row)
        {
            ref var last = ref lastRow[Place(feature)];
            if (last == 0) last = row + 1;
            else if (last != row + 1) last = Twice;
        }

        public bool Has(long feature) => lastRow[Place(feature)] == Twice;

        // Fibonacci hashing: the upper bits of a product with 2^64 / the golden ratio.
        int Place(long feature) => (int)((ulong)(feature * unchecked((long)0x9E3779B97F4A7C15)) >> (64 - System.Numerics.BitOperations.Log2((uint)lastRow.Length)));
    }
}

namespace ReviewKit.Screening.Ranking;

/// <summary>
/// tf-idf of the words and word pairs of records, a sparse row a record: tf is 1 + ln tf, idf is ln((1 + n) / (1 + df)) + 1, each row of length 1.
/// A feature of one record alone never says anything of another, so only the square of its value is kept (<see cref="OwnSquare"/>); the result is the same.
/// The most frequent features come first, so that what is read most often lies together.
/// </summary>
public sealed class FeatureMatrix
{
    readonly int[] starts;
    readonly int[] columns;
    readonly float[] values;
    readonly float[] ownSquares;

    internal FeatureMatrix(int[] starts, int[] columns, float[] values, float[] ownSquares, int width) =>
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
        var at = columns.AsSpan(starts[row]..starts[row + 1]);
        var by = values.AsSpan(starts[row], at.Length);
        // Four sums, because each addition waits for the one before it: twice as fast.
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0);
        var i = 0;
        for (; i + 3 < at.Length && i + 3 < by.Length; i += 4)
        {
            a += w[at[i]] * by[i];
            b += w[at[i + 1]] * by[i + 1];
            c += w[at[i + 2]] * by[i + 2];
            d += w[at[i + 3]] * by[i + 3];
        }
        for (; i < at.Length; i++) a += w[at[i]] * by[i];
        return a + b + (c + d);
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
        var words = new RankingWords(model.DropsPlural, model.LongestWord);
        return new FeatureCounts([.. texts.Select(text => words.Of(string.Join(' ', [.. Enumerable.Repeat(text.Title, model.TitleWeight), text.Abstract, .. Enumerable.Repeat(text.Keywords, model.KeywordWeight)])))]).Weighted(model.MostOften);
    }
}

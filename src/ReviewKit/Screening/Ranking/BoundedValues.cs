namespace ReviewKit.Screening.Ranking;

/// <summary>
/// The decision values of all rows, of which few are worked out: one more label moves the machine's vector by a little, and no value by more than that
/// times the length of its row. So only the rows that could be the best by that bound are looked at.
/// </summary>
sealed class BoundedValues
{
    // For the rounding of sums of some hundred products.
    const double Slack = 1e-9;

    // Fewer are done before the other processors have begun.
    const int ManyRows = 4096;

    readonly LinearSvm machine;
    readonly List<int> candidates = [];
    readonly double[] value;
    readonly double[] asOf;
    readonly float[] length;

    public BoundedValues(FeatureMatrix x, LinearSvm machine)
    {
        this.machine = machine;
        (value, asOf, length) = (new double[x.Rows], new double[x.Rows], new float[x.Rows]);
        Array.Fill(value, double.PositiveInfinity);
        for (var row = 0; row < x.Rows; row++) length[row] = (float)Math.Sqrt(x.SharedSquare(row));
    }

    /// <summary>The value by the newest solution.</summary>
    public double Of(int row)
    {
        if (asOf[row] == machine.Travelled && !double.IsInfinity(value[row])) return value[row];
        asOf[row] = machine.Travelled;
        return value[row] = machine.Of(row);
    }

    double Reach(int row) => (machine.Travelled - asOf[row]) * length[row] + Slack;

    /// <summary>The row with the highest value, the first of equals; -1 when there is none.</summary>
    public int Best(ReadOnlySpan<bool> among)
    {
        var (best, highest) = (-1, double.NegativeInfinity);
        for (var row = 0; row < among.Length; row++)
            if (among[row] && value[row] + Reach(row) is var bound && bound > highest) (best, highest) = (row, bound);
        if (best < 0) return best;
        highest = Of(best);
        WorkOut(among, highest);
        for (var row = 0; row < among.Length; row++)
            if (among[row] && value[row] + Reach(row) >= highest && Of(row) is var exact && (exact > highest || exact == highest && row < best)) (best, highest) = (row, exact);
        return best;
    }

    /// <summary>Works out the values of those that could reach one, on all processors where they are many: each row's is its own business.</summary>
    void WorkOut(ReadOnlySpan<bool> among, double reached)
    {
        candidates.Clear();
        for (var row = 0; row < among.Length; row++)
            if (among[row] && value[row] + Reach(row) >= reached) candidates.Add(row);
        if (candidates.Count >= ManyRows) Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(0, candidates.Count), part =>
        {
            for (var i = part.Item1; i < part.Item2; i++) Of(candidates[i]);
        });
    }

    /// <summary>How many rows come before one.</summary>
    public int Before(int row, ReadOnlySpan<bool> among)
    {
        var (before, own) = (0, Of(row));
        WorkOut(among, own);
        for (var other = 0; other < among.Length; other++)
        {
            if (!among[other] || other == row || value[other] + Reach(other) < own) continue;
            if (value[other] - Reach(other) > own && !double.IsInfinity(value[other]) || Of(other) is var exact && (exact > own || exact == own && other < row)) before++;
        }
        return before;
    }
}

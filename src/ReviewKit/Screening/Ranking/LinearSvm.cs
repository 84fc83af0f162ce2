using System.Numerics;

namespace ReviewKit.Screening.Ranking;

/// <summary>
/// A linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008, doi:10.1145/1390156.1390208).
/// It starts from the last solution, so that one more label costs little. The bias is one more feature, always 1.
/// </summary>
sealed class LinearSvm(FeatureMatrix x, RankingModel model)
{
    // With 2 rounds a label the orders are those of full convergence to within a place or two (docs/decisions/0006-ranking.md), in a fifth of the time.
    const double Tolerance = 1e-3;
    const int RoundsPerLabel = 2;
    const int MostPasses = 1000;

    readonly double[] w = new double[x.Columns];
    readonly double[] before = new double[x.Columns];
    readonly double[] alpha = new double[x.Rows];
    readonly double[] square = new double[x.Rows];
    readonly List<int> moved = [];
    double bias;

    /// <summary>How far the vector has gone in all fits, each as the crow flies: no row's value has changed by more than the way since, times its length.</summary>
    public double Travelled { get; private set; }

    /// <summary>Learns from the rows labelled so far; both kinds must be there.</summary>
    public void Fit(IReadOnlyList<int> rows, IReadOnlyList<bool> isRelevant)
    {
        var relevant = isRelevant.Count(isIt => isIt);
        // Relevant rows weigh 1, all irrelevant ones together 1/ratio of them; then all weights are scaled to sum to the number of rows.
        var weight = relevant / (model.Ratio * (rows.Count - relevant));
        var scale = rows.Count / (relevant + weight * (rows.Count - relevant));
        var (d1, d0) = (1 / (2 * model.C * scale), 1 / (2 * model.C * scale * weight));
        for (var round = 0; round < RoundsPerLabel; round++)
        {
            // One more label moves few rows far enough: those are settled among themselves before all are looked at again.
            moved.Clear();
            for (var i = 0; i < rows.Count; i++)
                if (Moves(i)) moved.Add(i);
            for (var pass = 0; moved.Count > 0 && pass < MostPasses; pass++) moved.RemoveAll(i => !Moves(i));
        }
        Travelled += Way();

        bool Moves(int i)
        {
            var (row, y, d) = (rows[i], isRelevant[i] ? 1.0 : -1.0, isRelevant[i] ? d1 : d0);
            var old = alpha[row];
            var gradient = y * (Of(row) + bias) + old * (x.OwnSquare(row) + d) - 1;
            if (old == 0 ? gradient > -Tolerance : Math.Abs(gradient) < Tolerance) return false;
            alpha[row] = Math.Max(old - gradient / (Square(row) + d), 0);
            Add(row, (alpha[row] - old) * y);
            return true;
        }
    }

    double Way()
    {
        var (sum, i) = (Vector<double>.Zero, 0);
        for (; i + Vector<double>.Count <= w.Length; i += Vector<double>.Count)
        {
            var (now, then) = (new Vector<double>(w, i), new Vector<double>(before, i));
            sum += (now - then) * (now - then);
            now.CopyTo(before, i);
        }
        var square = Vector.Sum(sum);
        for (; i < w.Length; i++)
        {
            square += (w[i] - before[i]) * (w[i] - before[i]);
            before[i] = w[i];
        }
        return Math.Sqrt(square);
    }

    /// <summary>Forgets a row that is no longer labelled, or is labelled otherwise.</summary>
    public void Forget(int row, bool wasRelevant)
    {
        if (alpha[row] != 0) Add(row, wasRelevant ? -alpha[row] : alpha[row]);
        alpha[row] = 0;
    }

    /// <summary>The decision value of a row that was never learnt from, less the bias, which is the same for all; the higher, the likelier relevant.</summary>
    public double Of(int row) => x.Dot(row, w);

    void Add(int row, double step)
    {
        x.AddTo(w, row, step);
        bias += step;
    }

    // With the bias; worked out when a row is first learnt from.
    double Square(int row) => square[row] > 0 ? square[row] : square[row] = 1 + x.OwnSquare(row) + x.SharedSquare(row);
}

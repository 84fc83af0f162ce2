namespace ReviewKit.Graphs;

/// <summary>A place in the plane for each node of a network, y upwards.</summary>
/// <param name="X">One a node.</param>
/// <param name="Y">One a node.</param>
public sealed record Layout(IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Moved, turned and scaled so that maps can be compared: centre at the origin, widest horizontally, median not positive in both directions, mean distance of two nodes 1.</summary>
    /// <remarks>The steps of VOSviewer and CWTS's networkanalysis.</remarks>
    public Layout Standardized()
    {
        var n = X.Count;
        if (n == 0) return this;
        var (x, y) = Turned(Centred(X), Centred(Y));
        FlipIfMedianIsPositive(x);
        FlipIfMedianIsPositive(y);
        var distance = MeanDistance(x, y);
        // A single node, or all in one place: nothing to scale by.
        if (distance == 0) return new Layout(x, y);
        for (var i = 0; i < n; i++)
        {
            x[i] /= distance;
            y[i] /= distance;
        }
        return new Layout(x, y);
    }

    static double[] Centred(IReadOnlyList<double> values)
    {
        var mean = values.Sum() / values.Count;
        return [.. values.Select(value => value - mean)];
    }

    /// <summary>Turned so that the first principal component lies along x.</summary>
    static (double[] X, double[] Y) Turned(double[] x, double[] y)
    {
        double xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xx += x[i] * x[i];
            yy += y[i] * y[i];
            xy += x[i] * y[i];
        }
        // Both are eigenvectors of the covariance matrix for its larger eigenvalue; the longer one is the safer to divide by. No sine or cosine: those differ in the last bit between machines.
        var larger = (xx + yy + Math.Sqrt((xx - yy) * (xx - yy) + 4 * xy * xy)) / 2;
        var (u, v) = xx >= yy ? (larger - yy, xy) : (xy, larger - xx);
        var length = Math.Sqrt(u * u + v * v);
        if (length == 0) return (x, y);
        (u, v) = (u / length, v / length);
        var (turnedX, turnedY) = (new double[x.Length], new double[x.Length]);
        for (var i = 0; i < x.Length; i++) (turnedX[i], turnedY[i]) = (u * x[i] + v * y[i], u * y[i] - v * x[i]);
        return (turnedX, turnedY);
    }

    static void FlipIfMedianIsPositive(double[] values)
    {
        var sorted = values.Order().ToArray();
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        if (median <= 0) return;
        for (var i = 0; i < values.Length; i++) values[i] = -values[i];
    }

    static double MeanDistance(double[] x, double[] y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
            for (var j = 0; j < i; j++)
                sum += Math.Sqrt((x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]));
        return x.Length < 2 ? 0 : sum / (x.Length * (x.Length - 1.0) / 2);
    }
}

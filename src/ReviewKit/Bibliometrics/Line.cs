namespace ReviewKit.Bibliometrics;

/// <summary>A straight line through points by least squares.</summary>
/// <param name="R2">Share of the variance that it explains, 0..1.</param>
public sealed record Line(double Intercept, double Slope, double R2)
{
    /// <returns>null when the points have not two different x.</returns>
    public static Line? Through(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count < 2) return null;
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        var (xx, xy, yy) = (points.Sum(point => (point.X - x) * (point.X - x)), points.Sum(point => (point.X - x) * (point.Y - y)), points.Sum(point => (point.Y - y) * (point.Y - y)));
        if (xx == 0) return null;
        return new Line(y - xy / xx * x, xy / xx, yy == 0 ? 1 : xy * xy / (xx * yy));
    }
}

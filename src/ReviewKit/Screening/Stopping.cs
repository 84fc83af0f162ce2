namespace ReviewKit.Screening;

/// <summary>What can be said of stopping, from the records screened so far in their order.</summary>
/// <param name="Records">All records of the stage.</param>
/// <param name="Screened">How many of them are screened.</param>
/// <param name="Relevant">How many of those are relevant.</param>
/// <param name="IrrelevantInARow">The irrelevant since the last relevant one.</param>
/// <param name="P">The chance that this much irrelevance would be seen although the target recall is not reached; below .05 the target is reached with 95 % confidence.</param>
public sealed record Stopping(int Records, int Screened, int Relevant, int IrrelevantInARow, double P)
{
    /// <param name="relevant">Whether each record was relevant, in the order they were screened.</param>
    /// <param name="records">All records of the stage, screened or not.</param>
    /// <param name="target">The recall wanted, above 0 and below 1.</param>
    public static Stopping Of(IReadOnlyList<bool> relevant, int records, double target = .95)
    {
        var (found, inARow) = (0, 0);
        for (var i = 0; i < relevant.Count; i++) (found, inARow) = relevant[i] ? (found + 1, 0) : (found, inARow + 1);
        return new Stopping(records, relevant.Count, found, inARow, ChanceOfMissing(relevant, found, records, target));
    }

    /// <summary>
    /// Callaghan &amp; Müller-Hansen 2020 (doi:10.1186/s13643-020-01521-4): the last k screened are looked at as if they had been drawn at random from all
    /// that was left before them, which is cautious because the ranking shows the likely ones first; the least p over all k.
    /// </summary>
    static double ChanceOfMissing(IReadOnlyList<bool> relevant, int found, int records, double target)
    {
        var (least, inUrn) = (1.0, 0);
        for (var k = 1; k <= relevant.Count; k++)
        {
            if (relevant[^k]) inUrn++;
            // One more irrelevant record always lowers p, so that only the longest of the urns with as many relevant ones is asked.
            if (k < relevant.Count && !relevant[^(k + 1)]) continue;
            // The fewest relevant records that the urn and the rest must have held if the target were missed.
            var missed = (int)Math.Floor(found / target + 1 - (found - inUrn));
            var urn = records - (relevant.Count - k);
            if (missed > urn) return 0;
            least = Math.Min(least, Cumulative(inUrn, urn, missed, k, least));
        }
        return least;
    }

    /// <summary>P(X at most x) of relevant ones among k drawn from n of which m are relevant; from some value on that is more than <paramref name="enough"/>, just that.</summary>
    static double Cumulative(int x, int n, int m, int k, double enough)
    {
        var least = Math.Max(0, k - (n - m));
        var most = Math.Min(x, Math.Min(m, k));
        if (most < least) return 0;
        if (most == Math.Min(m, k)) return 1;
        var term = Math.Exp(LogChoose(m, most) + LogChoose(n - m, k - most) - LogChoose(n, k));
        var sum = term;
        // Downwards, each term from the one above it; far below the peak what remains adds nothing.
        for (var i = most; i > least && sum < enough; i--)
        {
            var ratio = (double)i * (n - m - k + i) / ((double)(m - i + 1) * (k - i + 1));
            term *= ratio;
            sum += term;
            if (ratio < 1 && term < sum * 1e-17) break;
        }
        return Math.Min(1, sum);
    }

    static double LogChoose(int n, int k) => LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    static readonly double[] Small = [.. Enumerable.Range(0, 32).Select(n => Enumerable.Range(1, n).Sum(i => Math.Log(i)))];

    // Stirling's series; from 32 on the next term is below 1e-15.
    static double LogFactorial(int n)
    {
        if (n < Small.Length) return Small[n];
        double x = n, square = x * x;
        return (x + .5) * Math.Log(x) - x + .5 * Math.Log(2 * Math.PI) + (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - 1 / 1680.0 / square) / square) / square) / x;
    }
}

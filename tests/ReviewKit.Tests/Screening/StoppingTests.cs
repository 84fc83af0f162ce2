using System.Numerics;
using ReviewKit.Screening;

namespace ReviewKit.Tests.Screening;

public class StoppingTests
{
    [Fact]
    public void Counts_what_was_seen()
    {
        var stopping = Stopping.Of([true, false, true, false, false], 20);
        Assert.Equal((20, 5, 2, 2), (stopping.Records, stopping.Screened, stopping.Relevant, stopping.IrrelevantInARow));
    }

    [Fact]
    public void The_chance_is_that_of_whole_numbers_counted_out()
    {
        // A second method: binomials of whole numbers, every urn, no logarithms.
        var random = new Random(5);
        for (var times = 0; times < 60; times++)
        {
            var records = random.Next(5, 60);
            bool[] seen = [.. Enumerable.Range(0, random.Next(1, records)).Select(place => random.NextDouble() < 3.0 / (place + 3))];
            Assert.Equal(Counted(seen, records, .95), Stopping.Of(seen, records).P, 9);
        }
    }

    [Fact]
    public void Everything_screened_leaves_no_doubt() => Assert.Equal(0, Stopping.Of([true, false, false], 3).P);

    [Fact]
    public void Nothing_screened_says_nothing() => Assert.Equal(1, Stopping.Of([], 10).P);

    // Worked out by python3 with fractions.Fraction and math.comb by the formula of the paper:
    // min(sum(comb(K, i) * comb(U - K, k - i) for i in range(x + 1)) / comb(U, k)), K = floor(r / t + 1 - (r - x)), U = N - (n - k).
    [Theory]
    [InlineData(1000, 400, 20, 200, .95, 0.5498170336193076)]
    [InlineData(1000, 800, 30, 300, .95, 0.0792872909245934)]
    [InlineData(3000, 2400, 60, 900, .9, 0.00014467283420570523)]
    [InlineData(2627, 1200, 27, 700, .95, 0.5214221288371854)]
    public void The_chance_is_that_of_exact_fractions(int records, int screened, int relevant, int until, double target, double expected)
    {
        // The relevant ones lie evenly in the first part.
        bool[] seen = [.. Enumerable.Range(0, screened).Select(place => place < until && place % (until / relevant) == 0 && place / (until / relevant) < relevant)];
        Assert.Equal(expected, Stopping.Of(seen, records, target).P, Math.Max(expected * 1e-8, 1e-15));
    }

    [Fact]
    public void A_hundred_thousand_records_with_ten_thousand_relevant_have_a_chance_that_is_a_number()
    {
        var random = new Random(9);
        bool[] seen = [.. Enumerable.Range(0, 60_000).Select(place => random.NextDouble() < 1.2 * Math.Exp(-place / 8000.0))];
        Assert.InRange(Stopping.Of(seen, 100_000).P, 0, 1);
    }

    static double Counted(bool[] seen, int records, double target)
    {
        var (r, least) = (seen.Count(isIt => isIt), 1.0);
        for (var k = 1; k <= seen.Length; k++)
        {
            var inUrn = seen[^k..].Count(isIt => isIt);
            var missed = (int)Math.Floor(r / target + 1 - (r - inUrn));
            var urn = records - (seen.Length - k);
            if (missed > urn) return 0;
            var ways = BigInteger.Zero;
            for (var i = 0; i <= inUrn; i++) ways += Choose(missed, i) * Choose(urn - missed, k - i);
            least = Math.Min(least, Math.Exp(BigInteger.Log(ways) - BigInteger.Log(Choose(urn, k))));
        }
        return least;
    }

    static BigInteger Choose(int n, int k)
    {
        if (k < 0 || k > n) return 0;
        var ways = BigInteger.One;
        for (var i = 1; i <= k; i++) ways = ways * (n - k + i) / i;
        return ways;
    }
}

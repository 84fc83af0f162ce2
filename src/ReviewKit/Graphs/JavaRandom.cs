namespace ReviewKit.Graphs;

/// <summary>The random numbers of java.util.Random: the same seed gives the clusters and positions that the Java programs of CWTS give.</summary>
/// <remarks>A linear congruential generator of 48 bits, as the documentation of that class specifies it. Not for secrets.</remarks>
public sealed class JavaRandom(long seed)
{
    const long Multiplier = 0x5DEECE66DL;
    const long Mask = (1L << 48) - 1;

    long state = (seed ^ Multiplier) & Mask;

    /// <summary>Uniform in 0 to bound - 1.</summary>
    /// <param name="bound">Above 0.</param>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        if ((bound & -bound) == bound) return (int)((bound * (long)Next(31)) >> 31);
        // Numbers of the incomplete last block are thrown away: they would favour the small remainders.
        int bits, value;
        do
        {
            bits = Next(31);
            value = bits % bound;
        }
        while (unchecked(bits - value + (bound - 1)) < 0);
        return value;
    }

    /// <summary>Uniform in [0, 1), in steps of 2^-53.</summary>
    public double NextDouble() => (((long)Next(26) << 27) + Next(27)) * (1.0 / (1L << 53));

    /// <summary>The numbers 0 to count - 1 in random order.</summary>
    /// <remarks>Each place is swapped with any other, not only with later ones, so the orders are not quite equally likely; CWTS's programs do it so, and their results are to be met.</remarks>
    public int[] NextPermutation(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = i;
        for (var i = 0; i < count; i++)
        {
            var j = NextInt(count);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }

    int Next(int bits)
    {
        state = unchecked(state * Multiplier + 0xB) & Mask;
        return (int)(state >> (48 - bits));
    }
}

namespace ReviewKit.Benchmarks.Demo;

/// <summary>Chance that is the same on every platform and in every version of .NET (SplitMix64, Steele, Lea and Flood 2014).</summary>
/// <remarks>Seeded by a name and a number, so that a change in one place does not shift what is drawn in all others.</remarks>
sealed class Dice
{
    ulong state;

    public Dice(string name, int number = 0)
    {
        // FNV-1a; string.GetHashCode differs from run to run.
        state = 14695981039346656037;
        foreach (var c in name) state = (state ^ c) * 1099511628211;
        state ^= (ulong)number * 0x9E3779B97F4A7C15;
        Draw();
    }

    /// <summary>A number from 0 up to and without <paramref name="below"/>.</summary>
    public int Next(int below) => (int)Math.BigMul(Draw(), (ulong)below, out _);

    /// <summary>A number from <paramref name="first"/> to <paramref name="last"/>, both possible.</summary>
    public int Between(int first, int last) => first + Next(last - first + 1);

    public bool Chance(int percent) => Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>The first items are drawn more often: of n, the k-th with weight 1/k.</summary>
    public T PickFirst<T>(IReadOnlyList<T> items)
    {
        var weights = Enumerable.Range(1, items.Count).Select(k => 1000 / k).ToList();
        var left = Next(weights.Sum());
        var at = 0;
        while (left >= weights[at]) left -= weights[at++];
        return items[at];
    }

    /// <summary>Fisher and Yates.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
        return list;
    }

    ulong Draw()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

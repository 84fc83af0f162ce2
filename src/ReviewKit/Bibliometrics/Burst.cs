namespace ReviewKit.Bibliometrics;

/// <summary>Years in which something was far more frequent than usual.</summary>
/// <param name="Start">Its first year.</param>
/// <param name="End">Its last year.</param>
/// <param name="Strength">What the burst saves against the usual rate, in units of the natural logarithm of probability; CiteSpace's "Strength".</param>
public sealed record Burst(int Start, int End, double Strength);

/// <summary>How bursts are found.</summary>
public sealed record BurstOptions
{
    /// <summary>s: how many times the usual rate a burst has.</summary>
    public double Scale { get; init; } = 2;

    /// <summary>gamma: the cost of entering a burst, in units of ln(number of years); the larger, the fewer bursts.</summary>
    public double Gamma { get; init; } = 1;

    /// <summary>Years a burst must last. CiteSpace asks for 2 where nobody says otherwise.</summary>
    public int MinimumYears { get; init; } = 2;
}

/// <summary>Bursts of a two-state automaton over yearly batches.</summary>
/// <remarks>Kleinberg 2003, doi:10.1023/A:1024940629314, section 4 (batches), with the costs CiteSpace uses: strengths equal its printed ones.</remarks>
public static class Bursts
{
    // A rate of 1 would make every document without the term impossible.
    const double HighestRate = 0.9999;

    /// <summary>In order of time.</summary>
    /// <param name="relevant">Documents with the term, by year.</param>
    /// <param name="all">All documents, by year.</param>
    /// <param name="firstYear">Of both.</param>
    /// <param name="options">Defaults where null.</param>
    public static IReadOnlyList<Burst> Of(IReadOnlyList<int> relevant, IReadOnlyList<int> all, int firstYear, BurstOptions? options = null)
    {
        options ??= new BurstOptions();
        double r = relevant.Sum(), d = all.Sum();
        if (r == 0 || r >= d) return [];
        var usual = r / d;
        var raised = Math.Min(usual * options.Scale, HighestRate);
        if (raised <= usual) return [];
        var enter = options.Gamma * Math.Log(relevant.Count);
        // Least costs of being usual and raised at the year's end, and whether that way came from the raised state.
        var (atUsual, atRaised) = (0.0, double.PositiveInfinity);
        var (usualFromRaised, raisedFromRaised) = (new bool[relevant.Count], new bool[relevant.Count]);
        for (var t = 0; t < relevant.Count; t++)
        {
            (usualFromRaised[t], raisedFromRaised[t]) = (atRaised < atUsual, atRaised < atUsual + enter);
            (atUsual, atRaised) = (Math.Min(atUsual, atRaised) + Cost(relevant[t], all[t], usual), Math.Min(atUsual + enter, atRaised) + Cost(relevant[t], all[t], raised));
        }
        var isRaised = new bool[relevant.Count];
        var state = atRaised < atUsual;
        for (var t = relevant.Count - 1; t >= 0; t--)
        {
            isRaised[t] = state;
            state = state ? raisedFromRaised[t] : usualFromRaised[t];
        }
        return [.. Stretches(isRaised).Where(stretch => stretch.End - stretch.Start + 1 >= options.MinimumYears)
            .Select(stretch => new Burst(firstYear + stretch.Start, firstYear + stretch.End,
                Enumerable.Range(stretch.Start, stretch.End - stretch.Start + 1).Sum(t => Cost(relevant[t], all[t], usual) - Cost(relevant[t], all[t], raised))))];
    }

    // The binomial coefficient is the same in both states and falls out.
    static double Cost(int relevant, int all, double rate) => -(relevant * Math.Log(rate) + (all - relevant) * Math.Log(1 - rate));

    static IEnumerable<(int Start, int End)> Stretches(bool[] raised)
    {
        for (var start = 0; start < raised.Length; start++)
        {
            if (!raised[start]) continue;
            var end = start;
            while (end + 1 < raised.Length && raised[end + 1]) end++;
            yield return (start, end);
            start = end;
        }
    }
}

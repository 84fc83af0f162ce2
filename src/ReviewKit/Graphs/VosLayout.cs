namespace ReviewKit.Graphs;

/// <summary>How <see cref="VosLayout"/> runs; the defaults are those of VOSviewer and CWTS's networkanalysis.</summary>
public sealed record VosLayoutOptions
{
    /// <summary>Exponent of the distance between linked nodes; above <see cref="Repulsion"/>.</summary>
    public int Attraction { get; init; } = 2;

    /// <summary>Exponent of the distance between any two nodes; 0 takes the logarithm.</summary>
    public int Repulsion { get; init; } = 1;

    /// <summary>Runs from random places, of which the best is kept.</summary>
    public int Starts { get; init; } = 1;

    /// <summary>At most; a run ends earlier when its steps have become shorter than <see cref="SmallestStep"/>.</summary>
    public int Iterations { get; init; } = 1000;

    public double FirstStep { get; init; } = 1;
    public double SmallestStep { get; init; } = 0.001;

    /// <summary>The step is multiplied by this after an iteration that did not improve, and divided by it after <see cref="ImprovementsBeforeLonger"/> in a row that did.</summary>
    public double StepReduction { get; init; } = 0.75;

    public int ImprovementsBeforeLonger { get; init; } = 5;

    /// <summary>Weight added between all nodes of a network in several components, which would otherwise drift apart without end.</summary>
    public double SimilarityAcrossComponents { get; init; } = 0.01;

    /// <summary>From so many nodes on, far ones repel in groups (<see cref="QuadTree"/>): an iteration then takes n log n instead of n² steps.</summary>
    public int ExactBelow { get; init; } = 3000;

    public long Seed { get; init; }
}

/// <summary>Places the nodes so that strongly linked ones lie close: the layout of VOSviewer.</summary>
/// <remarks>Van Eck, Waltman, Dekker &amp; Van den Berg 2010, doi:10.1002/asi.21421. Order of steps and use of random numbers as in CWTS's networkanalysis. CWTS's own grows with the square of the number of nodes; see <see cref="VosLayoutOptions.ExactBelow"/>.</remarks>
public static class VosLayout
{
    /// <param name="network">As VOSviewer does it: normalised by association strength.</param>
    /// <param name="options">Defaults where null.</param>
    /// <exception cref="ArgumentException">Attraction is not above repulsion: the nodes would fly apart.</exception>
    public static Layout Find(Network network, VosLayoutOptions? options = null)
    {
        options ??= new VosLayoutOptions();
        if (options.Attraction <= options.Repulsion) throw new ArgumentException($"attraction {options.Attraction} is not above repulsion {options.Repulsion}", nameof(options));
        var random = new JavaRandom(options.Seed);
        var increment = network.Components().Count > 1 ? options.SimilarityAcrossComponents : 0;
        var best = new Layout([], []);
        var quality = double.PositiveInfinity;
        for (var start = 0; start < options.Starts; start++)
        {
            var descent = new VosDescent(network, options, increment, random);
            descent.Run();
            var found = descent.Layout;
            // All pairs once more: not where there is nothing to compare with.
            var reached = options.Starts == 1 ? quality : Quality(network, found, options.Attraction, options.Repulsion, increment);
            // The first is kept even when its quality is no number, so that there is always a layout.
            if (start == 0 || reached < quality) (best, quality) = (found, reached);
        }
        return best.Standardized();
    }

    /// <returns>Sum over pairs of s · d^attraction / attraction - ni · nj · d^repulsion / repulsion, where s is the edge weight (and the increment) and d the distance; an exponent of 0 takes ln d. The lower the better.</returns>
    public static double Quality(Network network, Layout layout, int attraction = 2, int repulsion = 1, double increment = 0)
    {
        var quality = 0.0;
        foreach (var (a, b, weight) in network.Edges()) quality += weight * Energy(Distance(layout, a, b), attraction);
        for (var a = 0; a < network.NodeCount; a++)
            for (var b = a + 1; b < network.NodeCount; b++)
            {
                var distance = Distance(layout, a, b);
                quality -= network.NodeWeights[a] * network.NodeWeights[b] * Energy(distance, repulsion);
                if (increment > 0) quality += increment * Energy(distance, attraction);
            }
        return quality;
    }

    static double Distance(Layout layout, int a, int b)
    {
        var (dx, dy) = (layout.X[a] - layout.X[b], layout.Y[a] - layout.Y[b]);
        return Math.Sqrt(dx * dx + dy * dy);
    }

    static double Energy(double distance, int exponent) => exponent == 0 ? Math.Log(distance) : VosDescent.Power(distance, exponent) / exponent;
}

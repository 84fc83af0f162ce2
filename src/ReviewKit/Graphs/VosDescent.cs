using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReviewKit.Graphs;

/// <summary>One run of gradient descent: each node in turn goes a step down the slope, and the step shrinks when that no longer helps.</summary>
sealed class VosDescent
{
    // Coordinates of a network of 1,165 nodes are within .01 of the exact ones.
    const double Theta = 0.5;

    readonly Network network;
    readonly VosLayoutOptions options;
    readonly double increment;
    readonly int[] order;
    readonly int[] rank;

    // By rank, the order in which nodes are moved, so that "not yet moved" is "rank above".
    readonly double[] x;
    readonly double[] y;
    readonly double[] weights;

    // Only where every pair would take too long.
    readonly QuadTree? tree;

    public VosDescent(Network network, VosLayoutOptions options, double increment, JavaRandom random)
    {
        this.network = network;
        this.options = options;
        this.increment = increment;
        var n = network.NodeCount;
        var places = new (double X, double Y)[n];
        for (var node = 0; node < n; node++)
        {
            var first = 2 * random.NextDouble() - 1;
            places[node] = (first, 2 * random.NextDouble() - 1);
        }
        order = random.NextPermutation(n);
        rank = new int[n];
        (x, y, weights) = (new double[n], new double[n], new double[n]);
        for (var k = 0; k < n; k++)
        {
            rank[order[k]] = k;
            (x[k], y[k]) = places[order[k]];
            weights[k] = network.NodeWeights[order[k]];
        }
        if (n >= options.ExactBelow) tree = new QuadTree(x, y, weights, Theta);
    }

    public Layout Layout => new(Array.ConvertAll(rank, k => x[k]), Array.ConvertAll(rank, k => y[k]));

    /// <returns>The quality as the last iteration found it, each node's part before its move; infinite when there was none.</returns>
    public double Run()
    {
        var step = options.FirstStep;
        var quality = double.PositiveInfinity;
        var improvements = 0;
        for (var iteration = 0; iteration < options.Iterations && step >= options.SmallestStep; iteration++)
        {
            var reached = 0.0;
            tree?.Build();
            for (var k = 0; k < x.Length; k++) reached += Move(k, step);
            if (reached >= quality || double.IsNaN(reached))
            {
                step *= options.StepReduction;
                improvements = 0;
            }
            else if (++improvements >= options.ImprovementsBeforeLonger)
            {
                step /= options.StepReduction;
                improvements = 0;
            }
            quality = reached;
        }
        return quality;
    }

    /// <summary>Moves the node of a rank.</summary>
    /// <returns>The part of the quality that lies between it and the nodes of higher rank, as they were before.</returns>
    double Move(int k, double step)
    {
        var (gradientX, gradientY, quality) = (0.0, 0.0, 0.0);
        var neighbors = network.NeighborsOf(order[k]);
        var links = network.EdgeWeightsOf(order[k]);
        for (var i = 0; i < neighbors.Length; i++)
        {
            var l = rank[neighbors[i]];
            var (dx, dy) = (x[k] - x[l], y[k] - y[l]);
            var squared = dx * dx + dy * dy;
            var distance = Math.Sqrt(squared);
            var pull = links[i] * Power(distance, options.Attraction);
            if (squared > 0)
            {
                gradientX += pull / squared * dx;
                gradientY += pull / squared * dy;
            }
            if (l > k) quality += options.Attraction == 0 ? links[i] * Math.Log(distance) : pull / options.Attraction;
        }
        var spread = tree is null ? SpreadExactly(k) : SpreadByGroups(k, tree);
        gradientX += spread.X;
        gradientY += spread.Y;
        quality += spread.Quality;
        var length = Math.Sqrt(gradientX * gradientX + gradientY * gradientY);
        // On a level spot there is no direction to go.
        if (length > 0)
        {
            x[k] -= step * gradientX / length;
            y[k] -= step * gradientY / length;
        }
        return quality;
    }

    /// <summary>Slope and quality of what holds between all nodes, linked or not: the repulsion, and the increment's attraction.</summary>
    /// <remarks>The quality is that of the nodes of higher rank: the others have counted this one.</remarks>
    (double X, double Y, double Quality) SpreadExactly(int k)
    {
        var moved = Spread(k, 0, k);
        var waiting = Spread(k, k + 1, x.Length);
        return (moved.X + waiting.X, moved.Y + waiting.Y, waiting.Quality);
    }

    /// <summary>The same with far nodes in groups, all where they were when the iteration began; each pair gives half its quality to either node.</summary>
    (double X, double Y, double Quality) SpreadByGroups(int k, QuadTree groups)
    {
        var sum = (X: 0.0, Y: 0.0, Quality: 0.0);
        for (var view = groups.From(x[k], y[k]); view.MoveNext();)
        {
            if (view.Squared == 0) continue;
            var distance = Math.Sqrt(view.Squared);
            var pair = weights[k] * view.Mass;
            var push = pair * Power(distance, options.Repulsion);
            var pull = increment > 0 ? increment * view.Nodes * Power(distance, options.Attraction) : 0;
            sum.X += (pull - push) / view.Squared * view.Dx;
            sum.Y += (pull - push) / view.Squared * view.Dy;
            sum.Quality -= (options.Repulsion == 0 ? pair * Math.Log(distance) : push / options.Repulsion) / 2;
            if (increment > 0) sum.Quality += (options.Attraction == 0 ? increment * view.Nodes * Math.Log(distance) : pull / options.Attraction) / 2;
        }
        return sum;
    }

    (double X, double Y, double Quality) Spread(int k, int from, int to) =>
        options is { Attraction: 2, Repulsion: 1 } ? SpreadByDefault(k, from, to) : SpreadByAny(k, from, to, (0, 0, 0));

    (double X, double Y, double Quality) SpreadByAny(int k, int from, int to, (double X, double Y, double Quality) sum)
    {
        for (var l = from; l < to; l++)
        {
            var (dx, dy) = (x[k] - x[l], y[k] - y[l]);
            var squared = dx * dx + dy * dy;
            var distance = Math.Sqrt(squared);
            var pair = weights[k] * weights[l];
            var push = pair * Power(distance, options.Repulsion);
            var pull = increment > 0 ? increment * Power(distance, options.Attraction) : 0;
            if (squared > 0)
            {
                sum.X += (pull - push) / squared * dx;
                sum.Y += (pull - push) / squared * dy;
            }
            sum.Quality -= options.Repulsion == 0 ? pair * Math.Log(distance) : push / options.Repulsion;
            if (increment > 0) sum.Quality += options.Attraction == 0 ? increment * Math.Log(distance) : pull / options.Attraction;
        }
        return sum;
    }

    /// <summary>The same four nodes at a time: nearly all the time of a layout goes here.</summary>
    /// <remarks>Always 256 bits, whatever the processor has, so that sums are taken in the same order everywhere.</remarks>
    (double X, double Y, double Quality) SpreadByDefault(int k, int from, int to)
    {
        var (xk, yk) = (Vector256.Create(x[k]), Vector256.Create(y[k]));
        var (sumX, sumY, sumQuality) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var lines = (to - from) / Vector256<double>.Count;
        var xs = MemoryMarshal.Cast<double, Vector256<double>>(x.AsSpan(from, lines * 4));
        var ys = MemoryMarshal.Cast<double, Vector256<double>>(y.AsSpan(from, lines * 4));
        var ws = MemoryMarshal.Cast<double, Vector256<double>>(weights.AsSpan(from, lines * 4));
        for (var i = 0; i < lines; i++)
        {
            var (dx, dy) = (xk - xs[i], yk - ys[i]);
            var squared = dx * dx + dy * dy;
            var distance = Vector256.Sqrt(squared);
            var pair = ws[i] * weights[k];
            var push = Vector256.ConditionalSelect(Vector256.GreaterThan(squared, Vector256<double>.Zero), pair / distance, Vector256<double>.Zero);
            var slope = Vector256.Create(increment) - push;
            sumX += slope * dx;
            sumY += slope * dy;
            sumQuality += squared * (increment / 2) - pair * distance;
        }
        var sum = (Vector256.Sum(sumX), Vector256.Sum(sumY), Vector256.Sum(sumQuality));
        return SpreadByAny(k, from + lines * 4, to, sum);
    }

    /// <summary>By repeated multiplication: Math.Pow may differ in the last bit between machines.</summary>
    internal static double Power(double value, int exponent)
    {
        var power = 1.0;
        for (var i = Math.Abs(exponent); i > 0; i--) power *= value;
        return exponent < 0 ? 1 / power : power;
    }
}

namespace ReviewKit.Graphs;

/// <summary>One run of gradient descent: each node in turn goes a step down the slope, and the step shrinks when that no longer helps.</summary>
sealed class VosDescent
{
    readonly Network network;
    readonly VosLayoutOptions options;
    readonly double increment;
    readonly int[] order;
    readonly int[] rank;

    // By rank, the order in which nodes are moved, so that "not yet moved" is "rank above".
    readonly double[] x;
    readonly double[] y;

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
        (x, y) = (new double[n], new double[n]);
        for (var k = 0; k < n; k++)
        {
            rank[order[k]] = k;
            (x[k], y[k]) = places[order[k]];
        }
    }

    public Layout Layout => new(Array.ConvertAll(rank, k => x[k]), Array.ConvertAll(rank, k => y[k]));

    public void Run()
    {
        var step = options.FirstStep;
        var quality = double.PositiveInfinity;
        var improvements = 0;
        for (var iteration = 0; iteration < options.Iterations && step >= options.SmallestStep; iteration++)
        {
            var reached = 0.0;
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
        var weight = network.NodeWeights[order[k]];
        for (var l = 0; l < x.Length; l++)
        {
            if (l == k) continue;
            var (dx, dy) = (x[k] - x[l], y[k] - y[l]);
            var squared = dx * dx + dy * dy;
            var distance = Math.Sqrt(squared);
            var pair = weight * network.NodeWeights[order[l]];
            var push = pair * Power(distance, options.Repulsion);
            var pull = increment > 0 ? increment * Power(distance, options.Attraction) : 0;
            if (squared > 0)
            {
                gradientX += (pull - push) / squared * dx;
                gradientY += (pull - push) / squared * dy;
            }
            if (l < k) continue;
            quality -= options.Repulsion == 0 ? pair * Math.Log(distance) : push / options.Repulsion;
            if (increment > 0) quality += options.Attraction == 0 ? increment * Math.Log(distance) : pull / options.Attraction;
        }
        var length = Math.Sqrt(gradientX * gradientX + gradientY * gradientY);
        // On a level spot there is no direction to go.
        if (length > 0)
        {
            x[k] -= step * gradientX / length;
            y[k] -= step * gradientY / length;
        }
        return quality;
    }

    /// <summary>By repeated multiplication: Math.Pow may differ in the last bit between machines.</summary>
    internal static double Power(double value, int exponent)
    {
        var power = 1.0;
        for (var i = Math.Abs(exponent); i > 0; i--) power *= value;
        return exponent < 0 ? 1 / power : power;
    }
}

namespace ReviewKit.Graphs;

/// <summary>How <see cref="ForceAtlas2"/> runs; the defaults are Gephi's.</summary>
public sealed record ForceAtlas2Options
{
    public int Iterations { get; init; } = 1000;

    /// <summary>kr: repulsion of two nodes without links at distance 1; it sets the size of the drawing.</summary>
    public double Scaling { get; init; } = 2;

    /// <summary>kg: pull to the centre, whatever the distance; keeps components from drifting away.</summary>
    public double Gravity { get; init; } = 1;

    /// <summary>The pull grows with the distance.</summary>
    public bool StrongGravity { get; init; }

    /// <summary>Links pull with ln(1 + distance) instead of the distance: tighter clusters (Noack 2007).</summary>
    public bool LinLog { get; init; }

    /// <summary>Links pull less at the end with many: hubs move to the border, what they point at to the middle.</summary>
    public bool DissuadeHubs { get; init; }

    /// <summary>False: every link pulls alike.</summary>
    public bool UseWeights { get; init; } = true;

    /// <summary>Of <see cref="QuadTree"/>; 0 repels every pair.</summary>
    public double Theta { get; init; } = 1.2;

    /// <summary>τ: how much swinging is borne for speed. The authors propose .1 below 5,000 nodes, 1 up to 50,000, 10 beyond.</summary>
    public double Tolerance { get; init; } = 1;

    public long Seed { get; init; }
}

/// <summary>The layout of Gephi: links pull, nodes repel each other by their degrees.</summary>
/// <remarks>Jacomy, Venturini, Heymann &amp; Bastian 2014, doi:10.1371/journal.pone.0098679; the numbers in brackets are its formulas.</remarks>
public static class ForceAtlas2
{
    // ks and ksmax of (11): constants of the paper.
    const double LocalSpeed = 0.1, LongestMove = 10;

    /// <param name="network">Weights as counted.</param>
    /// <param name="options">Defaults where null.</param>
    /// <returns>Standardised, as all layouts here.</returns>
    public static Layout Find(Network network, ForceAtlas2Options? options = null)
    {
        options ??= new ForceAtlas2Options();
        if (options.Theta is < 0 or >= 2) throw new ArgumentException($"theta {options.Theta} is not in 0 to 2", nameof(options));
        var run = new Run(network, options);
        for (var iteration = 0; iteration < options.Iterations; iteration++) run.Iterate();
        return new Layout(run.X, run.Y).Standardized();
    }

    internal sealed class Run
    {
        readonly Network network;
        readonly ForceAtlas2Options options;
        readonly double[] mass, forceX, forceY, beforeX, beforeY;
        readonly QuadTree tree;
        double speed = 1;

        public Run(Network network, ForceAtlas2Options options)
        {
            (this.network, this.options) = (network, options);
            var n = network.NodeCount;
            (X, Y, mass, forceX, forceY, beforeX, beforeY) = (new double[n], new double[n], new double[n], new double[n], new double[n], new double[n], new double[n]);
            var random = new JavaRandom(options.Seed);
            for (var node = 0; node < n; node++)
            {
                (X[node], Y[node]) = (1000 * random.NextDouble() - 500, 1000 * random.NextDouble() - 500);
                mass[node] = network.Degree(node) + 1;
            }
            tree = new QuadTree(X, Y, mass, options.Theta);
        }

        public double[] X { get; }
        public double[] Y { get; }

        public void Iterate()
        {
            tree.Build();
            foreach (var node in tree.Order)
            {
                (forceX[node], forceY[node]) = (0, 0);
                Repel(node);
                Pull(node);
                Attract(node);
            }
            Move();
        }

        /// <summary>(4): kr · (deg + 1) · (deg + 1) / d.</summary>
        void Repel(int node)
        {
            var (sumX, sumY) = (0.0, 0.0);
            for (var view = tree.From(X[node], Y[node]); view.MoveNext();)
            {
                if (view.Squared == 0) continue;
                var push = view.Mass / view.Squared;
                sumX += push * view.Dx;
                sumY += push * view.Dy;
            }
            forceX[node] += options.Scaling * mass[node] * sumX;
            forceY[node] += options.Scaling * mass[node] * sumY;
        }

        /// <summary>(5) and (6): kg · (deg + 1), times d when strong.</summary>
        void Pull(int node)
        {
            var distance = Math.Sqrt(X[node] * X[node] + Y[node] * Y[node]);
            if (distance == 0) return;
            var pull = options.Gravity * mass[node] / (options.StrongGravity ? 1 : distance);
            forceX[node] -= pull * X[node];
            forceY[node] -= pull * Y[node];
        }

        /// <summary>(1) to (3): d or ln(1 + d), by the weight; over deg + 1 of the link's first end where hubs are dissuaded.</summary>
        void Attract(int node)
        {
            var neighbors = network.NeighborsOf(node);
            var links = network.EdgeWeightsOf(node);
            var (sumX, sumY) = (0.0, 0.0);
            for (var i = 0; i < neighbors.Length; i++)
            {
                var (dx, dy) = (X[neighbors[i]] - X[node], Y[neighbors[i]] - Y[node]);
                var pull = options.UseWeights ? links[i] : 1;
                if (options.LinLog)
                {
                    var distance = Math.Sqrt(dx * dx + dy * dy);
                    if (distance == 0) continue;
                    pull *= Math.Log(1 + distance) / distance;
                }
                // The paper has directed links in mind; without direction each end counts by its own degree.
                if (options.DissuadeHubs) pull /= mass[node];
                sumX += pull * dx;
                sumY += pull * dy;
            }
            forceX[node] += sumX;
            forceY[node] += sumY;
        }

        /// <summary>(7) to (13): what swings to and fro is slowed down, what keeps its direction goes on.</summary>
        void Move()
        {
            var (swinging, traction) = (0.0, 0.0);
            for (var node = 0; node < X.Length; node++)
            {
                swinging += mass[node] * Length(forceX[node] - beforeX[node], forceY[node] - beforeY[node]);
                traction += mass[node] * Length(forceX[node] + beforeX[node], forceY[node] + beforeY[node]) / 2;
            }
            // Faster by at most one half a step, so that one good step does not throw all away.
            if (swinging > 0) speed = Math.Min(options.Tolerance * traction / swinging, 1.5 * speed);
            for (var node = 0; node < X.Length; node++)
            {
                var force = Length(forceX[node], forceY[node]);
                if (force > 0)
                {
                    var swings = Length(forceX[node] - beforeX[node], forceY[node] - beforeY[node]);
                    var step = Math.Min(LocalSpeed * speed / (1 + speed * Math.Sqrt(swings)), LongestMove / force);
                    X[node] += step * forceX[node];
                    Y[node] += step * forceY[node];
                }
                (beforeX[node], beforeY[node]) = (forceX[node], forceY[node]);
            }
        }

        static double Length(double x, double y) => Math.Sqrt(x * x + y * y);
    }
}

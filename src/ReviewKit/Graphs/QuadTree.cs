namespace ReviewKit.Graphs;

/// <summary>Masses in the plane sorted by place, so that a group far away can stand as one point.</summary>
/// <remarks>Barnes &amp; Hut 1986, doi:10.1038/324446a0. Cells lie in the order in which they are walked, each with the place of the cell after it, so that a walk needs no stack.</remarks>
sealed class QuadTree
{
    // Nodes that still share a cell after so many halvings lie in one place for any purpose.
    const int Deepest = 40;

    readonly double[] x, y, mass;
    readonly double theta;
    readonly int[] order;
    Cell[] cells;
    int count;

    /// <param name="x">One a node; read again by every building.</param>
    /// <param name="y">One a node.</param>
    /// <param name="mass">One a node, above 0.</param>
    /// <param name="theta">A cell stands as one point from where it is seen no wider than this (its width over its distance), below 2; 0 walks every node.</param>
    public QuadTree(double[] x, double[] y, double[] mass, double theta)
    {
        (this.x, this.y, this.mass, this.theta) = (x, y, mass, theta);
        order = [.. Enumerable.Range(0, x.Length)];
        cells = new Cell[2 * x.Length + 1];
    }

    /// <summary>Nodes by place: visited in this order, neighbours find the tree's cells still at hand.</summary>
    public ReadOnlySpan<int> Order => order;

    public void Build()
    {
        count = 0;
        if (order.Length == 0) return;
        var (left, right, bottom, top) = (x.Min(), x.Max(), y.Min(), y.Max());
        Build(0, order.Length, (left + right) / 2, (bottom + top) / 2, Math.Max(right - left, top - bottom) / 4, 0);
    }

    /// <summary>What a node at a place sees: near nodes singly, itself among them at distance 0, far ones in groups.</summary>
    public View From(double atX, double atY) => new(cells.AsSpan(0, count), atX, atY);

    void Build(int from, int to, double middleX, double middleY, double quarter, int depth)
    {
        if (to - from == 1 || depth == Deepest)
        {
            for (var i = from; i < to; i++) Add() = new Cell { X = x[order[i]], Y = y[order[i]], Mass = mass[order[i]], Nodes = 1, Reach = -1, Next = count };
            return;
        }
        var at = count;
        Add() = Whole(from, to);
        var belowEnd = Split(from, to, y, middleY);
        var (lowerLeft, upperLeft) = (Split(from, belowEnd, x, middleX), Split(belowEnd, to, x, middleX));
        Span<(int From, int To, int Right, int Up)> quarters = [(from, lowerLeft, -1, -1), (lowerLeft, belowEnd, 1, -1), (belowEnd, upperLeft, -1, 1), (upperLeft, to, 1, 1)];
        foreach (var (first, last, right, up) in quarters)
            if (last > first) Build(first, last, middleX + right * quarter, middleY + up * quarter, quarter / 2, depth + 1);
        cells[at].Next = count;
    }

    ref Cell Add()
    {
        if (count == cells.Length) Array.Resize(ref cells, 2 * count);
        return ref cells[count++];
    }

    Cell Whole(int from, int to)
    {
        var (sumX, sumY, sum) = (0.0, 0.0, 0.0);
        foreach (var node in order.AsSpan(from..to))
        {
            sumX += x[node] * mass[node];
            sumY += y[node] * mass[node];
            sum += mass[node];
        }
        var (centreX, centreY) = (sumX / sum, sumY / sum);
        var radius = 0.0;
        foreach (var node in order.AsSpan(from..to))
            radius = Math.Max(radius, (x[node] - centreX) * (x[node] - centreX) + (y[node] - centreY) * (y[node] - centreY));
        // Measured from the centre, so that no node takes the cell it lies in for one point.
        return new Cell { X = centreX, Y = centreY, Mass = sum, Nodes = to - from, Reach = 4 * radius / (theta * theta) };
    }

    /// <summary>Nodes below the middle first.</summary>
    /// <returns>Where the others begin.</returns>
    int Split(int from, int to, double[] by, double middle)
    {
        var end = from;
        for (var i = from; i < to; i++)
            if (by[order[i]] < middle) (order[i], order[end]) = (order[end++], order[i]);
        return end;
    }

    internal struct Cell
    {
        public double X, Y, Mass;
        public int Nodes;

        /// <summary>Squared distance beyond which the cell is one point; below 0 for a single node.</summary>
        public double Reach;

        /// <summary>The first cell that is no part of this one.</summary>
        public int Next;
    }

    public ref struct View(ReadOnlySpan<Cell> cells, double x, double y)
    {
        readonly ReadOnlySpan<Cell> cells = cells;
        int at = 0;

        /// <summary>From what is seen to the place it is seen from.</summary>
        public double Dx { get; private set; }

        public double Dy { get; private set; }
        public double Squared { get; private set; }
        public double Mass { get; private set; }
        public int Nodes { get; private set; }

        public bool MoveNext()
        {
            while (at < cells.Length)
            {
                ref readonly var cell = ref cells[at];
                var (dx, dy) = (x - cell.X, y - cell.Y);
                var squared = dx * dx + dy * dy;
                if (squared > cell.Reach)
                {
                    (Dx, Dy, Squared, Mass, Nodes) = (dx, dy, squared, cell.Mass, cell.Nodes);
                    at = cell.Next;
                    return true;
                }
                at++;
            }
            return false;
        }
    }
}

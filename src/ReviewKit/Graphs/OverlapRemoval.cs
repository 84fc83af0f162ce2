namespace ReviewKit.Graphs;

/// <summary>Moves circles apart that lie on each other, the others not.</summary>
public static class OverlapRemoval
{
    // When pushing does not end by then, there is no room: everything is spread a little.
    const int RoundsBeforeSpreading = 50;
    const double Spreading = 1.1;

    /// <param name="layout">Centres, in the unit of the radii.</param>
    /// <param name="radii">One a node, with half of the gap that is to stay.</param>
    /// <returns>A layout in which no two circles overlap.</returns>
    public static Layout Apart(Layout layout, IReadOnlyList<double> radii)
    {
        var (x, y) = (layout.X.ToArray(), layout.Y.ToArray());
        if (x.Length == 0) return layout;
        var cell = Math.Max(2 * radii.Max(), double.Epsilon);
        for (var round = 1; PushApart(x, y, radii, cell); round++)
        {
            if (round % RoundsBeforeSpreading != 0) continue;
            for (var i = 0; i < x.Length; i++) (x[i], y[i]) = (x[i] * Spreading, y[i] * Spreading);
        }
        return new Layout(x, y);
    }

    /// <summary>Each overlapping pair shares the way it has to go.</summary>
    static bool PushApart(double[] x, double[] y, IReadOnlyList<double> radii, double cell)
    {
        // Only nodes of neighbouring cells can touch.
        var cells = new Dictionary<(int, int), List<int>>();
        for (var i = 0; i < x.Length; i++)
        {
            var key = Key(i);
            if (!cells.TryGetValue(key, out var nodes)) cells[key] = nodes = [];
            nodes.Add(i);
        }
        var moved = false;
        for (var i = 0; i < x.Length; i++)
        {
            var (column, row) = Key(i);
            for (var c = column - 1; c <= column + 1; c++)
                for (var r = row - 1; r <= row + 1; r++)
                    if (cells.TryGetValue((c, r), out var nodes))
                        foreach (var j in nodes)
                            if (j < i) moved |= Push(i, j);
        }
        return moved;

        (int, int) Key(int i) => ((int)Math.Floor(x[i] / cell), (int)Math.Floor(y[i] / cell));

        bool Push(int i, int j)
        {
            var (dx, dy) = (x[i] - x[j], y[i] - y[j]);
            var distance = Math.Sqrt(dx * dx + dy * dy);
            var overlap = radii[i] + radii[j] - distance;
            if (overlap <= 1e-9 * cell) return false;
            // In one place there is no direction: the later one goes to the right.
            if (distance == 0) (dx, dy, distance) = (1, 0, 1);
            var step = overlap * 0.505 / distance;
            (x[i], y[i], x[j], y[j]) = (x[i] + step * dx, y[i] + step * dy, x[j] - step * dx, y[j] - step * dy);
            return true;
        }
    }
}

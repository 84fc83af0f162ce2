namespace ReviewKit.Graphs;

/// <summary>A layout for reading: the largest component as <see cref="VosLayout"/> places it alone, unless that is a line, the others small in rows below it.</summary>
/// <remarks>Laid out together, as VOSviewer does it, components drift to the far corners and the map itself shrinks to a dot.</remarks>
public static class ComponentLayout
{
    /// <param name="network">Weights as counted; each component is normalised by itself, as VOSviewer does when it shows the largest one only.</param>
    /// <param name="options">Defaults where null.</param>
    public static Layout Find(Network network, VosLayoutOptions? options = null)
    {
        var n = network.NodeCount;
        var (x, y) = (new double[n], new double[n]);
        var components = network.Components();
        Shelf? shelf = null;
        foreach (var (nodes, part) in components.Clusters().Zip(network.Subnetworks(components)))
        {
            var layout = Readable(part.NormalizedByAssociationStrength(), options ?? new VosLayoutOptions());
            var (scale, right, up) = (1.0, 0.0, 0.0);
            if (shelf is null)
                shelf = new Shelf(layout, n);
            else
            {
                // Its share of the area, so that nodes lie about as dense as in the largest.
                scale = Math.Sqrt((double)nodes.Length / n);
                var (left, top) = shelf.Place((layout.X.Max() - layout.X.Min()) * scale, (layout.Y.Max() - layout.Y.Min()) * scale);
                (right, up) = (left - layout.X.Min() * scale, top - layout.Y.Max() * scale);
            }
            for (var k = 0; k < nodes.Length; k++) (x[nodes[k]], y[nodes[k]]) = (layout.X[k] * scale + right, layout.Y[k] * scale + up);
        }
        return new Layout(x, y);
    }

    /// <summary>The optimum of many trees is a straight line, in CWTS's own program too, and nothing can be read from that: such ones are laid out once more, repelled by the inverse of the distance.</summary>
    static Layout Readable(Network part, VosLayoutOptions options)
    {
        var layout = VosLayout.Find(part, options);
        var isFlat = part.NodeCount > 3 && layout.Y.Max() - layout.Y.Min() < 0.05 * (layout.X.Max() - layout.X.Min());
        return isFlat && options.Repulsion >= 0 ? VosLayout.Find(part, options with { Repulsion = -1 }) : layout;
    }

    /// <summary>Room below a layout, filled from left to right, row by row.</summary>
    sealed class Shelf
    {
        readonly double gap, start, end;
        double left, top, rowHeight;

        public Shelf(Layout above, int nodeCount)
        {
            gap = 1.5 / Math.Sqrt(nodeCount);
            // At least as wide as a square of single nodes.
            var width = Math.Max(above.X.Max() - above.X.Min(), gap * Math.Sqrt(nodeCount));
            start = left = (above.X.Min() + above.X.Max() - width) / 2;
            end = start + width;
            top = above.Y.Min() - gap;
        }

        public (double Left, double Top) Place(double width, double height)
        {
            if (left > start && left + width > end) (left, top, rowHeight) = (start, top - rowHeight - gap, 0);
            var place = (left, top);
            left += width + gap;
            rowHeight = Math.Max(rowHeight, height);
            return place;
        }
    }
}

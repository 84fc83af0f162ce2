using ReviewKit.Graphs;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>Where the terms of a map lie on a sheet of paper, in pixels; y downwards. Circles that would overlap are moved apart where there is room.</summary>
sealed class MapSheet
{
    public const double Width = 1200;
    const double Margin = 60;
    const double LargestRadius = 30;
    const double SmallestRadius = 3;

    readonly Layout places;
    readonly int most;

    public MapSheet(CoWordMap map)
    {
        most = map.Terms.Count == 0 ? 1 : map.Terms[0].Occurrences;
        var drawn = Fitted(new Layout([.. map.Terms.Select(term => term.X)], [.. map.Terms.Select(term => -term.Y)]));
        // Fitted again: what was pushed apart may stand over the edge, and then a shade nearer.
        places = Fitted(OverlapRemoval.Apart(drawn, [.. map.Terms.Select(term => Radius(term) + 1)]));
        Height = (map.Terms.Count == 0 ? 0 : places.Y.Max()) + Margin + 40;
    }

    public double Height { get; }

    public double X(CoWordTerm term) => places.X[term.Rank - 1];

    public double Y(CoWordTerm term) => places.Y[term.Rank - 1];

    public double Radius(CoWordTerm term) => Math.Max(SmallestRadius, LargestRadius * Math.Sqrt((double)term.Occurrences / most));

    /// <summary>Names of terms over what is drawn, the most frequent first; where two would lie on each other the later one is left out.</summary>
    public void WriteLabels(SvgPicture picture, CoWordMap map)
    {
        picture.Start("g", ("text-anchor", "middle"), ("fill", "#111111"), ("stroke", "#ffffff"), ("stroke-width", "3"), ("stroke-linejoin", "round"), ("paint-order", "stroke"));
        var room = new LabelRoom();
        foreach (var term in map.Terms)
        {
            var size = 10 + 0.4 * Radius(term);
            var (x, y, half) = (X(term), Y(term) + size * 0.35, size * SvgPicture.Ems(term.Label) / 2);
            x = Math.Clamp(x, half + 4, Math.Max(half + 4, Width - half - 4));
            if (room.Take(x - half, y - size, x + half, y + size * 0.25)) picture.Text(x, y, size, term.Label);
        }
        picture.End();
    }

    /// <summary>One line at the foot.</summary>
    public void WriteCaption(SvgPicture picture, string caption) =>
        picture.Text(Width / 2, Height - 16, Math.Min(14, (Width - 40) / SvgPicture.Ems(caption)), caption, ("text-anchor", "middle"), ("fill", "#444444"));

    /// <summary>How a caption begins: what and how many.</summary>
    public static Message Subject(CoWordMap map)
    {
        var (nodes, units) = (map.Options.Words.Nodes, map.Options.Words.Units);
        var (count, of, minimum) = (map.Terms.Count, map.Index.RecordsWithTerms, map.Options.MinimumOccurrences);
        return new Message(
            $"{count} {nodes.En} of {of} {units.En}, minimum occurrences {minimum}",
            $"{of} 条{units.Zh}的 {count} 个{nodes.Zh}（最低频次 {minimum}）");
    }

    /// <summary>As wide as the sheet and in its middle, no higher than wide; a single node, or all in one place, in the middle.</summary>
    static Layout Fitted(Layout layout)
    {
        if (layout.X.Count == 0) return layout;
        var (left, top) = (layout.X.Min(), layout.Y.Min());
        var (width, height) = (layout.X.Max() - left, layout.Y.Max() - top);
        var room = Width - 2 * Margin;
        var scale = Math.Max(width, height) is > 0 and var longer ? room / longer : 1;
        if (width > 0 && height * room / width <= room) scale = room / width;
        var right = (Width - width * scale) / 2;
        return new Layout([.. layout.X.Select(x => right + (x - left) * scale)], [.. layout.Y.Select(y => Margin + (y - top) * scale)]);
    }
}

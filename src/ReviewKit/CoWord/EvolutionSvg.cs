using System.Globalization;
using ReviewKit.Graphs;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>Themes of each period in a column, as high as their terms occur, and ribbons to the themes of the next period that they share terms with.</summary>
public static class EvolutionSvg
{
    const double ColumnWidth = 24, BetweenColumns = 330, Top = 60, Height = 620, Gap = 10, Margin = 40;

    /// <summary>Writes UTF-8 and leaves the stream open.</summary>
    public static void Write(Stream stream, ThematicEvolution evolution, Language language)
    {
        var periods = evolution.Periods;
        var width = 2 * Margin + (periods.Count - 1) * BetweenColumns + ColumnWidth + 240;
        var caption = new Message("Themes by period; height: occurrences; ribbons: shared terms, the darker the more of the smaller theme (inclusion index)", "各时期主题；高度：频次；条带：共有词，越深则较小主题被包含得越多（包含指数）").In(language);
        using var picture = new SvgPicture(stream, width, Top + Height + 60, caption, string.Join(" ", periods.Select(period => $"{period.Period.Label}: {period.Map.Description}")));
        var boxes = periods.Select((period, i) => Boxes(period.Themes, Margin + i * BetweenColumns)).ToList();
        WriteRibbons(picture, evolution, boxes, language);
        for (var i = 0; i < periods.Count; i++)
        {
            picture.Text(Margin + i * BetweenColumns, Top - 24, 16, $"{periods[i].Period.Label} ({periods[i].Map.Index.RecordCount})", ("fill", "#111111"));
            foreach (var theme in periods[i].Themes)
            {
                var box = boxes[i][theme.Cluster];
                var terms = string.Join("; ", theme.Terms.Select(term => term.Label));
                picture.Explained("rect", terms, ("x", Number(box.X)), ("y", Number(box.Y)), ("width", Number(ColumnWidth)), ("height", Number(box.Height)), ("fill", Palette.Of(theme.Cluster - 1).Hex));
                picture.Text(box.X + ColumnWidth + 6, box.Y + box.Height / 2 + 4, Math.Clamp(box.Height, 8, 13), Short(theme.Label), ("fill", "#111111"), ("stroke", "#ffffff"), ("stroke-width", "3"), ("stroke-linejoin", "round"), ("paint-order", "stroke"));
            }
        }
        picture.Text(width / 2, Top + Height + 40, Math.Min(13, (width - 20) / SvgPicture.Ems(caption)), caption, ("text-anchor", "middle"), ("fill", "#444444"));
    }

    static Dictionary<int, (double X, double Y, double Height)> Boxes(IReadOnlyList<Theme> themes, double x)
    {
        var boxes = new Dictionary<int, (double X, double Y, double Height)>();
        var gap = Math.Min(Gap, Height / 2 / Math.Max(1, themes.Count));
        var scale = (Height - gap * themes.Count) / Math.Max(1, themes.Sum(theme => theme.Occurrences));
        var y = Top;
        foreach (var theme in themes)
        {
            boxes[theme.Cluster] = (x, y, theme.Occurrences * scale);
            y += theme.Occurrences * scale + gap;
        }
        return boxes;
    }

    static void WriteRibbons(SvgPicture picture, ThematicEvolution evolution, List<Dictionary<int, (double X, double Y, double Height)>> boxes, Language language)
    {
        var (leaving, arriving) = (new Dictionary<(int, int), double>(), new Dictionary<(int, int), double>());
        foreach (var lineage in evolution.Lineages)
        {
            var (from, to) = (boxes[lineage.Period][lineage.From.Cluster], boxes[lineage.Period + 1][lineage.To.Cluster]);
            // A term lies in one theme of each period, so the ribbons of a theme are together no higher than the theme.
            var shared = lineage.Shared.ToHashSet(StringComparer.Ordinal);
            var (startKey, endKey) = ((lineage.Period, lineage.From.Cluster), (lineage.Period + 1, lineage.To.Cluster));
            var (startHeight, endHeight) = (from.Height * Part(lineage.From, shared), to.Height * Part(lineage.To, shared));
            var (y1, y2) = (from.Y + leaving.GetValueOrDefault(startKey), to.Y + arriving.GetValueOrDefault(endKey));
            leaving[startKey] = leaving.GetValueOrDefault(startKey) + startHeight;
            arriving[endKey] = arriving.GetValueOrDefault(endKey) + endHeight;
            var (x1, x2, middle) = (from.X + ColumnWidth, to.X, (from.X + ColumnWidth + to.X) / 2);
            var path = $"M{Number(x1)} {Number(y1)}C{Number(middle)} {Number(y1)} {Number(middle)} {Number(y2)} {Number(x2)} {Number(y2)}v{Number(endHeight)}C{Number(middle)} {Number(y2 + endHeight)} {Number(middle)} {Number(y1 + startHeight)} {Number(x1)} {Number(y1 + startHeight)}z";
            var tip = string.Create(CultureInfo.InvariantCulture, $"{lineage.From.Label} → {lineage.To.Label}: {string.Join("; ", lineage.Shared)} ({new Message("inclusion", "包含指数").In(language)} {lineage.Inclusion:0.##})");
            picture.Explained("path", tip, ("d", path), ("fill", Palette.Of(lineage.From.Cluster - 1).Hex), ("fill-opacity", Number(0.12 + 0.5 * lineage.Inclusion)));
        }
    }

    static double Part(Theme theme, HashSet<string> shared) => (double)theme.Terms.Where(term => shared.Contains(term.Key)).Sum(term => term.Occurrences) / theme.Occurrences;

    // What the next column leaves room for.
    static string Short(string label)
    {
        if (SvgPicture.Ems(label) * 13 <= BetweenColumns - ColumnWidth - 30) return label;
        var kept = label.Length;
        while (SvgPicture.Ems(label[..kept]) * 13 > BetweenColumns - ColumnWidth - 45) kept--;
        return label[..kept] + "…";
    }

    static string Number(double value) => SvgPicture.Number(value);
}

using System.Globalization;
using ReviewKit.Graphs;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>Themes by the ranks of their centrality (to the right) and density (upwards); the axes are the medians.</summary>
/// <remarks>Ranks, as Callon drew them: the values themselves lie so unevenly that most themes would share a corner.</remarks>
static class StrategicDiagramSvg
{
    const double Side = 820, Left = 70, Top = 50, LargestRadius = 55, SmallestRadius = 9;

    static readonly (ThemeKind Kind, Message Name, double X, double Y, string Anchor)[] Quadrants =
    [
        (ThemeKind.Motor, new("Motor themes", "发动主题"), 1, 0, "end"),
        (ThemeKind.Niche, new("Niche themes", "孤立主题"), 0, 0, "start"),
        (ThemeKind.Emerging, new("Emerging or declining themes", "新兴或衰退主题"), 0, 1, "start"),
        (ThemeKind.Basic, new("Basic themes", "基础主题"), 1, 1, "end"),
    ];

    public static void Write(Stream stream, CoWordMap map, Language language)
    {
        // A keyword that is linked to nothing is a cluster, but no theme.
        var themes = Theme.Of(map).Where(theme => theme.Centrality > 0 || theme.Density > 0).ToList();
        var subject = MapSheet.Subject(map);
        var caption = new Message($"{subject.En}; {themes.Count} themes; size: occurrences; places: ranks of centrality and density (Callon 1991, equivalence index)", $"{subject.Zh}；{themes.Count} 个主题；大小：频次；位置：中心度与密度的排名（Callon 1991，等价系数）").In(language);
        using var picture = new SvgPicture(stream, Side + Left + 40, Side + Top + 80, caption, map.Description);
        picture.Element("rect", ("x", Number(Left)), ("y", Number(Top)), ("width", Number(Side)), ("height", Number(Side)), ("fill", "none"), ("stroke", "#888888"));
        picture.Element("path", ("d", $"M{Number(Left + Side / 2)} {Number(Top)}v{Number(Side)}M{Number(Left)} {Number(Top + Side / 2)}h{Number(Side)}"), ("stroke", "#888888"), ("stroke-dasharray", "6 4"));
        foreach (var (_, name, x, y, anchor) in Quadrants)
            picture.Text(Left + x * Side + (x > 0 ? -10 : 10), Top + y * Side + (y > 0 ? -10 : 22), 15, name.In(language), ("text-anchor", anchor), ("fill", "#777777"), ("font-style", "italic"));
        picture.Text(Left + Side / 2, Top + Side + 26, 15, new Message("Centrality →", "中心度 →").In(language), ("text-anchor", "middle"), ("fill", "#333333"));
        picture.Text(0, 0, 15, new Message("Density →", "密度 →").In(language), ("text-anchor", "middle"), ("fill", "#333333"), ("transform", $"translate({Number(Left - 24)} {Number(Top + Side / 2)}) rotate(-90)"));
        WriteThemes(picture, themes, language);
        picture.Text((Side + Left + 40) / 2, Side + Top + 62, Math.Min(13, (Side + Left) / SvgPicture.Ems(caption)), caption, ("text-anchor", "middle"), ("fill", "#444444"));
    }

    static void WriteThemes(SvgPicture picture, IReadOnlyList<Theme> themes, Language language)
    {
        var (across, up) = (Places(themes, theme => theme.Centrality), Places(themes, theme => theme.Density));
        var most = themes.Count == 0 ? 1 : themes.Max(theme => theme.Occurrences);
        var largest = themes.Count == 0 ? LargestRadius : Math.Min(LargestRadius, Side / themes.Count);
        var drawn = themes.Select((theme, i) => (Theme: theme, X: Left + across[i] * Side, Y: Top + (1 - up[i]) * Side, Radius: Math.Max(SmallestRadius, largest * Math.Sqrt((double)theme.Occurrences / most))))
            .OrderByDescending(theme => theme.Radius).ToList();
        // Themes of equal ranks would hide each other.
        var apart = OverlapRemoval.Apart(new Layout([.. drawn.Select(theme => theme.X)], [.. drawn.Select(theme => theme.Y)]), [.. drawn.Select(theme => theme.Radius + 1)]);
        drawn = [.. drawn.Select((theme, i) => theme with { X = apart.X[i], Y = apart.Y[i] })];
        foreach (var (theme, x, y, radius) in drawn)
            picture.Explained("circle", Tip(theme).In(language), ("cx", Number(x)), ("cy", Number(y)), ("r", Number(radius)), ("fill", Palette.Of(theme.Cluster - 1).Hex), ("fill-opacity", "0.7"), ("stroke", "#ffffff"));
        var room = new LabelRoom();
        picture.Start("g", ("text-anchor", "middle"), ("fill", "#111111"), ("stroke", "#ffffff"), ("stroke-width", "3"), ("stroke-linejoin", "round"), ("paint-order", "stroke"));
        foreach (var (theme, x, y, _) in drawn) WriteLabel(picture, room, theme, x, y);
        picture.End();
    }

    /// <summary>The three most frequent terms below each other; fewer where there is no room.</summary>
    static void WriteLabel(SvgPicture picture, LabelRoom room, Theme theme, double x, double y)
    {
        for (var lines = Math.Min(3, theme.Terms.Count); lines > 0; lines--)
        {
            var labels = theme.Terms.Take(lines).Select(term => term.Label).ToList();
            var half = labels.Max(SvgPicture.Ems) * 13 / 2;
            var middle = Math.Clamp(x, Left + half + 3, Math.Max(Left + half + 3, Left + Side - half - 3));
            var top = y - lines * 8.0;
            if (!room.Take(middle - half, top, middle + half, top + lines * 16)) continue;
            for (var i = 0; i < lines; i++) picture.Text(middle, top + 12 + i * 16, i == 0 ? 13 : 11.5, labels[i]);
            return;
        }
    }

    static Message Tip(Theme theme)
    {
        var numbers = string.Create(CultureInfo.InvariantCulture, $"{theme.Centrality:0.###}|{theme.Density:0.###}").Split('|');
        var terms = string.Join("; ", theme.Terms.Select(term => term.Label));
        return new Message($"{terms}: centrality {numbers[0]}, density {numbers[1]}", $"{terms}：中心度 {numbers[0]}，密度 {numbers[1]}");
    }

    /// <summary>0..1 by rank, the least at half a step from 0; equal ones in one place.</summary>
    static double[] Places(IReadOnlyList<Theme> themes, Func<Theme, double> value)
    {
        var values = themes.Select(value).ToArray();
        return Array.ConvertAll(values, own => (values.Count(other => other < own) + values.Count(other => other == own) / 2.0) / values.Length);
    }

    static string Number(double value) => SvgPicture.Number(value);
}

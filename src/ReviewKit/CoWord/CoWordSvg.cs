using System.Globalization;
using ReviewKit.Graphs;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>What the colour of a circle says.</summary>
enum MapColors { Cluster, Year }

/// <summary>A map as a picture: circles by occurrences, lines by what they have in common.</summary>
static class CoWordSvg
{
    // VOSviewer's own limit: more lines are a grey fog.
    const int MostLines = 1000;

    public static void Write(Stream stream, CoWordMap map, Language language, MapColors colors)
    {
        var sheet = new MapSheet(map);
        var years = YearRange(map);
        var caption = Caption(map, colors).In(language);
        using var picture = new SvgPicture(stream, MapSheet.Width, sheet.Height, caption, map.Description);
        WriteLines(picture, map, sheet, colors);
        // Small circles and labels over large ones, so that none is hidden.
        foreach (var term in map.Terms)
        {
            var fill = colors == MapColors.Cluster ? Palette.Of(term.Cluster - 1) : OfYear(term.AverageYear, years);
            picture.Explained("circle", Tip(map, term).In(language), ("cx", Number(sheet.X(term))), ("cy", Number(sheet.Y(term))), ("r", Number(sheet.Radius(term))), ("fill", fill.Hex), ("stroke", "#ffffff"));
        }
        sheet.WriteLabels(picture, map);
        if (colors == MapColors.Year) WriteScale(picture, sheet, years, language);
        sheet.WriteCaption(picture, caption);
    }

    static Message Caption(CoWordMap map, MapColors colors)
    {
        var (subject, units) = (MapSheet.Subject(map), map.Options.Words.Units);
        var color = colors == MapColors.Cluster ? new Message("cluster", "聚类") : new Message("average year", "平均年份");
        return new Message(
            $"{subject.En}; size: {units.En}; colour: {color.En}; lines: {units.En} in common",
            $"{subject.Zh}；圆的大小：{units.Zh}数；颜色：{color.Zh}；连线：共有{units.Zh}数");
    }

    // Shown by browsers under the mouse.
    static Message Tip(CoWordMap map, CoWordTerm term)
    {
        var units = map.Options.Words.Units;
        var year = term.AverageYear is { } known ? known.ToString("0.#", CultureInfo.InvariantCulture) : "?";
        return new Message(
            $"{term.Label}: {term.Occurrences} {units.En}, {term.Links} links, cluster {term.Cluster}, average year {year}",
            $"{term.Label}：{term.Occurrences} 条{units.Zh}，{term.Links} 个连接，聚类 {term.Cluster}，平均年份 {year}");
    }

    static void WriteLines(SvgPicture picture, CoWordMap map, MapSheet sheet, MapColors colors)
    {
        if (map.Pairs.Count == 0) return;
        picture.Start("g", ("fill", "none"), ("stroke-opacity", "0.35"));
        foreach (var pair in map.Pairs.Take(MostLines).Reverse())
        {
            var (a, b) = (pair.A, pair.B);
            var color = (colors == MapColors.Cluster && a.Cluster == b.Cluster ? Palette.Of(a.Cluster - 1) : Palette.Rest).Hex;
            var width = 0.6 + 5 * Math.Sqrt((double)pair.Records / map.Pairs[0].Records);
            picture.Element("line", ("x1", Number(sheet.X(a))), ("y1", Number(sheet.Y(a))), ("x2", Number(sheet.X(b))), ("y2", Number(sheet.Y(b))), ("stroke", color), ("stroke-width", Number(width)));
        }
        picture.End();
    }

    /// <summary>The middle nine tenths of the average years: a single old record would else leave one colour for all the others.</summary>
    static (double From, double To)? YearRange(CoWordMap map)
    {
        var years = map.Terms.Select(term => term.AverageYear).OfType<double>().Order().ToList();
        return years.Count == 0 ? null : (years[(int)(0.05 * (years.Count - 1))], years[(int)Math.Ceiling(0.95 * (years.Count - 1))]);
    }

    static Rgb OfYear(double? year, (double From, double To)? range) =>
        year is { } known && range is { } years ? Palette.Scale(years.To > years.From ? (known - years.From) / (years.To - years.From) : 0.5) : Palette.Rest;

    static void WriteScale(SvgPicture picture, MapSheet sheet, (double From, double To)? range, Language language)
    {
        if (range is not { } years) return;
        const int Steps = 40;
        var (left, top) = (MapSheet.Width - 260, sheet.Height - 62);
        for (var step = 0; step < Steps; step++)
            picture.Element("rect", ("x", Number(left + step * 5)), ("y", Number(top)), ("width", "5.5"), ("height", "10"), ("fill", Palette.Scale(step / (Steps - 1.0)).Hex));
        picture.Text(left - 6, top + 9, 12, new Message("average year", "平均年份").In(language), ("text-anchor", "end"), ("fill", "#444444"));
        picture.Text(left, top + 24, 12, years.From.ToString("0.#", CultureInfo.InvariantCulture), ("fill", "#444444"));
        picture.Text(left + 200, top + 24, 12, years.To.ToString("0.#", CultureInfo.InvariantCulture), ("text-anchor", "end"), ("fill", "#444444"));
    }

    static string Number(double value) => SvgPicture.Number(value);
}

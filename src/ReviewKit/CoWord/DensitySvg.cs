using System.Text;
using ReviewKit.Graphs;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>A map as a landscape: bright where many records lie.</summary>
/// <remarks>Van Eck &amp; Waltman 2010, doi:10.1007/s11192-009-0146-3: a Gaussian over every term, weighted by its occurrences.</remarks>
static class DensitySvg
{
    const double Cell = 5;
    const int Levels = 32;

    // Of VOSviewer: an eighth of the mean distance of two terms.
    const double KernelWidth = 0.125;

    public static void Write(Stream stream, CoWordMap map, Language language)
    {
        var sheet = new MapSheet(map);
        var subject = MapSheet.Subject(map);
        var units = map.Options.Words.Units;
        var caption = new Message($"{subject.En}; colour: density of {units.En}", $"{subject.Zh}；颜色：{units.Zh}密度").In(language);
        using var picture = new SvgPicture(stream, MapSheet.Width, sheet.Height, caption, map.Description);
        var (columns, rows) = ((int)(MapSheet.Width / Cell), (int)((sheet.Height - 40) / Cell));
        var density = Density(map, sheet, columns, rows);
        var highest = density.Length == 0 ? 0 : density.Max();
        for (var level = 0; level < Levels; level++)
        {
            var path = Runs(density, columns, rows, value => Level(value, highest) == level);
            if (path.Length > 0) picture.Element("path", ("d", path), ("fill", Palette.Scale(level / (Levels - 1.0)).Hex), ("shape-rendering", "crispEdges"));
        }
        sheet.WriteLabels(picture, map);
        sheet.WriteCaption(picture, caption);
    }

    static int Level(double value, double highest) => highest > 0 ? Math.Min(Levels - 1, (int)(Levels * value / highest)) : 0;

    static double[] Density(CoWordMap map, MapSheet sheet, int columns, int rows)
    {
        var density = new double[columns * rows];
        var width = KernelWidth * MeanDistance(map, sheet);
        foreach (var term in map.Terms)
            for (var row = 0; row < rows; row++)
                for (var column = 0; column < columns; column++)
                {
                    var (dx, dy) = ((column + 0.5) * Cell - sheet.X(term), (row + 0.5) * Cell - sheet.Y(term));
                    var squared = (dx * dx + dy * dy) / (width * width);
                    // Beyond, less than a ten-thousandth.
                    if (squared < 9) density[row * columns + column] += term.Occurrences * Math.Exp(-squared);
                }
        return density;
    }

    static double MeanDistance(CoWordMap map, MapSheet sheet)
    {
        // A hundred terms tell the mean well enough.
        var some = map.Terms.Take(100).ToList();
        var distances = some.SelectMany((a, i) => some.Take(i).Select(b => Math.Sqrt(Math.Pow(sheet.X(a) - sheet.X(b), 2) + Math.Pow(sheet.Y(a) - sheet.Y(b), 2)))).ToList();
        return distances.Count == 0 ? MapSheet.Width / 4 : Math.Max(distances.Average(), 8 * Cell);
    }

    /// <summary>The cells of one level as one path: a bar for each run in a row.</summary>
    static string Runs(double[] density, int columns, int rows, Func<double, bool> belongs)
    {
        var path = new StringBuilder();
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                if (!belongs(density[row * columns + column])) continue;
                var from = column;
                while (column < columns && belongs(density[row * columns + column])) column++;
                path.Append('M').Append(SvgPicture.Number(from * Cell)).Append(' ').Append(SvgPicture.Number(row * Cell))
                    .Append('h').Append(SvgPicture.Number((column - from) * Cell)).Append('v').Append(SvgPicture.Number(Cell)).Append("H").Append(SvgPicture.Number(from * Cell)).Append('z');
            }
        return path.ToString();
    }
}

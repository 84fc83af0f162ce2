using ReviewKit.Graphs;

namespace ReviewKit.Bibliometrics;

/// <summary>The shapes of a chart on a sheet of SVG, its title above them.</summary>
sealed class Chart : IDisposable
{
    readonly SvgPicture picture;

    /// <param name="settings">What the chart was made from, for its description.</param>
    public Chart(Stream stream, double width, double height, string title, string settings)
    {
        picture = new SvgPicture(stream, width, height, title, settings);
        Text(width / 2, 28, title, 17, "middle", "#111111");
    }

    public void Dispose() => picture.Dispose();

    public void Rectangle(double x, double y, double width, double height, string fill, string? tip = null)
    {
        ReadOnlySpan<(string, string)> shape = [("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)), ("fill", fill)];
        if (tip is null) picture.Element("rect", shape);
        else picture.Explained("rect", tip, shape);
    }

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width = 1) =>
        picture.Element("line", ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)), ("stroke", stroke), ("stroke-width", Number(width)));

    /// <summary>Points as x,y pairs.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string stroke) =>
        picture.Element("polyline", ("points", string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))), ("fill", "none"), ("stroke", stroke), ("stroke-width", "2"));

    public void Text(double x, double y, string text, double size, string anchor = "start", string fill = "#333333") =>
        picture.Text(x, y, size, text, ("text-anchor", anchor), ("fill", fill));

    public static string Number(double value) => SvgPicture.Number(value);
}

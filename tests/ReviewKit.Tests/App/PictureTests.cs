using ReviewKit.App;
using ReviewKit.Prisma;
using ReviewKit.Tests.Prisma;
using ReviewKit.Text;

namespace ReviewKit.Tests.App;

public class PictureTests
{
    [Fact]
    public void A_diagram_is_written_as_png_of_the_size_and_density_asked_for_and_as_pdf()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/rsvg-convert") || File.Exists("/usr/bin/chromium"), "no rsvg-convert and no chromium on this machine");
        var folder = Directory.CreateTempSubdirectory("reviewkit-图-").FullName;
        var svg = FlowDiagram.Svg(SampleFlows.Chinese, new() { Language = Language.Zh, Page = (595, 842) });
        Picture.Write(svg, Path.Combine(folder, "flow.png"), 144);
        var png = File.ReadAllBytes(Path.Combine(folder, "flow.png"));
        Assert.Equal("PNG"u8.ToArray(), png[1..4]);
        // 595 and 842 points are 72 to the inch: twice as many dots at 144.
        Assert.InRange(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), 1188, 1192);
        Assert.InRange(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), 1682, 1686);
        // 144 dots an inch are 5669 a metre.
        Assert.Equal(5669, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(png.AsSpan().IndexOf("pHYs"u8) + 4)));
        Picture.Write(svg, Path.Combine(folder, "flow.pdf"), 300);
        Assert.StartsWith("%PDF", File.ReadAllText(Path.Combine(folder, "flow.pdf"))[..4], StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}

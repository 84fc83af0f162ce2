using CsCheck;
using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class OverlapRemovalTests
{
    static readonly Gen<(double X, double Y, double Radius)[]> Circles =
        Gen.Select(Gen.Int[-20, 20], Gen.Int[-20, 20], Gen.Int[1, 9], (x, y, radius) => (x / 4.0, y / 4.0, radius / 3.0)).Array[0, 60];

    [Fact]
    public void No_two_circles_overlap_afterwards() => Circles.Sample(circles =>
    {
        var found = OverlapRemoval.Apart(new Layout([.. circles.Select(c => c.X)], [.. circles.Select(c => c.Y)]), [.. circles.Select(c => c.Radius)]);
        for (var i = 0; i < circles.Length; i++)
            for (var j = 0; j < i; j++)
                Assert.True(Math.Sqrt(Math.Pow(found.X[i] - found.X[j], 2) + Math.Pow(found.Y[i] - found.Y[j], 2)) >= circles[i].Radius + circles[j].Radius - 1e-6);
    });

    [Fact]
    public void Circles_that_do_not_touch_stay_where_they_are()
    {
        var layout = new Layout([0, 5, -3], [0, 1, 4]);
        var found = OverlapRemoval.Apart(layout, [1, 2, 1]);
        Assert.Equal(layout.X, found.X);
        Assert.Equal(layout.Y, found.Y);
    }
}

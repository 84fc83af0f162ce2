using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class LayoutTests
{
    [Fact]
    public void A_standard_layout_is_centred_widest_along_x_and_of_mean_distance_1()
    {
        // Along the diagonal at 0, 1 and 5 steps: mean 2, median negative, distances 1, 4 and 5 with mean 10/3; -2, -1 and 3 over that.
        var layout = new Layout([0, 1, 5], [0, 1, 5]).Standardized();
        Assert.Equal([-0.6, -0.3, 0.9], layout.X.Select(x => Math.Round(x, 12)));
        Assert.All(layout.Y, y => Assert.Equal(0, y, 12));
    }

    [Fact]
    public void The_median_is_not_positive()
    {
        var layout = new Layout([0, -1, -5], [0, 0, 0]).Standardized();
        Assert.Equal([-0.6, -0.3, 0.9], layout.X.Select(x => Math.Round(x, 12)));
    }

    [Theory]
    [InlineData(0.6, 0.8)]
    [InlineData(-0.8, 0.6)]
    [InlineData(0, -1)]
    public void Turning_and_shifting_a_layout_changes_nothing(double cos, double sin)
    {
        double[] x = [0, 4, 7, -3, 2.5], y = [1, 1.5, 4, -2, 0];
        var standard = new Layout(x, y).Standardized();
        var turned = new Layout([.. x.Zip(y, (a, b) => cos * a - sin * b + 3)], [.. x.Zip(y, (a, b) => sin * a + cos * b - 7)]).Standardized();
        for (var i = 0; i < x.Length; i++)
        {
            Assert.Equal(standard.X[i], turned.X[i], 10);
            Assert.Equal(standard.Y[i], turned.Y[i], 10);
        }
    }

    [Fact]
    public void Points_in_one_place_stay_in_one_place() =>
        Assert.All(new Layout([2, 2], [3, 3]).Standardized().X, x => Assert.Equal(0, x));
}

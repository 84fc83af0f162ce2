using CsCheck;
using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

public class QuadTreeTests
{
    static readonly Gen<(double X, double Y, double Mass)[]> Points = Gen.Select(Gen.Int[-9, 9], Gen.Int[-9, 9], Gen.Int[1, 4], (x, y, mass) => ((double)x, (double)y, (double)mass)).Array[0, 60];

    [Fact]
    public void With_theta_0_every_node_is_seen_singly_and_once() => Points.Sample(points =>
    {
        var seen = See(points, 0, 0.5, 0.5);
        Assert.Equal(points.Select(p => (0.5 - p.X, 0.5 - p.Y, p.Mass, 1)).Order(), seen.Order());
    });

    [Fact]
    public void Groups_hold_all_nodes_and_all_mass_once() => Points.Sample(points =>
    {
        var seen = See(points, 1.2, 3, -20);
        Assert.Equal(points.Length, seen.Sum(view => view.Nodes));
        Assert.Equal(points.Sum(p => p.Mass), seen.Sum(view => view.Mass), 9);
        // The centres of mass stay where they are: the moments add up.
        Assert.Equal(points.Sum(p => p.Mass * (3 - p.X)), seen.Sum(view => view.Mass * view.Dx), 9);
    });

    [Fact]
    public void A_node_never_takes_the_cell_it_lies_in_for_one_point() => Points.Sample(points =>
    {
        foreach (var (x, y, _) in points) Assert.Contains(See(points, 1.9, x, y), view => view is { Dx: 0, Dy: 0, Nodes: 1 });
    });

    [Fact]
    public void What_is_far_is_seen_as_one()
    {
        var far = See([(100, 0, 1), (100, 1, 3), (101, 0, 2)], 0.5, 0, 0);
        var group = Assert.Single(far);
        // Centre of mass: (100 + 300 + 202) / 6 and 3 / 6.
        Assert.Equal((-602 / 6.0, -0.5, 6.0, 3), group);
    }

    static List<(double Dx, double Dy, double Mass, int Nodes)> See((double X, double Y, double Mass)[] points, double theta, double x, double y)
    {
        var tree = new QuadTree([.. points.Select(p => p.X)], [.. points.Select(p => p.Y)], [.. points.Select(p => p.Mass)], theta);
        tree.Build();
        var seen = new List<(double, double, double, int)>();
        for (var view = tree.From(x, y); view.MoveNext();) seen.Add((view.Dx, view.Dy, view.Mass, view.Nodes));
        return seen;
    }
}

using System.Globalization;
using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

/// <summary>A map as VOSviewer published it, and how near another comes to it.</summary>
sealed class PublishedMap
{
    PublishedMap(VosNetwork network, Dictionary<string, Dictionary<string, string>> rows)
    {
        Ids = network.Ids;
        Network = network.Network;
        Rows = rows;
    }

    public IReadOnlyList<string> Ids { get; }
    public Network Network { get; }

    /// <summary>By id, then by column.</summary>
    public Dictionary<string, Dictionary<string, string>> Rows { get; }

    public static PublishedMap Read(string name)
    {
        var networkFile = RealData.Path($"coword/vosviewer/{name}_network.txt");
        using var reader = new StreamReader(networkFile);
        var network = VosFile.ReadNetwork(reader, Path.GetFileName(networkFile));
        var lines = File.ReadAllLines(RealData.Path($"coword/vosviewer/{name}_map.txt"));
        var heads = lines[0].TrimStart('\ufeff').Split('\t');
        var rows = lines.Skip(1).Select(line => heads.Zip(line.Split('\t')).ToDictionary(cell => cell.First, cell => cell.Second)).ToDictionary(row => row["id"]);
        return new PublishedMap(network, rows);
    }

    public double Number(string id, string column) => double.Parse(Rows[id][column], CultureInfo.InvariantCulture);

    public Clustering Clusters() => new([.. Ids.Select(id => (int)Number(id, "cluster") - 1)]);

    public Layout Layout() => new([.. Ids.Select(id => Number(id, "x"))], [.. Ids.Select(id => Number(id, "y"))]);

    /// <summary>Hubert &amp; Arabie 1985: 1 for the same division, about 0 for a random one.</summary>
    public static double AdjustedRandIndex(Clustering a, Clustering b)
    {
        static double Pairs(double n) => n * (n - 1) / 2;
        var both = Enumerable.Range(0, a.NodeCount).GroupBy(node => (a[node], b[node])).Sum(group => Pairs(group.Count()));
        var inA = a.Sizes().Sum(size => Pairs(size));
        var inB = b.Sizes().Sum(size => Pairs(size));
        var expected = inA * inB / Pairs(a.NodeCount);
        return (both - expected) / ((inA + inB) / 2 - expected);
    }

    /// <summary>After the best shift, turn, reflection and scaling of <paramref name="a"/>: share of variance met, and the largest error of a coordinate.</summary>
    public static (double R2, double LargestError) Procrustes(Layout a, Layout b)
    {
        var n = a.X.Count;
        var best = (R2: double.NegativeInfinity, LargestError: 0.0);
        foreach (var flip in new[] { 1, -1 })
        {
            var (ax, ay) = (Centred(a.X), Centred([.. a.Y.Select(y => y * flip)]));
            var (bx, by) = (Centred(b.X), Centred(b.Y));
            // As complex numbers: the turn and scale that fit best are sum(conj(a) b) / sum |a|^2.
            var norm = ax.Zip(ay).Sum(p => p.First * p.First + p.Second * p.Second);
            var re = Enumerable.Range(0, n).Sum(i => ax[i] * bx[i] + ay[i] * by[i]) / norm;
            var im = Enumerable.Range(0, n).Sum(i => ax[i] * by[i] - ay[i] * bx[i]) / norm;
            var errorsX = Enumerable.Range(0, n).Select(i => re * ax[i] - im * ay[i] - bx[i]).ToArray();
            var errorsY = Enumerable.Range(0, n).Select(i => im * ax[i] + re * ay[i] - by[i]).ToArray();
            var r2 = 1 - errorsX.Concat(errorsY).Sum(e => e * e) / bx.Concat(by).Sum(v => v * v);
            if (r2 > best.R2) best = (r2, errorsX.Concat(errorsY).Max(Math.Abs));
        }
        return best;
    }

    static double[] Centred(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return [.. values.Select(value => value - mean)];
    }
}

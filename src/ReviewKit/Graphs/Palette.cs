using System.Globalization;

namespace ReviewKit.Graphs;

/// <summary>A colour without transparency, 0 to 255 each.</summary>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>"#e69f00".</summary>
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{R:x2}{G:x2}{B:x2}");
}

/// <summary>Colours of clusters that people with any common colour blindness can tell apart.</summary>
/// <remarks>The seven of Okabe &amp; Ito 2008 that are not black, then five of Paul Tol's "muted" that differ from them. Clusters come by size, so the grey goes to the smallest.</remarks>
public static class Palette
{
    static readonly Rgb[] Colors =
    [
        new(0x00, 0x72, 0xb2), new(0xe6, 0x9f, 0x00), new(0x00, 0x9e, 0x73), new(0xcc, 0x79, 0xa7), new(0x56, 0xb4, 0xe9), new(0xd5, 0x5e, 0x00), new(0xf0, 0xe4, 0x42),
        new(0x33, 0x22, 0x88), new(0x99, 0x99, 0x33), new(0x88, 0x22, 0x55), new(0x11, 0x77, 0x33), new(0xdd, 0xcc, 0x77),
    ];

    public static Rgb Rest { get; } = new(0x99, 0x99, 0x99);

    /// <param name="cluster">0-based, the largest first.</param>
    public static Rgb Of(int cluster) => cluster < Colors.Length ? Colors[cluster] : Rest;
}

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

    // Ten stops of viridis (matplotlib, CC0): even steps for the eye, also in grey and for the colour-blind.
    static readonly Rgb[] Viridis =
    [
        new(0x44, 0x01, 0x54), new(0x48, 0x28, 0x78), new(0x3e, 0x49, 0x89), new(0x31, 0x68, 0x8e), new(0x26, 0x82, 0x8e),
        new(0x1f, 0x9e, 0x89), new(0x35, 0xb7, 0x79), new(0x6e, 0xce, 0x58), new(0xb5, 0xde, 0x2b), new(0xfd, 0xe7, 0x25),
    ];

    /// <summary>From dark blue (0) over green to yellow (1).</summary>
    /// <param name="share">What lies outside 0..1 counts as the nearer end.</param>
    public static Rgb Scale(double share)
    {
        var at = Math.Clamp(share, 0, 1) * (Viridis.Length - 1);
        var (low, part) = ((int)at, at - (int)at);
        if (low == Viridis.Length - 1) return Viridis[low];
        var (a, b) = (Viridis[low], Viridis[low + 1]);
        return new Rgb(Mix(a.R, b.R), Mix(a.G, b.G), Mix(a.B, b.B));

        byte Mix(byte from, byte to) => (byte)Math.Round(from + (to - from) * part);
    }
}

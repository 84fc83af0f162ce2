namespace ReviewKit.Prisma;

/// <summary>One line under a number: a database, a reason, and how many.</summary>
public readonly record struct NamedCount(string Name, int N);

/// <summary>The number of a box, or of one line of it, and what it is made of.</summary>
/// <param name="N">null: not stated; the sum of the parts then stands for it.</param>
/// <param name="Parts">In the order in which they are printed; empty when the number is not split.</param>
public sealed record BoxCount(int? N, IReadOnlyList<NamedCount> Parts)
{
    public static readonly BoxCount Unknown = new(null, []);

    /// <returns>The stated number, else the sum of the parts; null when there is neither.</returns>
    public int? Total => N ?? Listed;

    /// <returns>The sum of the parts; null when there are none.</returns>
    public int? Listed => Parts.Count == 0 ? null : Sum(Parts);

    /// <summary>A number that is the sum of its parts; no parts are 0.</summary>
    public static BoxCount Of(params NamedCount[] parts) => new(Sum(parts), parts);

    // What somebody typed may be any number; a sum beyond the largest stays there.
    static int Sum(IEnumerable<NamedCount> parts) => (int)Math.Clamp(parts.Sum(part => (long)part.N), int.MinValue, int.MaxValue);

    public static implicit operator BoxCount(int n) => new(n, []);
}

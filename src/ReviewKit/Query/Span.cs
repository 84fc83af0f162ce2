namespace ReviewKit.Query;

/// <summary>Where something stands in the text it was read from; empty at 0 for what was built without a text.</summary>
/// <param name="Start">0-based, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units; 0 is a place between two characters.</param>
public readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;

    public static Span From(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>The least span that covers both; an empty one at 0 counts as unknown.</summary>
    public Span To(Span other) => this == default ? other : other == default ? this : From(Math.Min(Start, other.Start), Math.Max(End, other.End));
}

namespace ReviewKit.Screening;

/// <summary>How fast one person decides, from the times of the last decisions; pauses do not count.</summary>
public sealed class Pace
{
    const int Remembered = 30, Least = 3;
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    readonly Queue<TimeSpan> gaps = new();
    DateTimeOffset? last;

    public void Decided(DateTimeOffset at)
    {
        if (last is { } before && at - before is var gap && gap <= Pause && gap >= TimeSpan.Zero)
        {
            gaps.Enqueue(gap);
            if (gaps.Count > Remembered) gaps.Dequeue();
        }
        last = at;
    }

    /// <summary>How long so many reports will take; null until it can be said.</summary>
    public TimeSpan? For(int reports) => gaps.Count < Least || gaps.All(gap => gap == TimeSpan.Zero) ? null : TimeSpan.FromTicks((long)(gaps.Average(gap => gap.Ticks) * reports));
}

namespace ReviewKit.Store;

/// <summary>How many people have to judge a report at a stage, and whose turn it is: by a hash of the report's id, so that records that arrive later move nobody's work.</summary>
public static class Seats
{
    /// <summary>Verdicts of different people that settle a report which is in no calibration round: those of the stage, or two for its sampled share.</summary>
    /// <param name="report">The report's id; null where it is not known yet.</param>
    public static int Needed(Stage stage, string? report) =>
        stage.Reviewers > 1 || report is null || stage.Overlap <= 0 || Draw(report, stage.Id) >= stage.Overlap ? stage.Reviewers : 2;

    /// <summary>A number in 0..1 that belongs to these two texts on every machine and in every run (FNV-1a, mixed).</summary>
    public static double Draw(string report, string salt)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in report) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ '\n') * 1099511628211UL;
        foreach (var c in salt) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9;
        return (hash ^ (hash >> 32)) / (double)ulong.MaxValue;
    }

    /// <summary>
    /// Whether one of the free seats at a report is this reviewer's: those the stage names for it come first, then the others, each by a draw of their own (rendezvous hashing).
    /// When one leaves, only what was his goes to the others; one who joins takes an equal share from each.
    /// </summary>
    /// <param name="stage">The stage, with its allocation.</param>
    /// <param name="report">The report's id.</param>
    /// <param name="reviewer">Who asks.</param>
    /// <param name="others">Who else may still judge it.</param>
    /// <param name="marks">What the allocation goes by: the report's sources, or its labels.</param>
    /// <param name="free">Seats not taken.</param>
    public static bool IsTurn(Stage stage, string report, string reviewer, IEnumerable<string> others, IReadOnlyList<string> marks, int free)
    {
        if (free <= 0) return false;
        bool Named(string who) => marks.Count > 0 && stage.Allocation.To.TryGetValue(who, out var own) && own.Any(marks.Contains);
        var (named, draw, before) = (Named(reviewer), Draw(report, reviewer), 0);
        foreach (var other in others)
        {
            if (Named(other) is var theirs && theirs != named ? theirs : Draw(report, other) < draw) before++;
            if (before >= free) return false;
        }
        return true;
    }
}

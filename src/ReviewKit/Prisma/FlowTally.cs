using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Prisma;

/// <summary>The numbers of the flow that move while people screen, kept up report by report: counting 100,000 anew would be felt at every key.</summary>
public sealed class FlowTally
{
    /// <summary>Boxes that decisions and retrieval move, of both columns, in the order of the diagram.</summary>
    public static readonly string[] Boxes =
        ["db_screened", "db_excluded", "db_sought", "db_notretrieved", "db_assessed", "db_ftexcluded", "ot_sought", "ot_notretrieved", "ot_assessed", "ot_ftexcluded", "included.reports"];

    static readonly string Sums = string.Join(", ", Boxes.Select(box => $"coalesce(sum({Flow.RowsOf(box)}), 0)"));

    readonly Review review;
    long[] counts;

    public FlowTally(Review review)
    {
        this.review = review;
        counts = Count("1 = 1", null);
    }

    /// <summary>As the flow counts it (<see cref="Flow.Counts"/>).</summary>
    /// <param name="box">One of <see cref="Boxes"/>.</param>
    public int this[string box] => (int)counts[Array.IndexOf(Boxes, box)];

    /// <summary>After others have written.</summary>
    public void CountAnew() => counts = Count("1 = 1", null);

    /// <summary>Does work that moves these reports and no others.</summary>
    public T Around<T>(IReadOnlyCollection<string> reports, Func<T> work)
    {
        var before = Count("s.record_id in @reports", new { reports });
        var result = work();
        var after = Count("s.record_id in @reports", new { reports });
        for (var i = 0; i < counts.Length; i++) counts[i] += after[i] - before[i];
        return result;
    }

    long[] Count(string where, object? parameters)
    {
        Flow.Prepare(review);
        using var reader = review.Connection.ExecuteReader($"select {Sums} from state s where {where}", parameters);
        reader.Read();
        return [.. Enumerable.Range(0, Boxes.Length).Select(reader.GetInt64)];
    }
}

using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Query;

/// <summary>Records that lacked a set when the query was last run here: where the rounds are part of the search, the platform alone found them.</summary>
public static class PlatformOnly
{
    /// <summary>How many there are; 0 before the first run.</summary>
    public static int Count(Review review) =>
        (int)review.Connection.ExecuteScalar<long>("select count(*) from round_record r join state s on s.record_id = r.record_id");

    /// <summary>Numbers of the sets (0-based) that were not found in a record; empty when all were, or no run has been.</summary>
    public static IReadOnlyList<int> Lacking(Review review, string record)
    {
        var sets = review.Connection.QueryFirstOrDefault<long?>("select sets from round_record where record_id = @record", new { record }) ?? ~0L;
        return [.. Enumerable.Range(0, 63).Where(set => (sets >> set & 1) == 0)];
    }
}

using Dapper;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>The orders that need no model, and the draws of the random ones.</summary>
static class OrderQueue
{
    static readonly Dictionary<string, Message> Words = new()
    {
        ["unranked"] = new("in the order of import", "按导入顺序"),
        ["random"] = new("in random order", "随机顺序"),
        ["newest"] = new("the newest first", "最新的在前"),
    };

    public static Message Said(string order) => Words[order];

    public static string[] InOrder(Review review, IEnumerable<string> waiting, OrderOptions options) => options.Order switch
    {
        "random" => [.. waiting.OrderBy(report => RandomNumber(options.Seed, report))],
        "newest" => Newest(review, waiting),
        _ => [.. waiting],
    };

    // Without a year: last, as nothing says that they are new.
    static string[] Newest(Review review, IEnumerable<string> waiting)
    {
        var years = review.Connection.Query<(string Report, long? Year)>("select s.report_id, max(r.year) from state s join record r on r.id = s.record_id group by 1")
            .ToDictionary(row => row.Report, row => row.Year, StringComparer.Ordinal);
        return [.. waiting.OrderByDescending(report => years.GetValueOrDefault(report) ?? long.MinValue)];
    }

    /// <summary>Of a report and a seed, so that reports that come later move none of those before.</summary>
    public static ulong RandomNumber(int seed, string report)
    {
        // FNV-1a, then splitmix64, whose bits are even.
        var hash = 14695981039346656037ul;
        foreach (var letter in report) hash = (hash ^ letter) * 1099511628211ul;
        return Mixed(hash + (ulong)seed * 0x9E3779B97F4A7C15ul);
    }

    /// <summary>Whether the next report is drawn by chance, while so many wait.</summary>
    public static bool IsDrawn(int seed, int waiting, double share) => Mixed((ulong)seed * 0x9E3779B97F4A7C15ul + (ulong)waiting) < share * ulong.MaxValue;

    static ulong Mixed(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ul;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBul;
            return x ^ (x >> 31);
        }
    }
}

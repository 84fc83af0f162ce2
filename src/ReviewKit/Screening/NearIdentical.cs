using Dapper;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>Reports that deduplication left apart though title and abstract are the same: who has judged one has judged all.</summary>
public sealed class NearIdentical
{
    // As many as a person can look over; more of one title are a series, not one report many times.
    const int Most = 9;

    readonly Review review;
    readonly Task<IReadOnlyDictionary<ulong, List<string>>> index;

    NearIdentical(Review review, Task<IReadOnlyDictionary<ulong, List<string>>> index) => (this.review, this.index) = (review, index);

    /// <summary>Reads the titles of a review.</summary>
    /// <param name="inBackground">Through a connection of its own; until it is done no report has a twin.</param>
    public static NearIdentical Of(Review review, bool inBackground) => new(review, inBackground
        ? Task.Run(() =>
        {
            using var own = Review.Open(review.Folder, review.Author);
            return Index(own);
        })
        : Task.FromResult(Index(review)));

    static IReadOnlyDictionary<ulong, List<string>> Index(Review review)
    {
        var (first, several) = (new Dictionary<ulong, string>(), new Dictionary<ulong, List<string>>());
        foreach (var (report, title) in review.Connection.Query<(string, string?)>("select s.report_id, r.title from state s join record r on r.id = s.record_id where s.record_id = s.report_id", buffered: false))
        {
            if (Hash(title) is not { } hash || first.TryAdd(hash, report)) continue;
            if (!several.TryGetValue(hash, out var same)) several[hash] = same = [first[hash]];
            same.Add(report);
        }
        return several;
    }

    static ulong? Hash(string? title)
    {
        if (title is null || Fold.Letters(title) is not { Length: > 0 } letters) return null;
        var hash = 14695981039346656037UL;
        foreach (var c in letters) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    /// <summary>The others that are the same but for their source: equal titles and equal abstracts, or, where one has no abstract, equal first author and year.</summary>
    public IReadOnlyList<string> To(string report, Record record)
    {
        if (!index.IsCompletedSuccessfully || Hash(record.Title) is not { } hash || !index.Result.TryGetValue(hash, out var same) || same.Count > Most) return [];
        return [.. same.Where(other => other != report && Reports.Group(review, other) is { Count: > 0 } members && IsSame(record, MergedRecord.Of(members).Record)).Order(StringComparer.Ordinal)];
    }

    static bool IsSame(Record a, Record b)
    {
        if (Fold.Letters(a.Title ?? "") != Fold.Letters(b.Title ?? "")) return false;
        if (a.Abstract is { } left && b.Abstract is { } right) return Fold.Letters(left) == Fold.Letters(right);
        return a.Year == b.Year && a.Authors.Count > 0 && b.Authors.Count > 0 && Fold.Letters(a.Authors[0].Display) == Fold.Letters(b.Authors[0].Display);
    }
}

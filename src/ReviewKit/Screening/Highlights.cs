using ReviewKit.Query;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>The words to mark in a record while it is read: the terms of each set of the query, then the words for and against of review.yaml.</summary>
public sealed class Highlights
{
    readonly Rounds? rounds;

    Highlights(IReadOnlyList<TermSet> sets, int wanted)
    {
        (Sets, Wanted) = (sets, wanted);
        if (sets.Count > 0) rounds = new Rounds(new TermQuery { Name = "highlight", Fields = TermQuery.KnownFields, Sets = sets });
    }

    /// <summary>What is marked, in the order of <see cref="Evidence.Set"/>.</summary>
    public IReadOnlyList<TermSet> Sets { get; }

    /// <summary>The number of the set that speaks for a report; the one against it follows. Those before are the query's.</summary>
    public int Wanted { get; }

    /// <summary>Why the query's terms cannot be marked; null when they can, or there is no query.</summary>
    public Message? Trouble { get; private init; }

    /// <summary>Those of a review; a query file that cannot be read keeps nobody from screening.</summary>
    public static Highlights Of(Review review)
    {
        IReadOnlyList<TermSet> sets = [];
        Message? trouble = null;
        try
        {
            if (review.Protocol.Query is { } query) sets = TermQuery.Read(Path.Combine(review.QueriesFolder, query.File), "queries/" + query.File).Sets;
        }
        catch (ReviewKitException wrong)
        {
            trouble = wrong.Said;
        }
        var words = review.Protocol.Highlight;
        var own = words.Include.Count + words.Exclude.Count == 0 ? [] : (TermSet[])[Set("+", new("for", "支持纳入"), words.Include), Set("-", new("against", "提示排除"), words.Exclude)];
        return new Highlights([.. sets, .. own], sets.Count) { Trouble = trouble };
    }

    static TermSet Set(string id, Message name, IReadOnlyList<string> words) => new(id, name, [.. words.Select(Term.Of)]);

    /// <summary>Where the words stand in the texts that <see cref="QueryFields.Texts"/> lists.</summary>
    public IReadOnlyList<Evidence> In(Record record) => rounds?.Match(record).Evidence ?? [];
}

using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>A Chinese and an English keyword that seem to say the same.</summary>
/// <param name="Method">position: they stand at the same place of two lists of one length; co-occurrence: they come in the same records.</param>
/// <param name="Records">Records in which the method joins them.</param>
/// <param name="Dice">Of their records, among those with both lists, 0..1.</param>
/// <param name="LogLikelihood">Dunning's G² of the same: above 10.8 chance gives it once in a thousand.</param>
/// <param name="IsSure">False where a person should look: too few records to be sure, or a keyword that another one fits as well.</param>
public sealed record KeywordPair(string Zh, string En, string Method, int Records, double Dice, double LogLikelihood, bool IsSure);

/// <summary>Which Chinese and English keywords belong together, learnt from records that carry both lists.</summary>
/// <remarks>Lists of one length are paired by position, as CNKI and Wanfang print them; the others by competitive linking (Melamed 2000), the strongest pair first and each keyword once. Dunning 1993 for G².</remarks>
public static class KeywordPairs
{
    const double LeastDice = 0.5;

    // One record with lists of several words says nothing of which belongs to which.
    const int FewestTogether = 2;

    // Chance gives this G² once in a thousand (chi square, one degree of freedom).
    const double Significant = 10.83;

    /// <summary>The pairs, the most frequent first.</summary>
    public static IReadOnlyList<KeywordPair> Of(IEnumerable<Record> records)
    {
        var lists = records.Select(Lists).Where(lists => lists.Zh.Count > 0 && lists.En.Count > 0).ToList();
        var (zh, en) = (Postings(lists, list => list.Zh), Postings(lists, list => list.En));
        var places = Votes(lists.Where(list => list.Zh.Count == list.En.Count).Select(list => list.Zh.Zip(list.En)));
        var pairs = ByPosition(places, zh, en, lists.Count).ToList();
        var taken = pairs.SelectMany(pair => new[] { pair.Zh, pair.En }).ToHashSet(StringComparer.Ordinal);
        var together = Votes(lists.Where(list => list.Zh.Count != list.En.Count).Select(list => list.Zh.SelectMany(z => list.En.Select(e => (z, e)))));
        var free = together.Where(pair => !taken.Contains(pair.Key.Zh) && !taken.Contains(pair.Key.En))
            .Select(pair => Pair(pair.Key, "co-occurrence", CoOccurrence.Common(zh[pair.Key.Zh], en[pair.Key.En]).Count, zh, en, lists.Count))
            .Where(pair => pair.Dice >= LeastDice && pair.Records >= FewestTogether)
            .OrderByDescending(pair => pair.LogLikelihood).ThenByDescending(pair => pair.Dice).ThenBy(pair => pair.Zh, StringComparer.Ordinal).ThenBy(pair => pair.En, StringComparer.Ordinal);
        foreach (var pair in free.ToList())
        {
            if (taken.Contains(pair.Zh) || taken.Contains(pair.En)) continue;
            taken.Add(pair.Zh);
            taken.Add(pair.En);
            pairs.Add(pair with { IsSure = pair.LogLikelihood >= Significant });
        }
        return [.. pairs.OrderByDescending(pair => pair.Records).ThenBy(pair => pair.Zh, StringComparer.Ordinal).ThenBy(pair => pair.En, StringComparer.Ordinal)];
    }

    // Variants of one side ("smart city", "smart cities") all go to the keyword that most records put beside them.
    static IEnumerable<KeywordPair> ByPosition(Dictionary<(string Zh, string En), int> votes, Dictionary<string, List<int>> zh, Dictionary<string, List<int>> en, int total)
    {
        var (bestOfZh, bestOfEn) = (Most(votes, pair => pair.Zh), Most(votes, pair => pair.En));
        foreach (var (pair, count) in votes)
        {
            // A place that only a slip of the pen explains: both have better partners.
            if (count < bestOfZh[pair.Zh].Votes && count < bestOfEn[pair.En].Votes) continue;
            var isSure = count == bestOfEn[pair.En].Votes && bestOfEn[pair.En].HasRival == false;
            yield return Pair(pair, "position", count, zh, en, total) with { IsSure = isSure };
        }
    }

    static Dictionary<string, (int Votes, bool HasRival)> Most(Dictionary<(string Zh, string En), int> votes, Func<(string Zh, string En), string> side) =>
        votes.GroupBy(vote => side(vote.Key), StringComparer.Ordinal).ToDictionary(group => group.Key, group => (group.Max(vote => vote.Value), group.Count(vote => vote.Value == group.Max(other => other.Value)) > 1), StringComparer.Ordinal);

    static KeywordPair Pair((string Zh, string En) pair, string method, int count, Dictionary<string, List<int>> zh, Dictionary<string, List<int>> en, int total)
    {
        var (both, nz, ne) = (CoOccurrence.Common(zh[pair.Zh], en[pair.En]).Count, zh[pair.Zh].Count, en[pair.En].Count);
        return new KeywordPair(pair.Zh, pair.En, method, count, Similarity.Dice(both, nz, ne), LogLikelihood(both, nz, ne, total), true);
    }

    /// <summary>Twice the logarithm of how much likelier the counts are when the two depend on each other; 0 when they do not meet more often than chance.</summary>
    internal static double LogLikelihood(int both, int a, int b, int total)
    {
        double Part(double observed, double expected) => observed == 0 ? 0 : observed * Math.Log(observed / expected);
        double n = total;
        if (both <= a * (b / n)) return 0;
        return 2 * (Part(both, a * b / n) + Part(a - both, a * (n - b) / n) + Part(b - both, (n - a) * b / n) + Part(n - a - b + both, (n - a) * (n - b) / n));
    }

    static Dictionary<(string Zh, string En), int> Votes(IEnumerable<IEnumerable<(string, string)>> lists)
    {
        var votes = new Dictionary<(string Zh, string En), int>();
        foreach (var list in lists)
            foreach (var pair in list.Distinct()) votes[pair] = votes.GetValueOrDefault(pair) + 1;
        return votes;
    }

    static Dictionary<string, List<int>> Postings(IReadOnlyList<(List<string> Zh, List<string> En)> lists, Func<(List<string> Zh, List<string> En), List<string>> side)
    {
        var postings = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < lists.Count; i++)
            foreach (var keyword in side(lists[i]).Distinct())
            {
                if (!postings.TryGetValue(keyword, out var posting)) postings[keyword] = posting = [];
                posting.Add(i);
            }
        return postings;
    }

    /// <summary>Both lists of a record, folded; from the lists by language, else from the keywords by their script.</summary>
    static (List<string> Zh, List<string> En) Lists(Record record)
    {
        var byLanguage = record.KeywordsByLanguage.Where(list => list.Key is "zh" or "en").SelectMany(list => list.Value).ToList();
        var all = byLanguage.Concat(record.Keywords).SelectMany(TermIndex.Parts).Select(Fold.Term).Where(term => term.Length > 0).Distinct().ToList();
        var (zh, en) = (all.FindAll(Fold.HasHan), all.FindAll(term => !Fold.HasHan(term)));
        // A Chinese list with a name or two in Latin letters is one list.
        return byLanguage.Count > 0 || (zh.Count > 1 && en.Count > 1 && zh.Count <= 2 * en.Count && en.Count <= 2 * zh.Count) ? (zh, en) : ([], []);
    }
}

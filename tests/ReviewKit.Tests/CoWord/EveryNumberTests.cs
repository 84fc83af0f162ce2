using CsCheck;
using ReviewKit.CoWord;

namespace ReviewKit.Tests.CoWord;

/// <summary>Every number of a map made of random records, counted again record by record from its definition.</summary>
public class EveryNumberTests
{
    static readonly Gen<(List<Record> Records, int Minimum, bool Fractional)> Corpora =
        Gen.Select(
            Gen.OneOf("智慧城市", "政策工具", "smart city", "Smart City", "governance", "open data", "城市治理", "iot", "数据").Array[0, 6].Array[1, 25],
            Gen.Int[1, 3], Gen.Bool,
            (keywords, minimum, fractional) => (keywords.Select((terms, i) => Papers.Of($"r{i:00}", i % 5 == 0 ? null : 2000 + i, terms)).ToList(), minimum, fractional));

    [Fact]
    public void Of_terms_and_pairs() => Corpora.Sample(corpus =>
    {
        var (records, minimum, fractional) = corpus;
        var map = CoWordMap.Of(records, new CoWordOptions { MinimumOccurrences = minimum, Counting = fractional ? Counting.Fractional : Counting.Full });
        var sets = records.Select(record => record.Keywords.Select(keyword => keyword.ToLowerInvariant()).ToHashSet()).ToList();
        int With(params string[] keys) => sets.Count(set => keys.All(set.Contains));
        double Weight(string a, string b) => sets.Where(set => set.Contains(a) && set.Contains(b)).Sum(set => fractional ? 1.0 / (set.Count - 1) : 1);
        var onMap = sets.SelectMany(set => set).Distinct().Where(key => With(key) >= minimum).ToHashSet();

        Assert.True(onMap.SetEquals(map.Terms.Select(term => term.Key)));
        foreach (var term in map.Terms)
        {
            var others = onMap.Where(key => key != term.Key && With(key, term.Key) > 0).ToList();
            Assert.Equal((With(term.Key), others.Count), (term.Occurrences, term.Links));
            Assert.Equal(others.Sum(key => Weight(key, term.Key)), term.TotalLinkStrength, 9);
            Assert.Equal((double)With(term.Key) / records.Count, term.Share, 12);
            Assert.Equal(records.Where((_, i) => sets[i].Contains(term.Key)).Select(record => record.Id), term.RecordIds);
            var years = records.Where((record, i) => sets[i].Contains(term.Key) && record.Year is not null).Select(record => record.Year!.Value).ToList();
            Assert.Equal(years.Count == 0 ? null : years.Average(), term.AverageYear);
        }
        var all = (from a in onMap from b in onMap where string.CompareOrdinal(a, b) < 0 && With(a, b) > 0 select (a, b)).ToList();
        Assert.Equal(all.Count, map.Pairs.Count);
        var w = all.Sum(pair => Weight(pair.a, pair.b));
        foreach (var pair in map.Pairs)
        {
            double cij = With(pair.A.Key, pair.B.Key), si = With(pair.A.Key), sj = With(pair.B.Key);
            Assert.Equal(cij, pair.Records);
            Assert.Equal(Weight(pair.A.Key, pair.B.Key), pair.Weight, 9);
            Assert.Equal(cij / si / sj, pair.AssociationStrength, 12);
            Assert.Equal(cij / Math.Sqrt(si * sj), pair.Cosine, 12);
            Assert.Equal(cij / sets.Count(set => set.Contains(pair.A.Key) || set.Contains(pair.B.Key)), pair.Jaccard, 12);
            Assert.Equal(cij / Math.Min(si, sj), pair.Inclusion, 12);
            Assert.Equal(cij / si * (cij / sj), pair.EquivalenceIndex, 12);
            Assert.Equal(cij / ((si + sj) / 2), pair.Dice, 12);
            double Strength(string key) => onMap.Where(other => other != key && With(other, key) > 0).Sum(other => Weight(other, key));
            Assert.Equal(pair.Weight / (Strength(pair.A.Key) * Strength(pair.B.Key) / (2 * w)), pair.NetworkAssociationStrength, 9);
            Assert.Equal(records.Where((_, i) => sets[i].Contains(pair.A.Key) && sets[i].Contains(pair.B.Key)).Select(record => record.Id), map.RecordIdsOf(pair));
        }
    }, iter: 60);

    [Fact]
    public void Of_association_rules() => Corpora.Sample(corpus =>
    {
        var terms = TermIndex.Of(corpus.Records, new CoWordOptions()).Terms;
        var sets = Enumerable.Range(0, corpus.Records.Count).Select(i => Enumerable.Range(0, terms.Count).Where(term => terms[term].Records.Contains(i)).ToHashSet()).ToList();
        int With(IEnumerable<int> wanted) => sets.Count(set => wanted.All(set.Contains));
        var expected = new List<string>();
        for (var mask = 1; mask < 1 << terms.Count; mask++)
        {
            var members = Enumerable.Range(0, terms.Count).Where(term => (mask >> term & 1) == 1).ToList();
            if (members.Count is < 2 or > 4 || With(members) < corpus.Minimum) continue;
            foreach (var then in members)
            {
                var condition = members.Where(term => term != then).ToList();
                var confidence = (double)With(members) / With(condition);
                if (confidence >= 0.4)
                    expected.Add(Print(condition, then, With(members), (double)With(members) / sets.Count, confidence, confidence / ((double)With([then]) / sets.Count)));
            }
        }
        var rules = AssociationRules.Of(terms, corpus.Records.Count, corpus.Minimum, 0.4, 4);
        Assert.Equal(expected.Order(StringComparer.Ordinal), rules.Select(rule => Print(rule.If, rule.Then, rule.Records, rule.Support, rule.Confidence, rule.Lift)).Order(StringComparer.Ordinal));
        Assert.Equal(rules.Select(rule => rule.Lift).OrderDescending(), rules.Select(rule => rule.Lift));

        static string Print(IEnumerable<int> condition, int then, int records, double support, double confidence, double lift) =>
            FormattableString.Invariant($"{string.Join('+', condition)}>{then} {records} {support:0.000000} {confidence:0.000000} {lift:0.000000}");
    }, iter: 40);

    [Fact]
    public void A_share_is_a_minimum_too()
    {
        // Five of forty records are 12.5 %, four are 10 %, three 7.5 %.
        var records = Enumerable.Range(0, 40).Select(i => Papers.Of($"r{i}", 2020, [.. new[] { ("政策", 5), ("policy", 4), ("plan", 3) }.Where(term => i < term.Item2).Select(term => term.Item1)])).ToList();
        Assert.Equal(["政策", "policy"], CoWordMap.Of(records, new CoWordOptions { MinimumShare = 0.10 }).Terms.Select(term => term.Label));
        Assert.Equal(["政策"], CoWordMap.Of(records, new CoWordOptions { MinimumShare = 0.101 }).Terms.Select(term => term.Label));
    }
}

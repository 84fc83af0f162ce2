using ReviewKit.Screening.Ranking;
using ReviewKit.Screening.Simulation;

namespace ReviewKit.Tests.Screening.Ranking;

public class RankerTests
{
    static readonly RankedText[] Texts =
    [
        new("Smart city policy in the east", "Policies of a smart city steer data and transport."),
        new("Smart city governance", "Data governance of the smart city in twelve districts."),
        new("Feeding of carp in ponds", "Growth of carp under four feeding plans in ponds."),
        new("Transport planning", "Buses, trains and the data of a city."),
        new("Pond water quality", "Water of ponds, fish growth and feeding."),
        new("", "Transport policy of districts and data."),
        new("Fish growth", "Four plans of feeding, water temperature."),
        new("City districts", "Twelve districts, transport, buses, policy and the smart city."),
        new("Water policy", "Policy of water in four districts."),
        new("An unrelated title", "xylophone quartets"),
    ];

    static readonly bool[] IsRelevant = [true, true, false, true, false, true, false, true, false, false];

    [Fact]
    public void Scores_order_as_a_dense_machine_by_descent_on_the_primal_does()
    {
        var ranker = new Ranker(FeatureMatrix.Of(Texts, RankingModel.ElasU4), RankingModel.ElasU4);
        var labelled = new List<int> { 0, 2 };
        foreach (var row in labelled) ranker.Label(row, IsRelevant[row]);
        while (labelled.Count < Texts.Length)
        {
            var scores = Primal(labelled);
            var expected = Enumerable.Range(0, Texts.Length).Except(labelled).OrderByDescending(row => scores[row]).ThenBy(row => row).ToList();
            Assert.Equal(expected, ranker.Order());
            Assert.Equal(expected[0], ranker.Next());
            ranker.Label(expected[0], IsRelevant[expected[0]]);
            labelled.Add(expected[0]);
        }
        Assert.Null(ranker.Next());
    }

    [Fact]
    public void Until_both_kinds_are_known_records_come_in_their_order()
    {
        var ranker = new Ranker(FeatureMatrix.Of(Texts, RankingModel.ElasU4), RankingModel.ElasU4);
        Assert.Equal(0, ranker.Next());
        ranker.Label(0, true);
        Assert.Equal(1, ranker.Next());
        Assert.False(ranker.CanLearn);
    }

    [Fact]
    public void A_decision_taken_back_leaves_the_order_as_it_was()
    {
        var x = FeatureMatrix.Of(Texts, RankingModel.ElasU4);
        var (changed, plain) = (new Ranker(x, RankingModel.ElasU4), new Ranker(x, RankingModel.ElasU4));
        foreach (var ranker in (Ranker[])[changed, plain])
        {
            ranker.Label(0, true);
            ranker.Label(2, false);
        }
        changed.Label(3, false);
        changed.Order();
        changed.Label(3, true);
        changed.Order();
        changed.Unlabel(3);
        Assert.Equal(plain.Order(), changed.Order());
    }

    [Fact]
    public void Chinese_texts_are_ranked_by_pairs_of_characters()
    {
        RankedText[] texts = [new("智慧城市政策研究", "分析智慧城市的政策工具。"), new("池塘养鱼", "鱼类的生长与水温。"), new("鱼类饲料", "四种饲料与鱼类生长。"), new("數字化轉型中的智慧城市", "政策執行。"), new("水温", "池塘的水温。")];
        var ranker = new Ranker(FeatureMatrix.Of(texts, RankingModel.ElasU4), RankingModel.ElasU4);
        ranker.Label(0, true);
        ranker.Label(1, false);
        // The third row is in traditional characters.
        Assert.Equal(3, ranker.Next());
    }

    [Fact]
    public void A_plural_counts_as_its_singular_where_the_model_says_so()
    {
        RankedText[] texts = [new("policies", "cities of data"), new("policy", "city of data"), new("other", "words entirely")];
        Assert.Equal(0, FeatureMatrix.Of(texts, RankingModel.TitleTwice).OwnSquare(0), 6);
        Assert.True(FeatureMatrix.Of(texts, RankingModel.ElasU4).OwnSquare(0) > .5);
    }

    [Fact]
    public void Only_the_first_letters_of_a_word_count_where_the_model_says_so()
    {
        // "regulat" is common to the first two; numbers, short words and Chinese stay whole.
        RankedText[] texts = [new("regulations", "2020123456"), new("regulatory", "2020123457"), new("regular", "智慧城市政策"), new("other", "智慧城市治理")];
        var (stems, whole) = (FeatureMatrix.Of(texts, RankingModel.Stems), FeatureMatrix.Of(texts, RankingModel.TitleTwice));
        Assert.True(stems.SharedSquare(0) > 0);
        Assert.Equal(0, whole.SharedSquare(0));
        Assert.True(stems.SharedSquare(2) > 0);
        Assert.True(stems.OwnSquare(0) > 0);
    }

    // Places at which scikit-learn 1.2.1 (TfidfVectorizer, LinearSVC of the published parameters, refitted after each label) finds the relevant records from the first priors.
    [Theory]
    [InlineData("SYNERGY_Donners_2021", 0, new[] { 2, 4, 5, 6, 7, 15, 17, 19, 25, 31, 32, 35, 41, 98 })]
    [InlineData("SYNERGY_Donners_2021", 4, new[] { 1, 2, 4, 7, 8, 12, 14, 19, 21, 28, 29, 39, 96 })]
    [InlineData("SYNERGY_Oud_2018", 1, new[] { 6, 12, 18, 23, 24, 28, 33, 36, 42, 48, 49, 56, 59, 62, 64, 74, 79, 80, 86 })]
    public void Finds_what_scikit_learn_finds_at_nearly_its_places(string set, int priors, int[] expected)
    {
        var file = LabelledFile.Read(RealData.Path($"screening/{set}.csv.gz"));
        var known = PriorsFile.Read(RealData.Path("screening/priors.json")).Of(file)[priors];
        var run = SimulatedRun.Of(file, priors, known, FeatureMatrix.Of(file.Records.Select(r => r.Text), RankingModel.ElasU4), RankingModel.ElasU4);
        Assert.Equal(expected.Length, run.RelevantPlaces.Count);
        Assert.All(expected.Zip(run.RelevantPlaces), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 3));
    }

    // The published recipe written down again, densely and slowly: all features, gradient descent on the primal.
    static double[] Primal(List<int> labelled)
    {
        var words = Texts.Select(text => $"{text.Title} {text.Abstract}".ToLowerInvariant().Split(' ', ',', '.').Where(word => word.Length > 1).ToList()).ToList();
        var rows = words.Select(row => row.Concat(row.Zip(row.Skip(1), (a, b) => a + " " + b)).GroupBy(f => f).ToDictionary(f => f.Key, f => f.Count())).ToList();
        var df = rows.SelectMany(row => row.Keys).GroupBy(f => f).ToDictionary(f => f.Key, f => f.Count());
        var names = df.Where(f => f.Value <= .95 * Texts.Length).Select(f => f.Key).ToList();
        var x = rows.ConvertAll(row =>
        {
            var values = names.ConvertAll(name => row.TryGetValue(name, out var tf) ? (1 + Math.Log(tf)) * (Math.Log((1.0 + Texts.Length) / (1 + df[name])) + 1) : 0);
            var length = Math.Sqrt(values.Sum(v => v * v));
            return values.Select(v => length > 0 ? v / length : 0).Append(1).ToArray();
        });
        double n1 = labelled.Count(row => IsRelevant[row]), n0 = labelled.Count - n1;
        double[] weights = [.. labelled.Select(row => IsRelevant[row] ? 1 : n1 / (9.8 * n0))];
        var scale = labelled.Count / weights.Sum();
        var w = new double[names.Count + 1];
        for (var step = 0; step < 40_000; step++)
        {
            var gradient = w.ToArray();
            for (var i = 0; i < labelled.Count; i++)
            {
                var (row, y) = (x[labelled[i]], IsRelevant[labelled[i]] ? 1 : -1);
                var slack = 1 - y * row.Zip(w, (a, b) => a * b).Sum();
                if (slack > 0)
                    for (var f = 0; f < w.Length; f++) gradient[f] -= 2 * .11 * scale * weights[i] * slack * y * row[f];
            }
            for (var f = 0; f < w.Length; f++) w[f] -= .02 * gradient[f];
            if (gradient.Sum(g => g * g) < 1e-18) break;
        }
        return [.. x.Select(row => row.Zip(w, (a, b) => a * b).Sum())];
    }
}

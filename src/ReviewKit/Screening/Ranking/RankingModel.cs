using ReviewKit.Text;

namespace ReviewKit.Screening.Ranking;

/// <summary>How records are ranked while people screen: what is counted of a text, and how a linear support vector machine weighs it.</summary>
/// <param name="Name">As `--model` takes it.</param>
/// <param name="Title">What it is, for help pages.</param>
/// <param name="C">The machine's cost of an error, above 0.</param>
/// <param name="Ratio">How many times the relevant records weigh, all together, what the irrelevant ones do.</param>
/// <param name="TitleWeight">How often the title is counted.</param>
/// <param name="DropsPlural">Whether an English plural counts as its singular.</param>
/// <param name="LongestWord">How many letters of a word count; null: all.</param>
/// <param name="KeywordWeight">How often the keywords are counted; u4 does not read them.</param>
/// <param name="MostOften">Words in more than this share of the records do not count.</param>
public sealed record RankingModel(string Name, Message Title, double C, double Ratio, int TitleWeight, bool DropsPlural, int? LongestWord = null, int KeywordWeight = 0, double MostOften = .95)
{
    /// <summary>ELAS u4 of ASReview 3: word pairs, tf-idf, C .11, ratio 9.8 (its published optimum over 250 simulations).</summary>
    public static RankingModel ElasU4 { get; } = new("u4", new("ELAS u4 of ASReview: words and word pairs of title and abstract, linear SVM", "ASReview 的 ELAS u4：题名与摘要的词与词对，线性支持向量机"), .11, 9.8, 1, false);

    /// <summary>u4 with the title counted twice and plurals as singulars: better on average, on the sets we looked at and on those kept apart (docs/decisions/0006-ranking.md).</summary>
    public static RankingModel TitleTwice { get; } = new("u4t", new("u4 with the title counted twice and plurals as singulars", "u4，题名计两次，复数按单数计"), .11, 9.8, 2, true);

    /// <summary>u4 with the title counted three times and of a word only its first seven letters, so that "regulate" and "regulation" are one (docs/decisions/0006-ranking.md).</summary>
    public static RankingModel Stems { get; } = new("u4s", new("u4 with the title counted three times and only the first seven letters of a word", "u4，题名计三次，单词只取前七个字母"), .11, 9.8, 3, false, 7);

    public static IReadOnlyList<RankingModel> All { get; } = [ElasU4, TitleTwice, Stems];

    /// <summary>What is used where nothing is said.</summary>
    public static RankingModel Usual { get; } = All.First(model => model.Name == Store.StageOrder.DefaultModel);

    /// <exception cref="ReviewKitException">There is none of that name.</exception>
    public static RankingModel Named(string name) => Find(name) ?? throw new ReviewKitException(
        $"no model {name}; known: {string.Join(", ", All.Select(known => known.Name))}", $"没有模型 {name}；可用：{string.Join("、", All.Select(known => known.Name))}");

    /// <summary>Null when there is none of that name.</summary>
    public static RankingModel? Find(string name) => All.FirstOrDefault(model => model.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

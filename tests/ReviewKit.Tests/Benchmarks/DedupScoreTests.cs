using ReviewKit.Benchmarks.Accuracy;

namespace ReviewKit.Tests.Benchmarks;

/// <summary>Scores as bib-dedupe's evaluation defines them, against counts made by hand.</summary>
public class DedupScoreTests
{
    static DedupScore Score(string order, string found, string truth) => DedupScore.Of(Ids(order), Groups(found), Groups(truth));

    static IReadOnlyList<IReadOnlyList<string>> Groups(string text) => [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Ids)];

    static IReadOnlyList<string> Ids(string text) => [.. text.Select(c => c.ToString())];

    /// <summary>Of abc the record c stays beside a: b is removed rightly (1), c missed (1); pairs ab found, ac and bc missed.</summary>
    [Fact]
    public void A_duplicate_that_stays_is_missed() =>
        Assert.Equal(new DedupScore(1, 0, 1, 1, 0, 1, 0, 2), Score("abcd", "ab", "abc"));

    /// <summary>d stands alone and is removed with a: a report is lost; of the pairs ab, ad, bd only ab is right.</summary>
    [Fact]
    public void A_record_that_stands_alone_must_not_be_removed() =>
        Assert.Equal(new DedupScore(1, 1, 0, 1, 0, 1, 2, 0), Score("abd", "abd", "ab"));

    /// <summary>Two groups in one: a stays, so of cd none is kept: one report lost, d counts as removed rightly; pairs ab and cd right, 6 - 2 = 4 wrong.</summary>
    [Fact]
    public void Two_groups_in_one_lose_the_later_report() =>
        Assert.Equal(new DedupScore(2, 1, 0, 2, 0, 2, 4, 0), Score("abcd", "abcd", "ab|cd"));

    [Fact]
    public void The_first_record_in_the_order_of_the_file_stays_whatever_the_group_says() =>
        Assert.Equal(Score("智慧城市", "慧智", "智慧"), Score("智慧城市", "智慧", "智慧"));

    [Fact]
    public void All_found_is_one()
    {
        var score = Score("abcde", "ab|cde", "ab|cde");
        Assert.Equal(new DedupScore(3, 0, 0, 2, 2, 4, 0, 0), score);
        Assert.Equal(1, score.F1);
    }
}

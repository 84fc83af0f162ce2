using ReviewKit.CoWord;

namespace ReviewKit.Tests.CoWord;

public class ThematicEvolutionTests
{
    static readonly List<Record> Records =
    [
        Papers.Of("1", 2015, "智慧城市", "政策"), Papers.Of("2", 2016, "智慧城市", "政策"), Papers.Of("3", 2016, "智慧城市", "治理", "政策"),
        Papers.Of("4", 2018, "智慧城市", "数据"), Papers.Of("5", 2019, "智慧城市", "数据"), Papers.Of("6", 2019, "治理", "法律"), Papers.Of("7", null, "数据"),
    ];

    [Fact]
    public void What_themes_of_two_periods_share_is_counted_three_ways()
    {
        var evolution = ThematicEvolution.Of(Records, ThematicEvolution.Cut(Records, [2016]), new CoWordOptions { MinimumOccurrences = 1 });
        Assert.Equal(["2015-2016", "2017-2019"], evolution.Periods.Select(period => period.Period.Label));
        var earlier = Assert.Single(evolution.Periods[0].Themes);
        Assert.Equal(["政策", "智慧城市", "治理"], earlier.Terms.Select(term => term.Label));
        Assert.Equal(2, evolution.Periods[1].Themes.Count);
        var toCity = evolution.Lineages.Single(lineage => lineage.Shared.Contains("智慧城市"));
        // One common term of {政策, 智慧城市, 治理} and {数据, 智慧城市}: 1/2 of the smaller, 1/4 of all; 智慧城市 3 and 2 times, totals 7 and 4: 2/4.
        Assert.Equal((1 / 2.0, 2 / 4.0, 1 / 4.0), (toCity.Inclusion, toCity.WeightedInclusion, toCity.Stability));
        // {治理, 法律}: 治理 once in either; totals 7 and 2.
        var toLaw = evolution.Lineages.Single(lineage => lineage.Shared.Contains("治理"));
        Assert.Equal((1 / 2.0, 1 / 2.0, 1 / 4.0), (toLaw.Inclusion, toLaw.WeightedInclusion, toLaw.Stability));
    }

    [Fact]
    public void Periods_run_from_the_first_year_to_the_last() =>
        Assert.Equal([new Period(2015, 2015), new Period(2016, 2018), new Period(2019, 2019)], ThematicEvolution.Cut(Records, [2015, 2018]));

    [Theory]
    [InlineData(2019)]
    [InlineData(2010)]
    [InlineData(2018, 2016)]
    public void A_period_without_a_year_is_refused(params int[] lastYears) =>
        Assert.Contains("between 2015 and 2018", Assert.Throws<ReviewKitException>(() => ThematicEvolution.Cut(Records, lastYears)).Message, StringComparison.Ordinal);

    [Fact]
    public void Records_without_years_have_no_periods() =>
        Assert.Throws<ReviewKitException>(() => ThematicEvolution.Cut([Papers.Of("1", null, "a")], []));
}

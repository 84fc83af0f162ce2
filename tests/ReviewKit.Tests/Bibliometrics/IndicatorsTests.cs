using ReviewKit.Bibliometrics;
using ReviewKit.Records;

namespace ReviewKit.Tests.Bibliometrics;

public class IndicatorsTests
{
    [Theory]
    [InlineData(new int[0], 0, 0)]
    [InlineData(new[] { 0, 0 }, 0, 0)]
    [InlineData(new[] { 1 }, 1, 1)]
    // 10 ≥ 1, 8 ≥ 2, 5 ≥ 3, 4 ≥ 4, 3 < 5. Sums 10 18 23 27 30 against 1 4 9 16 25: all five.
    [InlineData(new[] { 3, 10, 4, 8, 5 }, 4, 5)]
    // One document cited often is one document.
    [InlineData(new[] { 1000 }, 1, 1)]
    public void H_and_g(int[] citations, int h, int g) => Assert.Equal((h, g), (Impact.HIndex(citations), Impact.GIndex(citations)));

    [Fact]
    public void Bradfords_zones_each_close_with_the_source_that_reaches_a_third()
    {
        // 30 documents: 10 reach the first third, 10 + 4 + 3 + 3 the second.
        var bradford = Bradford.Of([10, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1]);
        Assert.Equal([(1, 10), (3, 10), (7, 10)], bradford.Zones);
        Assert.Equal([1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3], bradford.ZoneOf);
        Assert.Equal((3.0 / 1 + 7.0 / 3) / 2, bradford.Multiplier);
    }

    [Fact]
    public void Lotkas_own_square_law_is_found()
    {
        // 3600 / n² authors of n documents.
        var lotka = Lotka.Of(new[] { (1, 3600), (2, 900), (3, 400), (4, 225), (5, 144), (6, 100) }.SelectMany(point => Enumerable.Repeat(point.Item1, point.Item2)));
        Assert.Equal(2, lotka.Beta!.Value, 9);
        Assert.Equal(3600 / 5369.0, lotka.C!.Value, 9);
        Assert.Equal(1, lotka.R2!.Value, 9);
        Assert.Null(Lotka.Of([1, 1]).Beta);
    }

    [Fact]
    public void Production_has_every_year_and_compound_growth()
    {
        var production = AnnualProduction.Of([In(2018, 4), In(2018, 0), In(2020, 6), In(2021, 1), .. Enumerable.Repeat(0, 15).Select(_ => In(2021, 0)), new Record()], 2022);
        Assert.Equal([(2018, 2, 2), (2019, 0, 2), (2020, 1, 3), (2021, 16, 19)], production.Years.Select(year => (year.Year, year.Documents, year.Cumulated)));
        // Twice doubled in three years thrice: (16 / 2)^(1/3) = 2.
        Assert.Equal(100, production.GrowthRate!.Value, 9);
        Assert.Equal((2.0, 2.0 / 5), (production.Years[0].MeanCitations, production.Years[0].MeanCitationsPerYear!.Value));
        Assert.Null(AnnualProduction.Of([In(2020, 1)], 2022).GrowthRate);
        Assert.Empty(AnnualProduction.Of([], 2022).Years);
    }

    /// <summary>Ten documents a year over six years, eight of 60 with the word: usual 8/60, in a burst 16/60; entering costs ln 6.</summary>
    [Fact]
    public void A_burst_saves_what_the_two_rates_differ_by()
    {
        int[] all = [10, 10, 10, 10, 10, 10];
        // Saved in a year with r of 10: r ln 2 + (10 - r) ln((1 - 16/60) / (1 - 8/60)).
        double Saved(int r) => r * Math.Log(2) + (10 - r) * Math.Log(44 / 52.0);
        var found = Assert.Single(Bursts.Of([0, 0, 3, 4, 0, 1], all, 2015));
        Assert.Equal((2017, 2018), (found.Start, found.End));
        Assert.Equal(Saved(3) + Saved(4), found.Strength, 9);
        // Six of 60, so 0.1 and 0.2: 2 and 3 save 5 ln 2 + 15 ln(0.8 / 0.9) = 1.70, less than ln 6 = 1.79.
        Assert.Empty(Bursts.Of([0, 0, 2, 3, 0, 1], all, 2015));
        Assert.Empty(Bursts.Of([0, 0, 9, 0, 0, 0], all, 2015));
        Assert.Single(Bursts.Of([0, 0, 9, 0, 0, 0], all, 2015, new BurstOptions { MinimumYears = 1 }));
        Assert.Empty(Bursts.Of([], [], 2015));
        Assert.Empty(Bursts.Of([5, 5], [5, 5], 2015));
    }

    /// <summary>Against all ways of choosing the years: the cheapest is the one found.</summary>
    [Fact]
    public void The_burst_is_the_cheapest_of_all_ways()
    {
        var chance = new Random(5);
        for (var trial = 0; trial < 200; trial++)
        {
            var all = Enumerable.Range(0, 9).Select(_ => chance.Next(4, 30)).ToArray();
            var relevant = all.Select(n => chance.Next(0, chance.Next(3) == 0 ? n / 2 : 3)).ToArray();
            double r = relevant.Sum(), d = all.Sum();
            if (r == 0) continue;
            double Cost(int t, double p) => -(relevant[t] * Math.Log(p) + (all[t] - relevant[t]) * Math.Log(1 - p));
            double Total(int mask) => Enumerable.Range(0, 9).Sum(t => Cost(t, (mask >> t & 1) == 1 ? Math.Min(2 * r / d, 0.9999) : r / d) + ((mask >> t & 1) == 1 && (t == 0 || (mask >> (t - 1) & 1) == 0) ? Math.Log(9) : 0));
            var best = Enumerable.Range(0, 512).MinBy(Total);
            var found = Bursts.Of(relevant, all, 0, new BurstOptions { MinimumYears = 1 }).Aggregate(0, (mask, burst) => Enumerable.Range(burst.Start, burst.End - burst.Start + 1).Aggregate(mask, (m, t) => m | 1 << t));
            Assert.Equal(Total(best), Total(found), 9);
        }
    }

    [Theory]
    [InlineData("Inst Sci & Tech Informat China, Beijing 100038, Peoples R China.", "CHINA")]
    [InlineData("SUNY Coll Oswego, Oswego, NY 13126 USA.", "USA")]
    [InlineData("Beckman Institute, Urbana, IL 61801", "USA")]
    [InlineData("Univ Sussex, Brighton BN1 9QE, E Sussex, England.", "UNITED KINGDOM")]
    [InlineData("Univ Girona, Palau I Solita, Spain", "SPAIN")]
    [InlineData("Tsinghua University, Beijing, China, 100084", "CHINA")]
    [InlineData("北京大学信息管理系，北京，100871", "CHINA")]
    [InlineData("美国加州大学伯克利分校", "USA")]
    [InlineData("University of Nowhere", null)]
    public void The_country_of_an_address(string address, string? country) => Assert.Equal(country, Countries.OfAddress(address));

    [Fact]
    public void Of_several_corresponding_authors_the_first_by_the_alphabet()
    {
        var record = new Record { Source = "wos", Other = { ["RP"] = ["Li, X (corresponding author), Wuhan Univ, Wuhan, Peoples R China.; Smith, J (corresponding author), Univ Sydney, Sydney, Australia."] } };
        Assert.Equal("AUSTRALIA", Countries.Corresponding(record));
        Assert.Null(Countries.Corresponding(new Record { Source = "wos", Affiliations = ["Wuhan Univ, Wuhan, Peoples R China."] }));
        Assert.Equal("CHINA", Countries.Corresponding(new Record { Source = "cnki", Affiliations = ["武汉大学"] }));
    }

    [Fact]
    public void Authors_are_counted_by_short_names()
    {
        Assert.Equal(["MERIGO JM", "VARGAS-SANCHEZ A", "LI X", "张三"], AuthorNames.Of(new Record
        {
            Authors = [new PersonName { Family = "Merigó", Given = "José M." }, new PersonName { Family = "Vargas-Sánchez", Given = "Alfonso" }, new PersonName { Family = "Li", Given = "Xiaoming" }, new PersonName { Literal = "张三" }],
        }));
        Assert.Equal(["SANCHEZ AV"], AuthorNames.Of(new Record { Authors = [new PersonName { Family = "Vargas Sanchez", Given = "Alfonso" }], Other = { ["AU"] = ["Sanchez, AV"] } }));
        Assert.Equal(["ECK NJ"], AuthorNames.Of(new Record { Authors = [new PersonName { Family = "Eck", Given = "NJ" }] }));
    }

    [Fact]
    public void A_reference_is_found_by_DOI_or_by_place()
    {
        Record[] records =
        [
            Paper("a", "10.1000/A1", "Small", 1985, "7", "391"), Paper("b", null, "Small", 1985, "8", "321"), Paper("c", "10.1000/c", "Li", 2001, "1", "5"),
            new() { Id = "d", References = ["SMALL H, 1985, SCIENTOMETRICS, V7, P391, DOI 10.1000/a1", "Small H, 1985, SCIENTOMETRICS, V8, P321, DOI 10.1007/BF02018057", "LI H, 2001, OTHER, V1, P5, DOI 10.1000/else", "Nobody, 1999"] },
            new() { Id = "e", References = ["SMALL H, 1985, SCIENTOMETRICS, V7, P391", "SMALL H, 1985, SCIENTOMETRICS, V7, P391, DOI 10.1000/a1"] },
        ];
        var cited = LocalCitations.Of(records).CitedBy;
        Assert.Equal([3, 4], cited[0]);
        Assert.Equal([3], cited[1]);
        // The same place, but the DOIs differ.
        Assert.Empty(cited[2]);
    }

    [Fact]
    public void Trend_topics_lie_between_their_quartiles()
    {
        var records = new[] { 2001, 2002, 2002, 2005, 2009 }.Select((year, i) => new Record { Id = $"r{i}", Year = year, Keywords = ["数据", .. i == 4 ? new[] { "metaverse" } : []] });
        var topic = Description.Of(records, new DescribeOptions(2020)).Trends.Single();
        Assert.Equal(("数据", 2002, 2002, 2005), (topic.Keyword, topic.Q1, topic.Median, topic.Q3));
    }

    static Record In(int year, int cited) => new() { Year = year, TimesCited = cited };

    static Record Paper(string id, string? doi, string family, int year, string volume, string page) =>
        new() { Id = id, Doi = doi, Authors = [new PersonName { Family = family, Given = "H" }], Year = year, Volume = volume, FirstPage = page };
}

using ReviewKit.Screening;

namespace ReviewKit.Tests.Screening;

public class AgreementTests
{
    // 50 proposals, two readers: agreement .7, by chance .5 (the worked example of the encyclopaedias); interval by the formula of 1969, summed by hand.
    static readonly Agreement Readers = new("title-abstract", "a", "b", 20, 5, 10, 15);

    [Fact]
    public void Cohens_kappa_is_that_of_the_worked_example()
    {
        Assert.Equal(35 / 50.0, Readers.Observed, 12);
        Assert.Equal(.5 * .6 + .5 * .4, Readers.Expected, 12);
        Assert.Equal((.7 - .5) / (1 - .5), Readers.CohensKappa, 12);
        Assert.Equal(2 * .7 - 1, Readers.Pabak, 12);
    }

    [Fact]
    public void The_standard_error_is_that_of_1969()
    {
        // kappa .4: diagonal .4 (1 - 1.1 * .6)^2 + .3 (1 - .9 * .6)^2 = .04624 + .06348; off it .6^2 (.1 * (.5 + .6)^2 + .2 * (.5 + .4)^2) = .10188; less (.4 - .5 * .6)^2 = .01.
        Assert.Equal(Math.Sqrt((.04624 + .06348 + .10188 - .01) / 50) / .5, Readers.StandardError, 10);
    }

    [Fact]
    public void All_judged_the_same_one_way_says_nothing() => Assert.True(double.IsNaN(new Agreement("s", "a", "b", 0, 0, 0, 30).CohensKappa));

    [Fact]
    public void Fleiss_kappa_is_that_of_the_worked_example()
    {
        // Fleiss' example as it is taught: fourteen raters, ten subjects, five categories, kappa .210.
        int[][] ratings = [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]];
        Assert.Equal(.210, Agreement.FleissKappa(ratings), 3);
    }

    [Fact]
    public void Two_physiotherapists_agree_as_published()
    {
        // Sim & Wright 2005 (doi:10.1093/ptj/85.3.257), table 1: 39 patients; kappa .67, PABAK .69.
        var table = new Agreement("s", "a", "b", 22, 2, 4, 11);
        Assert.Equal(.67, table.CohensKappa, 2);
        Assert.Equal(.69, table.Pabak, 2);
        Assert.Equal((33 / 39.0 - (24 * 26 + 15 * 13) / (39.0 * 39)) / (1 - (24 * 26 + 15 * 13) / (39.0 * 39)), table.CohensKappa, 12);
    }

    [Fact]
    public void The_standard_error_is_that_of_the_delta_method_done_by_differences()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 200; trial++)
        {
            int[] cells = [1 + random.Next(60), 1 + random.Next(20), 1 + random.Next(20), 1 + random.Next(60)];
            var n = (double)cells.Sum();
            var p = cells.Select(cell => cell / n).ToArray();
            // The slope of kappa along each cell, then the variance of a multinomial: (sum p g^2 - (sum p g)^2) / n.
            var slopes = Enumerable.Range(0, 4).Select(i => (Kappa(Moved(p, i, 1e-6)) - Kappa(Moved(p, i, -1e-6))) / 2e-6).ToArray();
            var variance = (p.Zip(slopes, (share, slope) => share * slope * slope).Sum() - Math.Pow(p.Zip(slopes, (share, slope) => share * slope).Sum(), 2)) / n;
            Assert.Equal(Math.Sqrt(variance), new Agreement("s", "a", "b", cells[0], cells[1], cells[2], cells[3]).StandardError, 6);
        }

        static double[] Moved(double[] p, int at, double by) => [.. p.Select((share, i) => i == at ? share + by : share)];
        static double Kappa(double[] p)
        {
            var sum = p.Sum();
            var expected = ((p[0] + p[1]) * (p[0] + p[2]) + (p[2] + p[3]) * (p[1] + p[3])) / (sum * sum);
            return ((p[0] + p[3]) / sum - expected) / (1 - expected);
        }
    }

    [Fact]
    public void Fleiss_kappa_is_what_counting_all_pairs_of_raters_gives()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 50; trial++)
        {
            var words = Enumerable.Range(0, 12).Select(_ => Enumerable.Range(0, 4).Select(_ => random.Next(3)).ToArray()).ToArray();
            var agreeing = words.Average(subject => (from a in Enumerable.Range(0, 4) from b in Enumerable.Range(0, 4) where a != b select subject[a] == subject[b] ? 1.0 : 0).Average());
            var all = words.SelectMany(subject => subject).ToList();
            var chance = Enumerable.Range(0, 3).Sum(category => Math.Pow(all.Count(word => word == category) / (double)all.Count, 2));
            Assert.Equal((agreeing - chance) / (1 - chance), Agreement.FleissKappa([.. words.Select(subject => (IReadOnlyList<int>)[.. Enumerable.Range(0, 3).Select(category => subject.Count(word => word == category))])]), 9);
        }
    }

    [Fact]
    public void A_calibration_round_has_figures_of_its_own_and_what_still_waits_at_a_blind_stage_has_none()
    {
        using var test = TeamReview.Of("reviewers: 2", 6, out var ids);
        foreach (var id in ids) test.Says("li", id, ReviewKit.Store.Verdict.Include);
        Assert.Empty(Agreement.Of(test.Review));
        foreach (var id in ids.Take(3)) test.Says("王", id, id == ids[0] ? ReviewKit.Store.Verdict.Exclude : ReviewKit.Store.Verdict.Include);
        Assert.Equal([new Agreement("title-abstract", "li", "王", 2, 1, 0, 0)], Agreement.Of(test.Review));
        Assert.Equal([new Agreement("title-abstract", "li", "王", 1, 1, 0, 0)], Agreement.Of(test.Review, test.Stage(), new HashSet<string> { ids[0], ids[1], ids[5] }));
    }
}

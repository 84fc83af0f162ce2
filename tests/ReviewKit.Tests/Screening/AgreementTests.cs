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
}

using ReviewKit.CoWord;

namespace ReviewKit.Tests.CoWord;

public class SimilarityTests
{
    // Two terms in 33 common records, of 232 and 62: bibliometrix prints these ten digits for the pair of its "management" records.
    [Fact]
    public void All_measures_of_a_pair_equal_the_printed_ones()
    {
        Assert.Equal(0.0022942158, Similarity.AssociationStrength(33, 232, 62), 10);
        Assert.Equal(0.5322580645, Similarity.Inclusion(33, 232, 62), 10);
        Assert.Equal(0.1264367816, Similarity.Jaccard(33, 232, 62), 10);
        Assert.Equal(0.2751529052, Similarity.Cosine(33, 232, 62), 10);
        Assert.Equal(0.0757091212, Similarity.EquivalenceIndex(33, 232, 62), 10);
    }

    [Fact]
    public void The_association_strength_of_a_network_is_observed_over_expected() =>
        // A link of weight 2 between strengths 4 and 5, all links together 10.
        Assert.Equal(2 * 2 * 10 / (4 * 5.0), Similarity.NetworkAssociationStrength(2, 4, 5, 10));

    [Fact]
    public void Counts_of_a_million_records_do_not_overflow()
    {
        Assert.Equal(1e-6, Similarity.AssociationStrength(1_000_000, 1_000_000, 1_000_000), 15);
        Assert.Equal(1, Similarity.EquivalenceIndex(1_000_000, 1_000_000, 1_000_000));
    }
}

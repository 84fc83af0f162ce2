using ReviewKit.Graphs;

namespace ReviewKit.Tests.Graphs;

/// <summary>Maps that VOSviewer's makers published, met from their network files alone.</summary>
public class PublishedMapsTests
{
    [Theory]
    [InlineData("JOI_2007-2016_co-authorship")]
    [InlineData("QSS_publication_bibliographic_coupling")]
    [InlineData("Scientometrics_term_co-occurrence")]
    public void Links_and_total_link_strength_of_every_item_are_met(string name)
    {
        var published = PublishedMap.Read(name);
        Assert.Equal(published.Rows.Count, published.Ids.Count);
        for (var node = 0; node < published.Ids.Count; node++)
        {
            Assert.Equal(published.Number(published.Ids[node], "weight<Links>"), published.Network.Degree(node));
            Assert.Equal(published.Number(published.Ids[node], "weight<Total link strength>"), published.Network.Strength(node));
        }
    }

    [Theory]
    [InlineData("JOI_2007-2016_co-authorship", 25)]
    [InlineData("QSS_publication_bibliographic_coupling", 4)]
    public void Clusters_are_met_with_the_default_settings(string name, int clusters)
    {
        var published = PublishedMap.Read(name);
        var found = LeidenAlgorithm.FindClustering(published.Network.NormalizedByAssociationStrength());
        Assert.Equal(clusters, found.Count);
        Assert.Equal(1, PublishedMap.AdjustedRandIndex(published.Clusters(), found));
    }

    [Fact]
    public void Term_clusters_reach_the_quality_of_the_published_program()
    {
        var published = PublishedMap.Read("Scientometrics_term_co-occurrence");
        var network = published.Network.NormalizedByAssociationStrength();
        var found = LeidenAlgorithm.FindClustering(network);
        var quality = ConstantPottsModel.Quality(network, found, 1);
        // As CWTS's own program prints it from seed 0: quality .293169 with an adjusted Rand index of .947.
        Assert.Equal(0.293169, Math.Round(quality, 6));
        Assert.Equal(0.947, Math.Round(PublishedMap.AdjustedRandIndex(published.Clusters(), found), 3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void The_layout_of_economics_journals_is_met_from_any_seed(long seed)
    {
        var published = PublishedMap.Read("Economics_journal_co-citation");
        var found = VosLayout.Find(published.Network.NormalizedByAssociationStrength(), new VosLayoutOptions { Seed = seed });
        var (r2, error) = PublishedMap.Procrustes(found, published.Layout());
        Assert.True(r2 >= 0.9999, $"{r2:R}");
        Assert.True(error <= 0.001, $"{error:R}");
    }

    [Fact]
    public void Far_nodes_in_groups_leave_the_layout_of_the_terms_as_it_is()
    {
        var network = PublishedMap.Read("Scientometrics_term_co-occurrence").Network.NormalizedByAssociationStrength();
        var (r2, error) = PublishedMap.Procrustes(VosLayout.Find(network, new VosLayoutOptions { ExactBelow = 0 }), VosLayout.Find(network));
        Assert.True(r2 >= 0.9999, $"{r2:R}");
        Assert.True(error <= 0.01, $"{error:R}");
    }
}

using ReviewKit.CoWord;
using ReviewKit.Graphs;

namespace ReviewKit.Tests.CoWord;

public class ThemeTests
{
    [Fact]
    public void Centrality_and_density_are_Callons_sums()
    {
        // Clusters {0, 1}, {2, 3} and {4}; links 0-1 of .5, 1-2 of .25, 2-3 of .1, 0-3 of .05.
        var (centrality, density) = Theme.Callon([new(0, 1, 0.5), new(1, 2, 0.25), new(2, 3, 0.1), new(0, 3, 0.05)], new Clustering([0, 0, 1, 1, 2]));
        // Both links between the two count for both.
        Assert.Equal([10 * (0.25 + 0.05), 10 * (0.25 + 0.05), 0], centrality.Select(value => Math.Round(value, 10)));
        Assert.Equal([100 * 0.5 / 2, 100 * 0.1 / 2, 0], density.Select(value => Math.Round(value, 10)));
    }

    [Fact]
    public void On_the_clusters_of_a_published_run_the_numbers_are_those_of_the_definition()
    {
        // The clusters, and the terms in them, as bibliometrix found them; its own centralities are half of these in sum, each link being counted for one theme only.
        var rows = File.ReadLines(RealData.Path("coword/management/management_DE_thematicmap_walktrap_words.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        var clusterOf = rows.ToDictionary(row => row[1].ToUpperInvariant(), row => int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture) - 1);
        var index = TermIndex.Of(PrintedTablesTests.Management(), new CoWordOptions { Identity = TermIdentity.CaseInsensitive });
        var terms = index.Terms.Where(term => clusterOf.ContainsKey(term.Key.ToUpperInvariant())).ToList();
        Assert.Equal(clusterOf.Count, terms.Count);
        var links = new CoOccurrence(terms).Pairs.Select(pair => new Edge(pair.A, pair.B, Similarity.AssociationStrength(pair.Records, terms[pair.A].Records.Count, terms[pair.B].Records.Count)));
        var (centrality, density) = Theme.Callon(links, new Clustering([.. terms.Select(term => clusterOf[term.Key.ToUpperInvariant()])]));
        Assert.Equal(12.7032, Math.Round(centrality.Sum() / 10, 4));
        Assert.Equal([14, 11, 6, 10, 13, 7, 4, 2], centrality.Take(8).Select(own => centrality.Count(other => other <= own)));
        // A theme of one keyword has no link of its own.
        Assert.Equal(0, density[7]);
    }

    [Fact]
    public void Themes_are_the_clusters_of_a_map_with_their_quadrant()
    {
        List<Record> records =
        [
            Papers.Of("1", 2020, "智慧城市", "政策"), Papers.Of("2", 2020, "智慧城市", "政策"), Papers.Of("3", 2020, "智慧城市", "治理", "政策"),
            Papers.Of("4", 2021, "data", "sensor"), Papers.Of("5", 2021, "data", "sensor"), Papers.Of("6", 2021, "metaverse"), Papers.Of("7", 2021, "metaverse"),
        ];
        var themes = Theme.Of(CoWordMap.Of(records, new CoWordOptions { MinimumOccurrences = 1 }));
        Assert.Equal(["政策", "data", "metaverse"], themes.Select(theme => theme.Label));
        // Equivalence: 政策-智慧城市 3·3/(3·3) = 1, 治理 with either 1/3; three terms. data-sensor 2·2/(2·2) = 1; two terms.
        Assert.Equal([100 * (1 + 2 / 3.0) / 3, 100 / 2.0, 0], themes.Select(theme => theme.Density), (a, b) => Math.Abs(a - b) < 1e-9);
        // None is linked to another: none is central. The median density of the two with links is 52.8; metaverse has none.
        Assert.Equal([ThemeKind.Niche, ThemeKind.Emerging, ThemeKind.Emerging], themes.Select(theme => theme.Kind));
    }
}

using ReviewKit.Benchmarks.Accuracy;
using ReviewKit.Dedup;

namespace ReviewKit.Tests.Dedup;

/// <summary>Labelled sets of real reviews, read from outside the project: no false merge, and a floor on what is found.</summary>
public class DedupAccuracyTests
{
    /// <param name="set">Folder of the set.</param>
    /// <param name="most">Removable duplicates that may be missed. What is missed is a thesis beside its abstract, an abstract in two supplements, an erratum, and two editorials: each is kept apart on purpose.</param>
    [Theory]
    [InlineData("cytology_screening", 0)]
    [InlineData("stroke", 2)]
    [InlineData("diabetes", 0)]
    [InlineData("digital_work", 2)]
    [InlineData("special_cases", 0)]
    public void A_labelled_set_is_deduplicated_without_a_false_merge(string set, int most)
    {
        var labelled = LabelledSet.Read(RealData.Path("dedup/" + set));
        var score = DedupScore.Of([.. labelled.Records.Select(record => record.Id)], Deduplication.Of(labelled.Records).Groups.Select(group => group.Records), labelled.Groups);
        Assert.Equal((0, 0), (score.FalsePositives, score.WrongPairs));
        Assert.True(score.FalseNegatives <= most, $"{score.FalseNegatives} duplicates missed");
    }

    [Fact]
    public void The_unit_cases_are_all_right()
    {
        foreach (var pair in LabelledSet.ReadCases(RealData.Path("dedup/unit_cases/test_cases.json")))
            Assert.True(Deduplication.Of(pair.Records).Groups.Count == pair.Groups.Count, pair.Name);
    }
}

using ReviewKit.Benchmarks.Bilingual;
using ReviewKit.Dedup;

namespace ReviewKit.Tests.Dedup;

/// <summary>Chinese and English descriptions of one report in the export formats of six databases, among reports that only look alike.</summary>
public class BilingualSetTests
{
    [Fact]
    public void Twins_are_found_and_near_misses_are_not_taken_for_twins()
    {
        var folder = Directory.CreateTempSubdirectory("bilingual").FullName;
        var set = BilingualSet.Compose(folder);
        Directory.Delete(folder, recursive: true);
        var result = Deduplication.Of(set.Records);
        var nearMisses = set.Records.Select(record => Work(record.Id)).Distinct().Count(work => work.Contains('-', StringComparison.Ordinal));
        Assert.True(nearMisses >= 200, $"{nearMisses} near misses");
        Assert.All(result.Groups, group => Assert.Single(group.Records.Select(Work).Distinct()));
        var missed = set.Groups.Where(twins => !result.Groups.Any(group => twins.All(group.Records.Contains))).Select(twins => Work(twins[0])).ToList();
        Assert.True(missed.Count <= set.Groups.Count * 0.05, $"{missed.Count} of {set.Groups.Count} missed: {string.Join(' ', missed)}");
    }

    static string Work(string id) => id.Split('/')[0];
}

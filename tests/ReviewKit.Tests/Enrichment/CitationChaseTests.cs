using ReviewKit.Enrichment;
using ReviewKit.Enrichment.Http;

namespace ReviewKit.Tests.Enrichment;

public sealed class CitationChaseTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("引文-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Works_cited_and_citing_are_found_without_those_the_review_has()
    {
        // 1 cites 2, 3, 4 and 9, of which OpenAlex has no record; 5 and 6 cite 1; 4 and 6 are in the review.
        var world = new World().Add(
            new World.Work("10.1000/seed", "The seed of a city", "Lin Wei", 2015, null, "openalex") { Cites = [2, 3, 4, 9] },
            new World.Work("10.1000/two", "Older work two", "Zhao Min", 2001, null, "openalex"), new World.Work("10.1000/three", "旧作之三", "赵敏", 2002, null, "openalex"), new World.Work("10.1000/four", "Older work four", "Zhao Min", 2003, null, "openalex"),
            new World.Work("10.1000/five", "Newer work five", "Chen Bo", 2020, null, "openalex") { Cites = [1] }, new World.Work("10.1000/six", "Newer work six", "Chen Bo", 2021, null, "openalex") { Cites = [1] });
        using var test = new TestReview();
        test.Import("a.csv", "scopus", new Record { Title = "The seed of a city", Doi = "10.1000/seed", Abstract = "x" }, new Record { Title = "Older work four", Doi = "10.1000/FOUR", Abstract = "x" }, new Record { Title = "Newer work six", Ids = { ["openalex"] = "https://openalex.org/W6" }, Abstract = "x" });
        await using var server = await LoopbackServer.Start();
        world.Serve(server);
        using var network = new Network(new NetworkOptions { Loopback = server.Address });
        var chase = new CitationChase(test.Review, network, new ChaseOptions { Forward = true, Place = "awaiting" });
        var results = await chase.Run(folder, "20260131");
        Assert.Equal((2, 1), chase.Seeds);
        // Four is a seed as well, and the seed of a city cites it.
        Assert.Equal([("backward", 3, 1, 2), ("forward", 3, 2, 1)], results.Select(result => (result.Direction, result.Cited, result.Known, result.Found)));
        Assert.Equal(["10.1000/two", "10.1000/three"], ReviewKit.Formats.SourceFile.Open(results[0].File!, "b.jsonl").Read().OfType<ReviewKit.Formats.RecordItem>().Select(item => item.Record.Doi));
    }
}

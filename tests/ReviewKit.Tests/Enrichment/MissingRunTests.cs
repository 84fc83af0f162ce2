using ReviewKit.Enrichment;
using ReviewKit.Enrichment.Http;
using ReviewKit.Records;
using ReviewKit.Store;

namespace ReviewKit.Tests.Enrichment;

public class MissingRunTests
{
    static Record Bare(string title, string? doi, int year = 2015, string author = "Lin, Wei") => new() { Title = title, Doi = doi, Year = year, Authors = [PersonName.Parse(author)] };

    static World Small() => new World
    {
        Agencies = { ["10.13225"] = "ISTIC", ["10.5281"] = "DataCite" },
    }.Add(
        new("10.1234/a", "Smart city governance in Shenzhen", "Lin Wei", 2015, "We study Shenzhen.", "openalex", "crossref"),
        new("10.1234/b", "智慧城市治理研究", "林伟", 2016, "本文研究智慧城市的治理，AI 与 5G。", "openalex"),
        new("10.1234/c", "Data policy of ports", "Zhao Min", 2017, "Ports < 5 km share data.", "crossref"),
        new("10.1234/d", "An entirely different matter of frogs", "Frog Kermit", 1999, "Frogs.", "openalex", "crossref"),
        new("10.1234/e", "Urban data platforms and their citizens", "Chen Bo", 2018, "Platforms.", "crossref"));

    [Fact]
    public async Task Abstracts_are_found_source_by_source_and_change_nothing_before_they_are_taken()
    {
        using var test = new TestReview();
        var ids = test.Import("a.csv", "scopus", Bare("Smart city governance in Shenzhen", "10.1234/A"), Bare("智慧城市治理研究", "10.1234/b", 2016, "林伟"), Bare("Data policy of ports", "10.1234/c", 2017, "Zhao, Min"));
        var (reports, troubles, server) = await Run(test, Small());
        Assert.Empty(troubles);
        Assert.Equal(["openalex", "openalex", "crossref"], ids.Select(id => Candidates.Of(test.Review, id).Single(one => one.Field == "abstract").Source));
        // Chinese has no blanks between its characters; Crossref's tags are gone and its < is none.
        Assert.Equal("本文研究智慧城市的治理，AI 与 5G。".Replace(" ", "", StringComparison.Ordinal), Value(test, ids[1]).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("Ports < 5 km share data.", Value(test, ids[2]));
        // OpenAlex was asked for the three in one request, Crossref only for the one that was left.
        Assert.Equal(1, server.To(Apis.OpenAlex).Count(arrival => arrival.Address.Contains("filter=doi", StringComparison.Ordinal)));
        Assert.Contains("filter=doi%3A10.1234%2Fc&", server.To(Apis.Crossref).First().Address, StringComparison.Ordinal);
        Assert.Equal(2, reports.First(report => report.Api.Id == "openalex").Counts["found"]);
        Assert.Null(MergedRecord.Of(Reports.Group(test.Review, ids[0])).Record.Abstract);

        var entry = Fills.ByRule(test.Review, null, null, null, .9)!;
        Assert.Equal("3 empty fields filled from crossref, openalex", EventText.Of(entry).En);
        var (merged, from) = MergedRecord.Of(Reports.Group(test.Review, ids[0]));
        Assert.Equal("We study Shenzhen.", merged.Abstract);
        Assert.Equal(MergedRecord.Filled, from["abstract"]);
        Assert.Empty(Check.Of(test.Review));
        ReviewKit.Screening.Decisions.Undo(test.Review, entry.Id);
        Assert.Null(MergedRecord.Of(Reports.Group(test.Review, ids[0])).Record.Abstract);
        Assert.Empty(Check.Of(test.Review));
        Assert.Equal(3, Fills.Open(test.Review).Count);
    }

    [Fact]
    public async Task What_a_source_or_a_person_says_is_never_overwritten()
    {
        using var test = new TestReview();
        var ids = test.Import("a.csv", "scopus", Bare("Smart city governance in Shenzhen", "10.1234/a"));
        await Run(test, Small());
        var candidate = Candidates.Of(test.Review).First(one => one.Field == "abstract");
        Fills.Take(test.Review, candidate);
        Pins.Set(test.Review, ids[0], [("abstract", "Said by hand.")]);
        Assert.Equal("Said by hand.", MergedRecord.Of(Reports.Group(test.Review, ids[0])).Record.Abstract);
        // A duplicate with an abstract of its own comes later.
        var later = Bare("Smart city governance in Shenzhen", "10.1234/a");
        later.Abstract = "As Scopus has it.";
        var more = test.Import("b.csv", "scopus", later);
        test.Review.Ledger.Append("merge", new MergeBody(ids[0], [ids[0], more[0]], "same", "相同", "person"));
        Pins.Set(test.Review, ids[0], [("abstract", "")]);
        Assert.Equal("As Scopus has it.", MergedRecord.Of(Reports.Group(test.Review, ids[0])).Record.Abstract);
        Assert.Empty(Fills.Open(test.Review));
        Assert.Null(Fills.ByRule(test.Review, null, null, null, 0));
    }

    [Fact]
    public async Task A_report_without_a_DOI_is_looked_for_by_title_author_and_year()
    {
        using var test = new TestReview();
        var ids = test.Import("a.csv", "cnki", Bare("Urban Data Platforms and Their Citizens", null, 2018, "Chen, Bo"), Bare("Urban data platforms and their citizens", null, 2009, "Chen, Bo"), Bare("Urban data platforms and their citizens", null, 2018, "Somebody, Else"));
        await Run(test, Small());
        Assert.Equal([("abstract", 1), ("doi", 1)], Candidates.Of(test.Review, ids[0]).Select(one => (one.Field, one.Match)));
        // Another year, other authors: not the same report, however alike the titles.
        Assert.Empty(Candidates.Of(test.Review, ids[1]));
        Assert.Empty(Candidates.Of(test.Review, ids[2]));
    }

    [Fact]
    public async Task An_answer_about_another_work_is_reported_and_kept_out()
    {
        using var test = new TestReview();
        // The record's own DOI is wrong: it is the frogs'.
        var ids = test.Import("a.csv", "scopus", Bare("Smart city governance in Shenzhen and beyond", "10.1234/d"));
        var (reports, _, _) = await Run(test, Small());
        Assert.Empty(Candidates.Of(test.Review));
        Assert.Equal(1, reports.First(report => report.Api.Id == "openalex").Counts["mismatch"]);
        Assert.Contains(Candidates.Asked(test.Review), asked => asked is { Result: "mismatch", Detail: "An entirely different matter of frogs" });
        Assert.Equal(ids[0], Candidates.Asked(test.Review)[0].Record);
    }

    [Fact]
    public async Task A_server_that_answers_about_a_DOI_nobody_asked_for_changes_nothing()
    {
        using var test = new TestReview();
        test.Import("a.csv", "scopus", Bare("Smart city governance in Shenzhen", "10.1234/zzz"));
        var world = Small();
        await Run(test, world, server => server.On(Apis.OpenAlex, 200, world.OpenAlex("doi:10.1234/a")), new MissingOptions { Fields = ["abstract"], From = ["openalex"], ByTitle = false });
        Assert.Empty(Candidates.Of(test.Review));
        Assert.Equal("unknown", Candidates.Asked(test.Review).Single(one => one.Source == "openalex").Result);
    }

    [Fact]
    public async Task A_Chinese_DOI_at_another_agency_is_said_to_be_there_and_not_just_not_found()
    {
        using var test = new TestReview();
        var ids = test.Import("甲.csv", "cnki", Bare("城市大脑的政策议程", "10.13225/j.cnki.jccs.2021.01"), Bare("Known nowhere, though of Crossref", "10.1234/nowhere"));
        var (reports, _, server) = await Run(test, Small(), options: new MissingOptions { Fields = ["abstract"] });
        var agency = Candidates.Asked(test.Review).Single(one => one.Source == "doi");
        Assert.Equal((ids[0], "agency", "ISTIC"), (agency.Record, agency.Result, agency.Detail));
        Assert.Equal(1, reports.Single(report => report.Api.Id == "doi").Counts["ISTIC"]);
        // Each prefix once, DataCite for nothing of its own.
        Assert.Equal(["/doiRA/10.1234", "/doiRA/10.13225"], server.To(Apis.DoiAgency).Select(arrival => arrival.Address).Order(StringComparer.Ordinal));
        Assert.Empty(server.To(Apis.DataCite));
    }

    [Fact]
    public async Task One_malformed_DOI_does_not_cost_the_others_their_answer()
    {
        using var test = new TestReview();
        var ids = test.Import("a.csv", "scopus", Bare("Smart city governance in Shenzhen", "10.1234/a"), Bare("Broken", "10.1234/bad"), Bare("Data policy of ports", "10.1234/c", 2017, "Zhao, Min"));
        var world = Small();
        var (_, troubles, _) = await Run(test, world, server =>
        {
            world.Serve(server);
            server.On(Apis.OpenAlex, context => context.Request.Query["filter"].ToString().Contains("bad", StringComparison.Ordinal)
                ? LoopbackServer.Write(context, 400, """{"error":"Invalid query parameters error.","message":"10.1234/bad is not valid"}""") : LoopbackServer.Write(context, 200, world.OpenAlex(context.Request.Query["filter"]!)));
        }, new MissingOptions { Fields = ["abstract"], From = ["openalex"], ByTitle = false });
        Assert.Equal(ids[0], Assert.Single(Candidates.Of(test.Review)).Record);
        Assert.Equal("OpenAlex answered 400: Invalid query parameters error.: 10.1234/bad is not valid", Assert.Single(troubles));
        // What failed is asked again next time, what was answered is not.
        Assert.DoesNotContain(Candidates.Asked(test.Review), one => one.Record == ids[1]);
    }

    [Fact]
    public async Task A_second_run_asks_nothing_again()
    {
        using var test = new TestReview();
        test.Import("a.csv", "scopus", [.. World.Of(60).Works.Select(work => Bare(work.Title, work.Doi, work.Year)), Bare("Known to nobody at all", null)]);
        var world = World.Of(60);
        await Run(test, world);
        var before = Candidates.Of(test.Review);
        Assert.Equal(60, before.Count(one => one.Field == "abstract"));
        var (_, _, server) = await Run(test, world);
        Assert.Empty(server.Arrivals);
        Assert.Equal(before, Candidates.Of(test.Review));
    }

    [Fact]
    public async Task Stopped_anywhere_it_goes_on_without_asking_for_what_it_has()
    {
        var world = World.Of(230);
        using var whole = new TestReview();
        Record[] Records() => [.. world.Works.Select(work => Bare(work.Title, work.Doi, work.Year))];
        whole.Import("a.csv", "scopus", Records());
        await Run(whole, world);
        for (var after = 1; after <= 12; after++)
        {
            using var test = new TestReview();
            test.Import("a.csv", "scopus", Records());
            var cache = Directory.CreateTempSubdirectory("缓存-");
            var asked = new List<string>();
            var stops = 0;
            for (; stops < 40; stops++)
            {
                using var stop = new CancellationTokenSource();
                var left = after;
                var (reports, _, server) = await Run(test, world, null, null, cache.FullName, stop, () => --left == 0);
                asked.AddRange(server.Arrivals.Select(arrival => arrival.Address + arrival.Body));
                if (reports.Count > 0) break;
            }
            Assert.Equal(Candidates.Of(whole.Review).Select(one => (one.Record, one.Field, one.Source, one.Value, one.Sha256)), Candidates.Of(test.Review).Select(one => (one.Record, one.Field, one.Source, one.Value, one.Sha256)));
            // What was on its way when it was stopped, of at most four requests one answered, was not yet had.
            Assert.InRange(asked.Count - asked.Distinct().Count(), 0, stops * 3);
            cache.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Ten_thousand_records_finish_at_the_pace_of_the_limit_which_is_never_exceeded()
    {
        using var test = new TestReview();
        var world = World.Of(10_000);
        test.Import("a.csv", "scopus", [.. world.Works.Select(work => Bare(work.Title, work.Doi, work.Year))]);
        var clock = new VirtualClock();
        await using var server = await LoopbackServer.Start(clock);
        world.Serve(server);
        using var network = new Network(new NetworkOptions { Loopback = server.Address, Clock = clock });
        var run = new MissingRun(test.Review, network, new MissingOptions { Fields = ["abstract"], From = ["openalex", "crossref"], ByTitle = false });
        var plan = run.Plan();
        Assert.Equal([200, 200], plan.Select(source => source.Requests));
        // 200 lists at $0.0001.
        Assert.Equal(.02, plan[0].Cost, 6);
        var begun = clock.GetTimestamp();
        await clock.Run(() => run.Run(), () => server.IsBusy);
        Assert.Equal(10_000, Candidates.Of(test.Review).Count);
        // 200 requests at 10 a second and, for the half that OpenAlex lacks, 100 at 5.
        Assert.InRange(clock.GetElapsedTime(begun).TotalSeconds, 199 / 10.0 + 99 / 5.0, (200 / 10.0 + 100 / 5.0) * 1.1);
        foreach (var (api, limit) in ((Api, int)[])[(Apis.OpenAlex, 10), (Apis.Crossref, 5)])
        {
            GovernorTests.AssertNeverMore([.. server.To(api).Select(arrival => arrival.At).Order()], limit, TimeSpan.FromSeconds(1));
            Assert.InRange(server.MostAtOnce(api), 1, api.Concurrency);
        }
    }

    static string Value(TestReview test, string record) => Candidates.Of(test.Review, record).Single(one => one.Field == "abstract").Value;

    static async Task<(IReadOnlyList<SourceReport> Reports, IReadOnlyList<string> Troubles, LoopbackServer Server)> Run(TestReview test, World world, Action<LoopbackServer>? serve = null, MissingOptions? options = null, string? cache = null, CancellationTokenSource? stop = null, Func<bool>? stopsNow = null)
    {
        var clock = new VirtualClock();
        await using var server = await LoopbackServer.Start(clock);
        world.Serve(server);
        serve?.Invoke(server);
        using var network = new Network(new NetworkOptions { Loopback = server.Address, Clock = clock, CacheFolder = cache });
        var run = new MissingRun(test.Review, network, options ?? new MissingOptions());
        try
        {
            var reports = await clock.Run(() => run.Run((_, _, _) => { if (stopsNow?.Invoke() == true) stop!.Cancel(); }, stop?.Token ?? default), () => server.IsBusy);
            return (reports, [.. run.Troubles.Select(trouble => trouble.En)], server);
        }
        catch (OperationCanceledException) when (stop?.IsCancellationRequested == true)
        {
            return ([], [], server);
        }
    }
}

using System.Text;
using ReviewKit.Enrichment;
using ReviewKit.Enrichment.Http;
using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Enrichment;

public class RetractionsTests
{
    const string Crossref = """
        {"status":"ok","message":{"items":[
         {"DOI":"10.1000/Retracted","title":["Vaccines and cities"],"updated-by":[
           {"DOI":"10.1000/c","type":"correction","source":"retraction-watch","updated":{"date-parts":[[2004,3,6]]},"record-id":"17269"},
           {"DOI":"10.1000/r","type":"retraction","source":"retraction-watch","updated":{"date-parts":[[2010,2,6]]},"record-id":4036}]},
         {"DOI":"10.1000/corrected","title":["Cities and ports"],"updated-by":[{"DOI":"10.1000/e","type":"erratum","updated":{"date-parts":[[null]]}}]},
         {"DOI":"10.1000/back","title":["Rivers and towns"],"updated-by":[{"DOI":"10.1000/x","type":"retraction","updated":{"date-parts":[[2019,1]]}},{"DOI":"10.1000/y","type":"reinstatement","updated":{"date-parts":[[2020]]}}]},
         {"DOI":"10.1000/version","title":["A preprint of towns"],"updated-by":[{"DOI":"10.1000/v2","type":"new_version"}]},
         {"DOI":"10.1000/titled","title":["RETRACTED: Towns and hills"]},
         {"DOI":"10.1000/notice","title":["Retraction notice to \"Towns and hills\""],"update-to":[{"DOI":"10.1000/titled","type":"retraction"}]}]}}
        """;

    [Fact]
    public void A_correction_is_no_retraction_and_a_notice_is_not_what_it_retracts()
    {
        var found = NoticeReading.Crossref(Answer(Crossref)).Select(notice => (notice.Doi, notice.Kind, notice.Notice, notice.Date)).ToList();
        Assert.Equal([
            ("10.1000/retracted", "correction", "10.1000/c", "2004-03-06"), ("10.1000/retracted", "retraction", "10.1000/r", "2010-02-06"), ("10.1000/corrected", "correction", "10.1000/e", null),
            ("10.1000/back", "retraction", "10.1000/x", "2019-01"), ("10.1000/back", "reinstatement", "10.1000/y", "2020"), ("10.1000/titled", "retraction", null, null)], found);
    }

    [Fact]
    public void The_recorded_shape_of_a_retracted_work_is_understood() =>
        Assert.Equal([("correction", "10.1016/s0140-6736(04)15715-2"), ("retraction", "10.1016/s0140-6736(10)60175-4")],
            NoticeReading.Crossref(Answer(File.ReadAllText(RealData.Path("api/crossref/retracted_updated_by_shape.json")))).Select(notice => (notice.Kind, notice.Notice!)));

    [Fact]
    public void PubMed_names_retractions_by_type_and_by_notice()
    {
        var found = NoticeReading.PubMed(Answer("""
            <?xml version="1.0"?><!DOCTYPE PubmedArticleSet SYSTEM "http://evil.invalid/x.dtd"><PubmedArticleSet>
            <PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>One</ArticleTitle><PublicationTypeList><PublicationType>Retracted Publication</PublicationType></PublicationTypeList></Article>
            <CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><PMID>9</PMID></CommentsCorrections><CommentsCorrections RefType="ErratumIn"><PMID>8</PMID></CommentsCorrections><CommentsCorrections RefType="CommentIn"><PMID>7</PMID></CommentsCorrections></CommentsCorrectionsList></MedlineCitation>
            <PubmedData><ArticleIdList><ArticleId IdType="doi">10.1000/One</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
            <PubmedArticle><MedlineCitation><PMID>2</PMID><Article><ELocationID EIdType="doi">10.1000/two</ELocationID><PublicationTypeList><PublicationType>Retracted Publication</PublicationType></PublicationTypeList></Article></MedlineCitation></PubmedArticle>
            <PubmedArticle><MedlineCitation><PMID>3</PMID><Article><PublicationTypeList><PublicationType>Retraction of Publication</PublicationType></PublicationTypeList></Article></MedlineCitation></PubmedArticle>
            </PubmedArticleSet>
            """)).Select(notice => (notice.Pmid, notice.Doi, notice.Kind, notice.Notice));
        Assert.Equal([("1", "10.1000/one", "retraction", "pmid:9"), ("1", "10.1000/one", "correction", "pmid:8"), ("2", "10.1000/two", "retraction", null)], found);
    }

    [Fact]
    public async Task Included_reports_are_checked_and_the_ledger_keeps_what_was_found()
    {
        using var test = new TestReview();
        string[] titles = ["Vaccines and cities", "Cities and ports", "Rivers and towns", "智慧城市治理研究", "Frogs and toads of the north"];
        string?[] dois = ["10.1000/retracted", "10.1000/corrected", "10.1000/back", null, "10.1000/titled"];
        var ids = test.Import("a.csv", "scopus", [.. titles.Zip(dois, (title, doi) => new Record { Title = title, Doi = doi, Abstract = "x" })]);
        foreach (var stage in (string[])["title-abstract", "full-text"])
            foreach (var id in ids) Decisions.Decide(test.Review, id, Verdict.Include, new Said { Stage = stage });
        await using var server = await LoopbackServer.Start();
        server.On(Apis.Crossref, 200, Crossref);
        server.On(Apis.OpenAlex, 200, """{"results":[{"id":"https://openalex.org/W1","doi":"https://doi.org/10.1000/RETRACTED","title":"Vaccines and cities","is_retracted":true}]}""");
        server.On(Apis.PubMed, 200, """{"esearchresult":{"count":"0","idlist":[]}}""");
        using var network = new Network(new NetworkOptions { Loopback = server.Address });
        var report = await new RetractionRun(test.Review, network).Run();
        // The frogs' record has the DOI of another work, which is retracted: nothing is said of the frogs.
        Assert.Equal((3, 2, 6), (report.Checked, report.Unchecked, report.Added));
        var notices = Retractions.Of(test.Review, ids[0]);
        Assert.Equal(["retraction", "correction"], notices.Select(notice => notice.Kind));
        Assert.Equal(["crossref", "openalex"], notices[0].Sources);
        Assert.Equal("2010-02-06", notices[0].Date);
        Assert.Equal([ids[0]], Retractions.Retracted(test.Review));
        // A second check adds nothing, and the ledger can prove the table.
        Assert.Equal(0, (await new RetractionRun(test.Review, network).Run()).Added);
        Assert.Empty(Check.Of(test.Review));
        Assert.Equal($"retraction of {ids[0]} (crossref, 10.1000/r, 2010-02-06)", EventText.Of(test.Review.Ledger.Live("notice").First(entry => entry.Body.Contains("10.1000/r\"", StringComparison.Ordinal))).En);
    }

    static Answer Answer(string body) => new(200, Encoding.UTF8.GetBytes(body), "", default, false);
}

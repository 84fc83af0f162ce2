using System.Text;
using System.Text.Json;
using ReviewKit.Enrichment;
using ReviewKit.Enrichment.Http;

namespace ReviewKit.Tests.Enrichment;

public class SourcesTests
{
    [Fact]
    public void Recorded_works_of_Crossref_are_read()
    {
        var works = Recorded("crossref/habanero_test_works_mixed_ids_warn.json").Where(body => body.StartsWith('{')).SelectMany(body => Read("crossref", body)).ToList();
        Assert.Equal(["10.1371/journal.pone.0033693", "10.1371/journal.pone.0020476"], works.Select(work => work.Doi));
        Assert.All(works, work => Assert.True(work is { Year: 2011 or 2012, Journal: "PLoS ONE", Issue: "3" or "6" } && work.Authors.Count > 0 && work.Title!.Length > 20, work.Title));
        Assert.Equal(20, Read("crossref", Recorded("crossref/habanero_test_cursor.json")[0]).Count);
    }

    [Fact]
    public void A_plain_text_404_of_Crossref_is_no_record()
    {
        var answer = new Answer(404, "Resource not found."u8.ToArray(), "", default, false);
        Assert.False(answer.IsFound);
    }

    [Fact]
    public void Recorded_works_of_OpenAlex_are_read_with_their_abstracts_put_together()
    {
        var works = Read("openalex", Whole("openalex/openalexPro_keypaper_results_page_1.json"));
        Assert.Equal(["10.1016/j.joi.2017.08.007", "10.7717/peerj.4375"], works.Select(work => work.Doi));
        Assert.Null(works[0].Abstract);
        Assert.StartsWith("Despite growing interest in Open Access (OA) to ", works[1].Abstract, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("本文研究城市大脑。", "本文研究城市大脑。")]
    [InlineData("Smart cities need data.", "Smart cities need data.")]
    public void An_inverted_index_gives_its_text_back(string text, string expected) =>
        Assert.Equal(expected, Read("openalex", $$"""{"results":[{"id":"https://openalex.org/W1","doi":"https://doi.org/10.1/a","display_name":"A title","abstract_inverted_index":{{World.Inverted(text).ToJsonString()}}}]}""").Single().Abstract);

    [Fact]
    public void Chinese_words_with_Latin_ones_between_them_keep_blanks_only_beside_the_Latin() =>
        Assert.Equal("基于 5G 的智慧城市", Read("openalex", """{"results":[{"id":"https://openalex.org/W1","doi":"https://doi.org/10.1/a","display_name":"题","abstract_inverted_index":{"基于":[0],"5G":[1],"的":[2],"智慧":[3],"城市":[4]}}]}""").Single().Abstract);

    [Fact]
    public void Null_rows_of_a_batch_are_papers_that_Semantic_Scholar_does_not_know()
    {
        var papers = Recorded("semanticscholar/test_get_papers_not_found_warning.json").SelectMany(body => Read("semanticscholar", body)).ToList();
        Assert.Equal(["10.2139/ssrn.288970", "10.2139/ssrn.2250500", "10.1257/rct.1355"], papers.Select(paper => paper.Doi));
        Assert.All(papers, paper => Assert.True(paper is { Abstract.Length: > 50, Year: > 2000 } && paper.Authors.Count > 0));
        Assert.Empty(Recorded("semanticscholar/test_empty_paginated_results.json").SelectMany(body => Read("semanticscholar", body)));
    }

    [Fact]
    public void Recorded_articles_of_PubMed_are_read()
    {
        var article = Assert.Single(Read("pubmed", Whole("pubmed/metapub_efetch_pmid_28731372.xml")));
        Assert.Equal(("28731372", "10.1177/1352458517722646", 2018, "24"), (article.Pmid, article.Doi, article.Year, article.Volume));
        Assert.Contains("vitamin D3", article.Abstract, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_shapes_are_read_and_what_is_missing_passed_over()
    {
        var place = Assert.Single(Read("unpaywall", Whole("api/unpaywall/real_2023-12_acl-short-82.json".Replace("api/", "", StringComparison.Ordinal))));
        Assert.Equal(("10.18653/v1/2023.acl-short.82", "https://aclanthology.org/2023.acl-short.82.pdf"), (place.Doi, place.Url));
        var europe = Assert.Single(Read("europepmc", Whole("europepmc/SHAPE_core_search.json")));
        Assert.Equal(("10.7717/peerj.4375", "29456894", "PeerJ", 2018, 2), (europe.Doi, europe.Pmid, europe.Journal, europe.Year, europe.Authors.Count));
        using var dois = JsonDocument.Parse(Recorded("datacite/dc_dois.json")[0]);
        foreach (var work in dois.RootElement.GetProperty("data").EnumerateArray())
        {
            var read = Assert.Single(Read("datacite", $"{{\"data\":{work.GetRawText()}}}"));
            Assert.Equal(work.GetProperty("id").GetString(), read.Doi);
            Assert.DoesNotContain("<p>", read.Abstract ?? "", StringComparison.Ordinal);
        }
        foreach (var id in (string[])["crossref", "openalex", "semanticscholar", "europepmc", "pubmed"])
            foreach (var odd in (string[])["{}", "[]", "null", """{"message":null,"results":[null,{}],"data":{"x":1},"resultList":{"result":"none"}}"""])
                Assert.All(Read(id, id == "pubmed" ? "<PubmedArticleSet/>" : odd), record => Assert.Null(record.Doi));
    }

    /// <summary>Any value of an answer may be missing or of another kind than its interface promises.</summary>
    [Fact]
    public void Whatever_a_well_formed_answer_holds_it_is_read_or_passed_over()
    {
        var world = new World().Add(new World.Work("10.1234/a", "智慧城市 Smart city", "Lin Wei", 2015, "An abstract of it.", "openalex") { Cites = [1] });
        (string Id, string Body)[] answers =
        [
            ("openalex", world.OpenAlex("doi:10.1234/a")),
            ("crossref", """{"message":{"items":[{"DOI":"10.1234/a","type":"journal-article","title":["T"],"author":[{"family":"Lin","given":"Wei"}],"issued":{"date-parts":[[2015,1,2]]},"abstract":"<jats:p>x</jats:p>","updated-by":[{"DOI":"10.1234/b","type":"retraction","updated":{"date-parts":[[2016]]}}]}]}}"""),
            ("semanticscholar", """[null,{"title":"T","abstract":"x","year":2015,"authors":[{"name":"Lin Wei"}],"journal":{"name":"J","volume":"1","pages":"1-2"},"externalIds":{"DOI":"10.1234/a","PubMed":"1"},"publicationDate":"2015-01-02"}]"""),
            ("europepmc", """{"hitCount":1,"resultList":{"result":[{"id":"1","source":"MED","doi":"10.1234/a","title":"T","authorList":{"author":[{"fullName":"Lin W"}]},"journalInfo":{"volume":"1","yearOfPublication":2015,"journal":{"title":"J","issn":"1234-5678"}},"keywordList":{"keyword":["k"]},"abstractText":"x"}]}}"""),
            ("unpaywall", """{"doi":"10.1234/a","title":"T","year":2015,"z_authors":[{"family":"Lin"}],"best_oa_location":{"url":"u","url_for_pdf":null}}"""),
            ("datacite", """{"data":{"id":"10.1234/a","attributes":{"doi":"10.1234/a","titles":[{"title":"T"}],"creators":[{"name":"Lin, Wei"}],"publicationYear":2015,"descriptions":[{"description":"x","descriptionType":"Abstract"}]}}}"""),
        ];
        string[] odd = ["null", "0", "-1e308", "\"\"", "\"\\u001b[2J\"", "[]", "{}", "[[null]]", "{\"x\":[{}]}", "true"];
        foreach (var (id, body) in answers)
            foreach (var (from, length) in Values(body))
                foreach (var other in odd)
                {
                    var changed = body[..from] + other + body[(from + length)..];
                    foreach (var record in Read(id, changed)) Assert.True(record.Doi is null || record.Doi.StartsWith("10.", StringComparison.Ordinal));
                    var answer = new Answer(200, Encoding.UTF8.GetBytes(changed), "", default, false);
                    if (id == "crossref") Assert.All(NoticeReading.Crossref(answer), notice => Assert.Contains(notice.Kind, (string[])["retraction"]));
                    if (id == "openalex") Assert.DoesNotContain(NoticeReading.OpenAlex(answer), notice => notice.Kind != "retraction");
                }
    }

    /// <summary>Where each value of a text of JSON stands, from the whole to the single letter.</summary>
    static IEnumerable<(int From, int Length)> Values(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var found = new List<(int, int)>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject) continue;
            var inner = reader;
            inner.Skip();
            var from = Encoding.UTF8.GetCharCount(bytes, 0, (int)reader.TokenStartIndex);
            found.Add((from, Encoding.UTF8.GetCharCount(bytes, 0, (int)inner.BytesConsumed) - from));
        }
        return found;
    }

    [Theory]
    [InlineData("<jats:title>Abstract</jats:title><jats:p>We study <jats:italic>E. coli</jats:italic>, p &lt; .05.</jats:p><jats:p>Second.</jats:p>", "We study E. coli, p < .05.\nSecond.")]
    [InlineData("摘要\n本文研究 <b>政策</b>", "本文研究 政策")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("<p> </p>", null)]
    public void Tags_of_an_abstract_are_taken_out(string written, string? plain) => Assert.Equal(plain, Markup.Plain(written));

    static IReadOnlyList<Record> Read(string id, string body) => Sources.All.First(source => source.Api.Id == id).Read(new Answer(200, Encoding.UTF8.GetBytes(body), "", default, false));

    static string Whole(string path) => File.ReadAllText(RealData.Path("api/" + path));

    static IReadOnlyList<string> Recorded(string path)
    {
        using var exchanges = JsonDocument.Parse(Whole(path));
        return [.. exchanges.RootElement.EnumerateArray().Select(exchange => exchange.GetProperty("body")).Select(body => body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText())];
    }
}

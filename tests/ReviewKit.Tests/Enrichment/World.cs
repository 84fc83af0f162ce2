using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ReviewKit.Enrichment.Http;

namespace ReviewKit.Tests.Enrichment;

/// <summary>A small composed world of works, told by a loopback server in the words of OpenAlex, Crossref and doi.org.</summary>
sealed class World
{
    /// <param name="At">Interfaces that know it.</param>
    public sealed record Work(string Doi, string Title, string Author, int Year, string? Abstract, params string[] At)
    {
        public int Number { get; init; }
        public IReadOnlyList<int> Cites { get; init; } = [];
    }

    readonly List<Work> works = [];

    public IReadOnlyList<Work> Works => works;

    /// <summary>Registration agencies by DOI prefix; Crossref where none is named.</summary>
    public Dictionary<string, string> Agencies { get; } = [];

    public World Add(params Work[] more)
    {
        foreach (var work in more) works.Add(work with { Number = works.Count + 1 });
        return this;
    }

    public static World Of(int many)
    {
        var world = new World();
        for (var i = 1; i <= many; i++)
            world.Add(new Work($"10.1234/w.{i}", $"The governance of composed city number {i}", "Lin Wei", 2000 + i % 20, i % 3 == 0 ? $"第{i}号城市的治理研究。" : $"How city {i} is governed.", i % 2 == 0 ? ["openalex", "crossref"] : ["crossref"]));
        return world;
    }

    public void Serve(LoopbackServer server)
    {
        server.On(Apis.OpenAlex, context => LoopbackServer.Write(context, 200, OpenAlex(context.Request.Query["filter"]!)));
        server.On(Apis.Crossref, context => LoopbackServer.Write(context, 200, Crossref(context.Request.Query), "application/json", ("x-rate-limit-limit", "5"), ("x-rate-limit-interval", "1s"), ("x-concurrency-limit", "1")));
        server.On(Apis.DoiAgency, context =>
        {
            var prefix = LoopbackServer.Asked(context)["/doiRA/".Length..].Split('?')[0];
            return LoopbackServer.Write(context, 200, new JsonArray(new JsonObject { ["DOI"] = prefix, ["RA"] = Agencies.GetValueOrDefault(prefix, "Crossref") }).ToJsonString());
        });
        server.On(Apis.SemanticScholar, context =>
            LoopbackServer.Write(context, 200, context.Request.Method == "POST" ? JsonSerializer.Serialize(JsonDocument.Parse((string)context.Items["body"]!).RootElement.GetProperty("ids").EnumerateArray().Select(_ => (object?)null)) : """{"total":0,"offset":0}"""));
        server.On(Apis.EuropePmc, 200, """{"version":"6.9","hitCount":0,"resultList":{"result":[]}}""");
        server.On(Apis.PubMed, 200, """{"esearchresult":{"count":"0","idlist":[]}}""");
    }

    public string OpenAlex(string filter)
    {
        var wanted = filter.StartsWith("doi:", StringComparison.Ordinal) ? ByDoi(filter["doi:".Length..].Split('|'))
            : filter.StartsWith("openalex:", StringComparison.Ordinal) ? works.Where(work => filter["openalex:".Length..].Split('|').Contains($"W{work.Number}"))
            : filter.StartsWith("cites:W", StringComparison.Ordinal) ? works.Where(work => work.Cites.Contains(int.Parse(filter["cites:W".Length..], System.Globalization.CultureInfo.InvariantCulture)))
            : filter.StartsWith("title.search:", StringComparison.Ordinal) ? ByTitle(filter["title.search:".Length..]) : [];
        return new JsonObject
        {
            ["meta"] = new JsonObject { ["count"] = 1, ["next_cursor"] = null },
            ["results"] = new JsonArray([.. wanted.Where(work => work.At.Contains("openalex")).Select(OpenAlexWork)]),
        }.ToJsonString();
    }

    static JsonNode OpenAlexWork(Work work) => new JsonObject
    {
        ["id"] = $"https://openalex.org/W{work.Number}",
        ["doi"] = "https://doi.org/" + work.Doi,
        ["display_name"] = work.Title,
        ["title"] = work.Title,
        ["publication_year"] = work.Year,
        ["abstract_inverted_index"] = work.Abstract is null ? null : Inverted(work.Abstract),
        ["authorships"] = new JsonArray(new JsonObject { ["author"] = new JsonObject { ["display_name"] = work.Author } }),
        ["referenced_works"] = new JsonArray([.. work.Cites.Select(cited => JsonValue.Create($"https://openalex.org/W{cited}"))]),
        ["is_retracted"] = work.Title.StartsWith("RETRACTED", StringComparison.Ordinal),
    };

    /// <summary>As OpenAlex cuts: at blanks, and where there are none at every character of Chinese.</summary>
    public static JsonObject Inverted(string text)
    {
        var index = new JsonObject();
        var words = text.Any(c => c >= '\u4e00') ? text.Select(c => c.ToString()) : text.Split(' ');
        foreach (var (word, place) in words.Select((word, place) => (word, place)))
            if (index[word] is JsonArray places) places.Add(place);
            else index[word] = new JsonArray(place);
        return index;
    }

    string Crossref(IQueryCollection query)
    {
        var wanted = query.TryGetValue("filter", out var filter) ? ByDoi(filter.ToString().Split(',').Select(doi => doi["doi:".Length..])) : ByTitle(query["query.bibliographic"].ToString());
        return new JsonObject
        {
            ["status"] = "ok",
            ["message-type"] = "work-list",
            ["message"] = new JsonObject { ["items"] = new JsonArray([.. wanted.Where(work => work.At.Contains("crossref")).Select(CrossrefWork)]) },
        }.ToJsonString();
    }

    static JsonNode CrossrefWork(Work work)
    {
        var names = work.Author.Split(' ');
        var json = new JsonObject
        {
            ["DOI"] = work.Doi,
            ["type"] = "journal-article",
            ["title"] = new JsonArray(work.Title),
            ["author"] = new JsonArray(new JsonObject { ["family"] = names[0], ["given"] = names[^1] }),
            ["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(work.Year)) },
        };
        if (work.Abstract is not null) json["abstract"] = $"<jats:title>Abstract</jats:title><jats:p>{work.Abstract}</jats:p>";
        return json;
    }

    IEnumerable<Work> ByDoi(IEnumerable<string> dois)
    {
        var wanted = dois.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return works.Where(work => wanted.Contains(work.Doi));
    }

    IEnumerable<Work> ByTitle(string words) => works.Where(work => words.StartsWith(work.Title, StringComparison.OrdinalIgnoreCase));
}

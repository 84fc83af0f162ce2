using System.Text.Json;
using System.Text.RegularExpressions;
using ReviewKit.Query;
using ReviewKit.Store;

namespace ReviewKit.Tests.Query;

/// <summary>docs/query.md and docs/query.schema.json against the reader.</summary>
public partial class QuerySchemaTests
{
    static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "query.schema.json"))).RootElement;

    static string[] Keys(JsonElement of) => [.. of.GetProperty("properties").EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal)];

    /// <summary>What the reader says it knows, when asked for a key it does not know.</summary>
    static string[] Known(string yaml)
    {
        var said = Assert.Throws<ReviewKitException>(() => TermQuery.Parse(yaml, "q.yaml")).Message;
        return KnownHere().Match(said).Groups[1].Value.Split(", ");
    }

    [Fact]
    public void The_schema_has_the_keys_the_reader_has()
    {
        const string Set = "sets: [{ id: S, en: [x] }]\n";
        var defs = Schema.GetProperty("$defs");
        Assert.Equal(Known(Set + "zzzzzzzz: 1"), Keys(Schema));
        Assert.Equal(Known("sets: [{ id: S, en: [x], zzzzzzzz: 1 }]"), Keys(defs.GetProperty("set")));
        Assert.Equal(Known(Set + "platforms: { cnki: { zzzzzzzz: 1 } }"), Keys(defs.GetProperty("platform")));
        Assert.Equal(Known("sets: [{ id: S, en: [{ near: [a, b], within: 1, zzzzzzzz: 1 }] }]"), Keys(defs.GetProperty("term").GetProperty("anyOf")[2]));
    }

    [Fact]
    public void The_schema_of_the_search_log_has_the_keys_the_reader_has()
    {
        var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "search-log.schema.json"))).RootElement;
        string[] Of(string yaml) => KnownHere().Match(Assert.Throws<ReviewKitException>(() => SearchLog.Parse(yaml, "log.yaml")).Message).Groups[1].Value.Split(", ");
        Assert.Equal(Of("zzzzzzzz: 1"), Keys(schema));
        Assert.Equal(Of("searches: [{ platform: cnki, date: 2026-01-31, zzzzzzzz: 1 }]"), Keys(schema.GetProperty("properties").GetProperty("searches").GetProperty("items")));
    }

    [Fact]
    public void Every_example_of_the_page_and_the_starter_is_read()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "query.md"));
        var examples = Examples().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(3, examples.Count);
        foreach (var example in examples)
        {
            if (example.StartsWith("searches:", StringComparison.Ordinal)) Assert.Equal(612, Assert.Single(SearchLog.Parse(example, "log.yaml").Searches).Hits);
            else Assert.Equal(2, TermQuery.Parse(example, "query.yaml").Sets.Count);
        }
        Assert.Single(TermQuery.Parse(ProtocolFile.QueryTemplate, "query.yaml").Sets);
    }

    [Fact]
    public void What_the_starter_shows_commented_out_is_read_too()
    {
        var yaml = Shown().Replace(ProtocolFile.QueryTemplate, "$1$2");
        var query = TermQuery.Parse(yaml, "query.yaml");
        Assert.Equal(["S1", "S2"], query.Sets.Select(set => set.Id));
        Assert.Equal("2010", query.From);
        Assert.True(query.Platforms.ContainsKey("cnki"));
    }

    [GeneratedRegex(@"; known here: ([a-z, -]+)")]
    private static partial Regex KnownHere();

    [GeneratedRegex(@"```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();

    // Lines of YAML behind a sign of a remark, not those of prose.
    [GeneratedRegex(@"(?m)^( *)# ((?:window|platforms|  cnki|- id: S2|  name|  zh|  en|  any|  not):? ?)")]
    private static partial Regex Shown();
}

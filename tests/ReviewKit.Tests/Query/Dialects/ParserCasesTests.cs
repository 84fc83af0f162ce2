using System.Text.Json;
using ReviewKit.Query;
using ReviewKit.Query.Dialects;
using ReviewKit.Query.Parsing;

namespace ReviewKit.Tests.Query.Dialects;

/// <summary>Cases of an independent parser and linter.</summary>
public class ParserCasesTests
{
    [Fact]
    public void Something_is_said_where_the_other_linter_says_something()
    {
        var silent = new List<string>();
        foreach (var (number, one) in Cases("diagnostic"))
        {
            var query = one.GetProperty("query").GetString()!;
            var said = StrategyReader.Read(query, Platforms.Named(one.GetProperty("platform").GetString()!)).Diagnostics;
            var labels = one.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!).ToList();
            // With general settings of its own the other linter remarks that the field is given twice; we have no such settings.
            if (labels.All(label => label == "field-extracted")) continue;
            if (said.Count == 0) silent.Add($"{number} nothing: {query}");
            foreach (var places in one.GetProperty("positions").EnumerateArray())
            {
                var spans = places.EnumerateArray().Select(place => Span.From(place[0].GetInt32(), place[1].GetInt32())).ToList();
                if (spans.Count > 0 && !said.Any(mine => spans.Exists(span => mine.At.Start < span.End && span.Start < mine.At.End)))
                    silent.Add($"{number} {string.Join(',', labels)} {spans[0]} in {query}: {string.Join(' ', said.Select(mine => $"{mine.Code}@{mine.At.Start}+{mine.At.Length}"))}");
            }
        }
        Assert.True(silent.Count == 0, string.Join('\n', silent));
    }

    [Fact]
    public void Trees_are_equal()
    {
        var wrong = new List<string>();
        foreach (var (number, one) in Cases("tree").Concat(Cases("generic")))
        {
            var expected = one.GetProperty("expected").GetString()!;
            // Some cases carry a field name or nothing instead of a tree.
            if (!expected.Contains('[', StringComparison.Ordinal)) continue;
            var dialect = Platforms.Named(one.GetProperty("platform").GetString()!);
            var ours = StrategyReader.Read(one.GetProperty("query").GetString()!, dialect).Tree;
            if (!Normal.Same(ours, OtherNotation.Read(expected, dialect), dialect)) wrong.Add($"{number} {expected}: {(ours is null ? "" : ExpressionText.Of(Normal.Of(ours, dialect)))}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    static IEnumerable<(int Number, JsonElement Case)> Cases(string kind)
    {
        var cases = JsonDocument.Parse(File.ReadAllText(RealData.Path("query/parser_cases.json"))).RootElement.EnumerateArray().Select((one, i) => (i, one)).ToList();
        return cases.Where(one => one.one.GetProperty("kind").GetString() == kind);
    }
}

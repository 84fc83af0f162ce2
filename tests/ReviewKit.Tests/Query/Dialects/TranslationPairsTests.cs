using System.Text.Json;
using ReviewKit.Query;
using ReviewKit.Query.Dialects;
using ReviewKit.Query.Parsing;

namespace ReviewKit.Tests.Query.Dialects;

/// <summary>Pairs collected from an independent translator: equal when both strings are the same tree to the target platform's reader.</summary>
public class TranslationPairsTests
{
    [Fact]
    public void At_least_95_percent_of_the_pairs_agree_and_the_others_are_those_listed()
    {
        using var pairs = JsonDocument.Parse(File.ReadAllText(RealData.Path("query/translation_pairs.json")));
        var wrong = new List<string>();
        var number = 0;
        foreach (var pair in pairs.RootElement.EnumerateArray())
        {
            var (from, to) = (Platforms.Named(pair.GetProperty("from").GetString()!), Platforms.Named(pair.GetProperty("to").GetString()!));
            var ours = Translation.Of(pair.GetProperty("input").GetString()!, from, to).Written?.Text ?? "";
            var expected = pair.GetProperty("expected").GetString()!;
            if (!Normal.Same(StrategyReader.Read(ours, to).Tree, StrategyReader.Read(expected, to).Tree, to))
                wrong.Add($"{number} {pair.GetProperty("platform").GetString()}");
            number++;
        }
        Assert.True(wrong.Count <= number * 0.05, string.Join('\n', wrong));
        Assert.Equal(PassList(), wrong);
    }

    static List<string> PassList() => [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "ReviewKit.Tests", "Fixtures", "query", "translation-exceptions.txt")).Where(line => line.Length > 0 && line[0] != '#')];
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>Sentences in two languages with blanks, filled alike in both.</summary>
static partial class Prose
{
    public static Pair Fill(Pair template, Scene scene, Dice dice)
    {
        var numbers = Numbers(scene, dice);
        var zh = Blank().Replace(template.Zh, match => numbers.GetValueOrDefault(match.Groups[1].Value) ?? Value(match.Groups[1].Value, scene).Zh);
        var en = Blank().Replace(template.En, match => numbers.GetValueOrDefault(match.Groups[1].Value) ?? English(match.Groups[1].Value, scene));
        return new(zh, Capitalised(en));
    }

    /// <summary>The first <paramref name="count"/> sentences of a shuffled pool, as one text.</summary>
    public static IEnumerable<Pair> Sentences(string section, int count, Scene scene, Dice dice) =>
        dice.Shuffled(Words.PairsBy(scene.Year, "sentences", section)).Take(count).Select(template => Fill(template, scene, dice)).ToList();

    public static Pair Join(IEnumerable<Pair> sentences)
    {
        var list = sentences.ToList();
        return new(string.Concat(list.Select(s => s.Zh)), string.Join(' ', list.Select(s => s.En)));
    }

    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    static Dictionary<string, string> Numbers(Scene scene, Dice dice)
    {
        var invariant = CultureInfo.InvariantCulture;
        var year = scene.Year - dice.Between(1, 2);
        return new(StringComparer.Ordinal)
        {
            ["a"] = dice.Between(12, 96).ToString(invariant),
            ["b"] = dice.Between(105, 980).ToString(invariant),
            ["c"] = dice.Between(3, 9).ToString(invariant),
            ["p"] = $"{dice.Between(3, 78)}.{dice.Next(10)}",
            ["q"] = $"0.{dice.Between(21, 94)}",
            ["y"] = year.ToString(invariant),
            ["z"] = (year - 5).ToString(invariant),
        };
    }

    static string English(string blank, Scene scene) =>
        char.IsUpper(blank[0]) ? Capitalised(Value(blank.ToLowerInvariant(), scene).En) : Value(blank, scene).En;

    static Pair Value(string blank, Scene scene) => blank switch
    {
        "city" => scene.City,
        "district" => scene.District,
        "other" => scene.Other,
        "other2" => scene.Other2,
        "topic" => scene.Topic,
        "tech" => scene.Technology,
        "method" => scene.Method,
        "aside" => scene.Subject,
        _ => throw new ArgumentException($"no such blank: {blank}", nameof(blank)),
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Blank();
}

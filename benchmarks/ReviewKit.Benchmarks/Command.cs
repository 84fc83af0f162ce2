using System.Globalization;

namespace ReviewKit.Benchmarks;

/// <summary>One of the measurements. Returns 0, or 1 when something is wrong that must not be; a slow run is not wrong.</summary>
sealed record Command(string Name, string Takes, string Says, Func<Arguments, int> Run);

/// <summary>What follows the name of a command: words, and options of the form --name VALUE.</summary>
sealed class Arguments
{
    readonly Dictionary<string, string> options = new(StringComparer.Ordinal);

    public Arguments(params IReadOnlyList<string> args)
    {
        var words = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) words.Add(args[i]);
            else options[args[i]] = i + 1 < args.Count ? args[++i] : throw new ArgumentException($"{args[i]} needs a value");
        }
        Words = words;
    }

    public IReadOnlyList<string> Words { get; }

    public string Text(int at) => at < Words.Count ? Words[at] : throw new ArgumentException($"word {at + 1} is missing");

    public int Number(int at, int otherwise) => at < Words.Count ? Parse(Words[at]) : otherwise;

    public string? Option(string name) => options.GetValueOrDefault(name);

    public int Option(string name, int otherwise) => Option(name) is { } text ? Parse(text) : otherwise;

    static int Parse(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ArgumentException($"{text} is not a number");
}

using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>What was searched where, when and by whom (PRISMA-S, doi:10.1186/s13643-020-01542-z): queries/search-log.yaml, in the order of the file.</summary>
/// <param name="Items">What the authors say of items of PRISMA-S by number, where the searches and the review do not say it.</param>
public sealed record SearchLog(IReadOnlyList<Search> Searches, IReadOnlyDictionary<int, Message> Items)
{
    public const string Name = "search-log.yaml";

    /// <exception cref="ReviewKitException">Names file, line and column, what was found and what was expected.</exception>
    public static SearchLog Parse(string yaml, string name)
    {
        var root = YamlFile.Parse(yaml, name, columns: true).Root;
        var items = new Dictionary<int, Message>();
        if (root.Map("items") is { } said)
            foreach (var key in said.Keys)
                if (int.TryParse(key, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 16) items[number] = said.Both(key) ?? default;
                else throw said.Error(key, $"\"{key}\" is no item of PRISMA-S: they are numbered 1 to 16", $"“{key}”不是 PRISMA-S 的条目：编号为 1 到 16");
        var log = new SearchLog([.. root.Maps("searches").Select(Search)], items);
        root.Done();
        return log;
    }

    static Search Search(YamlMap map)
    {
        var search = new Search(map.Required("platform"), Date(map))
        {
            Via = map.Text("via"),
            Person = map.Text("person"),
            Text = map.Text("string")?.TrimEnd(),
            Hits = Count(map, "hits"),
            Exported = Count(map, "exported"),
            Files = map.Texts("files"),
            Filters = map.Has("filters") ? map.Texts("filters") : null,
            Rounds = [.. map.Texts("rounds").Select(text => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var hits) ? hits : throw map.Error("rounds", $"rounds has \"{text}\", expected whole numbers", $"rounds 中有“{text}”，应为整数"))],
            Note = map.Both("note"),
        };
        map.Done();
        return search;
    }

    static string Date(YamlMap map)
    {
        var date = map.Required("date");
        return date.Length >= 10 && PartialDate.Parse(date[..10]) == date[..10] ? date : throw map.Error("date", $"date is \"{date}\", expected a day such as 2026-01-31", $"date 的值是“{date}”，应为 2026-01-31 形式的日期");
    }

    static int? Count(YamlMap map, string key) => map.Text(key) is null
        ? null
        : map.Number(key, 0) is >= 0 and var count ? count : throw map.Error(key, $"{key} is below 0", $"{key} 小于 0");
}

/// <summary>One search on one platform.</summary>
/// <param name="Platform">As `import` shows the source: cnki, wos, ….</param>
/// <param name="Date">ISO day, perhaps with the time.</param>
public sealed record Search(string Platform, string Date)
{
    /// <summary>Host or collection: "Core Collection (Clarivate)", "Ovid".</summary>
    public string? Via { get; init; }

    public string? Person { get; init; }

    /// <summary>The string exactly as it was run.</summary>
    public string? Text { get; init; }

    /// <summary>What the platform said it found.</summary>
    public int? Hits { get; init; }

    public int? Exported { get; init; }

    /// <summary>Names of the files exported, as in the review folder; empty ties the platform's imports that no other search names.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>What was clicked on the platform beside the string; empty is none, null is not said.</summary>
    public IReadOnlyList<string>? Filters { get; init; }

    /// <summary>Hits after each cumulative round, where they were read off.</summary>
    public IReadOnlyList<int> Rounds { get; init; } = [];

    public Message? Note { get; init; }
}

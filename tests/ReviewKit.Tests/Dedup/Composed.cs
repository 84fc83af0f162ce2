using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Tests.Dedup;

/// <summary>A record from one line: "title | authors; … | year | journal | volume(issue): pages | doi or other fields". Parts at the end may be left out.</summary>
static partial class Composed
{
    public static Record Record(string id, string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        string? Part(int i) => i < parts.Length && parts[i].Length > 0 ? parts[i] : null;
        var place = Place().Match(Part(4) ?? "");
        string? Group(string name) => place.Groups[name] is { Success: true, Length: > 0 } group ? group.Value.Trim() : null;
        var record = new Record
        {
            Id = id,
            Title = Part(0),
            Year = PartialDate.Year(Part(2)),
            Journal = Part(3),
            Volume = Group("volume"),
            Issue = Group("issue"),
            Pages = Group("pages"),
            File = id[..1] + ".csv",
        };
        foreach (var author in (Part(1) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) record.Authors.Add(PersonName.Parse(author));
        foreach (var field in (Part(5) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)) Add(record, field);
        return record;
    }

    public static bool Merges(params string[] lines) => Groups(lines) is [var group] && group.Records.Count == lines.Length;

    public static IReadOnlyList<ReviewKit.Dedup.DuplicateGroup> Groups(params string[] lines) => Result(lines).Groups;

    /// <summary>Ids are a1, b2, c3 …: every line from a file of its own.</summary>
    public static ReviewKit.Dedup.DedupResult Result(params string[] lines) =>
        ReviewKit.Dedup.Deduplication.Of([.. lines.Select((line, i) => Record($"{(char)('a' + i)}{i + 1}", line))]);

    static void Add(Record record, string field)
    {
        if (field.StartsWith("10.", StringComparison.Ordinal)) record.Doi = field;
        else if (Issn.ParseAll(field) is [var issn]) record.Issn.Add(issn);
        else if (field.Split('=') is [var key, var value])
        {
            if (key == "pmid") record.Pmid = value;
            else if (key == "type") record.Type = value;
            else if (key == "en") record.Journals["en"] = value.Replace('_', ' ');
            else record.Ids[key] = value;
        }
    }

    [GeneratedRegex(@"^(?<volume>[^(:]*)(?:\((?<issue>[^)]*)\))?(?::\s*(?<pages>.*))?$")]
    private static partial Regex Place();
}

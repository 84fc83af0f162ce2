using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Bibliometrics;

/// <summary>Which records cite which others of the same set, told from their reference lists.</summary>
/// <remarks>A reference is a record's when it names its DOI; failing that, the same first author, year, volume and first page, unless both have DOIs and these differ.</remarks>
public sealed partial class LocalCitations
{
    readonly IReadOnlyList<Record> records;
    readonly Dictionary<string, int> byDoi = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> byPlace = new(StringComparer.Ordinal);

    LocalCitations(IReadOnlyList<Record> records)
    {
        this.records = records;
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            if (Doi.Key(record.Doi) is { } doi) byDoi.TryAdd(doi, i);
            // Two records at one place: nobody can say which is meant.
            if (PlaceOf(record) is { } place && !byPlace.TryAdd(place, i)) byPlace[place] = -1;
        }
        CitedBy = [.. records.Select(_ => new List<int>())];
        for (var i = 0; i < records.Count; i++)
            foreach (var cited in records[i].References.Select(Find).OfType<int>().Distinct().Where(cited => cited != i)) CitedBy[cited].Add(i);
    }

    public static LocalCitations Of(IReadOnlyList<Record> records) => new(records);

    /// <summary>For each record the positions of those that cite it, ascending.</summary>
    public IReadOnlyList<List<int>> CitedBy { get; }

    int? Find(string reference)
    {
        var hasDoi = false;
        foreach (Match match in Dois().Matches(reference))
        {
            hasDoi = true;
            if (Doi.Key(match.Value) is { } doi && byDoi.TryGetValue(doi, out var named)) return named;
        }
        if (PlaceOf(reference) is not { } place || !byPlace.TryGetValue(place, out var found) || found < 0) return null;
        return hasDoi && records[found].Doi is not null ? null : found;
    }

    static string? PlaceOf(Record record) =>
        AuthorNames.Of(record) is [var first, ..] && record is { Year: { } year, Volume: { } volume, FirstPage: { } page }
            ? $"{Bare(first)}|{year}|{volume.ToUpperInvariant()}|{page.ToUpperInvariant()}"
            : null;

    // Web of Science: "SMALL H, 1985, SCIENTOMETRICS, V8, P321, DOI …"
    static string? PlaceOf(string reference)
    {
        var match = Parts().Match(reference.ToUpperInvariant());
        return match.Success ? $"{Bare(match.Groups[1].Value)}|{match.Groups[2].Value}|{match.Groups[3].Value}|{match.Groups[4].Value}" : null;
    }

    static string Bare(string name) => string.Concat(Text.Fold.Term(name).ToUpperInvariant().Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"10\.\d{4,9}/[^\s,\]]+")]
    private static partial Regex Dois();

    [GeneratedRegex(@"^([^,]+), (\d{4}), .*?\bV(\S+), P(\w+)")]
    private static partial Regex Parts();
}

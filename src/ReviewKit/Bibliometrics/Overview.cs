using ReviewKit.Records;

namespace ReviewKit.Bibliometrics;

/// <summary>A set of records in one table of figures: what bibliometrix prints as main information.</summary>
public sealed record Overview
{
    public required int Documents { get; init; }

    /// <summary>Null where no record has a year.</summary>
    public required int? FirstYear { get; init; }

    public required int? LastYear { get; init; }
    public required int Sources { get; init; }

    /// <summary>See <see cref="AnnualProduction.GrowthRate"/>.</summary>
    public required double? GrowthRate { get; init; }

    /// <summary>As-of year less the mean year.</summary>
    public required double? AverageAge { get; init; }

    /// <summary>Per document; a record that does not say how often it was cited counts as 0.</summary>
    public required double CitationsPerDocument { get; init; }

    /// <summary>Mean over dated documents of citations / (as-of year - year + 1).</summary>
    public required double? CitationsPerYearPerDocument { get; init; }

    /// <summary>Different references, case aside.</summary>
    public required int References { get; init; }

    public required int AuthorKeywords { get; init; }
    public required int IndexKeywords { get; init; }
    public required int KeywordsPlus { get; init; }
    public required int Authors { get; init; }
    public required int AuthorAppearances { get; init; }
    public required int SingleAuthoredDocuments { get; init; }
    public required int AuthorsOfSingleAuthoredDocuments { get; init; }

    /// <summary>Appearances over documents.</summary>
    public double CoAuthorsPerDocument => Documents == 0 ? 0 : (double)AuthorAppearances / Documents;

    public double DocumentsPerAuthor => Authors == 0 ? 0 : (double)Documents / Authors;

    /// <summary>Documents with addresses in two countries or more, in percent of all.</summary>
    public required double InternationalPercent { get; init; }

    /// <summary>Of the sources' own words, most frequent first.</summary>
    public required IReadOnlyList<(string Type, int Documents)> Types { get; init; }

    internal static Overview Of(IReadOnlyList<Record> records, AnnualProduction production, int asOf, Func<Func<Record, IEnumerable<string>>, int> keywords)
    {
        var authors = records.Select(AuthorNames.Of).ToList();
        var dated = records.Where(record => record.Year is not null).ToList();
        var single = authors.Where(names => names.Count == 1).Select(names => names[0]).ToList();
        var old = dated.Where(record => record.Year <= asOf).ToList();
        return new Overview
        {
            Documents = records.Count,
            FirstYear = dated.Min(record => record.Year),
            LastYear = dated.Max(record => record.Year),
            Sources = records.Select(SourceNames.Key).OfType<string>().Distinct().Count(),
            GrowthRate = production.GrowthRate,
            AverageAge = asOf - dated.Average(record => record.Year),
            CitationsPerDocument = records.Count == 0 ? 0 : records.Average(record => record.TimesCited ?? 0),
            CitationsPerYearPerDocument = old.Count == 0 ? null : old.Average(record => (double)(record.TimesCited ?? 0) / (asOf - record.Year!.Value + 1)),
            References = records.SelectMany(record => record.References).Select(reference => reference.Trim().ToUpperInvariant()).Distinct().Count(),
            AuthorKeywords = keywords(record => record.Keywords),
            IndexKeywords = keywords(record => record.IndexKeywords),
            KeywordsPlus = keywords(record => record.KeywordsPlus),
            Authors = authors.SelectMany(names => names).Distinct().Count(),
            AuthorAppearances = authors.Sum(names => names.Count),
            SingleAuthoredDocuments = single.Count,
            AuthorsOfSingleAuthoredDocuments = single.Distinct().Count(),
            InternationalPercent = records.Count == 0 ? 0 : 100.0 * records.Count(record => Countries.Of(record).Count > 1) / records.Count,
            Types = [.. records.GroupBy(record => (record.SourceType ?? record.Type ?? "").ToLowerInvariant()).Where(group => group.Key.Length > 0)
                .Select(group => (group.Key, group.Count())).OrderByDescending(type => type.Item2).ThenBy(type => type.Key, StringComparer.Ordinal)],
        };
    }
}

/// <summary>Journals and other sources under one name each.</summary>
static class SourceNames
{
    public static string? Key(Record record) => record.Journal is { } journal && Text.Fold.Term(journal) is { Length: > 0 } key ? key : null;

    /// <summary>The written form of each key that most records have; of equally frequent ones the first in ordinal order.</summary>
    public static Dictionary<string, string> Labels(IEnumerable<Record> records) =>
        records.Where(record => Key(record) is not null).GroupBy(record => Key(record)!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.GroupBy(record => record.Journal!.Trim(), StringComparer.Ordinal)
                .OrderByDescending(form => form.Count()).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key, StringComparer.Ordinal);
}

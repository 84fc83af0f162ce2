using ReviewKit.Records;

namespace ReviewKit.CoWord;

/// <summary>Citations of records, as such and over what records of the same year got: old ones have had more time.</summary>
/// <param name="all">Of the whole map, on a map's term or not.</param>
sealed class YearlyCitations(IEnumerable<Record> all)
{
    readonly Dictionary<int, double> means = all.Where(record => record is { Year: not null, TimesCited: not null })
        .GroupBy(record => record.Year!.Value).ToDictionary(year => year.Key, year => year.Average(record => record.TimesCited!.Value));

    public int? Sum(IEnumerable<Record> records) => records.Select(record => record.TimesCited).OfType<int>().ToList() is { Count: > 0 } known ? known.Sum() : null;

    public double? Mean(IEnumerable<Record> records) => records.Average(record => record.TimesCited);

    public double? NormalizedSum(IEnumerable<Record> records) => Normalized(records) is { Count: > 0 } known ? known.Sum() : null;

    public double? NormalizedMean(IEnumerable<Record> records) => Normalized(records) is { Count: > 0 } known ? known.Average() : null;

    // In a year in which nothing was cited a record is as good as the mean of its year, which VOSviewer writes as 0.
    List<double> Normalized(IEnumerable<Record> records) =>
        [.. records.Where(record => record is { Year: not null, TimesCited: not null }).Select(record => means[record.Year!.Value] is > 0 and var mean ? record.TimesCited!.Value / mean : 0)];
}

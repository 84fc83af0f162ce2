using ReviewKit.Records;

namespace ReviewKit.Bibliometrics;

/// <summary>Documents and citations of a year.</summary>
/// <param name="Cumulated">Documents up to and with this year.</param>
/// <param name="MeanCitations">Per document.</param>
/// <param name="MeanCitationsPerYear">Per document and year since, the year itself counted; null for years after the as-of year.</param>
public sealed record YearOfProduction(int Year, int Documents, int Cumulated, int TimesCited, double MeanCitations, double? MeanCitationsPerYear, IReadOnlyList<string> RecordIds);

/// <summary>What was published when.</summary>
public sealed record AnnualProduction(IReadOnlyList<YearOfProduction> Years)
{
    /// <summary>Every year from the first to the last, those without a document too.</summary>
    public static AnnualProduction Of(IReadOnlyList<Record> records, int asOf)
    {
        var byYear = records.Where(record => record.Year is not null).ToLookup(record => record.Year!.Value);
        if (byYear.Count == 0) return new AnnualProduction([]);
        var (first, last) = (byYear.Min(group => group.Key), byYear.Max(group => group.Key));
        var years = new List<YearOfProduction>();
        for (var year = first; year <= last; year++)
        {
            var (documents, cited) = (byYear[year].Count(), byYear[year].Sum(record => record.TimesCited ?? 0));
            var mean = documents == 0 ? 0 : (double)cited / documents;
            years.Add(new YearOfProduction(year, documents, (years.Count == 0 ? 0 : years[^1].Cumulated) + documents, cited, mean, asOf < year ? null : mean / (asOf - year + 1),
                [.. byYear[year].Select(record => record.Id).Order(StringComparer.Ordinal)]));
        }
        return new AnnualProduction(years);
    }

    /// <summary>Compound growth a year from the first year to the last, in percent; null with fewer than two years.</summary>
    public double? GrowthRate => Years.Count < 2 ? null : 100 * (Math.Pow((double)Years[^1].Documents / Years[0].Documents, 1.0 / (Years.Count - 1)) - 1);
}

using ReviewKit.CoWord;
using ReviewKit.Records;

namespace ReviewKit.Bibliometrics;

/// <summary>A keyword over the years.</summary>
/// <param name="Documents">By year, from the first year of any record on.</param>
/// <param name="Cumulated">The same, summed up.</param>
/// <param name="Q1">Year by which a quarter of its documents had appeared.</param>
/// <param name="Median">Half of them.</param>
/// <param name="Q3">Three quarters.</param>
public sealed record KeywordYears(string Keyword, int Total, IReadOnlyList<int> Documents, IReadOnlyList<int> Cumulated, int Q1, int Median, int Q3, IReadOnlyList<string> RecordIds)
{
    /// <summary>Of each term with a dated record, in the order of the terms.</summary>
    internal static IReadOnlyList<KeywordYears> Of(IReadOnlyList<Record> records, IEnumerable<Term> terms, int firstYear, int lastYear)
    {
        var histories = new List<KeywordYears>();
        foreach (var term in terms)
        {
            var years = term.Records.Select(i => records[i].Year).OfType<int>().Order().ToList();
            if (years.Count == 0) continue;
            var (documents, cumulated, sum) = (new int[lastYear - firstYear + 1], new int[lastYear - firstYear + 1], 0);
            foreach (var year in years) documents[year - firstYear]++;
            for (var i = 0; i < documents.Length; i++) cumulated[i] = sum += documents[i];
            histories.Add(new KeywordYears(term.Label, years.Count, documents, cumulated, Quantile(years, 0.25), Quantile(years, 0.5), Quantile(years, 0.75),
                [.. term.Records.Select(i => records[i].Id).Order(StringComparer.Ordinal)]));
        }
        return histories;
    }

    /// <summary>Trend topics: of the keywords with the same median year the most frequent few.</summary>
    /// <remarks>As bibliometrix's fieldByYear, which draws them as lines from the first to the third quartile.</remarks>
    public static IReadOnlyList<KeywordYears> Trends(IEnumerable<KeywordYears> all, int minimum, int perYear) =>
    [
        .. all.Where(keyword => keyword.Total >= minimum).GroupBy(keyword => keyword.Median).OrderBy(group => group.Key)
            .SelectMany(group => group.OrderByDescending(keyword => keyword.Total).ThenBy(keyword => keyword.Keyword, StringComparer.Ordinal).Take(perYear)),
    ];

    // R's type 7, rounded half to even as R does.
    static int Quantile(List<int> sorted, double p)
    {
        var at = (sorted.Count - 1) * p;
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return (int)Math.Round(sorted[below] + (at - below) * (sorted[above] - sorted[below]), MidpointRounding.ToEven);
    }
}

namespace ReviewKit.Bibliometrics;

/// <summary>How many authors wrote how many documents, and the inverse power law through it: share = C / documents^Beta.</summary>
/// <param name="Authors">Documents written, and the number of authors who wrote so many; ascending.</param>
/// <param name="Beta">Lotka found 2; null when all authors wrote equally many.</param>
/// <param name="C">The share of authors of one document by the law.</param>
/// <param name="R2">Of the line in the double logarithm, every number of documents one point, 0..1.</param>
/// <remarks>Lotka 1926; fitted by least squares, as bibliometrix does.</remarks>
public sealed record Lotka(IReadOnlyList<(int Documents, int Authors)> Authors, double? Beta, double? C, double? R2)
{
    /// <param name="documents">Of each author.</param>
    public static Lotka Of(IEnumerable<int> documents)
    {
        var authors = documents.GroupBy(count => count).OrderBy(group => group.Key).Select(group => (Documents: group.Key, Authors: group.Count())).ToList();
        double total = authors.Sum(point => point.Authors);
        var line = Line.Through([.. authors.Select(point => (Math.Log10(point.Documents), Math.Log10(point.Authors / total)))]);
        return new Lotka(authors, -line?.Slope, line is null ? null : Math.Pow(10, line.Intercept), line?.R2);
    }
}

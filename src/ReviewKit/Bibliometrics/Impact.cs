using ReviewKit.Records;

namespace ReviewKit.Bibliometrics;

/// <summary>Documents and citations of an author or a source.</summary>
/// <param name="H">Documents with at least as many citations (Hirsch 2005, doi:10.1073/pnas.0507655102).</param>
/// <param name="G">The most cited g documents have g² citations together; not above the number of documents (Egghe 2006, doi:10.1007/s11192-006-0144-7).</param>
/// <param name="M">H over the years from the first document to the as-of year, both counted; null without a year.</param>
/// <param name="Fractional">Each document counts 1 / its authors; for sources the same as the documents.</param>
public sealed record Impact(string Name, int Documents, double Fractional, int TimesCited, int H, int G, double? M, int? FirstYear, IReadOnlyList<string> RecordIds)
{
    /// <summary>Of each name that any record has, h first, then citations, then the name.</summary>
    /// <param name="namesOf">The names of a record; one that stands there twice counts twice, as in bibliometrix.</param>
    /// <param name="asOf">The year up to which the m-index counts.</param>
    internal static IReadOnlyList<Impact> Of(IReadOnlyList<Record> records, Func<Record, IReadOnlyList<string>> namesOf, int asOf)
    {
        var parts = from record in records
                    let names = namesOf(record)
                    from name in names
                    select (Name: name, Record: record, Share: 1.0 / names.Count);
        return [.. parts.GroupBy(part => part.Name, StringComparer.Ordinal).Select(Summed)
            .OrderByDescending(impact => impact.H).ThenByDescending(impact => impact.TimesCited).ThenBy(impact => impact.Name, StringComparer.Ordinal)];

        Impact Summed(IGrouping<string, (string Name, Record Record, double Share)> group)
        {
            var citations = group.Select(part => part.Record.TimesCited ?? 0).ToList();
            var (h, first) = (HIndex(citations), group.Min(part => part.Record.Year));
            var m = first is { } year && asOf >= year ? (double?)h / (asOf - year + 1) : null;
            return new Impact(group.Key, citations.Count, group.Sum(part => part.Share), citations.Sum(), h, GIndex(citations), m, first,
                [.. group.Select(part => part.Record.Id).Distinct().Order(StringComparer.Ordinal)]);
        }
    }

    public static int HIndex(IEnumerable<int> citations) => citations.OrderDescending().TakeWhile((cited, i) => cited > i).Count();

    public static int GIndex(IEnumerable<int> citations)
    {
        var (sum, g, rank) = (0L, 0, 0);
        foreach (var cited in citations.OrderDescending())
        {
            sum += cited;
            rank++;
            if (sum >= (long)rank * rank) g = rank;
        }
        return g;
    }
}

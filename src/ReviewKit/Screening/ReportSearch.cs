using Dapper;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>Reports by words that stand anywhere in one of their records.</summary>
public static class ReportSearch
{
    [ThreadStatic]
    static FoldedText? reused;

    /// <param name="review">The review.</param>
    /// <param name="text">Words with blanks between, all of which must be there, in any field and any order; width, case and traditional forms do not matter. Parts of words are found too.</param>
    /// <returns>Reports in the order they were imported; none where the text has no letter.</returns>
    public static IReadOnlyList<string> Find(Review review, string text)
    {
        string[] words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(FoldedText.Of).Where(word => word.Length > 0)];
        if (words.Length == 0) return [];
        var merged = review.Connection.Query<(string Record, string Report)>("select record_id, report_id from state where record_id <> report_id").ToDictionary(row => row.Record, row => row.Report, StringComparer.Ordinal);
        return [.. Reports.RecordsInParallel(review).Where(record => Has(record, words)).Select(record => merged.GetValueOrDefault(record.Id, record.Id)).Distinct()];
    }

    static bool Has(Record record, string[] words)
    {
        var folded = reused ??= new FoldedText();
        folded.Fold(string.Join('\n', Texts(record)));
        foreach (var word in words)
            if (!folded.Letters.Contains(word, StringComparison.Ordinal)) return false;
        return true;
    }

    static IEnumerable<string?> Texts(Record record) =>
    [
        record.Title, record.TranslatedTitle, .. record.Titles.Values, record.Abstract, record.TranslatedAbstract, .. record.Abstracts.Values,
        .. record.Keywords, .. record.IndexKeywords, .. record.Authors.Select(author => author.Display), record.Journal, record.Doi, record.Id,
        .. record.Ids.Values, record.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    ];
}

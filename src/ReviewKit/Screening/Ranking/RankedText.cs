using ReviewKit.Records;

namespace ReviewKit.Screening.Ranking;

/// <summary>What a model reads of a record; each with a blank between languages.</summary>
public readonly record struct RankedText(string Title, string Abstract, string Keywords = "")
{
    /// <summary>Title and abstract in every language the record has them in.</summary>
    public static RankedText Of(Record record) => new(
        Together([record.Title, record.TranslatedTitle, .. record.Titles.Values]),
        Together([record.Abstract, record.TranslatedAbstract, .. record.Abstracts.Values]),
        string.Join(" ; ", record.Keywords.Concat(record.KeywordsByLanguage.Values.SelectMany(words => words)).Distinct(StringComparer.Ordinal)));

    static string Together(IEnumerable<string?> texts) => string.Join(' ', texts.Where(text => text is not null).Distinct(StringComparer.Ordinal));
}

using ReviewKit.Records;

namespace ReviewKit.Query;

/// <summary>The texts of a record that fields of a query stand for: what an exported record can be checked against.</summary>
public static class QueryFields
{
    /// <summary>In the order in which evidence is listed, with the names of the query file.</summary>
    public static IReadOnlyList<(string Name, SearchFields Field)> Tracked { get; } =
    [
        ("title", SearchFields.Title),
        ("abstract", SearchFields.Abstract),
        ("keywords", SearchFields.AuthorKeywords),
        ("index-keywords", SearchFields.IndexTerms | SearchFields.KeywordsPlus),
    ];

    /// <summary>The texts of one tracked field, in every language and always in the same order: a text's number in it is <see cref="Evidence.Part"/>.</summary>
    /// <param name="record">The record.</param>
    /// <param name="field">A name among <see cref="Tracked"/>.</param>
    public static IReadOnlyList<string> Texts(Record record, string field)
    {
        var texts = new List<string>();
        switch (field)
        {
            case "title":
                Add(texts, record.Title, record.TranslatedTitle, record.Titles);
                break;
            case "abstract":
                Add(texts, record.Abstract, record.TranslatedAbstract, record.Abstracts);
                break;
            case "keywords":
                texts.AddRange(record.Keywords);
                foreach (var language in record.KeywordsByLanguage.OrderBy(pair => pair.Key, StringComparer.Ordinal)) texts.AddRange(language.Value.Where(word => !record.Keywords.Contains(word)));
                break;
            case "index-keywords":
                texts.AddRange(record.IndexKeywords);
                texts.AddRange(record.KeywordsPlus);
                break;
        }
        return texts;
    }

    // The same text by two names, as readers give it that know the language of the title, is one.
    static void Add(List<string> texts, string? first, string? translated, Dictionary<string, string> byLanguage)
    {
        if (first is not null) texts.Add(first);
        if (translated is not null && translated != first) texts.Add(translated);
        if (byLanguage.Count > 0)
            texts.AddRange(byLanguage.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).Where(text => text != first && text != translated));
    }
}

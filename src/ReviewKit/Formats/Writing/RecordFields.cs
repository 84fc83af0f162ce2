using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>The fields of a record one by one, to say which of them two records differ in and to take one over from the other.</summary>
/// <remarks>What only says where a record was read (file, line, encoding, format) and ReviewKit's own id are no fields here.</remarks>
static class RecordFields
{
    sealed record Part(string Name, Func<Record, Record, bool> AreEqual, Func<Record, bool> IsThere, Action<Record, Record> Take);

    static readonly Part[] Parts =
    [
        One("type", r => r.Type, (r, v) => r.Type = v), One("sourceType", r => r.SourceType, (r, v) => r.SourceType = v), One("source", r => r.Source, (r, v) => r.Source = v!),
        One("title", r => r.Title, (r, v) => r.Title = v), One("translatedTitle", r => r.TranslatedTitle, (r, v) => r.TranslatedTitle = v), Map("titles", r => r.Titles),
        One("abstract", r => r.Abstract, (r, v) => r.Abstract = v), One("translatedAbstract", r => r.TranslatedAbstract, (r, v) => r.TranslatedAbstract = v), Map("abstracts", r => r.Abstracts),
        List("keywords", r => r.Keywords), List("indexKeywords", r => r.IndexKeywords), List("keywordsPlus", r => r.KeywordsPlus),
        Lists("keywordsByLanguage", r => r.KeywordsByLanguage),
        new("authors", (a, b) => a.Authors.Select(Name).SequenceEqual(b.Authors.Select(Name)), r => r.Authors.Count > 0, (to, from) => Put(to.Authors, from.Authors)),
        OfAuthors("authors.orcid", a => a.Orcid, (a, other) => a with { Orcid = other?.Orcid }),
        OfAuthors("authors.affiliations", a => a.Affiliations is { } places ? string.Join('\n', places) : null, (a, other) => a with { Affiliations = other?.Affiliations }),
        List("editors", r => r.Editors), List("contributors", r => r.Contributors),
        One("year", r => r.Year, (r, v) => r.Year = v), One("date", r => r.Date, (r, v) => r.Date = v),
        One("journal", r => r.Journal, (r, v) => r.Journal = v), Map("journals", r => r.Journals),
        One("publisher", r => r.Publisher, (r, v) => r.Publisher = v), One("institution", r => r.Institution, (r, v) => r.Institution = v),
        One("volume", r => r.Volume, (r, v) => r.Volume = v), One("issue", r => r.Issue, (r, v) => r.Issue = v),
        One("pages", r => r.Pages, (r, v) => r.Pages = v), One("firstPage", r => r.FirstPage, (r, v) => r.FirstPage = v), One("lastPage", r => r.LastPage, (r, v) => r.LastPage = v),
        One("articleNumber", r => r.ArticleNumber, (r, v) => r.ArticleNumber = v), One("doi", r => r.Doi, (r, v) => r.Doi = v),
        List("issn", r => r.Issn), List("isbn", r => r.Isbn), One("pmid", r => r.Pmid, (r, v) => r.Pmid = v), One("pmcid", r => r.Pmcid, (r, v) => r.Pmcid = v),
        Map("ids", r => r.Ids), One("language", r => r.Language, (r, v) => r.Language = v), One("url", r => r.Url, (r, v) => r.Url = v),
        List("affiliations", r => r.Affiliations), List("references", r => r.References), One("timesCited", r => r.TimesCited, (r, v) => r.TimesCited = v),
    ];

    /// <summary>In the order in which differences are listed; entries of a map follow the map's name and a dot.</summary>
    public static IEnumerable<string> Names => Parts.Select(p => p.Name);

    /// <summary>The fields of a record that another does not hold as they are: name, and whether the other holds nothing there at all.</summary>
    /// <remarks>Entries that only the other has in a map are no difference: a format may say more of a record, such as which database it is from.</remarks>
    public static IEnumerable<(string Field, bool IsLeftOut)> Missing(Record record, Record other)
    {
        foreach (var part in Parts)
            if (!part.AreEqual(record, other)) yield return (part.Name, !part.IsThere(other));
        foreach (var (tag, values) in record.Other)
        {
            var isThere = other.Other.TryGetValue(tag, out var others);
            if (!isThere || !values.SequenceEqual(others!)) yield return ($"other.{tag}", !isThere);
        }
    }

    /// <summary>Takes a field over, by the name that <see cref="Missing"/> gives it.</summary>
    public static void Take(string field, Record to, Record from)
    {
        if (field.StartsWith("other.", StringComparison.Ordinal)) to.Other[field["other.".Length..]] = from.Other[field["other.".Length..]];
        else Array.Find(Parts, p => p.Name == field)!.Take(to, from);
    }

    /// <summary>True when the record has nothing in the field.</summary>
    public static bool IsAbsent(string field, Record record) => Array.Find(Parts, p => p.Name == field) is { } part && !part.IsThere(record);

    /// <summary>True for the name of a field, entries of other left out.</summary>
    public static bool IsField(string name) => Array.Exists(Parts, p => p.Name == name);

    /// <summary>Takes over every field that is there.</summary>
    public static void TakeAll(Record to, Record from)
    {
        foreach (var part in Parts)
            if (part.Name != "source" && part.IsThere(from)) part.Take(to, from);
        foreach (var (tag, values) in from.Other) to.Other[tag] = values;
    }

    static Part One<T>(string name, Func<Record, T> get, Action<Record, T> set) =>
        new(name, (a, b) => EqualityComparer<T>.Default.Equals(get(a), get(b)), r => get(r) is not null, (to, from) => set(to, get(from)));

    static Part List<T>(string name, Func<Record, List<T>> get) => new(name, (a, b) => get(a).SequenceEqual(get(b)), r => get(r).Count > 0, (to, from) => Put(get(to), get(from)));

    /// <summary>Something said of each author beside the name: taken over alone where both records have the same authors, else with the authors.</summary>
    static Part OfAuthors(string name, Func<PersonName, string?> get, Func<PersonName, PersonName?, PersonName> with) =>
        new(name, (a, b) => a.Authors.Select(get).OfType<string>().SequenceEqual(b.Authors.Select(get).OfType<string>()), r => r.Authors.Exists(author => get(author) is not null), (to, from) =>
        {
            if (from.Authors.Count > 0 && from.Authors.Count != to.Authors.Count) Put(to.Authors, from.Authors);
            else
                for (var i = 0; i < to.Authors.Count; i++) to.Authors[i] = with(to.Authors[i], from.Authors.ElementAtOrDefault(i));
        });

    static PersonName Name(PersonName author) => author with { Orcid = null, Affiliations = null };

    static void Put<T>(List<T> to, List<T> from)
    {
        var values = from.ToList();
        to.Clear();
        to.AddRange(values);
    }

    static Part Map(string name, Func<Record, Dictionary<string, string>> get) =>
        new(name, (a, b) => get(a).All(p => get(b).GetValueOrDefault(p.Key) == p.Value), r => get(r).Count > 0, (to, from) => Put(get(to), get(from)));

    static Part Lists(string name, Func<Record, Dictionary<string, List<string>>> get) => new(name,
        (a, b) => get(a).All(p => get(b).TryGetValue(p.Key, out var others) && p.Value.SequenceEqual(others)), r => get(r).Count > 0, (to, from) => Put(get(to), get(from)));

    static void Put<T>(Dictionary<string, T> to, Dictionary<string, T> from)
    {
        foreach (var (key, value) in from) to[key] = value;
    }
}

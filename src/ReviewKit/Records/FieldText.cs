using System.Globalization;

namespace ReviewKit.Records;

/// <summary>Fields of a record as texts that a person reads and types; lists with semicolons.</summary>
public static class FieldText
{
    static readonly (string Name, Func<Record, string?> Read, Func<Record, string, bool> Write)[] Fields =
    [
        ("type", r => r.Type, (r, v) => Put(r.Type = v)),
        ("title", r => r.Title, (r, v) => Put(r.Title = v)),
        ("translatedTitle", r => r.TranslatedTitle, (r, v) => Put(r.TranslatedTitle = v)),
        ("abstract", r => r.Abstract, (r, v) => Put(r.Abstract = v)),
        ("translatedAbstract", r => r.TranslatedAbstract, (r, v) => Put(r.TranslatedAbstract = v)),
        ("keywords", r => List(r.Keywords), (r, v) => Put(r.Keywords = [.. Items(v)])),
        ("authors", r => List(r.Authors.Select(name => name.Display)), (r, v) => Put(r.Authors = [.. Items(v).Select(PersonName.Parse)])),
        ("editors", r => List(r.Editors.Select(name => name.Display)), (r, v) => Put(r.Editors = [.. Items(v).Select(PersonName.Parse)])),
        ("year", r => r.Year?.ToString(CultureInfo.InvariantCulture), (r, v) => Put(r.Year = v.Length == 4 ? PartialDate.Year(v) : null)),
        ("date", r => r.Date, (r, v) => Put(r.Date = PartialDate.Parse(v))),
        ("journal", r => r.Journal, (r, v) => Put(r.Journal = v)),
        ("publisher", r => r.Publisher, (r, v) => Put(r.Publisher = v)),
        ("institution", r => r.Institution, (r, v) => Put(r.Institution = v)),
        ("volume", r => r.Volume, (r, v) => Put(r.Volume = v)),
        ("issue", r => r.Issue, (r, v) => Put(r.Issue = v)),
        ("pages", r => r.Pages ?? r.FirstPage, PutPages),
        ("articleNumber", r => r.ArticleNumber, (r, v) => Put(r.ArticleNumber = v)),
        ("doi", r => r.Doi, (r, v) => Put(r.Doi = Doi.Parse(v))),
        ("issn", r => List(r.Issn), (r, v) => (r.Issn = [.. Issn.ParseAll(v)]).Count > 0),
        ("pmid", r => r.Pmid, (r, v) => Put(r.Pmid = v)),
        ("language", r => r.Language, (r, v) => Put(r.Language = v)),
        ("url", r => r.Url, (r, v) => Put(r.Url = v)),
    ];

    /// <summary>In the order of Record, as in docs/record.schema.json.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Fields.Select(field => field.Name)];

    /// <summary>Null where the record has none, or the name is no field's.</summary>
    public static string? Read(Record record, string field) => Array.Find(Fields, known => known.Name == field).Read?.Invoke(record);

    /// <returns>False when the text is no value for the field, or the name is no field's.</returns>
    public static bool Write(Record record, string field, string value) => Array.Find(Fields, known => known.Name == field).Write?.Invoke(record, value.Trim()) == true;

    static bool Put(object? written) => written is not null;

    static bool PutPages(Record record, string value)
    {
        record.Pages = value;
        (record.FirstPage, record.LastPage) = Pages.Split(value);
        return true;
    }

    static string? List(IEnumerable<string> items) => string.Join("; ", items) is { Length: > 0 } text ? text : null;

    static IEnumerable<string> Items(string text) => text.Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

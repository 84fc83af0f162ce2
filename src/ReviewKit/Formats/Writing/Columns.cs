using ReviewKit.Records;
using static ReviewKit.Formats.WrittenValues;

namespace ReviewKit.Formats;

/// <summary>The columns of a table that we write: headers that our own reader knows, with the fields it reads them into.</summary>
sealed class Columns
{
    /// <param name="Header">As it is written; <see cref="ColumnTable"/> knows it by its key.</param>
    /// <param name="Written">Where the cell is not simply the field.</param>
    public sealed record Column(string Header, Func<Record, IEnumerable<string>>? Written = null)
    {
        public string Key { get; } = ColumnTable.Key(Header);
    }

    /// <summary>For people: all that a spreadsheet is read for, and in a last column whatever else the record has.</summary>
    public static readonly Columns ForPeople = new(
        new("ID", Id), new("Database", r => Some(r.Source == "other" ? null : Origin.NameOf(r.Source))), new("Document type", DocumentType), new("Title"), new("Translated title"),
        new("Authors"), new("Year"), new("Publication date"), new("Journal"), new("Volume"), new("Issue"), new("Page start"), new("Page end"), new("Pages"), new("Article number"),
        new("DOI"), new("ISSN", r => r.Issn), new("ISBN", r => r.Isbn), new("PMID"), new("PMCID"), new("Language"), new("URL"), new("Abstract"), new("Translated abstract"),
        new("Author keywords"), new("Index keywords"), new("Affiliations"), new("Editors"), new("Publisher"), new("Institution"), new("Times cited"), new("References"));

    public static readonly Columns AsReview = new(
        new("record_id", Id), new("title"), new("abstract"), new("authors"), new("keywords", AllKeywords), new("year"), new("journal"), new("doi"), new("url"));

    // Rayyan's own sample file has these and no others.
    public static readonly Columns Rayyan = new(
        new("key", _ => []), new("title"), new("authors"), new("journal"), new("issn", r => r.Issn.Take(1)), new("volume"), new("issue"), new("pages"), new("day", r => DatePart(r, 8)), new("month", r => DatePart(r, 5)),
        new("year"), new("publisher"), new("pmc_id"), new("pubmed_id"), new("url", r => Some(r.Doi is null ? r.Url : "https://doi.org/" + r.Doi)), new("abstract"), new("notes", r => Some(r.Keywords.Count == 0 ? null : "Keywords: " + string.Join("; ", AllKeywords(r)))));

    Columns(params Column[] columns)
    {
        All = columns;
        var rows = columns.Select(Row).OfType<TagRow>().Append(new TagRow(RestOfRecord.Plain, Fields.Rest));
        Table = new TagTable(ColumnTable.Table.Kind, [.. rows]) { Key = ColumnTable.Key, TypeTags = ColumnTable.Table.TypeTags, Opening = Opening };
    }

    public IReadOnlyList<Column> All { get; }

    /// <summary>The rows of <see cref="ColumnTable"/> that these columns are read by.</summary>
    public TagTable Table { get; }

    static TagRow? Row(Column column) => ColumnTable.Table.Rows.FirstOrDefault(r => r.Tag == column.Key) is { } row ? row with { Written = column.Written ?? row.Written } : null;

    // Columns that are no field of the record when read: the database, the kind of document, Rayyan's key.
    IEnumerable<(string Tag, string Value)> Opening(Record record, bool isOwn, CitationKeys keys)
    {
        foreach (var column in All)
        {
            if (column.Header == "key" || (column.Header == "record_id" && !Id(record).Any())) yield return (column.Key, keys.Of(record, null));
            else if (column.Written is { } written && !Table.Tags.Contains(column.Key))
                foreach (var value in written(record)) yield return (column.Key, value);
        }
    }

    static IEnumerable<string> DocumentType(Record record) => Some(record.SourceType ?? record.Type);

    static IEnumerable<string> DatePart(Record record, int at) => record.Date is { } date && date.Length >= at + 2 ? [date.Substring(at, 2).TrimStart('0')] : [];
}

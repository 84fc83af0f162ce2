using System.Globalization;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>What the tables write where a tag does not simply hold a field: parts of pages, dates in a format's own way, one of several numbers.</summary>
static class WrittenValues
{
    static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;

    /// <summary>The first page, or all the pages where first and last alone would not give them back: "1106-1111+1117".</summary>
    public static IEnumerable<string> PageStart(Record record) =>
        Some(record.Pages is null || $"{record.FirstPage}-{record.LastPage}" == record.Pages ? record.FirstPage ?? record.Pages : record.Pages);

    public static IEnumerable<string> PageEnd(Record record) =>
        record.Pages is null || $"{record.FirstPage}-{record.LastPage}" == record.Pages ? Some(record.LastPage) : [];

    /// <summary>"2021/01/18/".</summary>
    public static IEnumerable<string> RisDate(Record record) => record.Date is { Length: > 4 } date ? [date.Replace('-', '/') + (date.Length > 7 ? "/" : "//")] : [];

    /// <summary>"2021 Jan 18"; the year where no more is known.</summary>
    public static IEnumerable<string> PubMedDate(Record record) =>
        Named(record) is { } named ? [$"{record.Date![..4]} {named}"] : record.Year is { } year ? [year.ToString(CultureInfo.InvariantCulture)] : [];

    /// <summary>"JAN 18": the year stands in another field.</summary>
    public static IEnumerable<string> WosDate(Record record) => Some(Named(record)?.ToUpperInvariant());

    /// <summary>"Zhang, LM" of "Zhang, Li-Ming", as Web of Science and PubMed write authors beside their full names.</summary>
    public static IEnumerable<string> Abbreviated(Record record, string? comma)
    {
        foreach (var author in record.Authors)
        {
            if (author is not { Family: { } family, Given: { Length: > 0 } given })
            {
                yield return author.Display;
                continue;
            }
            var initials = string.Concat(given.Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetter(w[0])).Select(w => w.All(char.IsUpper) ? w : w[..1].ToUpperInvariant()));
            yield return $"{family}{comma} {initials}";
        }
    }

    /// <summary>Author's, index and Web of Science's keywords and their translations in one list, for programs that know only one kind.</summary>
    public static IEnumerable<string> AllKeywords(Record record) =>
        record.Keywords.Concat(record.IndexKeywords).Concat(record.KeywordsPlus).Concat(Fields.TranslatedKeywords.Get(record)).Distinct();

    /// <summary>The language's English name ("Chinese") or its letters in ISO 639-2 ("chi").</summary>
    public static Func<Record, IEnumerable<string>> Language(bool isName) => record =>
        record.Language is not { } codes ? [] : [string.Join("; ", codes.Split("; ").Select(code => LanguageCode.NameOf(code, isName)))];

    public static IEnumerable<string> Id(Record record) => record.Ids.TryGetValue("id", out var id) ? [id] : Some(record.Id.Length > 0 ? record.Id : null);

    public static IEnumerable<string> Issn(Record record, Range range) => record.Issn.Take(range);

    public static IEnumerable<string> Some(string? value) => value is null ? [] : [value];

    /// <summary>True for a Hanzi name, which CiteSpace wants with a comma behind it.</summary>
    public static string WithComma(PersonName name) => name.Literal is { } literal && Fold.HasHan(literal) ? literal + "," : name.Display;

    static string? Named(Record record)
    {
        if (record.Date is not { Length: >= 7 } date || !int.TryParse(date.AsSpan(5, 2), CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12) return null;
        return date.Length < 10 ? Months[month - 1] : string.Create(CultureInfo.InvariantCulture, $"{Months[month - 1]} {int.Parse(date.AsSpan(8, 2), CultureInfo.InvariantCulture)}");
    }
}

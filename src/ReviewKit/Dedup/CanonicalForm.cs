using System.Globalization;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>A record in the form in which it is compared; computed once, fields that are not reliable in its file left out.</summary>
sealed class CanonicalForm
{
    // Enough of an abstract to be one abstract's own, and short enough to survive where a database cuts it.
    const int AbstractLetters = 120;

    public required Record Record { get; init; }

    /// <summary>The title, its translation and what stands in brackets; empty where the record has none.</summary>
    public required TitleForm[] Titles { get; init; }

    public required AuthorName[] Authors { get; init; }
    public required int? Year { get; init; }
    public required Position Position { get; init; }
    public required Container Container { get; init; }
    public required Kind Kind { get; init; }
    public required string? Doi { get; init; }

    /// <summary>Place in the issue of a Chinese journal; null where neither DOI nor file name spell it.</summary>
    public required IssueSequence? Sequence { get; init; }

    /// <summary>Identifiers that a database gives one report, with their scheme: pmid:…, pmcid:…, ut:…, eid:….</summary>
    public required string[] Ids { get; init; }

    /// <summary>The first letters of the abstract; null where it is absent or too short to tell abstracts apart.</summary>
    public required string? Abstract { get; init; }

    public string Id => Record.Id;

    /// <summary>The language of the title: zh where it is in characters, else what the source says; null where it says nothing.</summary>
    public required string? Language { get; init; }

    /// <summary>True when the title has no word that tells this report from others: "Editorial", "Book review", the journal's own name.</summary>
    public bool IsGeneric { get; set; }

    /// <summary>True for what is written again every year under one title: introductions to an issue or a session, calls, reports of a society.</summary>
    public bool IsRecurring { get; set; }

    public static CanonicalForm Of(Record record, FieldReliability reliability, JournalIdentities identities)
    {
        bool Reliable(Field field) => reliability.IsReliable(record.File, field);
        var position = Position.Of(record);
        var titles = new[] { record.Title, record.TranslatedTitle }
            .Concat(record.Titles.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value))
            .SelectMany(TitleForm.Of).DistinctBy(title => title.Letters).ToArray();
        var container = Container.Of(record, identities);
        return new CanonicalForm
        {
            Record = record,
            Titles = titles,
            Authors = AuthorName.Of(record),
            Year = record.Year ?? PartialDate.Year(record.Date),
            Position = new Position(
                Reliable(Field.Volume) ? position.Volume : null,
                Reliable(Field.Issue) ? position.Issue : null,
                Reliable(Field.Pages) ? position.FirstPage : null,
                Reliable(Field.Pages) ? position.LastPage : null,
                position.ArticleNumber),
            Container = container,
            Kind = Kinds.Of(record),
            Doi = Reliable(Field.Doi) && Records.Doi.Key(record.Doi) is { } doi && !reliability.IsShared(doi) ? doi : null,
            Sequence = IssueSequence.Of(record),
            Ids = [.. Identifiers(record)],
            Abstract = Beginning(record.Abstract),
            Language = Fold.HasHan(record.Title ?? "") ? "zh" : record.Language,
            IsRecurring = GenericWords.IsRecurring(record.Title),
            IsGeneric = titles.Length > 0 && Array.TrueForAll(titles, title => GenericWords.Only(title, container)),
        };
    }

    static IEnumerable<string> Identifiers(Record record)
    {
        if (!Missing.IsMissing(record.Pmid)) yield return "pmid:" + record.Pmid!.Trim();
        if (!Missing.IsMissing(record.Pmcid)) yield return "pmcid:" + record.Pmcid!.Trim().ToLowerInvariant();
        foreach (var (scheme, value) in record.Ids.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (scheme is not "cn" && !Missing.IsMissing(value))
                yield return string.Create(CultureInfo.InvariantCulture, $"{scheme}:{value.Trim().ToLowerInvariant()}");
    }

    static string? Beginning(string? text)
    {
        if (text is null || Missing.IsMissing(text)) return null;
        var letters = Fold.Letters(text[..Math.Min(text.Length, AbstractLetters * 2)]);
        return letters.Length < AbstractLetters / 2 ? null : letters[..Math.Min(letters.Length, AbstractLetters)];
    }
}

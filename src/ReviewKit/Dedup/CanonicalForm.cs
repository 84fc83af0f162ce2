using System.Globalization;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>A record in the form in which it is compared; computed once, and small enough for a million of them.</summary>
sealed class CanonicalForm
{
    public required string Id { get; init; }

    /// <summary>Of everything that is compared: records alike in every field have it alike. Absent without a title, since two bare records may be two reports.</summary>
    public required UInt128? Content { get; init; }

    /// <summary>The smaller, the better it stands for its group.</summary>
    public required int Rank { get; init; }

    public required string File { get; init; }
    public required int Line { get; init; }

    /// <summary>Volume, issue, pages and DOI as the file has them, to judge its columns by; null once they are judged.</summary>
    public string?[]? Columns { get; set; }

    /// <summary>The beginning of the title, for telling works under one DOI apart: variants differ at the end more often. 0 without a title.</summary>
    public required ulong Beginning { get; init; }

    /// <summary>The title, its translation and what stands in brackets; empty where the record has none.</summary>
    public required TitleForm[] Titles { get; init; }

    public required AuthorName[] Authors { get; init; }
    public required int? Year { get; init; }
    public required Position Position { get; set; }

    /// <summary>Place in the list of journals; <see cref="Container"/> is known when all records are.</summary>
    public required int Journal { get; init; }

    public Container Container { get; set; } = Container.None;
    public required Kind Kind { get; init; }
    public required string? Doi { get; set; }

    /// <summary>Place in the issue of a Chinese journal; null where neither DOI nor file name spell it.</summary>
    public required IssueSequence? Sequence { get; init; }

    /// <summary>Identifiers that a database gives one report, with their scheme: pmid:…, pmcid:…, ut:…, eid:….</summary>
    public required string[] Ids { get; init; }

    public required Beginning Abstract { get; init; }

    /// <summary>The language of the title: zh where it is in characters, else what the source says; null where it says nothing.</summary>
    public required string? Language { get; init; }

    /// <summary>True when the title has no word that tells this report from others: "Editorial", "Book review", the journal's own name.</summary>
    public bool IsGeneric { get; set; }

    /// <summary>True for what is written again every year under one title: introductions to an issue or a session, calls, reports of a society.</summary>
    public bool IsRecurring { get; set; }

    public static CanonicalForm Of(Record record, Pool pool, JournalList journals)
    {
        var titles = new[] { record.Title, record.TranslatedTitle }
            .Concat(record.Titles.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value))
            .SelectMany(title => TitleForm.Of(title, pool)).DistinctBy(title => title.Letters).ToArray();
        var journal = journals.Add(record);
        var names = journals.Names(journal);
        var doi = Missing.IsMissing(record.Doi) ? null : Records.Doi.Key(record.Doi);
        return new CanonicalForm
        {
            Id = record.Id,
            Content = IdenticalRecords.Content(record),
            Rank = MergedRecord.Rank(record),
            File = pool.Text(record.File),
            Line = record.Line,
            Columns = [pool.Maybe(record.Volume), pool.Maybe(record.Issue), record.Pages ?? record.FirstPage, record.Doi],
            Beginning = Missing.IsMissing(record.Title) ? 0 : Hash.Of(Fold.Letters(record.Title!) is { Length: > 12 } letters ? letters[..12] : Fold.Letters(record.Title!)),
            Titles = titles,
            Authors = AuthorName.Of(record, pool),
            Year = record.Year ?? PartialDate.Year(record.Date),
            Position = Position.Of(record).In(pool),
            Journal = journal,
            Kind = Kinds.Of(record),
            Doi = doi,
            Sequence = IssueSequence.Of(record),
            Ids = [.. Identifiers(record)],
            Abstract = Dedup.Beginning.Of(record.Abstract),
            Language = Fold.HasHan(record.Title ?? "") ? "zh" : pool.Maybe(record.Language),
            IsRecurring = GenericWords.IsRecurring(record.Title),
            IsGeneric = titles.Length > 0 && Array.TrueForAll(titles, title => GenericWords.Only(title, names)),
        };
    }

    /// <summary>Takes out what cannot be believed in its file, and the file's own words with it.</summary>
    public void Keep(FieldReliability reliability)
    {
        bool Reliable(Field field) => reliability.IsReliable(File, field);
        Columns = null;
        if (!Reliable(Field.Doi) || Doi is not null && reliability.IsShared(Doi)) Doi = null;
        if (!Reliable(Field.Volume)) Position = Position with { Volume = null };
        if (!Reliable(Field.Issue)) Position = Position with { Issue = null };
        if (!Reliable(Field.Pages)) Position = Position with { FirstPage = null, LastPage = null };
    }

    static IEnumerable<string> Identifiers(Record record)
    {
        if (!Missing.IsMissing(record.Pmid)) yield return "pmid:" + record.Pmid!.Trim();
        if (!Missing.IsMissing(record.Pmcid)) yield return "pmcid:" + record.Pmcid!.Trim().ToLowerInvariant();
        foreach (var (scheme, value) in record.Ids.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            // A column ID counts rows, and every library has its 1 and its "Smith2018"; a CN number is the journal's.
            if (scheme is not ("id" or "key" or "ref" or "cn") && !Missing.IsMissing(value))
                yield return string.Create(CultureInfo.InvariantCulture, $"{scheme}:{value.Trim().ToLowerInvariant()}");
    }
}

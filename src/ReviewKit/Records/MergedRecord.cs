namespace ReviewKit.Records;

/// <summary>One record made of the records of one report, each field from the best record that has it.</summary>
public static class MergedRecord
{
    /// <summary>Which source is believed first: curated indexes before publishers' feeds and aggregators; what is not listed comes last.</summary>
    static readonly string[] Sources = ["wos", "scopus", "pubmed", "embase", "cnki", "wanfang", "vip", "crossref", "openalex", "baidu"];

    /// <summary>The fields in the order of Record, each with how it is seen to be there and how it is taken over.</summary>
    static readonly (string Name, Func<Record, bool> Has, Action<Record, Record> Take)[] Fields =
    [
        ("type", r => r.Type is not null, (to, r) => to.Type = r.Type),
        ("sourceType", r => r.SourceType is not null, (to, r) => to.SourceType = r.SourceType),
        ("title", r => r.Title is not null, (to, r) => to.Title = r.Title),
        ("translatedTitle", r => r.TranslatedTitle is not null, (to, r) => to.TranslatedTitle = r.TranslatedTitle),
        ("abstract", r => r.Abstract is not null, (to, r) => to.Abstract = r.Abstract),
        ("translatedAbstract", r => r.TranslatedAbstract is not null, (to, r) => to.TranslatedAbstract = r.TranslatedAbstract),
        ("keywords", r => r.Keywords.Count > 0, (to, r) => to.Keywords.AddRange(r.Keywords)),
        ("indexKeywords", r => r.IndexKeywords.Count > 0, (to, r) => to.IndexKeywords.AddRange(r.IndexKeywords)),
        ("keywordsPlus", r => r.KeywordsPlus.Count > 0, (to, r) => to.KeywordsPlus.AddRange(r.KeywordsPlus)),
        ("authors", r => r.Authors.Count > 0, (to, r) => to.Authors.AddRange(r.Authors)),
        ("editors", r => r.Editors.Count > 0, (to, r) => to.Editors.AddRange(r.Editors)),
        ("contributors", r => r.Contributors.Count > 0, (to, r) => to.Contributors.AddRange(r.Contributors)),
        ("year", r => r.Year is not null, (to, r) => to.Year = r.Year),
        ("date", r => r.Date is not null, (to, r) => to.Date = r.Date),
        ("journal", r => r.Journal is not null, (to, r) => to.Journal = r.Journal),
        ("publisher", r => r.Publisher is not null, (to, r) => to.Publisher = r.Publisher),
        ("institution", r => r.Institution is not null, (to, r) => to.Institution = r.Institution),
        ("volume", r => r.Volume is not null, (to, r) => to.Volume = r.Volume),
        ("issue", r => r.Issue is not null, (to, r) => to.Issue = r.Issue),
        // Pages of one record belong together: a first page of one database with the last page of another is no range.
        ("pages", r => r.Pages is not null || r.FirstPage is not null, (to, r) => (to.Pages, to.FirstPage, to.LastPage) = (r.Pages, r.FirstPage, r.LastPage)),
        ("articleNumber", r => r.ArticleNumber is not null, (to, r) => to.ArticleNumber = r.ArticleNumber),
        ("doi", r => r.Doi is not null, (to, r) => to.Doi = r.Doi),
        ("issn", r => r.Issn.Count > 0, (to, r) => to.Issn.AddRange(r.Issn)),
        ("isbn", r => r.Isbn.Count > 0, (to, r) => to.Isbn.AddRange(r.Isbn)),
        ("pmid", r => r.Pmid is not null, (to, r) => to.Pmid = r.Pmid),
        ("pmcid", r => r.Pmcid is not null, (to, r) => to.Pmcid = r.Pmcid),
        ("language", r => r.Language is not null, (to, r) => to.Language = r.Language),
        ("url", r => r.Url is not null, (to, r) => to.Url = r.Url),
        ("affiliations", r => r.Affiliations.Count > 0, (to, r) => to.Affiliations.AddRange(r.Affiliations)),
        ("references", r => r.References.Count > 0, (to, r) => to.References.AddRange(r.References)),
        ("timesCited", r => r.TimesCited is not null, (to, r) => to.TimesCited = r.TimesCited),
    ];

    static readonly (string Name, Func<Record, Dictionary<string, string>> Of)[] Texts =
        [("titles", r => r.Titles), ("abstracts", r => r.Abstracts), ("journals", r => r.Journals), ("ids", r => r.Ids)];

    /// <summary>The order in which members are believed: fullest description first, then the declared order of sources, then id.</summary>
    /// <remarks>A record with abstract, authors and place stands better for its group than a bare title, whichever database it is from.</remarks>
    public static IReadOnlyList<Record> BestFirst(IEnumerable<Record> members) =>
        [.. members.OrderBy(Rank).ThenBy(record => record.Id, StringComparer.Ordinal)];

    /// <summary>By which members are believed, the smallest first; equal ranks go by id.</summary>
    public static int Rank(Record record) => (Fullest - Fullness(record)) * 100 + SourceRank(record);

    /// <summary>The merged record, with the id and the file of the best member, and from which record each field was taken.</summary>
    /// <returns>Field names as in docs/record.schema.json; entries of a map as "titles.zh". Fields no member has are absent; of a field a person has fixed it is <see cref="Pinned"/>.</returns>
    public static (Record Record, IReadOnlyDictionary<string, string> From) Of(IReadOnlyList<Record> members)
    {
        var ordered = BestFirst(members);
        var best = ordered[0];
        ordered = WithSaid(ordered);
        var merged = new Record { Id = best.Id, Source = best.Source, File = best.File, Line = best.Line, Encoding = best.Encoding, Format = best.Format };
        var from = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, has, take) in Fields)
        {
            if (ordered.FirstOrDefault(has) is not { } source) continue;
            take(merged, source);
            from[name] = source.Id;
        }
        foreach (var record in ordered)
        {
            foreach (var (name, of) in Texts)
                foreach (var (key, value) in of(record))
                    if (of(merged).TryAdd(key, value)) from[$"{name}.{key}"] = record.Id;
            foreach (var (language, keywords) in record.KeywordsByLanguage)
                if (merged.KeywordsByLanguage.TryAdd(language, [.. keywords])) from[$"keywordsByLanguage.{language}"] = record.Id;
            foreach (var (tag, values) in record.Other)
                if (merged.Other.TryAdd(tag, [.. values])) from[$"other.{tag}"] = record.Id;
        }
        return (merged, from);
    }

    /// <summary>Stands in the place of a record's id where a person has said what the field is.</summary>
    public const string Pinned = "pinned";

    /// <summary>Stands in the place of a record's id where an open interface filled what the sources leave empty.</summary>
    public const string Filled = "filled";

    /// <summary>What a person says stands before all sources, what an interface says behind them.</summary>
    static IReadOnlyList<Record> WithSaid(IReadOnlyList<Record> ordered)
    {
        if (ordered.Any(member => member.Pins.Count > 0)) ordered = [Said(Pinned, ordered.SelectMany(member => member.Pins)), .. ordered];
        return ordered.Any(member => member.Fills.Count > 0) ? [.. ordered, Said(Filled, ordered.SelectMany(member => member.Fills))] : ordered;
    }

    static Record Said(string id, IEnumerable<Pin> values)
    {
        var record = new Record { Id = id };
        foreach (var pin in values.OrderBy(pin => pin.Seq)) FieldText.Write(record, pin.Field, pin.Value);
        return record;
    }

    /// <summary>Every value the members and people have for each field, the one of the merged record first, each with the ids of the records that have it.</summary>
    /// <returns>Fields of <see cref="FieldText.Names"/> that any member has. Values that differ in white space only are one.</returns>
    public static IReadOnlyList<(string Field, IReadOnlyList<(string Value, IReadOnlyList<string> Records)> Values)> Variants(IReadOnlyList<Record> members)
    {
        var ordered = WithSaid(BestFirst(members));
        return
        [
            .. from field in FieldText.Names
               let values = from record in ordered
                            let value = FieldText.Read(record, field)
                            where value is not null
                            group record.Id by string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) into same
                            select (same.Key, (IReadOnlyList<string>)[.. same])
               where values.Any()
               select (field, (IReadOnlyList<(string, IReadOnlyList<string>)>)[.. values]),
        ];
    }
    const int Fullest = 9;

    static int Fullness(Record record) =>
        (record.Abstract is null ? 0 : 4) + (record.Authors.Count > 0 ? 2 : 0) + (record.Doi is null ? 0 : 1) + (record.Keywords.Count > 0 ? 1 : 0)
        + (record.Pages ?? record.FirstPage ?? record.ArticleNumber) switch { null => 0, _ => 1 };

    static int SourceRank(Record record) => Array.IndexOf(Sources, record.Source) is var rank and >= 0 ? rank : Sources.Length;
}

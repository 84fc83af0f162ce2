using ReviewKit.CoWord;
using ReviewKit.Records;

namespace ReviewKit.Bibliometrics;

/// <summary>How a set of records is described.</summary>
/// <param name="AsOf">The year in which ages, the m-index and citations per year are counted; never the clock's, so that a table can be made again.</param>
public sealed record DescribeOptions(int AsOf)
{
    /// <summary>Of keyword growth, trend topics and bursts.</summary>
    public KeywordFields Fields { get; init; } = KeywordFields.Author;

    public TermIdentity Identity { get; init; } = TermIdentity.Folded;
    public Thesaurus Thesaurus { get; init; } = Thesaurus.Empty;

    /// <summary>Keywords of the growth table.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Documents a keyword must have to be a trend topic or burst.</summary>
    public int MinimumOccurrences { get; init; } = 2;

    /// <summary>Trend topics of a year.</summary>
    public int TopicsPerYear { get; init; } = 5;

    public BurstOptions Bursts { get; init; } = new();
}

/// <summary>A document and its citations.</summary>
/// <param name="Normalized">Citations over the mean of the documents of its year; null without a year, or where nothing of that year was cited.</param>
/// <param name="Local">Documents of this set that cite it.</param>
public sealed record CitedDocument(Record Record, int TimesCited, double? PerYear, double? Normalized, int Local, IReadOnlyList<string> CitedBy);

/// <summary>A keyword and the documents that have it.</summary>
public sealed record KeywordCount(string Field, int Rank, string Keyword, int Documents, int Mentions, double Share);

/// <summary>A keyword's burst.</summary>
public sealed record KeywordBurst(string Keyword, int Documents, Burst Burst);

/// <summary>The descriptive bibliometrics of a set of records: every figure a function of the records and the options.</summary>
public sealed class Description
{
    static readonly (string Name, KeywordFields Field)[] Kinds = [("author", KeywordFields.Author), ("index", KeywordFields.Index), ("plus", KeywordFields.Plus)];

    Description(IReadOnlyList<Record> records, DescribeOptions options)
    {
        (Options, Records) = (options, records);
        Production = AnnualProduction.Of(records, options.AsOf);
        Overview = Overview.Of(records, Production, options.AsOf, keywords => Index(keywords).Terms.Count);
        var labels = SourceNames.Labels(records);
        Sources = Impact.Of(records, record => SourceNames.Key(record) is { } key ? [labels[key]] : [], options.AsOf);
        SourcesByYield = [.. Sources.OrderByDescending(source => source.Documents).ThenBy(source => source.Name, StringComparer.Ordinal)];
        Bradford = Bradford.Of([.. SourcesByYield.Select(source => source.Documents)]);
        Authors = Impact.Of(records, AuthorNames.Of, options.AsOf);
        Lotka = Lotka.Of(Authors.Select(author => author.Documents));
        Countries = Country.Of(records);
        Documents = Cited(records, options.AsOf);
        Keywords = [.. Kinds.SelectMany(kind => Counts(kind.Name, kind.Field))];
        var terms = TermIndex.Of(records, new CoWordOptions { Fields = options.Fields, Identity = options.Identity, Thesaurus = options.Thesaurus }).Terms;
        var histories = Production.Years.Count == 0 ? [] : KeywordYears.Of(records, terms, Production.Years[0].Year, Production.Years[^1].Year);
        Growth = [.. histories.Take(options.Top)];
        Trends = KeywordYears.Trends(histories, options.MinimumOccurrences, options.TopicsPerYear);
        Bursts = [.. histories.Where(keyword => keyword.Total >= options.MinimumOccurrences).SelectMany(BurstsOf)
            .OrderBy(burst => burst.Burst.Start).ThenByDescending(burst => burst.Burst.Strength).ThenBy(burst => burst.Keyword, StringComparer.Ordinal)];
    }

    public DescribeOptions Options { get; }
    public IReadOnlyList<Record> Records { get; }
    public Overview Overview { get; }
    public AnnualProduction Production { get; }

    /// <summary>By h-index.</summary>
    public IReadOnlyList<Impact> Sources { get; }

    /// <summary>By documents: the order of <see cref="Bradford"/>.</summary>
    public IReadOnlyList<Impact> SourcesByYield { get; }

    public Bradford Bradford { get; }

    /// <summary>By h-index.</summary>
    public IReadOnlyList<Impact> Authors { get; }

    public Lotka Lotka { get; }
    public IReadOnlyList<Country> Countries { get; }

    /// <summary>Most cited first.</summary>
    public IReadOnlyList<CitedDocument> Documents { get; }

    /// <summary>Author keywords, then index keywords, then Keywords Plus; each most frequent first.</summary>
    public IReadOnlyList<KeywordCount> Keywords { get; }

    /// <summary>The most frequent keywords by year.</summary>
    public IReadOnlyList<KeywordYears> Growth { get; }

    /// <summary>By median year.</summary>
    public IReadOnlyList<KeywordYears> Trends { get; }

    /// <summary>By first year.</summary>
    public IReadOnlyList<KeywordBurst> Bursts { get; }

    /// <param name="records">One a report: duplicates would count twice. Each has an id.</param>
    public static Description Of(IEnumerable<Record> records, DescribeOptions options) => new([.. records.OrderBy(record => record.Id, StringComparer.Ordinal)], options);

    IEnumerable<KeywordBurst> BurstsOf(KeywordYears keyword) =>
        Bibliometrics.Bursts.Of(keyword.Documents, [.. Production.Years.Select(year => year.Documents)], Production.Years[0].Year, Options.Bursts)
            .Select(burst => new KeywordBurst(keyword.Keyword, keyword.Total, burst));

    IEnumerable<KeywordCount> Counts(string name, KeywordFields field)
    {
        var terms = TermIndex.Of(Records, new CoWordOptions { Fields = field, Identity = Options.Identity, Thesaurus = Options.Thesaurus }).Terms;
        return terms.Select((term, i) => new KeywordCount(name, i + 1, term.Label, term.Records.Count, term.Mentions, (double)term.Records.Count / Records.Count));
    }

    TermIndex Index(Func<Record, IEnumerable<string>> keywords) =>
        TermIndex.Of([.. Records.Select(record => new Record { Keywords = [.. keywords(record)] })], new CoWordOptions { Identity = Options.Identity, Thesaurus = Options.Thesaurus });

    static IReadOnlyList<CitedDocument> Cited(IReadOnlyList<Record> records, int asOf)
    {
        var local = LocalCitations.Of(records).CitedBy;
        var means = records.Where(record => record.Year is not null).GroupBy(record => record.Year!.Value).ToDictionary(group => group.Key, group => group.Average(record => record.TimesCited ?? 0));
        return [.. records.Select((record, i) => Of(record, local[i]))
            .OrderByDescending(document => document.TimesCited).ThenByDescending(document => document.Local).ThenBy(document => document.Record.Id, StringComparer.Ordinal)];

        CitedDocument Of(Record record, List<int> citedBy)
        {
            var cited = record.TimesCited ?? 0;
            return new CitedDocument(record, cited,
                record.Year is { } year && year <= asOf ? (double)cited / (asOf - year + 1) : null,
                record.Year is { } own && means[own] > 0 ? cited / means[own] : null,
                citedBy.Count, [.. citedBy.Select(i => records[i].Id).Order(StringComparer.Ordinal)]);
        }
    }
}

using ReviewKit.Enrichment.Http;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Enrichment;

/// <summary>What one interface can be asked about known reports, as data: the run is the same for all of them.</summary>
sealed record Source(Api Api, int Batch)
{
    /// <summary>Fields it may know, as in docs/record.schema.json.</summary>
    public required IReadOnlyList<string> Gives { get; init; }

    /// <summary>Asks for works by DOI, at most <see cref="Batch"/> of them.</summary>
    public required Func<Network, IReadOnlyList<string>, CancellationToken, Task<Answer>> ByDoi { get; init; }

    /// <summary>Asks for works like a record; null where it cannot be asked so.</summary>
    public Func<Network, Record, CancellationToken, Task<Answer>>? ByTitle { get; init; }

    public required Func<Answer, IReadOnlyList<Record>> Read { get; init; }

    /// <summary>Characters that a DOI in a batch must not have, because they separate the batch.</summary>
    public string Separators { get; init; } = "";

    /// <summary>False where hardly a title is in Chinese, so that asking for one is a waste of everybody's time.</summary>
    public bool KnowsChineseTitles { get; init; } = true;

    /// <summary>Asked only about DOIs of this registration agency; null: about all.</summary>
    public string? Agency { get; init; }

    /// <summary>Requests that one batch makes.</summary>
    public int RequestsEach { get; init; } = 1;

    // A batch goes into the address, of which servers take some 4 KB; a body takes any number.
    const int LongestAddress = 3000, SentAsBody = 100;

    /// <summary>What has a DOI, in batches that go into one request each: of one DOI together, and alone where it has a sign that parts the batch.</summary>
    public IEnumerable<List<T>> Batches<T>(IEnumerable<T> items, Func<T, Record> recordOf)
    {
        var (batch, dois, length) = (new List<T>(), 0, 0);
        bool IsAlone(string doi) => doi.AsSpan().IndexOfAny(Separators) >= 0;
        foreach (var same in items.GroupBy(item => Doi.Key(recordOf(item).Doi)!, StringComparer.Ordinal).OrderBy(same => IsAlone(same.Key)))
        {
            var own = Uri.EscapeDataString(same.Key).Length + 8;
            if (batch.Count > 0 && (IsAlone(same.Key) || dois == Batch || length + own > LongestAddress && Batch < SentAsBody))
            {
                yield return batch;
                (batch, dois, length) = ([], 0, 0);
            }
            batch.AddRange(same);
            (dois, length) = (dois + 1, length + own);
        }
        if (batch.Count > 0) yield return batch;
    }

    public double PriceByDoi => Api.ListPrice;
    public double PriceByTitle => Api.SearchPrice;
}

/// <summary>The interfaces in the order in which they are asked: the ones that know most in one request first.</summary>
static class Sources
{
    const string OpenAlexFields = "id,doi,title,display_name,publication_year,publication_date,language,type,ids,primary_location,biblio,authorships,abstract_inverted_index,keywords,is_retracted,referenced_works,cited_by_count";
    const string ScholarFields = "title,abstract,year,externalIds,authors,journal,venue,publicationDate";
    const int TitleHits = 5;

    static readonly string[] Bibliographic = ["title", "authors", "year", "date", "journal", "volume", "issue", "pages", "doi", "issn", "language", "publisher", "type"];

    public static IReadOnlyList<Source> All { get; } =
    [
        new(Apis.OpenAlex, 50)
        {
            Gives = ["abstract", .. Bibliographic, "pmid"],
            Separators = ",|",
            ByDoi = (network, dois, stop) => OpenAlex(network, "doi:" + string.Join('|', dois), dois.Count, Apis.OpenAlex.ListPrice, stop),
            ByTitle = (network, record, stop) => OpenAlex(network, "title.search:" + Words(record.Title!), TitleHits, Apis.OpenAlex.SearchPrice, stop),
            Read = answer => [.. RecordsIn.Of(answer.Body, "openalex-json")],
        },
        new(Apis.Crossref, 50)
        {
            Gives = ["abstract", .. Bibliographic],
            Separators = ",",
            ByDoi = (network, dois, stop) => network.Ask(Apis.Crossref, () => network.Crossref.Value.Works(string.Join(',', dois.Select(doi => "doi:" + doi)), null, dois.Count, null, stop), stop),
            ByTitle = (network, record, stop) => network.Ask(Apis.Crossref, () => network.Crossref.Value.Works(null, Citation(record), TitleHits, null, stop), stop),
            Read = answer => Crossref(answer),
        },
        new(Apis.SemanticScholar, 400)
        {
            KnowsChineseTitles = false,
            Gives = ["abstract", "title", "authors", "year", "date", "journal", "volume", "pages", "doi", "pmid"],
            ByDoi = (network, dois, stop) => network.Ask(Apis.SemanticScholar, () => network.SemanticScholar.Value.Batch(ScholarFields, new() { ["ids"] = [.. dois.Select(doi => "DOI:" + doi)] }, stop), stop),
            ByTitle = (network, record, stop) => network.Ask(Apis.SemanticScholar, () => network.SemanticScholar.Value.Match(record.Title!, ScholarFields, stop), stop),
            Read = answer => PlainAnswers.SemanticScholar(answer.Json()),
        },
        new(Apis.EuropePmc, 40)
        {
            KnowsChineseTitles = false,
            Gives = ["abstract", "title", "authors", "year", "date", "journal", "volume", "issue", "pages", "doi", "issn", "language", "pmid", "keywords"],
            Separators = "\"",
            ByDoi = (network, dois, stop) => network.Ask(Apis.EuropePmc, () => network.EuropePmc.Value.Search(string.Join(" OR ", dois.Select(doi => $"DOI:\"{doi}\"")), dois.Count * 2, null, stop), stop),
            ByTitle = (network, record, stop) => network.Ask(Apis.EuropePmc, () => network.EuropePmc.Value.Search($"TITLE:\"{Words(record.Title!)}\"", TitleHits, null, stop), stop),
            Read = answer => PlainAnswers.EuropePmc(answer.Json()),
        },
        new(Apis.PubMed, 50)
        {
            Gives = ["abstract", "title", "authors", "year", "date", "journal", "volume", "issue", "pages", "doi", "issn", "language", "pmid", "keywords"],
            Separators = "[]\"()",
            RequestsEach = 2,
            ByDoi = PubMed.ByDoi,
            Read = answer => RecordsIn.Of(answer.Body, PubMed.Format),
        },
        new(Apis.Unpaywall, 1)
        {
            Gives = ["url"],
            ByDoi = (network, dois, stop) => network.Ask(Apis.Unpaywall, () => network.Unpaywall.Value.Work(dois[0], stop), stop),
            Read = answer => PlainAnswers.Unpaywall(answer.Json()),
        },
        new(Apis.DataCite, 1)
        {
            Gives = ["abstract", "title", "authors", "year", "journal", "language", "publisher", "keywords", "url"],
            Agency = "DataCite",
            ByDoi = (network, dois, stop) => network.Ask(Apis.DataCite, () => network.DataCite.Value.Work(dois[0], stop), stop),
            Read = answer => PlainAnswers.DataCite(answer.Json()),
        },
    ];

    internal static Task<Answer> OpenAlex(Network network, string filter, int rows, double price, CancellationToken stop) =>
        network.Ask(Apis.OpenAlex, () => network.OpenAlex.Value.Works(filter, OpenAlexFields, Math.Max(rows, 1), null, price, stop), stop);

    internal static IReadOnlyList<Record> Crossref(Answer answer)
    {
        var records = RecordsIn.Of(answer.Body, "csl-json");
        foreach (var record in records)
        {
            record.Abstract = Markup.Plain(record.Abstract);
            record.Title = Markup.Plain(record.Title);
        }
        return records;
    }

    static string Citation(Record record) => string.Join(' ', new[] { record.Title, record.Authors.FirstOrDefault()?.Family ?? record.Authors.FirstOrDefault()?.Literal, record.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.OfType<string>());

    /// <summary>A title without the signs that mean something in a search.</summary>
    static string Words(string title) => string.Join(' ', string.Concat(title.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

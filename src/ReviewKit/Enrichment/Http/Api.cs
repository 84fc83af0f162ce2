namespace ReviewKit.Enrichment.Http;

/// <summary>One open interface: where it is, how fast it may be asked, and how a key or an address is given to it. docs/enrichment.md gives the sources.</summary>
/// <param name="Id">As on the command line and in the tables of the review.</param>
/// <param name="Host">Over https, and nothing else is ever asked.</param>
/// <param name="Limit">Requests in an <paramref name="Interval"/>, until the interface says another number.</param>
/// <param name="Concurrency">Requests at one time.</param>
public sealed record Api(string Id, string Title, string Host, int Limit, TimeSpan Interval, int Concurrency)
{
    /// <summary>Requests in an interval with a key, where that is more.</summary>
    public int KeyedLimit { get; init; }

    /// <summary>The parameter of the address that carries the key; null where it is a header or there is none.</summary>
    public string? KeyQuery { get; init; }

    public string? KeyHeader { get; init; }

    /// <summary>The parameter that says whom to write to when something goes wrong.</summary>
    public string? MailQuery { get; init; }

    public bool NeedsKey { get; init; }
    public bool NeedsMail { get; init; }

    /// <summary>Further parameters of every request.</summary>
    public string Always { get; init; } = "";

    /// <summary>US dollars, of a look-up of known identifiers and of a search; 0 where it is free.</summary>
    public double ListPrice { get; init; }

    public double SearchPrice { get; init; }
}

/// <summary>The interfaces that are known.</summary>
public static class Apis
{
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // Crossref's own headers of 2026 say 5 a second and one at a time, 10 and three with an address.
    public static Api Crossref { get; } = new("crossref", "Crossref", "api.crossref.org", 5, Second, 1) { MailQuery = "mailto" };

    // 100 a second are allowed; nothing here needs so many.
    public static Api OpenAlex { get; } = new("openalex", "OpenAlex", "api.openalex.org", 10, Second, 4) { KeyQuery = "api_key", ListPrice = .0001, SearchPrice = .001 };

    public static Api SemanticScholar { get; } = new("semanticscholar", "Semantic Scholar", "api.semanticscholar.org", 1, Second, 1) { KeyHeader = "x-api-key" };
    public static Api Unpaywall { get; } = new("unpaywall", "Unpaywall", "api.unpaywall.org", 10, Second, 4) { MailQuery = "email", NeedsMail = true };

    // NCBI: 3 a second, 10 with a key, and a name for the program.
    public static Api PubMed { get; } = new("pubmed", "PubMed", "eutils.ncbi.nlm.nih.gov", 3, Second, 2) { KeyedLimit = 10, KeyQuery = "api_key", MailQuery = "email", Always = "tool=reviewkit" };

    public static Api EuropePmc { get; } = new("europepmc", "Europe PMC", "www.ebi.ac.uk", 5, Second, 2) { MailQuery = "email" };

    // 1,000 in five minutes with an address.
    public static Api DataCite { get; } = new("datacite", "DataCite", "api.datacite.org", 3, Second, 2) { MailQuery = "mailto" };

    public static Api DoiAgency { get; } = new("doi", "doi.org", "doi.org", 5, Second, 1);
    public static Api Scopus { get; } = new("scopus", "Scopus", "api.elsevier.com", 2, Second, 1) { KeyHeader = "X-ELS-APIKey", NeedsKey = true };
    public static Api WebOfScience { get; } = new("wos", "Web of Science", "api.clarivate.com", 1, Second, 1) { KeyHeader = "X-ApiKey", NeedsKey = true };

    public static IReadOnlyList<Api> All { get; } = [OpenAlex, Crossref, SemanticScholar, EuropePmc, PubMed, Unpaywall, DataCite, DoiAgency, Scopus, WebOfScience];

    /// <exception cref="ReviewKitException">There is none of this name.</exception>
    public static Api Named(string id) => All.FirstOrDefault(api => api.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw new ReviewKitException($"no interface is called \"{id}\"; known: {string.Join(", ", All.Select(api => api.Id))}", $"没有名为“{id}”的接口；可用：{string.Join("、", All.Select(api => api.Id))}");
}

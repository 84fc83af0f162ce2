using Refit;

namespace ReviewKit.Enrichment.Http;

// The interfaces as Refit makes clients of them. Answers come as they are: what they hold is read by the formats, tolerantly, and their bytes are hashed.
// Keys and addresses are no parameters here: CredentialsHandler adds them on the way out.

interface ICrossref
{
    [Get("/works")]
    Task<HttpResponseMessage> Works(string? filter, [AliasAs("query.bibliographic")] string? bibliographic, int rows, string? cursor, CancellationToken stop);

    [Get("/works/{doi}")]
    Task<HttpResponseMessage> Work(string doi, CancellationToken stop);
}

interface IOpenAlex
{
    [Get("/works")]
    Task<HttpResponseMessage> Works(string filter, string? select, [AliasAs("per_page")] int perPage, string? cursor, [Property("Price")] double price, CancellationToken stop);
}

interface ISemanticScholar
{
    [Post("/graph/v1/paper/batch")]
    Task<HttpResponseMessage> Batch(string fields, [Body] Dictionary<string, string[]> ids, CancellationToken stop);

    [Get("/graph/v1/paper/search/match")]
    Task<HttpResponseMessage> Match(string query, string fields, CancellationToken stop);
}

interface IUnpaywall
{
    [Get("/v2/{doi}")]
    Task<HttpResponseMessage> Work(string doi, CancellationToken stop);
}

interface IPubMed
{
    [Get("/entrez/eutils/esearch.fcgi?db=pubmed&retmode=json")]
    Task<HttpResponseMessage> Search(string term, int retmax, int retstart, CancellationToken stop);

    [Get("/entrez/eutils/efetch.fcgi?db=pubmed&retmode=xml")]
    Task<HttpResponseMessage> Fetch(string id, CancellationToken stop);
}

interface IEuropePmc
{
    [Get("/europepmc/webservices/rest/search?format=json&resultType=core")]
    Task<HttpResponseMessage> Search(string query, int pageSize, string? cursorMark, CancellationToken stop);
}

interface IDataCite
{
    [Get("/dois/{doi}")]
    Task<HttpResponseMessage> Work(string doi, CancellationToken stop);
}

interface IDoiAgency
{
    /// <param name="prefix">10.1234, or a whole DOI.</param>
    [Get("/doiRA/{prefix}")]
    Task<HttpResponseMessage> Of(string prefix, CancellationToken stop);
}

interface IScopus
{
    [Get("/content/search/scopus?httpAccept=application%2Fjson")]
    Task<HttpResponseMessage> Search(string query, int count, string cursor, CancellationToken stop);
}

interface IWebOfScience
{
    [Get("/apis/wos-starter/v1/documents?db=WOS")]
    Task<HttpResponseMessage> Search(string q, int limit, int page, CancellationToken stop);
}

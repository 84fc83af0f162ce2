using System.Text.Json;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Enrichment;

/// <summary>Records out of the interfaces whose answers are no export format of anyone's; what is missing or of another kind is passed over.</summary>
static class PlainAnswers
{
    /// <summary>Semantic Scholar: a list with null for each paper it does not know, or a list under "data".</summary>
    public static IReadOnlyList<Record> SemanticScholar(JsonElement answer) => [.. Members(answer, "data").Select(paper =>
    {
        var record = Begin("semanticscholar", Text(paper, "title"), Text(paper, "year"));
        record.Abstract = Text(paper, "abstract");
        record.Authors = [.. Members(paper, "authors").Select(author => Text(author, "name")).OfType<string>().Select(PersonName.Parse)];
        record.Journal = Text(Part(paper, "journal"), "name") ?? Text(paper, "venue");
        record.Volume = Text(Part(paper, "journal"), "volume");
        SetPages(record, Text(Part(paper, "journal"), "pages"));
        record.Date = PartialDate.Parse(Text(paper, "publicationDate"), record.Year);
        var ids = Part(paper, "externalIds");
        record.Doi = Doi.Parse(Text(ids, "DOI"));
        record.Pmid = Text(ids, "PubMed");
        return record;
    })];

    /// <summary>Unpaywall: where a report can be read by everyone; the file before the page.</summary>
    public static IReadOnlyList<Record> Unpaywall(JsonElement work)
    {
        var record = Begin("unpaywall", Text(work, "title"), Text(work, "year"));
        record.Doi = Doi.Parse(Text(work, "doi"));
        record.Journal = Text(work, "journal_name");
        record.Publisher = Text(work, "publisher");
        record.Authors = [.. Members(work, "z_authors").Select(author => Named(Text(author, "family"), Text(author, "given"), Text(author, "name"))).OfType<PersonName>()];
        var place = Part(work, "best_oa_location");
        record.Url = Text(place, "url_for_pdf") ?? Text(place, "url");
        return [record];
    }

    public static IReadOnlyList<Record> EuropePmc(JsonElement answer) => [.. Members(Part(answer, "resultList"), "result").Select(result =>
    {
        var journal = Part(result, "journalInfo");
        var record = Begin("europepmc", Text(result, "title")?.TrimEnd('.'), Text(result, "pubYear") ?? Text(journal, "yearOfPublication"));
        record.Abstract = Markup.Plain(Text(result, "abstractText"));
        record.Authors = [.. Members(Part(result, "authorList"), "author").Select(author => Named(Text(author, "lastName"), Text(author, "firstName"), Text(author, "collectiveName") ?? Text(author, "fullName"))).OfType<PersonName>()];
        record.Keywords = [.. JsonFields.Texts(Part(result, "keywordList"), "keyword")];
        record.Journal = Text(Part(journal, "journal"), "title");
        record.Issn = [.. Issn.ParseAll($"{Text(Part(journal, "journal"), "issn")} {Text(Part(journal, "journal"), "essn")}")];
        record.Volume = Text(journal, "volume");
        record.Issue = Text(journal, "issue");
        SetPages(record, Text(result, "pageInfo"));
        record.Date = PartialDate.Parse(Text(result, "firstPublicationDate"), record.Year);
        record.Language = Text(result, "language");
        (record.Doi, record.Pmid, record.Pmcid) = (Doi.Parse(Text(result, "doi")), Text(result, "pmid"), Text(result, "pmcid"));
        if (Text(result, "id") is { } id) record.Ids["europepmc"] = $"{Text(result, "source")}:{id}";
        return record;
    })];

    public static IReadOnlyList<Record> DataCite(JsonElement answer)
    {
        var work = Part(Part(answer, "data"), "attributes");
        var record = Begin("datacite", Members(work, "titles").Select(title => Text(title, "title")).FirstOrDefault(), Text(work, "publicationYear"));
        record.Doi = Doi.Parse(Text(work, "doi"));
        record.Abstract = Markup.Plain(Members(work, "descriptions").Where(text => Text(text, "descriptionType") == "Abstract").Select(text => Text(text, "description")).FirstOrDefault());
        record.Authors = [.. Members(work, "creators").Select(creator => Named(Text(creator, "familyName"), Text(creator, "givenName"), Text(creator, "name"))).OfType<PersonName>()];
        record.Publisher = Text(work, "publisher") ?? Text(Part(work, "publisher"), "name");
        record.Journal = Text(Part(work, "container"), "title");
        record.Language = Text(work, "language");
        record.Keywords = [.. Members(work, "subjects").Select(subject => Text(subject, "subject")).OfType<string>()];
        record.Url = Text(work, "url");
        return record.Doi is null ? [] : [record];
    }

    /// <summary>Scopus Search API, standard view: no abstracts, the first author only.</summary>
    public static IReadOnlyList<Record> Scopus(JsonElement answer) => [.. Members(Part(answer, "search-results"), "entry").Where(entry => Text(entry, "dc:title") is not null).Select(entry =>
    {
        var record = Begin("scopus", Text(entry, "dc:title"), PartialDate.Year(Text(entry, "prism:coverDate"))?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        record.Date = PartialDate.Parse(Text(entry, "prism:coverDate"), record.Year);
        record.Abstract = Text(entry, "dc:description");
        if (Text(entry, "dc:creator") is { } creator) record.Authors = [PersonName.Parse(creator)];
        (record.Journal, record.Volume, record.Issue) = (Text(entry, "prism:publicationName"), Text(entry, "prism:volume"), Text(entry, "prism:issueIdentifier"));
        SetPages(record, Text(entry, "prism:pageRange"));
        record.ArticleNumber = Text(entry, "article-number");
        record.Issn = [.. Issn.ParseAll($"{Text(entry, "prism:issn")} {Text(entry, "prism:eIssn")}")];
        (record.Doi, record.Pmid) = (Doi.Parse(Text(entry, "prism:doi")), Text(entry, "pubmed-id"));
        if (Text(entry, "eid") is { } eid) record.Ids["eid"] = eid;
        return record;
    })];

    /// <summary>Web of Science Starter API: no abstracts.</summary>
    public static IReadOnlyList<Record> WebOfScience(JsonElement answer) => [.. Members(answer, "hits").Select(hit =>
    {
        var source = Part(hit, "source");
        var ids = Part(hit, "identifiers");
        var record = Begin("wos", Text(hit, "title"), Text(source, "publishYear"));
        record.Authors = [.. Members(Part(hit, "names"), "authors").Select(author => Text(author, "wosStandard") ?? Text(author, "displayName")).OfType<string>().Select(PersonName.Parse)];
        record.Keywords = [.. JsonFields.Texts(Part(hit, "keywords"), "authorKeywords")];
        (record.Journal, record.Volume, record.Issue) = (Text(source, "sourceTitle"), Text(source, "volume"), Text(source, "issue"));
        SetPages(record, Text(Part(source, "pages"), "range"));
        record.ArticleNumber = Text(source, "articleNumber");
        record.Issn = [.. Issn.ParseAll($"{Text(ids, "issn")} {Text(ids, "eissn")}")];
        (record.Doi, record.Pmid) = (Doi.Parse(Text(ids, "doi")), Text(ids, "pmid")?.Replace("MEDLINE:", "", StringComparison.Ordinal));
        if (Text(hit, "uid") is { } uid) record.Ids["ut"] = uid;
        return record;
    })];

    static Record Begin(string source, string? title, string? year) => new() { Source = source, Type = "article-journal", Title = Markup.Plain(title), Year = PartialDate.Year(year) };

    static void SetPages(Record record, string? pages)
    {
        if (pages is null) return;
        record.Pages = pages.Trim();
        (record.FirstPage, record.LastPage) = Pages.Split(record.Pages);
    }

    static PersonName? Named(string? family, string? given, string? whole) =>
        family is not null ? PersonName.Parse(given is null ? family : $"{family}, {given}") : whole is null ? null : PersonName.Parse(whole);

    static string? Text(JsonElement element, string key) => JsonFields.Text(element, key);

    public static JsonElement Part(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var part) ? part : default;

    /// <summary>The objects in a list, or in the list under a key.</summary>
    public static IEnumerable<JsonElement> Members(JsonElement element, string key)
    {
        var list = element.ValueKind == JsonValueKind.Array ? element : Part(element, key);
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(member => member.ValueKind == JsonValueKind.Object) : [];
    }
}

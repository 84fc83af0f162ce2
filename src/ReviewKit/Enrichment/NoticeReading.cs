using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using ReviewKit.Enrichment.Http;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Enrichment;

/// <summary>A work in an answer and one thing that happened to it.</summary>
/// <param name="Doi">Folded; null where the answer has none.</param>
/// <param name="Kind">As in <see cref="Store.NoticeText"/>.</param>
sealed record FoundNotice(string? Doi, string? Pmid, string? Title, string Kind, string? Notice, string? Date);

/// <summary>Retractions and corrections in the answers of Crossref, OpenAlex and PubMed.</summary>
static class NoticeReading
{
    /// <summary>Words of Crossref and of Retraction Watch in it. What is not listed is no reason to doubt a report: new editions, versions.</summary>
    static readonly Dictionary<string, string> CrossrefKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["retraction"] = "retraction",
        ["partial_retraction"] = "retraction",
        ["removal"] = "withdrawal",
        ["withdrawal"] = "withdrawal",
        ["expression_of_concern"] = "concern",
        ["reinstatement"] = "reinstatement",
        ["correction"] = "correction",
        ["corrigendum"] = "correction",
        ["erratum"] = "correction",
        ["addendum"] = "correction",
        ["clarification"] = "correction",
    };

    static readonly Dictionary<string, string> PubMedKinds = new(StringComparer.Ordinal)
    {
        ["RetractionIn"] = "retraction",
        ["PartialRetractionIn"] = "retraction",
        ["ExpressionOfConcernIn"] = "concern",
        ["ErratumIn"] = "correction",
        ["CorrectedandRepublishedIn"] = "correction",
    };

    // Publishers put it before the title of the work; the notice itself is called "Retraction: …" or "Retraction notice to …".
    static readonly (string Head, string Kind)[] TitleHeads = [("RETRACTED:", "retraction"), ("RETRACTED ARTICLE:", "retraction"), ("[RETRACTED]", "retraction"), ("WITHDRAWN:", "withdrawal"), ("【撤稿】", "retraction"), ("［撤稿］", "retraction")];

    /// <summary>Where updated-by is absent nothing is known, so the title is looked at as well.</summary>
    public static IEnumerable<FoundNotice> Crossref(Answer answer)
    {
        var message = PlainAnswers.Part(answer.Json(), "message");
        IEnumerable<JsonElement> works = PlainAnswers.Part(message, "items").ValueKind == JsonValueKind.Array ? PlainAnswers.Members(message, "items") : [message];
        foreach (var work in works)
        {
            var doi = Doi.Key(JsonFields.Text(work, "DOI"));
            var title = JsonFields.Texts(work, "title").FirstOrDefault();
            var said = 0;
            foreach (var update in PlainAnswers.Members(work, "updated-by"))
            {
                if (CrossrefKinds.GetValueOrDefault(JsonFields.Text(update, "type") ?? "") is not { } kind) continue;
                said++;
                yield return new FoundNotice(doi, null, title, kind, Doi.Parse(JsonFields.Text(update, "DOI")), DateOf(PlainAnswers.Part(update, "updated")));
            }
            if (said == 0 && OfTitle(title) is { } byTitle) yield return new FoundNotice(doi, null, title, byTitle, null, null);
        }
    }

    public static IEnumerable<FoundNotice> OpenAlex(Answer answer)
    {
        foreach (var work in PlainAnswers.Members(answer.Json(), "results"))
            if (PlainAnswers.Part(work, "is_retracted").ValueKind == JsonValueKind.True)
                yield return new FoundNotice(Doi.Key(JsonFields.Text(work, "doi")), null, JsonFields.Text(work, "title"), "retraction", null, null);
    }

    public static IEnumerable<FoundNotice> PubMed(Answer answer)
    {
        using var reader = XmlReader.Create(new MemoryStream(answer.Body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        foreach (var article in XDocument.Load(reader).Descendants("PubmedArticle"))
        {
            var citation = article.Element("MedlineCitation");
            var pmid = citation?.Element("PMID")?.Value;
            var doi = Doi.Key(article.Element("PubmedData")?.Element("ArticleIdList")?.Elements("ArticleId").FirstOrDefault(id => (string?)id.Attribute("IdType") == "doi")?.Value
                ?? citation?.Element("Article")?.Elements("ELocationID").FirstOrDefault(id => (string?)id.Attribute("EIdType") == "doi")?.Value);
            var title = citation?.Element("Article")?.Element("ArticleTitle")?.Value;
            var named = false;
            foreach (var note in citation?.Element("CommentsCorrectionsList")?.Elements("CommentsCorrections") ?? [])
                if (PubMedKinds.GetValueOrDefault((string?)note.Attribute("RefType") ?? "") is { } kind)
                {
                    named |= kind == "retraction";
                    yield return new FoundNotice(doi, pmid, title, kind, note.Element("PMID")?.Value is { Length: > 0 } number ? "pmid:" + number : null, null);
                }
            if (!named && citation?.Element("Article")?.Element("PublicationTypeList")?.Elements("PublicationType").Any(type => type.Value == "Retracted Publication") == true)
                yield return new FoundNotice(doi, pmid, title, "retraction", null, null);
        }
    }

    internal static string? OfTitle(string? title) => title is null ? null : TitleHeads.FirstOrDefault(head => title.TrimStart().StartsWith(head.Head, StringComparison.OrdinalIgnoreCase)).Kind;

    static string? DateOf(JsonElement date)
    {
        if (PlainAnswers.Part(date, "date-parts") is not { ValueKind: JsonValueKind.Array } parts || parts.GetArrayLength() == 0 || parts[0].ValueKind != JsonValueKind.Array) return null;
        return PartialDate.Parse(string.Join('-', parts[0].EnumerateArray().Where(part => part.ValueKind == JsonValueKind.Number).Select(part => part.GetRawText())));
    }
}

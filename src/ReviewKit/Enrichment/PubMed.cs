using System.Net;
using System.Text.Json;
using ReviewKit.Enrichment.Http;

namespace ReviewKit.Enrichment;

/// <summary>PubMed's E-utilities: a search gives numbers, a second request the articles.</summary>
static class PubMed
{
    public const string Format = "pubmed-xml";

    public static async Task<Answer> ByDoi(Network network, IReadOnlyList<string> dois, CancellationToken stop)
    {
        var (ids, answer) = await Search(network, string.Join(" OR ", dois.Select(doi => $"{doi}[doi]")), dois.Count * 2, 0, stop);
        return ids.Count == 0 ? answer with { Status = (int)HttpStatusCode.NotFound, Body = [] } : await Fetch(network, ids, stop);
    }

    public static async Task<(IReadOnlyList<string> Ids, Answer Answer)> Search(Network network, string term, int most, int from, CancellationToken stop)
    {
        var answer = await network.Ask(Apis.PubMed, () => network.PubMed.Value.Search(term, most, from, stop), stop);
        return (IdsIn(answer), answer);
    }

    public static Task<Answer> Fetch(Network network, IReadOnlyList<string> ids, CancellationToken stop) =>
        network.Ask(Apis.PubMed, () => network.PubMed.Value.Fetch(string.Join(',', ids), stop), stop);

    static IReadOnlyList<string> IdsIn(Answer answer)
    {
        if (!answer.IsFound) return [];
        var result = PlainAnswers.Part(answer.Json(), "esearchresult");
        // Digits only: what comes back goes into the next address.
        return [.. Formats.JsonFields.Texts(result, "idlist").Where(id => id.Length is > 0 and < 12 && id.All(char.IsAsciiDigit))];
    }

    public static int Count(Answer answer) => PlainAnswers.Part(answer.Json(), "esearchresult") is { ValueKind: JsonValueKind.Object } result
        && int.TryParse(Formats.JsonFields.Text(result, "count"), System.Globalization.CultureInfo.InvariantCulture, out var count) ? count : 0;
}

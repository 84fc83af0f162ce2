using System.Text.Json;
using System.Text.RegularExpressions;
using ReviewKit.Enrichment.Http;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Enrichment;

/// <summary>Which agency a DOI is registered at. Chinese DOIs are often at ISTIC or CNKI, whose records no open interface has: not found is not the same as not there.</summary>
sealed partial class Agencies(Network network)
{
    readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>Agencies whose records one of the sources has.</summary>
    public static bool IsOpen(string agency) => agency is "Crossref" or "DataCite";

    /// <summary>As doi.org spells it: Crossref, DataCite, ISTIC, CNKI, JaLC, Airiti, KISTI, mEDRA, …; null where it knows none. Asked once for each prefix.</summary>
    /// <exception cref="ApiTrouble">doi.org does not answer.</exception>
    public async Task<string?> Of(string doi, CancellationToken stop)
    {
        var prefix = Doi.Key(doi)!.Split('/')[0];
        if (known.TryGetValue(prefix, out var agency)) return agency;
        var answer = await network.Ask(Apis.DoiAgency, () => network.DoiAgency.Value.Of(prefix, stop), stop);
        return known[prefix] = answer.IsFound ? Read(answer.Json()) : null;
    }

    static string? Read(JsonElement answer)
    {
        var first = answer.ValueKind == JsonValueKind.Array ? answer.EnumerateArray().FirstOrDefault() : answer;
        // Crossref's own form of the same look-up has an id in lower case under message.agency.
        var name = JsonFields.Text(first, "RA") ?? JsonFields.Text(PlainAnswers.Part(PlainAnswers.Part(first, "message"), "agency"), "label");
        return name is not null && Name().IsMatch(name) ? name : null;
    }

    // It is shown and stored: a word, not whatever a server sends.
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9 .\-]{0,30}$")]
    private static partial Regex Name();
}

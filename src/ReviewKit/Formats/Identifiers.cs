using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>Numbers by which documents and records are known: found in what a field holds, the field kept as it is when it holds more.</summary>
static partial class Identifiers
{
    public static bool PutDoi(Draft draft, string value)
    {
        var doi = Doi.Parse(value);
        if (doi is null)
        {
            draft.Trouble($"\"{Shown(value)}\" is no DOI; kept as it is", $"“{Shown(value)}”不是 DOI，按原文保留");
            return false;
        }
        draft.Record.Doi ??= doi;
        return draft.Record.Doi == doi && !RestPattern().IsMatch(PrefixPattern().Replace(value.Normalize(NormalizationForm.FormKC), " ").Replace(doi, " ", StringComparison.Ordinal));
    }

    /// <summary>The DOI in a field that need not have one: a resolver's address, an identifier among others.</summary>
    public static string? DoiOfUrl(string? url) =>
        url is not null && ResolverPattern().Match(url) is { Success: true } match ? Doi.Parse(WebUtility.UrlDecode(match.Groups[1].Value)) : null;

    public static bool PutPmid(Draft draft, string value)
    {
        var match = PmidPattern().Match(value);
        if (match.Success) draft.Record.Pmid ??= match.Groups[1].Value;
        return match.Success && draft.Record.Pmid == match.Groups[1].Value;
    }

    public static bool PutPmcid(Draft draft, string value)
    {
        var match = PmcidPattern().Match(value);
        if (match.Success) draft.Record.Pmcid ??= match.Value.ToUpperInvariant();
        return match.Success && match.Length == value.Length;
    }

    public static bool PutAccession(Draft draft, string value)
    {
        return UtPattern().IsMatch(value) && PutId(draft, "ut", value);
    }

    /// <summary>Scopus writes a PubMed number, EndNote a PMC number, into the same custom field.</summary>
    public static bool PutPubMedNumber(Draft draft, string value)
    {
        if (value.Length is >= 6 and <= 8 && value.All(char.IsAsciiDigit)) return PutPmid(draft, value);
        return PmcidPattern().IsMatch(value) && PutPmcid(draft, value);
    }

    /// <summary>A DOI in a list of identifiers of several kinds, as PubMed's LID and AID are.</summary>
    public static bool PutDoiAmong(Draft draft, string value) => Doi.Parse(value) is not null && PutDoi(draft, value);

    public static bool PutId(Draft draft, string name, string value)
    {
        // CiteSpace's converter writes UT CNKI:0 into every record, which names none of them.
        if (name == "ut" && !UtPattern().IsMatch(value)) return false;
        if (name == "cn" && CnPattern().Match(value) is var match)
        {
            if (match.Success) draft.Record.Ids.TryAdd("cn", match.Value);
            return match.Success && match.Length == value.Length;
        }
        if (name == "id" && value.Contains("openalex.org/W", StringComparison.Ordinal)) draft.Record.Ids.TryAdd("openalex", value);
        return draft.Record.Ids.TryAdd(name, value);
    }

    public static bool PutSerialNumber(Draft draft, string value)
    {
        var record = draft.Record;
        var rest = value;
        var isFound = false;
        foreach (Match match in IsbnPattern().Matches(value))
        {
            var isbn = match.Value.TrimEnd('-', ' ');
            if (isbn.Count(char.IsAsciiLetterOrDigit) is not (10 or 13)) continue;
            isFound = true;
            if (!record.Isbn.Contains(isbn)) record.Isbn.Add(isbn);
            rest = rest.Replace(isbn, " ", StringComparison.Ordinal);
        }
        // ERIC writes "EISSN-2375-5636".
        rest = SerialPrefix().Replace(rest, " ");
        foreach (var issn in Issn.ParseAll(rest))
        {
            isFound = true;
            if (!record.Issn.Contains(issn)) record.Issn.Add(issn);
            rest = rest.Replace(issn, " ", StringComparison.OrdinalIgnoreCase).Replace(issn.Remove(4, 1), " ", StringComparison.OrdinalIgnoreCase);
        }
        if (isFound) return !RestPattern().IsMatch(WordsOfSerials().Replace(rest, " "));
        // A number that is no ISSN is kept as the source has it, where only an ISSN is meant.
        if (record.Type is not ("article-journal" or "article-magazine" or "article-newspaper" or "document") || record.Issn.Contains(value)) return false;
        record.Issn.Add(value);
        return true;
    }

    public static bool PutTimesCited(Draft draft, string value)
    {
        if (!int.TryParse(value, NumberStyles.AllowThousands | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var times)) return false;
        draft.Record.TimesCited = times;
        return true;
    }

    public static bool PutNote(Draft draft, string value)
    {
        var cited = CitedPattern().Match(value);
        if (cited.Success) PutTimesCited(draft, cited.Groups[1].Value);
        if (PmidNote().Match(value) is { Success: true } pmid) draft.Record.Pmid ??= pmid.Groups[1].Value;
        return false;
    }

    static string Shown(string value) => value.Length > 40 ? value[..40] + "…" : value;

    [GeneratedRegex(@"^(?:WOS|MEDLINE|KJD|RSCI|ZOOREC|ZOOR|BCI|BIOSIS|CSCD|CCC|SCIELO|INSPEC|CABI|FSTA|DRCI|DIIDW|PPRN|PQDT|ARCI|GCI|PCI)[:\d]\S*$", RegexOptions.IgnoreCase)]
    private static partial Regex UtPattern();

    [GeneratedRegex(@"^(?:PMID:?\s*|MEDLINE:|PUBMED\s+|https?://pubmed\.ncbi\.nlm\.nih\.gov/)?(\d{1,8})(?:\.0|/)?$", RegexOptions.IgnoreCase)]
    private static partial Regex PmidPattern();

    [GeneratedRegex(@"PMC\d+", RegexOptions.IgnoreCase)]
    private static partial Regex PmcidPattern();

    [GeneratedRegex(@"^PMID:\s*(\d{1,8})$")]
    private static partial Regex PmidNote();

    [GeneratedRegex(@"(?<!\d)\d{2}-\d{4}(?:/[A-Z0-9]+)?(?!\d)")]
    private static partial Regex CnPattern();

    [GeneratedRegex(@"(?<![\d-])(?:97[89](?:[- ]?\d){9}[- ]?[\dXx]|\d(?:[- ]?\d){8}[- ]?[\dXx])(?![\d-])")]
    private static partial Regex IsbnPattern();

    [GeneratedRegex(@"\b[EPL]?IS[SB]N\s*[-:：]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex SerialPrefix();

    [GeneratedRegex(@"\b(?:E?ISSN|E?ISBN|print|printed|electronic|linking|online|paperback|hardcover|hardback|paper|cloth|eissn)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WordsOfSerials();

    [GeneratedRegex(@"https?://(?:dx\.)?doi\.org/|https?://link\.cnki\.net/doi/|\[doi\]|\bdoi:?", RegexOptions.IgnoreCase)]
    private static partial Regex PrefixPattern();

    [GeneratedRegex(@"^https?://(?:(?:dx\.)?doi\.org|link\.cnki\.net/doi|doi\.acm\.org)/(10\..+)$", RegexOptions.IgnoreCase)]
    private static partial Regex ResolverPattern();

    [GeneratedRegex(@"[\p{L}\d]")]
    private static partial Regex RestPattern();

    [GeneratedRegex(@"(?:Cited By|Times Cited in Web of Science Core Collection)\s*:?\s*(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex CitedPattern();
}

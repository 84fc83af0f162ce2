using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Dedup;

/// <summary>The place of a Chinese article in its issue, as DOIs and CNKI file names spell it: year, issue, number in the issue, and the ISSN where it is spelled too.</summary>
sealed partial record IssueSequence(string? Issn, string Year, string Issue, string Number)
{
    public static IssueSequence? Of(Record record) => OfDoi(Doi.Key(record.Doi)) ?? OfFileName(record.Ids.GetValueOrDefault("cnki"));

    /// <summary>True for the same number in the same issue; whether it is the same journal, the containers say.</summary>
    public bool IsSamePlace(IssueSequence other) => (Year, Issue, Number) == (other.Year, other.Issue, other.Number);

    /// <summary>The four letters by which CNKI calls a journal, in lower case: "znyx" of ZNYX202101034.</summary>
    public static string? JournalCode(Record record) =>
        record.Ids.GetValueOrDefault("cnki") is { } name && FileName().Match(name) is { Success: true } match ? match.Groups["journal"].Value.ToLowerInvariant() : null;

    /// <summary>"10.3969/j.issn.1672-9676.2020.01.039" and "10.19347/j.cnki.2096-1413.202001019".</summary>
    static IssueSequence? OfDoi(string? doi)
    {
        if (doi is null) return null;
        var match = ChineseDoi().Match(doi);
        return match.Success && ReviewKit.Records.Issn.ParseAll(match.Groups["issn"].Value) is [var issn] ? From(match, issn.ToLowerInvariant()) : null;
    }

    /// <summary>"ZNYX202101034": four letters for the journal, year, issue, number.</summary>
    static IssueSequence? OfFileName(string? name) => name is not null && FileName().Match(name) is { Success: true } match ? From(match, null) : null;

    static IssueSequence From(Match match, string? issn) =>
        new(issn, match.Groups["year"].Value, match.Groups["issue"].Value.TrimStart('0'), match.Groups["number"].Value.TrimStart('0'));

    // Also "10.3321/j.issn:…" of Wanfang and "10.3760/cma.j.issn.…" of the Chinese Medical Association.
    [GeneratedRegex(@"[/.]j\.(?:issn|cnki)[.:]?(?:issn)?[.:]?(?<issn>\d{4}-?\d{3}[\dx])\.(?<year>\d{4})\.?(?<issue>\d{2})\.?(?<number>\d{2,4})$")]
    private static partial Regex ChineseDoi();

    // Supplements count S1, Z1 in the place of the issue.
    [GeneratedRegex(@"^(?<journal>[A-Z]{4})(?<year>\d{4})(?<issue>\d{2}|[SZ]\d)(?<number>\d{3})$")]
    private static partial Regex FileName();
}

using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Dedup;

/// <summary>The place of a Chinese article in its issue, as DOIs and CNKI file names spell it: serial, year, issue, number in the issue.</summary>
sealed partial record IssueSequence(string? Issn, string Year, string Issue, string Number)
{
    public static IssueSequence? Of(Record record) => OfDoi(Doi.Key(record.Doi)) ?? OfFileName(record.Ids.GetValueOrDefault("cnki"), record.Issn.FirstOrDefault());

    /// <summary>"10.3969/j.issn.1672-9676.2020.01.039" and "10.19347/j.cnki.2096-1413.202001019".</summary>
    static IssueSequence? OfDoi(string? doi)
    {
        if (doi is null) return null;
        var match = ChineseDoi().Match(doi);
        return match.Success ? From(match, ReviewKit.Records.Issn.ParseAll(match.Groups["issn"].Value).FirstOrDefault()) : null;
    }

    /// <summary>"ZNYX202101034": four letters for the journal, year, issue, number.</summary>
    static IssueSequence? OfFileName(string? name, string? issn)
    {
        if (name is null || issn is null) return null;
        var match = FileName().Match(name);
        return match.Success ? From(match, issn) : null;
    }

    static IssueSequence? From(Match match, string? issn) =>
        issn is null ? null : new(issn.ToLowerInvariant(), match.Groups["year"].Value, match.Groups["issue"].Value.TrimStart('0'), match.Groups["number"].Value.TrimStart('0'));

    [GeneratedRegex(@"/j\.(?:issn|cnki)\.?(?:issn)?\.?(?<issn>\d{4}-?\d{3}[\dx])\.(?<year>\d{4})\.?(?<issue>\d{2})\.?(?<number>\d{2,4})$")]
    private static partial Regex ChineseDoi();

    [GeneratedRegex(@"^[A-Z]{4}(?<year>\d{4})(?<issue>\d{2})(?<number>\d{3})$")]
    private static partial Regex FileName();
}

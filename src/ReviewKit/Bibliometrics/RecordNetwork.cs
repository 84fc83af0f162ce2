using System.Globalization;
using ReviewKit.CoWord;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Bibliometrics;

/// <summary>What the nodes of a network are, and with that what links them.</summary>
public enum NetworkOf
{
    /// <summary>Authors who wrote a record together.</summary>
    Authors,

    /// <summary>Institutions in the addresses of one record.</summary>
    Institutions,

    /// <summary>Countries in the addresses of one record.</summary>
    Countries,

    /// <summary>Records that cite the same references.</summary>
    Coupling,

    /// <summary>References cited by the same record.</summary>
    CoCitation,

    /// <summary>Journals and books cited by the same record.</summary>
    CitedSources,

    /// <summary>First authors cited by the same record.</summary>
    CitedAuthors,
}

/// <summary>Networks of what records have besides keywords, made as a co-word map is: nodes in place of terms.</summary>
public static class RecordNetwork
{
    // VOSviewer's limit: a paper of a thousand authors would be half a million links.
    const int MostOfOneRecord = 25;

    static readonly Message Records = new("records", "记录");

    static readonly Dictionary<NetworkOf, MapWords> Words = new()
    {
        [NetworkOf.Authors] = new(new("authors", "作者"), Records),
        [NetworkOf.Institutions] = new(new("institutions", "机构"), Records),
        [NetworkOf.Countries] = new(new("countries", "国家"), Records),
        [NetworkOf.Coupling] = new(Records, new("references", "参考文献")),
        [NetworkOf.CoCitation] = new(new("cited references", "被引文献"), Records),
        [NetworkOf.CitedSources] = new(new("cited sources", "被引来源"), Records),
        [NetworkOf.CitedAuthors] = new(new("cited authors", "被引作者"), Records),
    };

    /// <param name="records">One a report: duplicates would count twice.</param>
    /// <param name="of">What the nodes are.</param>
    /// <param name="options">Defaults where null. With <see cref="TermIdentity.CaseInsensitive"/> names are taken as written, as VOSviewer takes them; else countries get one name each, departments give way to their institutions, and references are known by author, year, volume and page.</param>
    public static CoWordMap Of(IReadOnlyList<Record> records, NetworkOf of, CoWordOptions? options = null)
    {
        options = (options ?? new CoWordOptions()) with { Words = Words[of] };
        var asWritten = options.Identity == TermIdentity.CaseInsensitive;
        return of switch
        {
            NetworkOf.Authors => CoWordMap.Of(records, options, record => Limited([.. record.Authors.Select(author => author.Display)])),
            NetworkOf.Institutions => CoWordMap.Of(records, options, record => Limited(asWritten ? Parts(record, parts => parts[0]) : Institutions.Of(record))),
            NetworkOf.Countries => CoWordMap.Of(records, options, record => Limited(asWritten ? Parts(record, CountryAsWritten) : Countries.Of(record))),
            NetworkOf.CitedSources => CoWordMap.Of(records, options, record => References(record).Select(reference => reference.Source).OfType<string>()),
            NetworkOf.CitedAuthors => CoWordMap.Of(records, options, record => References(record).Select(reference => reference.Author).OfType<string>()),
            NetworkOf.CoCitation => CoWordMap.Of(records, options, CitedBy(records, asWritten)),
            _ => CoWordMap.OfCoupled(records, options, CitedBy(records, asWritten), Name),
        };
    }

    static IReadOnlyList<string> Limited(IReadOnlyList<string> items) => items.Count > MostOfOneRecord ? [] : items;

    static IReadOnlyList<string> Parts(Record record, Func<string[], string> choose) =>
    [
        .. record.Affiliations.SelectMany(Institutions.Addresses)
            .Select(address => address.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length > 0)
            .Select(parts => choose(parts).TrimEnd('.')).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    // "IL 60680 USA"
    static string CountryAsWritten(string[] parts)
    {
        var last = parts[^1].TrimEnd('.');
        return last.EndsWith(" USA", StringComparison.OrdinalIgnoreCase) ? "USA" : last;
    }

    static IEnumerable<CitedReference> References(Record record) => record.References.Select(CitedReference.Parse);

    /// <summary>What a record cites, each under one label for all lines with its key.</summary>
    static Func<Record, IEnumerable<string>> CitedBy(IReadOnlyList<Record> records, bool asWritten)
    {
        if (asWritten) return record => record.References;
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reference in records.SelectMany(References))
            // The first in ordinal order, so that the order of the records does not matter.
            if (!labels.TryGetValue(reference.Key, out var label) || string.CompareOrdinal(reference.Label, label) < 0) labels[reference.Key] = reference.Label;
        return record => References(record).Select(reference => labels[reference.Key]);
    }

    // "Visser (2021)"
    static string Name(Record record)
    {
        var author = record.Authors is [var first, ..] ? first.Family ?? first.Display : record.Title ?? record.Id;
        return record.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{author} ({year})") : author;
    }
}

using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Bibliometrics;

/// <summary>Documents of a country, by its corresponding authors.</summary>
/// <param name="Documents">Whose corresponding author works there.</param>
/// <param name="Single">SCP: all its addresses are in this country.</param>
/// <param name="Multiple">MCP: it has an address elsewhere too.</param>
/// <param name="TimesCited">Of its documents together.</param>
public sealed record Country(string Name, int Documents, int Single, int Multiple, int TimesCited, IReadOnlyList<string> RecordIds)
{
    /// <summary>Most documents first, then by name.</summary>
    internal static IReadOnlyList<Country> Of(IReadOnlyList<Record> records) =>
    [
        .. from record in records
           let country = Countries.Corresponding(record)
           where country is not null
           group record by country into own
           let single = own.Count(record => Countries.Of(record).All(other => other == own.Key))
           orderby own.Count() descending, own.Key
           select new Country(own.Key, own.Count(), single, own.Count() - single, own.Sum(record => record.TimesCited ?? 0), [.. own.Select(record => record.Id).Order(StringComparer.Ordinal)]),
    ];
}

/// <summary>The countries in addresses, under the names that bibliometrix prints.</summary>
public static partial class Countries
{
    static readonly Lazy<Dictionary<string, string>> Names = new(Load);

    /// <summary>Of all addresses, each once, in ordinal order.</summary>
    public static IReadOnlyList<string> Of(Record record) =>
        [.. record.Affiliations.SelectMany(Addresses).Select(OfAddress).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Of the corresponding author; where several are named the first by the alphabet, as bibliometrix counts. Null where no country can be told.</summary>
    /// <remarks>Web of Science and Scopus say who corresponds. Of records of other sources the first address counts.</remarks>
    public static string? Corresponding(Record record)
    {
        if (record.Other.TryGetValue("RP", out var reprint) || record.Other.TryGetValue("Correspondence Address", out reprint))
            return reprint.SelectMany(Addresses).Select(OfAddress).OfType<string>().Min(StringComparer.Ordinal);
        return record.Source is "wos" or "scopus" ? null : record.Affiliations.SelectMany(Addresses).Select(OfAddress).FirstOrDefault(country => country is not null);
    }

    /// <returns>null when the address names none that is known. An address in Chinese is in China unless it names another country.</returns>
    public static string? OfAddress(string address)
    {
        var parts = address.Split([',', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // The country stands last; a postal code may come after it.
        foreach (var part in parts.Reverse().Take(2))
        {
            var bare = Blanks().Replace(Codes().Replace(Fold.Term(part), " "), " ").Trim(' ', '.', ';');
            if (Names.Value.TryGetValue(bare, out var name)) return name;
            // "NY 13126 USA", "Champaign, IL 61801"
            if (bare.EndsWith(" usa", StringComparison.Ordinal) || State().IsMatch(part)) return "USA";
        }
        if (!Fold.HasHan(address)) return null;
        return Names.Value.Where(pair => Fold.HasHan(pair.Key) && address.StartsWith(pair.Key, StringComparison.Ordinal))
            .OrderByDescending(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).FirstOrDefault() ?? "CHINA";
    }

    // One field with several addresses; the names of the authors in front are in brackets, "(corresponding author)" too.
    static IEnumerable<string> Addresses(string field) =>
        Authors().Replace(field, "").Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static Dictionary<string, string> Load()
    {
        using var reader = new StreamReader(typeof(Countries).Assembly.GetManifestResourceStream("ReviewKit.Bibliometrics.countries.txt")!);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var forms = line.Split('|');
            foreach (var form in forms) names[Fold.Term(form)] = forms[0];
        }
        return names;
    }

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Authors();

    [GeneratedRegex(@"\S*\d\S*")]
    private static partial Regex Codes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[A-Z]{2} \d{5}(?:-\d{4})?\.?$")]
    private static partial Regex State();
}

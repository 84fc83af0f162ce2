using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Bibliometrics;

/// <summary>The institutions in addresses.</summary>
public static partial class Institutions
{
    /// <summary>Of all addresses, each once, in the source's order.</summary>
    public static IReadOnlyList<string> Of(Record record) =>
        [.. record.Affiliations.SelectMany(Addresses).Select(address => OfAddress(address, record.Source == "wos")).Where(name => name.Length > 0).Distinct()];

    /// <summary>What stands before the first comma, for Web of Science puts the institution there. Others may put a department first: there the first part that names a university counts, else the first that names an institute of any kind. A Chinese one ends with its 大学.</summary>
    public static string OfAddress(string address, bool isInstitutionFirst)
    {
        var parts = address.Split([',', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return "";
        var name = isInstitutionFirst ? parts[0] : Array.Find(parts, part => University().IsMatch(part)) ?? Array.Find(parts, part => Institute().IsMatch(part)) ?? parts[0];
        return (Fold.HasHan(name) && ChineseUniversity().Match(name) is { Success: true } whole ? whole.Value : name).Trim(' ', '.');
    }

    /// <summary>The addresses in a field, without the names in brackets that Web of Science puts before them.</summary>
    internal static IEnumerable<string> Addresses(string field) =>
        Authors().Replace(field, "").Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Authors();

    [GeneratedRegex(@"univ|大学|polytech", RegexOptions.IgnoreCase)]
    private static partial Regex University();

    [GeneratedRegex(@"instit|college|acad|hosp|council|minist|centre|center|laborator|company|\b(?:corp|inc|ltd|gmbh)\b|学院|研究|医院|中心|公司|图书馆|局$", RegexOptions.IgnoreCase)]
    private static partial Regex Institute();

    // The shortest, so that a department with 大学 in its name does not stay.
    [GeneratedRegex("^.{2,}?大学")]
    private static partial Regex ChineseUniversity();
}

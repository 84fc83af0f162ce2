using System.Globalization;
using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Bibliometrics;

/// <summary>A line of a reference list, as far as it can be told what it cites.</summary>
/// <param name="Text">As the source writes it.</param>
/// <param name="Author">The first one, "Small H"; null where none can be told.</param>
/// <param name="Source">The journal or book, in the source's own abbreviation.</param>
public sealed partial record CitedReference(string Text, string? Author, int? Year, string? Source, string? Volume, string? Page, string? Doi)
{
    /// <summary>Reads the forms of Web of Science, Scopus (old and new), GB/T 7714 and APA; of any other only the DOI and the year.</summary>
    public static CitedReference Parse(string text)
    {
        text = text.Trim();
        var doi = Dois().Match(text) is { Success: true } found ? Records.Doi.Key(found.Value) : null;
        foreach (var form in Forms)
        {
            if (form.Match(text) is not { Success: true } match) continue;
            return new CitedReference(text, FirstAuthor(match.Groups["authors"].Value), Number(match.Groups["year"].Value),
                Some(match, "source"), Some(match, "volume"), Some(match, "page"), doi);
        }
        return new CitedReference(text, null, Number(Years().Match(text).Value), null, null, null, doi);
    }

    /// <summary>What is the same for two lines that cite the same report: the place in a volume, else the DOI, else the words.</summary>
    public string Key =>
        Author is not null && Year is not null && Volume is not null && Page is not null
            ? string.Create(CultureInfo.InvariantCulture, $"{Letters(Author)}|{Year}|{Letters(Volume)}|{Letters(Page)}")
            : Doi ?? Letters(Text);

    /// <summary>For people: author, year and source, with the place that tells two of one year apart; the whole line where these are not known.</summary>
    public string Label => Author is null || Year is null ? Text : string.Join(", ", new[]
    {
        Author, Year.Value.ToString(CultureInfo.InvariantCulture), Source, Volume is null ? null : $"V{Volume}", Page is null ? null : $"P{Page}",
    }.OfType<string>());

    // Authors of Scopus stand as "Petri, C.A., " or "Petri C.A., "; the first name is enough.
    static string? FirstAuthor(string authors)
    {
        var parts = authors.Split([',', '，', ';', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return null;
        var name = Blanks().Replace(parts[0].Replace(".", "", StringComparison.Ordinal), " ").Trim();
        return parts.Length > 1 && Initials().IsMatch(parts[1]) && !name.Contains(' ', StringComparison.Ordinal) ? $"{name} {Letters(parts[1]).ToUpperInvariant()}" : name.Length == 0 ? null : name;
    }

    static string? Some(Match match, string group) => match.Groups[group].Value.Trim(' ', '.', ',') is { Length: > 0 } value ? value : null;

    static int? Number(string text) => text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string Letters(string text) => string.Concat(Fold.Term(text).Where(char.IsLetterOrDigit));

    // In this order: a form that asks more comes before one that would take its lines for its own.
    static readonly Regex[] Forms = [WebOfScience(), GbT7714(), Apa(), ScopusOld(), ScopusNew()];

    // NARIN F, 1985, SCIENTOMETRICS, V7, P369, DOI 10.1007/BF02017155
    [GeneratedRegex(@"^(?<authors>[^,]+), (?<year>\d{4})[a-z]?, (?<source>[^,]+)(?:.*?, V(?<volume>[^\s,]+))?(?:.*?, P(?<page>\w+))?")]
    private static partial Regex WebOfScience();

    // [3] 张三, 李四. 题名[J]. 图书情报工作, 2018, 62(3): 1-5.
    [GeneratedRegex(@"^(?:\[\d+\]\s*)?(?<authors>[^.．]+)[.．].*?\[[A-Z]{1,2}(?:/OL)?\][.．]?\s*(?<source>[^,，.．]*)[,，]\s*(?<year>\d{4})(?:\s*[,，]\s*(?<volume>\d+))?(?:\s*\([^)]*\))?(?:\s*[:：]\s*(?<page>\w+))?")]
    private static partial Regex GbT7714();

    // Smith, J., & Lee, K. (2010). Title of it. Journal of Things, 5(2), 11-20.
    [GeneratedRegex(@"^(?<authors>[^(]+?) \((?<year>\d{4})[a-z]?\)\. .*?\. (?<source>[^.,]+), (?<volume>\d+)(?:\([^)]*\))?, (?:pp?\. )?(?<page>\w+)")]
    private static partial Regex Apa();

    // Petri, C.A., Fundamentals of a theory (1963) Proc. IFIP Congress, 62, pp. 386-390
    [GeneratedRegex(@"^(?<authors>(?:[\p{L}'’ -]+, (?:\p{Lu}\.[ -]?)+, )+).*?\((?<year>\d{4})\) (?<source>[^,]+)(?:, (?<volume>\d+))?(?:.*?, pp?\. (?<page>\w+))?")]
    private static partial Regex ScopusOld();

    // Abbasi A., Altmann J., Title, with a comma perhaps, Journal of Informetrics, 5, 4, pp. 594-607, (2011)
    [GeneratedRegex(@"^(?<authors>(?:[\p{L}'’ -]+ (?:\p{Lu}\.[ -]?)+, )+).*, (?<source>\p{L}[^,]*)(?:, (?<volume>\d+))(?:, [\w-]+)?(?:, pp?\. (?<page>\w+)[\w-]*)?.*\((?<year>\d{4})\)$")]
    private static partial Regex ScopusNew();

    [GeneratedRegex(@"10\.\d{4,9}/[^\s,\]]+")]
    private static partial Regex Dois();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    private static partial Regex Years();

    [GeneratedRegex(@"^(?:\p{Lu}\.?[ -]?){1,4}$")]
    private static partial Regex Initials();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

using System.Globalization;
using System.Text;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>Web of Science tagged text: lines wrapped and ends of line LF as in 2020, or unwrapped, CRLF and half in Chinese as the Chinese interface writes it.</summary>
static class WosFile
{
    public static byte[] Wrapped(IEnumerable<Copy> copies, Library library) => Bytes(copies, library, wraps: true, "\n");

    public static byte[] ChineseInterface(IEnumerable<Copy> copies, Library library) => Bytes(copies, library, wraps: false, "\r\n");

    static byte[] Bytes(IEnumerable<Copy> copies, Library library, bool wraps, string newLine)
    {
        var lines = new List<string> { "\uFEFFFN Clarivate Analytics Web of Science", "VR 1.0" };
        foreach (var copy in copies)
        {
            foreach (var (tag, values) in Fields(copy, library, isChinese: !wraps))
            {
                var physical = values.SelectMany(value => wraps && tag is "TI" or "AB" or "DE" or "SO" ? Wrap(value) : [value]).ToList();
                for (var i = 0; i < physical.Count; i++) lines.Add((i == 0 ? tag + " " : "   ") + physical[i]);
            }
            lines.Add("ER");
            lines.Add("");
        }
        // No end of line after EF, as the site leaves it.
        lines.Add("EF");
        return Encoding.UTF8.GetBytes(string.Join(newLine, lines));
    }

    static IEnumerable<(string Tag, IReadOnlyList<string> Values)> Fields(Copy copy, Library library, bool isChinese)
    {
        var report = copy.Report;
        var place = report.Place;
        var isConference = report.Kind == "conference";
        var addresses = report.Institutions.ConvertAll(Address);
        var cited = library.CitedBy(report).Select(Cited).ToList();
        var number = CultureInfo.InvariantCulture;
        (string Tag, IReadOnlyList<string> Values)[] fields =
        [
            ("PT", [isConference ? "C" : "J"]),
            ("AU", report.Authors.ConvertAll(Names.WosShort)),
            ("AF", report.Authors.ConvertAll(Names.Full)),
            ("TI", [Title(copy)]),
            ("SO", [place.Journal.En.ToUpperInvariant()]),
            ("LA", [report.Language]),
            ("DT", [DocumentType(copy)]),
            ("CT", isConference ? [place.Journal.En] : []),
            ("CY", isConference ? [$"{Month(place)}, {place.Year}"] : []),
            ("DE", copy.HasKeywords ? [string.Join("; ", report.Keywords.Select(k => k.En).Distinct(StringComparer.Ordinal))] : []),
            ("ID", copy.Dice("plus").Chance(40) ? [$"{report.Scene.Technology.En.ToUpperInvariant()}; URBAN PLANNING; MODEL"] : []),
            ("AB", copy.HasAbstract ? [report.Abstract!.En] : []),
            ("C1", addresses.Select((address, i) => $"[{string.Join("; ", At(report.Authors, i, addresses.Count).Select(Names.Full))}] {address}").ToList()),
            ("RP", [Names.WosShort(report.Authors[0]) + (isChinese ? " (通讯作者)，" : " (corresponding author), ") + addresses[0]]),
            ("CR", cited),
            ("NR", [cited.Count.ToString(number)]),
            ("TC", [copy.Dice("cited").Next(1 + 2 * (2022 - place.Year)).ToString(number)]),
            ("PU", ["INVENTED PRESS"]),
            ("SN", [place.Journal.Issn]),
            ("J9", [place.Journal.Abbreviation.Replace(".", "", StringComparison.Ordinal).ToUpperInvariant()]),
            ("JI", [place.Journal.Abbreviation]),
            .. Dates(copy),
            ("DI", copy.Doi is { } doi ? [doi] : []),
            ("EA", copy.IsEarlyAccess ? [$"{Month(place)} {place.Year}"] : []),
            ("WC", ["Urban Studies; Public Administration"]),
            ("UT", [copy.OwnId!]),
            ("DA", ["2022-04-11"]),
        ];
        return fields.Where(field => field.Values.Count > 0);
    }

    static string Address(Pair institution)
    {
        var isForeign = institution.Zh.Length == 0;
        return Words.Rows("journals", isForeign ? "foreign-institutions" : "institutions").First(row => row[1] == institution.En)[2] + (isForeign ? "." : ", Peoples R China.");
    }

    /// <summary>Every author is at one of the institutions in turn; all are at one that would have nobody.</summary>
    static IEnumerable<Person> At(List<Person> authors, int institution, int institutions) =>
        authors.Where((_, n) => n % institutions == institution || authors.Count <= institution);

    // Early access has neither year nor pages yet.
    static IEnumerable<(string Tag, IReadOnlyList<string> Values)> Dates(Copy copy)
    {
        if (copy.IsEarlyAccess) yield break;
        var place = copy.Report.Place;
        var number = CultureInfo.InvariantCulture;
        yield return ("PD", [Month(place)]);
        yield return ("PY", [copy.Year.ToString(number)]);
        if (place.Volume is { } volume) yield return ("VL", [volume.ToString(number)]);
        if (place.Issue.Length > 0) yield return ("IS", [place.Issue]);
        if (place.ArticleNumber is { } article)
        {
            yield return ("AR", [article]);
            yield break;
        }
        yield return ("BP", [place.FirstPage.ToString(number)]);
        yield return ("EP", [place.LastPage.ToString(number)]);
    }

    static string DocumentType(Copy copy)
    {
        var type = copy.Report.Kind switch
        {
            "conference" => "Proceedings Paper",
            "editorial" => "Editorial Material",
            "book-review" => "Book Review",
            "news" => "News Item",
            _ => "Article",
        };
        return copy.IsEarlyAccess ? type + "; Early Access" : type;
    }

    // Capitals as the title page has them, on every fifth record.
    static string Title(Copy copy)
    {
        var title = copy.Report.Title.En;
        return copy.Dice("title").Chance(20)
            ? string.Join(' ', title.Split(' ').Select(word => word is "of" or "in" or "and" or "for" or "the" or "a" or "to" or "with" ? word : Prose.Capitalised(word)))
            : title;
    }

    static string Month(Place place) => CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[place.Month - 1].ToUpperInvariant();

    static string Cited(Report report)
    {
        var name = report.Authors[0];
        var doi = report.Doi is null ? "" : $", DOI {report.Doi}";
        return $"{name.Family} {name.Initials}, {report.Place.Year}, {report.Place.Journal.Abbreviation.Replace(".", "", StringComparison.Ordinal).ToUpperInvariant()}"
            + (report.Place.Volume is { } volume ? $", V{volume}" : "") + (report.Place.ArticleNumber is null ? $", P{report.Place.FirstPage}" : "") + doi;
    }

    static IEnumerable<string> Wrap(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length > 76)
            {
                yield return line.ToString();
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > 0) yield return line.ToString();
    }
}

using System.Globalization;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>The cells of a Scopus row by the name of their column.</summary>
static class ScopusCells
{
    /// <param name="isOld">As before 2023: commas between authors, semicolons after their numbers.</param>
    public static Dictionary<string, string> Of(Copy copy, Library library, bool isOld) =>
        new([.. People(copy, isOld), .. Source(copy), .. Content(copy, isOld), .. Rest(copy, library, isOld)], StringComparer.Ordinal);

    static Dictionary<string, string> People(Copy copy, bool isOld)
    {
        var authors = copy.Report.Authors;
        var addresses = copy.Report.Institutions.Select(i => i.En + (i.Zh.Length == 0 ? "" : ", China")).ToList();
        var names = authors.Select(Names.ScopusShort).ToList();
        return new()
        {
            ["Authors"] = string.Join(isOld ? ", " : "; ", names),
            ["Author full names"] = string.Join("; ", authors.Select(a => $"{Names.Full(a)} ({Names.Number(a)})")),
            ["Author(s) ID"] = isOld ? string.Concat(authors.Select(a => Names.Number(a) + ";")) : string.Join("; ", authors.Select(Names.Number)),
            ["Affiliations"] = string.Join("; ", addresses),
            ["Authors with affiliations"] = string.Join("; ", names.Select((name, i) => $"{name}, {addresses[i % addresses.Count]}")),
            ["Correspondence Address"] = $"{names[0]}; {addresses[0]}",
        };
    }

    static Dictionary<string, string> Source(Copy copy)
    {
        var place = copy.Report.Place;
        var hasPages = place.ArticleNumber is null;
        var isConference = copy.Report.Kind == "conference";
        var invariant = CultureInfo.InvariantCulture;
        return new()
        {
            ["Year"] = copy.Year.ToString(invariant),
            ["Source title"] = place.Journal.En,
            ["Volume"] = place.Volume?.ToString(invariant) ?? "",
            ["Issue"] = place.Issue,
            ["Art. No."] = place.ArticleNumber ?? "",
            ["Page start"] = hasPages ? place.FirstPage.ToString(invariant) : "",
            ["Page end"] = hasPages ? place.LastPage.ToString(invariant) : "",
            ["Page count"] = hasPages ? (place.LastPage - place.FirstPage).ToString(invariant) : "",
            ["Conference name"] = isConference ? place.Journal.En : "",
            ["Conference code"] = isConference ? $"99{place.Year}" : "",
            ["ISSN"] = place.Journal.Issn.Replace("-", "", StringComparison.Ordinal),
            ["Abbreviated Source Title"] = place.Journal.Abbreviation,
        };
    }

    static Dictionary<string, string> Content(Copy copy, bool isOld)
    {
        var report = copy.Report;
        return new()
        {
            ["Title"] = Title(copy),
            ["Abstract"] = copy.HasAbstract ? report.Abstract!.En + $" © {report.Place.Year} The composed authors." : "[No abstract available]",
            ["Author Keywords"] = copy.HasKeywords ? string.Join("; ", report.Keywords.Select(k => Prose.Capitalised(k.En)).Distinct(StringComparer.Ordinal)) : "",
            ["Index Keywords"] = copy.Dice("index").Chance(35) ? $"Urban planning; {Prose.Capitalised(report.Scene.Technology.En)}; Smart city" : "",
            ["Language of Original Document"] = report.Language == "Chinese" && copy.Dice("language").Chance(5) ? "Chinese; English" : report.Language,
            ["Document Type"] = report.Kind switch { "conference" => "Conference Paper", "editorial" => "Editorial", "book-review" => "Book", "news" => "Note", _ => "Article" },
            ["Open Access"] = copy.Dice("open").Chance(25) ? (isOld ? "All Open Access, Gold" : "All Open Access; Gold Open Access") : "",
        };
    }

    static Dictionary<string, string> Rest(Copy copy, Library library, bool isOld)
    {
        var hasFund = copy.Dice("fund").Chance(30);
        return new()
        {
            ["Cited by"] = copy.Dice("cited").Next(1 + 3 * (2022 - copy.Report.Place.Year)).ToString(CultureInfo.InvariantCulture),
            ["DOI"] = copy.Doi ?? "",
            ["Link"] = $"https://scopus.example.org/inward/record.uri?eid={copy.OwnId}&partnerID=40",
            ["Funding Texts"] = hasFund ? "This work was supported by the Yunling Foundation, no. 2016-07; the sponsors had no part in it." : "",
            ["Funding Text 1"] = hasFund ? "This work was supported by the Yunling Foundation, no. 2016-07." : "",
            ["References"] = string.Join("; ", library.CitedBy(copy.Report).Select(cited => isOld ? OldReference(cited) : NewReference(cited))),
            ["Publication Stage"] = "Final",
            ["Source"] = "Scopus",
            ["EID"] = copy.OwnId!,
        };
    }

    // Typographic quotes and dashes where Web of Science has plain ones.
    static string Title(Copy copy)
    {
        var title = copy.Report.Title.En;
        if (!copy.Dice("title").Chance(30)) return title;
        return title.Replace("'", "’", StringComparison.Ordinal).Replace(" - ", " – ", StringComparison.Ordinal).Replace("--", "—", StringComparison.Ordinal);
    }

    static string NewReference(Report cited) =>
        $"{string.Join("; ", cited.Authors.Take(2).Select(Names.Full))}, {cited.Title.En}, {cited.Place.Journal.En}, {cited.Place.Volume}, {cited.Place.Issue}, pp. {cited.Place.Pages}, ({cited.Place.Year})";

    static string OldReference(Report cited) =>
        $"{string.Join(", ", cited.Authors.Take(2).Select(a => $"{a.Family}, {(a.Given.Count == 0 ? "" : a.Given[0][..1])}."))}, {cited.Title.En} ({cited.Place.Year}) {cited.Place.Journal.En}, {cited.Place.Volume}, pp. {cited.Place.Pages}";
}

using System.Globalization;
using System.Text;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>Scopus CSV with today's columns and with those of before 2023, whose rows may be longer than the header.</summary>
static class ScopusFile
{
    static readonly string[] NewColumns =
    [
        "Authors", "Author full names", "Author(s) ID", "Title", "Year", "Source title", "Volume", "Issue", "Art. No.", "Page start", "Page end", "Page count", "Cited by", "DOI", "Link",
        "Affiliations", "Authors with affiliations", "Abstract", "Author Keywords", "Index Keywords", "Molecular Sequence Numbers", "Chemicals/CAS", "Tradenames", "Manufacturers",
        "Funding Details", "Funding Texts", "References", "Correspondence Address", "Editors", "Publisher", "Sponsors", "Conference name", "Conference date", "Conference location",
        "Conference code", "ISSN", "ISBN", "CODEN", "PubMed ID", "Language of Original Document", "Abbreviated Source Title", "Document Type", "Publication Stage", "Open Access", "Source", "EID",
    ];

    static readonly string[] OldColumns =
    [
        "Authors", "Author(s) ID", "Title", "Year", "Source title", "Volume", "Issue", "Art. No.", "Page start", "Page end", "Page count", "Cited by", "DOI", "Link",
        "Affiliations", "Authors with affiliations", "Abstract", "Author Keywords", "Index Keywords", "Molecular Sequence Numbers", "Chemicals/CAS", "Tradenames", "Manufacturers",
        "Funding Details", "Funding Text 1", "References", "Correspondence Address", "Editors", "Sponsors", "Publisher", "Conference name", "Conference date", "Conference location",
        "Conference code", "ISSN", "ISBN", "CODEN", "PubMed ID", "Language of Original Document", "Abbreviated Source Title", "Document Type", "Publication Stage", "Open Access", "Source", "EID",
    ];

    public static byte[] New(IEnumerable<Copy> copies, Library library)
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(',', NewColumns.Select(Quoted)).Append('\n');
        foreach (var copy in copies)
        {
            var cells = Cells(copy, library, isOld: false);
            text.AppendJoin(',', NewColumns.Select(column => Quoted(cells.GetValueOrDefault(column, "")))).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Old(IEnumerable<Copy> copies, Library library)
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(',', OldColumns).Append('\n');
        foreach (var copy in copies)
        {
            var cells = Cells(copy, library, isOld: true);
            foreach (var column in OldColumns)
            {
                if (column != "Authors") text.Append(',');
                var cell = cells.GetValueOrDefault(column, "");
                text.Append(cell.Length == 0 || column is "Year" or "Cited by" ? cell : Quoted(cell));
                // The header names one funding text, however many the rows have.
                if (column == "Funding Text 1" && copy.Dice("funding").Chance(40)) text.Append(",\"Additional support was given by the Changdi Fund.\"");
            }
            text.Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    static Dictionary<string, string> Cells(Copy copy, Library library, bool isOld)
    {
        var report = copy.Report;
        var place = report.Place;
        var hasPages = place.ArticleNumber is null;
        var invariant = CultureInfo.InvariantCulture;
        var isConference = report.Kind == "conference";
        var addresses = report.Institutions.Select(i => i.En + Country(i)).ToList();
        var names = report.Authors.Select(Names.ScopusShort).ToList();
        return new(StringComparer.Ordinal)
        {
            ["Authors"] = string.Join(isOld ? ", " : "; ", names),
            ["Author full names"] = string.Join("; ", report.Authors.Select(a => $"{Names.Full(a)} ({Names.Number(a)})")),
            ["Author(s) ID"] = isOld ? string.Concat(report.Authors.Select(a => Names.Number(a) + ";")) : string.Join("; ", report.Authors.Select(Names.Number)),
            ["Title"] = Title(copy),
            ["Year"] = copy.Year.ToString(invariant),
            ["Source title"] = place.Journal.En,
            ["Volume"] = place.Volume?.ToString(invariant) ?? "",
            ["Issue"] = place.Issue,
            ["Art. No."] = place.ArticleNumber ?? "",
            ["Page start"] = hasPages ? place.FirstPage.ToString(invariant) : "",
            ["Page end"] = hasPages ? place.LastPage.ToString(invariant) : "",
            ["Page count"] = hasPages ? (place.LastPage - place.FirstPage).ToString(invariant) : "",
            ["Cited by"] = copy.Dice("cited").Next(1 + 3 * (2022 - place.Year)).ToString(invariant),
            ["DOI"] = copy.Doi ?? "",
            ["Link"] = $"https://scopus.example.org/inward/record.uri?eid={copy.OwnId}&partnerID=40",
            ["Affiliations"] = string.Join("; ", addresses),
            ["Authors with affiliations"] = string.Join("; ", report.Authors.Select((a, i) => $"{Names.ScopusShort(a)}, {addresses[i % addresses.Count]}")),
            ["Abstract"] = copy.HasAbstract ? report.Abstract!.En + $" © {place.Year} The composed authors." : "[No abstract available]",
            ["Author Keywords"] = copy.HasKeywords ? string.Join("; ", report.Keywords.Select(k => Prose.Capitalised(k.En)).Distinct(StringComparer.Ordinal)) : "",
            ["Index Keywords"] = copy.Dice("index").Chance(35) ? $"Urban planning; {Prose.Capitalised(report.Scene.Technology.En)}; Smart city" : "",
            ["Funding Texts"] = copy.Dice("fund").Chance(30) ? "This work was supported by the Yunling Foundation, no. 2016-07; the sponsors had no part in it." : "",
            ["Funding Text 1"] = copy.Dice("fund").Chance(30) ? "This work was supported by the Yunling Foundation, no. 2016-07." : "",
            ["References"] = string.Join("; ", library.CitedBy(report).Select(cited => isOld ? OldReference(cited) : NewReference(cited))),
            ["Correspondence Address"] = $"{names[0]}; {addresses[0]}",
            ["Conference name"] = isConference ? place.Journal.En : "",
            ["Conference code"] = isConference ? $"99{place.Year}" : "",
            ["ISSN"] = place.Journal.Issn.Replace("-", "", StringComparison.Ordinal),
            ["Language of Original Document"] = copy.Dice("language").Chance(5) && report.Language != "English" ? $"{report.Language}; English" : report.Language,
            ["Abbreviated Source Title"] = place.Journal.Abbreviation,
            ["Document Type"] = report.Kind switch { "conference" => "Conference Paper", "editorial" => "Editorial", "book-review" => "Book", "news" => "Note", _ => "Article" },
            ["Publication Stage"] = "Final",
            ["Open Access"] = copy.Dice("open").Chance(25) ? (isOld ? "All Open Access, Gold" : "All Open Access; Gold Open Access") : "",
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

    static string Country(Pair institution) => institution.Zh.Length == 0 ? "" : ", China";

    static string NewReference(Report cited) =>
        $"{string.Join("; ", cited.Authors.Take(2).Select(Names.Full))}, {cited.Title.En}, {cited.Place.Journal.En}, {cited.Place.Volume}, {cited.Place.Issue}, pp. {cited.Place.Pages}, ({cited.Place.Year})";

    static string OldReference(Report cited) =>
        $"{string.Join(", ", cited.Authors.Take(2).Select(a => $"{a.Family}, {(a.Given.Count == 0 ? "" : a.Given[0][..1])}."))}, {cited.Title.En} ({cited.Place.Year}) {cited.Place.Journal.En}, {cited.Place.Volume}, pp. {cited.Place.Pages}";
}

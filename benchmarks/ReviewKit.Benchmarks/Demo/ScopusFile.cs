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
            var cells = ScopusCells.Of(copy, library, isOld: false);
            text.AppendJoin(',', NewColumns.Select(column => Quoted(cells.GetValueOrDefault(column, "")))).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Old(IEnumerable<Copy> copies, Library library)
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(',', OldColumns).Append('\n');
        foreach (var copy in copies)
        {
            var cells = ScopusCells.Of(copy, library, isOld: true);
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

    internal static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

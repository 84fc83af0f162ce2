using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Everything that records can be written as.</summary>
public static class TargetTable
{
    public static IReadOnlyList<Target> All { get; } =
    [
        Tagged("ris", new("RIS, for reference managers", "RIS，供文献管理软件使用"), ".ris", Ris(RisTable.Table), TagLayouts.Ris),
        new("bibtex", new("BibTeX, for LaTeX", "BibTeX，供 LaTeX 使用"), ".bib", "bibtex")
        {
            Raw = new RawWriting(BibTeXTable.For, "bibtex") { Family = Names("bibtex"), IsTag = BibTeXWriter.IsTag, ReadAs = BibTeXTable.For, JoinsLists = true, HoldsLines = true },
            Print = BibTeXWriter.Print,
        },
        new("csv", new("CSV for spreadsheets; formulas are guarded", "CSV，供电子表格使用；公式会被屏蔽"), ".csv", "csv") { Raw = Table(Columns.ForPeople), Print = CsvFile.ForPeople(Columns.ForPeople) },
        new("xlsx", new("Excel workbook", "Excel 工作簿"), ".xlsx", "xlsx")
        {
            Raw = Table(Columns.ForPeople) with { Format = "xlsx", Longest = RawWriting.LongestCell },
            Print = WorkbookFile.Of(Columns.ForPeople),
        },
        new("csl-json", new("CSL-JSON, for citation processors and Pandoc", "CSL-JSON，供引文处理程序和 Pandoc 使用"), ".json", "csl-json")
        {
            Raw = new RawWriting(_ => CslTable.Table, "csl-json") { Rest = RestOfRecord.Plain, Printed = CslJsonWriter.Printed, Clean = CslJsonWriter.Clean },
            Print = CslJsonWriter.Print,
        },
        new("endnote-xml", new("EndNote XML", "EndNote XML"), ".xml", "endnote-xml")
        {
            Raw = new RawWriting(_ => EndNoteXmlTable.Table, "endnote-xml") { Printed = EndNoteXmlWriter.Printed },
            Print = EndNoteXmlWriter.Print,
        },
        Tagged("enw", new("EndNote tagged", "EndNote 标签格式"), ".enw", new RawWriting(_ => EndNoteTable.Table, "endnote") { Family = Names("endnote"), IsTag = tag => tag is ['%', _], Clean = CleanText.EndNote }, TagLayouts.EndNote),
        Tagged("noteexpress", new("NoteExpress", "NoteExpress"), ".net",
            new RawWriting(_ => NoteExpressTable.Table, "noteexpress") { Family = Names("noteexpress"), IsTag = tag => tag.Length is > 1 and < 50 && !tag.Contains('}', StringComparison.Ordinal), Clean = CleanText.NoteExpress }, TagLayouts.NoteExpress),
        Tagged("nbib", new("PubMed (MEDLINE)", "PubMed（MEDLINE）"), ".nbib",
            new RawWriting(_ => PubMedTable.Table, "nbib") { Family = Names("nbib"), IsTag = tag => tag.Length is >= 2 and <= 4 && tag.All(char.IsAsciiLetterUpper), Paragraph = " " }, TagLayouts.PubMed),
        new("jsonl", new("JSON lines, everything kept", "JSON 行，保留全部内容"), ".jsonl", "jsonl") { Print = JsonLines.Print },
        Tagged("wos", new("Web of Science text, for VOSviewer and bibliometrix", "Web of Science 文本，供 VOSviewer 和 bibliometrix 使用"), ".txt", Wos(WosTable.Table), TagLayouts.WebOfScience),
        Tagged("citespace", new("for CiteSpace; name the file download_*.txt", "供 CiteSpace 使用；文件名须为 download_*.txt"), ".txt", Wos(WosTable.CiteSpace), TagLayouts.CiteSpace),
        Tagged("zotero", new("RIS as Zotero reads it best", "RIS，供 Zotero 使用"), ".ris", Ris(ForZotero), TagLayouts.Ris),
        Tagged("covidence", new("RIS for Covidence: plain, one line a tag", "RIS，供 Covidence 使用：每个标签一行"), ".ris", Ris(Plain) with { Paragraph = null }, TagLayouts.Ris),
        new("rayyan", new("CSV for Rayyan", "CSV，供 Rayyan 使用"), ".csv", "csv") { Raw = Table(Columns.Rayyan) with { Rest = null }, Print = CsvFile.ForPrograms(Columns.Rayyan) },
        new("asreview", new("CSV for ASReview", "CSV，供 ASReview 使用"), ".csv", "csv") { Raw = Table(Columns.AsReview) with { Rest = null }, Print = CsvFile.ForPrograms(Columns.AsReview) },
    ];

    static TagTable ForZotero => RisTable.Simple("DP");

    static TagTable Plain => RisTable.Simple("DB");

    /// <returns>null for a name that no target has.</returns>
    public static Target? Find(string name) => All.FirstOrDefault(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The target that a file's ending stands for; null where it stands for none or, as .txt, for several.</summary>
    public static Target? ForName(string file)
    {
        var ending = Path.GetExtension(file);
        return ending.Equals(".txt", StringComparison.OrdinalIgnoreCase) ? null : All.FirstOrDefault(t => t.Extension.Equals(ending, StringComparison.OrdinalIgnoreCase));
    }

    static Target Tagged(string name, Message title, string extension, RawWriting raw, TagLayout layout) => new(name, title, extension, raw.Format) { Raw = raw, Print = layout.Print };

    static RawWriting Ris(TagTable table) => new(_ => table, "ris") { ReadAs = _ => RisTable.Table, Family = Names("ris"), IsTag = RisTable.IsTag };

    static RawWriting Wos(TagTable table) =>
        new(_ => table, "wos-tagged") { ReadAs = _ => WosTable.Table, Family = Names("wos-tagged", "wos-tab"), IsTag = tag => tag.Length == 2 && tag is not ("ER" or "EF" or "FN" or "VR") && char.IsAsciiLetterUpper(tag[0]) && char.IsAsciiLetterOrDigit(tag[1]), StacksLists = true, Paragraph = " " };

    static RawWriting Table(Columns columns) => new(_ => columns.Table, "csv") { JoinsLists = true, HoldsLines = true, IsAbsent = ColumnTable.IsAbsent, Rest = RestOfRecord.Plain };

    static HashSet<string> Names(params string[] formats) => [.. formats];
}

using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Every format that can be read, in the order in which they are tried on a file.</summary>
public static partial class FormatTable
{
    public static IReadOnlyList<Format> All { get; } =
    [
        .. XmlFormats.All, .. JsonFormats.All, .. PlainFormats.All,
        new("html-xls", new Message("Excel of CNKI or Wanfang (an HTML table)", "知网、万方的 Excel 导出（HTML 表格）"), [".xls", ".html", ".htm"])
        {
            Recognises = head => head.First.StartsWith('<') && head.Any(l => TableRowTag().IsMatch(l)) && !head.First.StartsWith("<?xml", StringComparison.Ordinal),
            Reader = HtmlTables.Read,
        },
        Tagged("noteexpress", "NoteExpress", "NoteExpress（知网、万方、维普）", [".net", ".txt"], TagSyntaxes.NoteExpress, NoteExpressTable.Table,
            head => head.Any(l => l.Contains("{Reference Type}", StringComparison.Ordinal) || l.Contains("[Reference Type]", StringComparison.Ordinal))),
        Tagged("endnote", "EndNote tagged (%0)", "EndNote（%0 标签）", [".enw", ".enl", ".txt"], TagSyntaxes.EndNote, EndNoteTable.Table,
            head => head.Any(l => EndNoteStart().IsMatch(l)) || (head.Starts("%T ") && head.Starts("%A "))),
        Tagged("nbib", "PubMed (.nbib)", "PubMed（.nbib）", [".nbib", ".txt"], TagSyntaxes.PubMed, PubMedTable.Table,
            head => head.Any(l => PubMedStart().IsMatch(l)) && head.Starts("TI  - ")),
        Tagged("ris", "RIS", "RIS", [".ris", ".txt"], TagSyntaxes.Ris, RisTable.Table, head => head.Any(l => RisStart().IsMatch(l))),
        Tagged("wos-tagged", "Web of Science plain text", "Web of Science 纯文本", [".txt", ".ciw"], TagSyntaxes.WebOfScience, WosTable.Table,
            head => WosHead().IsMatch(head.First) || head.Any(l => WosStart().IsMatch(l))),
        Tagged("refworks", "RefWorks tagged", "RefWorks（知网、维普）", [".txt"], TagSyntaxes.RefWorks, RefWorksTable.Table, head => head.Any(l => RefWorksStart().IsMatch(l))),
        Tagged("cnki-estudy", "CNKI E-Study text", "知网研学（E-Study）文本", [".txt"], TagSyntaxes.CnkiEStudy, CnkiTables.Labels, head => head.Any(l => EStudyStart().IsMatch(l))),
        Tagged("cnki-custom", "CNKI custom text", "知网自定义文本", [".txt"], TagSyntaxes.CnkiCustom, CnkiTables.Labels, head => head.Any(l => CustomStart().IsMatch(l))),
        new("bibtex", new Message("BibTeX", "BibTeX"), [".bib"]) { Recognises = head => head.Any(l => BibTeXStart().IsMatch(l)), Reader = BibTeXReader.Read },
        Delimited("wos-tab", "Web of Science tab-delimited", "Web of Science 制表符分隔"),
        Delimited("scopus-csv", "Scopus CSV", "Scopus CSV"),
        Delimited("bibliometrix", "bibliometrix data frame", "bibliometrix 数据框"),
        Delimited("csv", "CSV or TSV with a header", "带表头的 CSV 或 TSV"),
        PlainFormats.References,
        // These are known by their bytes and not by lines: SourceFile looks for them first.
        new("xlsx", new Message("Excel workbook (.xlsx)", "Excel 工作簿（.xlsx）"), [".xlsx", ".xlsm"]) { Reader = Workbook.Read },
        new("xls", new Message("Excel 97 workbook (.xls)", "Excel 97 工作簿（.xls）"), [".xls"]) { Reader = Workbook.Read },
        new("zip", new Message("zip archive of any of these", "含有以上任何格式的 zip 压缩文件"), [".zip"]),
    ];

    /// <returns>null for a name that no format has.</returns>
    public static Format? Find(string name) => All.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    internal static Format? Recognise(Head head) => All.FirstOrDefault(f => f.Recognises(head));

    static Format Tagged(string name, string en, string zh, string[] extensions, TagSyntax syntax, TagTable table, Func<Head, bool> recognises) =>
        new(name, new Message(en, zh), extensions) { Recognises = recognises, Reader = reading => TaggedLines.Read(reading, syntax, table) };

    static Format Delimited(string name, string en, string zh) => new(name, new Message(en, zh), [".csv", ".tsv", ".txt", ".tab"])
    {
        Recognises = head => ColumnLayout.Of(head.Probe, head.Columns)?.Format == name,
        Reader = DelimitedReader.Read,
    };

    [GeneratedRegex(@"<tr[\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex TableRowTag();

    // Also behind script junk or list items of a web page.
    [GeneratedRegex(@"(?:^|[;>])%0 \p{L}")]
    private static partial Regex EndNoteStart();

    [GeneratedRegex(@"^(?:PMID- \d|OWN - )")]
    private static partial Regex PubMedStart();

    [GeneratedRegex(@"(?:^|;)TY\s{1,4}-(?:\s|$)")]
    private static partial Regex RisStart();

    [GeneratedRegex(@"^FN (?:Clarivate|Thomson|ISI)")]
    private static partial Regex WosHead();

    [GeneratedRegex(@"^PT [A-Z]\s*$")]
    private static partial Regex WosStart();

    [GeneratedRegex(@"^RT [A-Z]")]
    private static partial Regex RefWorksStart();

    [GeneratedRegex(@"^DataType\s*[:：]\s*\d")]
    private static partial Regex EStudyStart();

    [GeneratedRegex(@"^(?:SrcDatabase|Title|Author)-[\u4e00-\u9fff]+\s*[:：]")]
    private static partial Regex CustomStart();

    [GeneratedRegex(@"^\s*@\s*[A-Za-z]+\s*[{(]")]
    private static partial Regex BibTeXStart();
}

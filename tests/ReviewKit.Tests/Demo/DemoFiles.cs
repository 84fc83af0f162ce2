using System.Text;
using System.Text.RegularExpressions;

namespace ReviewKit.Tests.Demo;

/// <summary>The files of exports/ and queries/ in this checkout.</summary>
static partial class DemoFiles
{
    public static readonly string Root = FindRoot();

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Root, path));

    public static string Utf8(string path) => Encoding.UTF8.GetString(Bytes(path)).TrimStart('\uFEFF').ReplaceLineEndings("\n");

    /// <summary>Rows of a small CSV without line breaks in its cells, as header name to cell.</summary>
    public static List<Dictionary<string, string>> Csv(string path)
    {
        var rows = Utf8(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
        return rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)).ToList();
    }

    public static List<DemoRecord> All() =>
    [
        .. Scopus("scopus/scopus.csv"), .. Scopus("scopus/scopus-old-columns.csv"), .. Wos("wos/savedrecs.txt"), .. Wos("wos/savedrecs-2.txt"),
        .. NoteExpress("cnki/CNKI-20220412093015327.net"), .. Spreadsheet("cnki/CNKI-20220412094512018.xls"), .. Custom("cnki/CNKI-20220412101544761.txt"),
        .. NoteExpress("wanfang/wanfang-20220413-1.net"), .. NoteExpress("wanfang/wanfang-20220413-2.net"),
    ];

    static IEnumerable<DemoRecord> Scopus(string file)
    {
        var lines = Utf8("exports/" + file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = Cells(lines[0]);
        // All columns read here stand before the funding texts, which may shift the rest; the EID is last.
        return lines.Skip(1).Select((line, i) => (Cells: Cells(line), Line: line, Ordinal: i + 1)).Select(row =>
        {
            string Cell(string column) => row.Cells[header.IndexOf(column)];
            return new DemoRecord(file, row.Ordinal, row.Cells[^1], Cell("Title"), Cell("Abstract"), $"{Cell("Title")}\n{Cell("Abstract")}\n{Cell("Author Keywords")}", row.Line);
        });
    }

    static IEnumerable<DemoRecord> Wos(string file) =>
        Utf8("exports/" + file).Split("\nER\n")[..^1].Select((raw, i) =>
        {
            string Field(string tag) => Regex.Match(raw, $@"(?m)^{tag} (.*(?:\n   .*)*)").Groups[1].Value.Replace("\n   ", " ", StringComparison.Ordinal);
            return new DemoRecord(file, i + 1, Field("UT"), Field("TI"), Field("AB"), $"{Field("TI")}\n{Field("AB")}\n{Field("DE")}", raw);
        });

    static IEnumerable<DemoRecord> NoteExpress(string file) =>
        Regex.Split(Utf8("exports/" + file), @"(?=\{Reference Type\})").Skip(1).Select((raw, i) =>
        {
            string Field(string name) => string.Join('\n', Regex.Matches(raw, $@"(?m)^\{{{name}\}}[:：] ?(.*(?:\n[^{{\n].*)*)").Select(m => m.Groups[1].Value));
            return new DemoRecord(file, i + 1, null, Field("Title"), Field("Abstract"), $"{Field("Title")}\n{Field("Abstract")}\n{Field("Keywords")}", raw);
        });

    static IEnumerable<DemoRecord> Spreadsheet(string file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var html = Encoding.GetEncoding(936).GetString(Bytes("exports/" + file));
        List<string> header = [];
        var ordinal = 0;
        foreach (Match row in Row().Matches(html))
        {
            var cells = Cell().Matches(row.Value).Select(m => m.Groups[1].Value).ToList();
            if (cells.Count == 0) continue;
            if (cells.Contains("Summary-摘要")) header = cells;
            else yield return new(file, ++ordinal, null, Of("Title-题名"), Of("Summary-摘要"), $"{Of("Title-题名")}\n{Of("Summary-摘要")}\n{Of("Keyword-关键词")}", row.Value);

            string Of(string column) => cells[header.IndexOf(column)];
        }
    }

    static IEnumerable<DemoRecord> Custom(string file) =>
        Utf8("exports/" + file).Split("SrcDatabase-来源库:").Skip(1).Select((raw, i) =>
        {
            string Field(string label) => Regex.Match(raw, $"(?m)^{label}:  (.*)$").Groups[1].Value;
            return new DemoRecord(file, i + 1, null, Field("Title-题名"), Field("Summary-摘要"), $"{Field("Title-题名")}\n{Field("Summary-摘要")}\n{Field("Keyword-关键词")}", raw);
        });

    static List<string> Cells(string line) =>
        CsvCell().Matches(line).Select(m => m.Groups[1].Success ? m.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups[2].Value).ToList();

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReviewKit.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("<tr>.*?</tr>")]
    private static partial Regex Row();

    [GeneratedRegex("<td[^>]*>(.*?)</td>")]
    private static partial Regex Cell();

    [GeneratedRegex("(?<=^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(?=,|$)")]
    private static partial Regex CsvCell();
}

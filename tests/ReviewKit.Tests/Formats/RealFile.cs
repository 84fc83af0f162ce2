using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

/// <summary>Counts the records of a real file without the readers under test: by the marks that begin a record, or with CsvHelper.</summary>
static class RealFile
{
    static readonly Dictionary<string, string> Beginnings = new()
    {
        ["ris"] = @"^(?:\uFEFF)?TY\s+-",
        ["wos-tagged"] = @"^(?:\uFEFF)?PT [A-Z]\s*$",
        ["wos-tab"] = @"^[JBSP]\t",
        ["endnote"] = @"%T ",
        ["noteexpress"] = @"\{Reference Type\}",
        ["refworks"] = @"^RT ",
        ["cnki-estudy"] = @"^DataType: ",
        ["cnki-custom"] = @"^SrcDatabase-",
        ["nbib"] = @"^(?:PMID- |OWN - ERIC)",
        ["html-xls"] = @"<tr><td>",
        ["cssci"] = "^【来源篇名】",
        ["scopus-text"] = "^SOURCE: Scopus",
        ["gbt7714"] = @"^\[\d+\]",
        ["endnote-xml"] = "<record>",
        ["cnki-es5"] = "<CNKIDATA>",
        ["json"] = @"""authors"":",
        ["bibtex"] = @"^[ \t]*@(?!comment|string|preamble)[A-Za-z]+[ \t]*\{",
    };

    public static IEnumerable<string> All(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static SourceFile? Open(string path)
    {
        try
        {
            return SourceFile.Open(path, Path.GetFileName(path));
        }
        catch (ReviewKitException)
        {
            return null;
        }
    }

    public static int Count(string path, string format)
    {
        if (format == "xlsx") return SheetRows(path);
        if (format == "xls") return BinaryRows(path);
        var text = Text(path);
        return Beginnings.TryGetValue(format, out var beginning)
            ? Regex.Count(text.Replace("\r\n", "\n").Replace('\r', '\n'), beginning, RegexOptions.Multiline | RegexOptions.IgnoreCase)
            : Rows(text);
    }

    public static string Text(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("gb18030").GetString(bytes);
        }
    }

    // Rows with a value, by the marks of the XML, the header left out.
    static int SheetRows(string path)
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(path);
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return Regex.Matches(reader.ReadToEnd(), @"<row [^>]*[^/>]>(.*?)</row>", RegexOptions.Singleline).Count(row => row.Value.Contains("<v>", StringComparison.Ordinal)) - 1;
    }

    // With the library that the reader uses too, but without anything of the reader: rows with a value, a header for each sheet left out.
    static int BinaryRows(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(path);
        using var reader = ExcelDataReader.ExcelReaderFactory.CreateReader(stream);
        var rows = 0;
        do
        {
            var inSheet = 0;
            while (reader.Read())
                if (Enumerable.Range(0, reader.FieldCount).Any(column => reader.GetValue(column) is not null)) inSheet++;
            rows += Math.Max(0, inSheet - 1);
        } while (reader.NextResult());
        return rows;
    }

    static int Rows(string text)
    {
        var first = text.Split('\n')[0];
        var delimiter = "\t,;".MaxBy(d => first.Split(d).Length);
        using var csv = CsvReader.FromText(text.TrimStart('\uFEFF'), CsvReaderOptions.Default with { Separator = delimiter, HasHeader = false });
        var rows = -1;
        while (csv.Read())
            if (Enumerable.Range(0, csv.FieldCount).Any(i => !string.IsNullOrWhiteSpace(csv.GetString(i)))) rows++;
        return rows;
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace ReviewKit.Formats;

/// <summary>An Excel workbook (.xlsx) of one sheet, every cell a typed text or number, so that no cell can run as a formula.</summary>
/// <remarks>Written by hand because a package that does it stamps the time into the file, and equal rows must give equal bytes.</remarks>
public static partial class Sheet
{
    // Of Excel; the first row is the header.
    const int MostRows = 1_048_576;

    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Packages = "http://schemas.openxmlformats.org/package/2006";

    static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static readonly (string Path, string Xml)[] Frame =
    [
        ("[Content_Types].xml", $"""
            <Types xmlns="{Packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """),
        ("_rels/.rels", $"""<Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relation}"><sheets><sheet name="NAME" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relation}/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
            <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>
            <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>
            """),
    ];

    /// <param name="stream">Stays open.</param>
    /// <param name="name">Of the sheet; letters only.</param>
    /// <param name="header">The first row; it stays in view.</param>
    /// <param name="rows">A value for every column, null for an empty cell; read once, one after the other.</param>
    /// <param name="numbers">Columns (0-based) whose whole numbers are written as numbers.</param>
    /// <exception cref="ReviewKitException">More rows than a sheet holds.</exception>
    public static void Write(Stream stream, string name, IReadOnlyList<string> header, IEnumerable<IEnumerable<string?>> rows, HashSet<int> numbers)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, xml) in Frame)
        {
            using var part = Open(zip, path);
            part.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{"\n"}{xml.Replace("NAME", name, StringComparison.Ordinal)}"""));
        }
        using var sheet = Open(zip, "xl/worksheets/sheet1.xml");
        using var cells = XmlWriter.Create(sheet, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None });
        cells.WriteStartElement("worksheet", Main);
        // The header stays in view.
        cells.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        cells.WriteStartElement("sheetData", Main);
        Row(cells, header, numbers, 1);
        var row = 1;
        foreach (var values in rows)
        {
            if (++row > MostRows) throw new ReviewKitException("a sheet of Excel holds 1,048,575 records and there are more: write CSV instead (--to csv)", "Excel 工作表最多容纳 1,048,575 条记录，此处超出：请改写 CSV（--to csv）");
            Row(cells, values, numbers, row);
        }
        cells.WriteEndElement();
        cells.WriteEndElement();
    }

    static Stream Open(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }

    static void Row(XmlWriter cells, IEnumerable<string?> values, HashSet<int> numbers, int row)
    {
        cells.WriteStartElement("row", Main);
        cells.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
        var column = -1;
        foreach (var value in values)
        {
            column++;
            if (string.IsNullOrEmpty(value)) continue;
            cells.WriteStartElement("c", Main);
            cells.WriteAttributeString("r", Name(column) + row.ToString(CultureInfo.InvariantCulture));
            if (row == 1) cells.WriteAttributeString("s", "1");
            if (row > 1 && numbers.Contains(column) && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)) cells.WriteElementString("v", Main, value);
            else Text(cells, value);
            cells.WriteEndElement();
        }
        cells.WriteEndElement();
    }

    static void Text(XmlWriter cells, string value)
    {
        cells.WriteAttributeString("t", "inlineStr");
        cells.WriteStartElement("is", Main);
        cells.WriteStartElement("t", Main);
        cells.WriteAttributeString("xml", "space", null, "preserve");
        // Excel reads _x000D_ in a text as the character of that number.
        cells.WriteString(Escape().Replace(value, "_x005F$0"));
        cells.WriteEndElement();
        cells.WriteEndElement();
    }

    static string Name(int column) => column < 26 ? ((char)('A' + column)).ToString() : Name(column / 26 - 1) + (char)('A' + column % 26);

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}

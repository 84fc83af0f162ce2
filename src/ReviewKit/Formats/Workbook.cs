using System.IO.Compression;

namespace ReviewKit.Formats;

/// <summary>Excel files: every sheet with a header that is understood, .xlsx and the .xls of 1997.</summary>
static class Workbook
{
    // The shared strings are held in memory as a whole; sheets are streamed.
    const long MostUnpacked = 1L << 30;
    const long MostSharedStrings = 128 << 20;
    const long Unsuspicious = 64 << 20;
    const int HighestRatio = 200;
    const int LongestCell = 32_767;
    const int MostNotes = 20;

    /// <summary>True for the container of .xls files, which Word files of 1997 have too.</summary>
    public static bool IsOle(ReadOnlySpan<byte> head) => head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]);

    public static IEnumerable<Item> Read(Reading reading)
    {
        using var rows = WorkbookRows.Open(reading.Bytes, reading.File);
        do
        {
            var sections = new TableSections(reading) { Sheet = rows.Sheets > 1 ? rows.Sheet : null };
            // What stands above a header is told; a sheet of codes or notes as a whole is told once.
            var above = new List<Item>();
            var before = 0;
            while (rows.Read() is { } cells)
            {
                if (cells.FindIndex(cell => cell.Length >= LongestCell) is >= 0 and var cut)
                    yield return reading.Problem(rows.Row, $"column {cut + 1} has {LongestCell} characters, the most that Excel holds: the end of the text may be missing",
                        $"第 {cut + 1} 列有 {LongestCell} 个字符，为 Excel 单元格上限，文字末尾可能缺失");
                var items = sections.Take(cells, rows.Row, 0, 0);
                if (!sections.IsBegun)
                {
                    if (before++ < MostNotes) above.AddRange(items);
                    continue;
                }
                foreach (var item in above) yield return item;
                above.Clear();
                foreach (var item in items) yield return item;
            }
            if (rows.Trouble is { } trouble) yield return reading.Damaged(rows.Row, trouble.En, trouble.Zh);
            if (!sections.IsBegun && before > 0)
                yield return reading.Problem(0, $"sheet \"{rows.Sheet}\" has no row that names a title or an abstract: its {before} rows are no records",
                    $"工作表“{rows.Sheet}”没有任何一行给出题名或摘要的列名，其中 {before} 行未作为记录读取");
        } while (rows.NextSheet());
        if (rows.Trouble is { } last) yield return reading.Damaged(0, last.En, last.Zh);
    }

    /// <exception cref="ReviewKitException">The file unpacks to more than a workbook of exports has.</exception>
    public static void CheckSize(Stream stream, string name)
    {
        stream.Position = 0;
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        // The declared lengths bind: unpacking stops there.
        var unpacked = archive.Entries.Sum(entry => entry.Length);
        var strings = archive.Entries.Where(entry => entry.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)).Sum(entry => entry.Length);
        if (unpacked > MostUnpacked || strings > MostSharedStrings || (unpacked > Unsuspicious && unpacked / HighestRatio > stream.Length))
            throw new ReviewKitException($"{name} unpacks to {unpacked >> 20} MB, which no workbook of exports does; save its sheet as CSV",
                $"{name} 解压后达 {unpacked >> 20} MB，不像导出的工作簿；请将工作表另存为 CSV");
        stream.Position = 0;
    }
}

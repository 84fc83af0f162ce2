using System.Globalization;
using System.Text;

namespace ReviewKit.Tests.Screening;

/// <summary>Writes PDF files of a few lines, by the bytes of the format (ISO 32000), so that what is read is known: Latin text in Helvetica, Chinese in a font of two-byte codes with a table of what they mean.</summary>
static class SmallPdf
{
    /// <param name="pages">Lines of each page.</param>
    /// <param name="trailer">More of the trailer, such as /Encrypt.</param>
    public static byte[] Of(IReadOnlyList<IReadOnlyList<string>> pages, string trailer = "")
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', Enumerable.Range(0, pages.Count).Select(i => $"{7 + 2 * i} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>",
            Stream(Meanings(pages.SelectMany(lines => lines).SelectMany(line => line).Where(c => c > 255).Distinct().Order())),
        };
        for (var i = 0; i < pages.Count; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {8 + 2 * i} 0 R >>");
            objects.Add(Stream(string.Concat(pages[i].Select((line, at) => $"BT /{(line.Any(c => c > 255) ? "F2" : "F1")} 11 Tf 1 0 0 1 60 {780 - 16 * at} Tm {Shown(line)} Tj ET\n"))));
        }
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) text.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    // Two-byte codes are the characters themselves.
    static string Shown(string line) => line.Any(c => c > 255)
        ? $"<{string.Concat(line.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)))}>"
        : $"({line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)})";

    static string Meanings(IEnumerable<char> characters)
    {
        var all = characters.ToList();
        var lines = all.Chunk(100).Select(chunk => $"{chunk.Length} beginbfchar\n{string.Concat(chunk.Select(c => $"<{(int)c:X4}> <{(int)c:X4}>\n"))}endbfchar\n");
        return $"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Own def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{string.Concat(lines)}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend";
    }
}

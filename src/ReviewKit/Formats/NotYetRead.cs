using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Layouts that are recognised but not read: better a clear answer than half a file.</summary>
static partial class NotYetRead
{
    static readonly (Func<Head, bool> Recognises, Message Title)[] Texts =
    [
        (h => XmlStart().IsMatch(h.First), new("XML", "XML")),
        (h => JsonStart().IsMatch(h.First + (h.Lines.Count > 1 ? h.Lines[1].TrimStart() : "")), new("JSON", "JSON")),
    ];

    static readonly (byte[] Beginning, Message Title)[] Binaries =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], new("Excel 97 (.xls)", "Excel 97（.xls）")),
        ([0x1F, 0x8B], new("a gzip file", "gzip 压缩文件")),
        ("%PDF"u8.ToArray(), new("a PDF", "PDF 文件")),
        ("SQLite format 3"u8.ToArray(), new("a SQLite database", "SQLite 数据库")),
        ("7z"u8.ToArray(), new("a 7z archive", "7z 压缩文件")),
        ("Rar!"u8.ToArray(), new("a RAR archive", "RAR 压缩文件")),
    ];

    /// <summary>What a file of bytes is, by its beginning; null when it is text or unknown.</summary>
    public static Message? OfBytes(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8))
            return head.IndexOf("xl/"u8) >= 0 || head.IndexOf("[Content_Types].xml"u8) >= 0 ? new Message("Excel (.xlsx)", "Excel（.xlsx）") : new Message("a zip archive", "zip 压缩文件");
        foreach (var (beginning, title) in Binaries)
            if (head.StartsWith(beginning)) return title;
        return null;
    }

    public static Message? OfText(Head head)
    {
        foreach (var (recognises, title) in Texts)
            if (recognises(head)) return title;
        return null;
    }

    [GeneratedRegex(@"^<(?:\?xml|[A-Za-z][\w:.-]*[\s>])")]
    private static partial Regex XmlStart();

    [GeneratedRegex(@"^(?:\[\s*(?:\{|$)|\{\s*(?:""|$))")]
    private static partial Regex JsonStart();
}

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
        ([0x1F, 0x8B], new("a gzip file inside another", "双重 gzip 压缩的文件")),
        ("%PDF"u8.ToArray(), new("a PDF", "PDF 文件")),
        ("SQLite format 3"u8.ToArray(), new("a SQLite database", "SQLite 数据库")),
        ("7z"u8.ToArray(), new("a 7z archive", "7z 压缩文件")),
        ("Rar!"u8.ToArray(), new("a RAR archive", "RAR 压缩文件")),
    ];

    /// <summary>What a file of bytes is, by its beginning; null when it is text or unknown.</summary>
    public static Message? OfBytes(ReadOnlySpan<byte> head)
    {
        if (head.Length > 262 && head[257..].StartsWith("ustar"u8)) return new Message("a tar archive", "tar 压缩文件");
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

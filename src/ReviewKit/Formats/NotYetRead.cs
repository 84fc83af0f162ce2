using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Layouts that are recognised but not read: better a clear answer than half a file.</summary>
static partial class NotYetRead
{
    static readonly (Func<Head, bool> Recognises, Message Title)[] Texts =
    [
        (h => h.Any(l => l.Contains("<CNKINOTE", StringComparison.OrdinalIgnoreCase)), new("CNKI E-Study XML (.es5, .eln)", "知网 E-Study XML（.es5、.eln）")),
        (h => h.Any(l => l.Contains("<PubmedArticleSet", StringComparison.Ordinal)), new("PubMed XML", "PubMed XML")),
        (h => h.Any(l => l.Contains("<xml><records>", StringComparison.Ordinal) || l.Contains("<ref-type", StringComparison.Ordinal)), new("EndNote XML", "EndNote XML")),
        (h => h.Any(l => l.Contains("<Bibliographies>", StringComparison.Ordinal)), new("NoteFirst XML", "NoteFirst XML")),
        (h => h.Any(l => l.Contains("<ResourceList", StringComparison.Ordinal)), new("Wanfang or VIP XML", "万方、维普 XML")),
        (h => h.Any(l => l.Contains("<rdf:RDF", StringComparison.Ordinal)), new("Zotero RDF", "Zotero RDF")),
        (h => XmlStart().IsMatch(h.First), new("XML", "XML")),
        (h => JsonStart().IsMatch(h.First + (h.Lines.Count > 1 ? h.Lines[1].TrimStart() : "")), new("JSON", "JSON")),
        (h => h.First.Contains("南京大学中国社会科学研究评价中心", StringComparison.Ordinal) || h.Starts("【来源篇名】"), new("CSSCI text", "CSSCI 文本")),
        (h => h.First == "Scopus" && h.Lines.Count > 1 && h.Lines[1].StartsWith("EXPORT DATE", StringComparison.Ordinal), new("Scopus plain text", "Scopus 纯文本")),
        (h => h.First.StartsWith("Record #", StringComparison.Ordinal), new("Cochrane text", "Cochrane 文本")),
        (h => OvidStart().IsMatch(h.First), new("Ovid text", "Ovid 文本")),
        (h => h.Lines.Count(l => ReferenceStart().IsMatch(l)) is > 0 and var n && n * 3 >= h.Lines.Count, new("a list of references (GB/T 7714)", "参考文献列表（GB/T 7714）")),
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

    [GeneratedRegex(@"^<\d+\. >")]
    private static partial Regex OvidStart();

    [GeneratedRegex(@"^\s*\[\d+\]\s*\S")]
    private static partial Regex ReferenceStart();
}

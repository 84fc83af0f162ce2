using System.Text;
using ReviewKit.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace ReviewKit.Screening;

/// <summary>The text in a file that someone attached: whatever is in it, the answer is a text or why there is none.</summary>
static class DocumentText
{
    const long MostBytes = 300_000_000;
    const int MostPages = 3_000;

    // Fewer letters on a page than this is a number or a running head on a picture.
    const int FewestLetters = 20;

    static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static (int Pages, string? Text, Message? WhyNot) Of(string path)
    {
        var head = new byte[1024];
        using (var stream = File.OpenRead(path)) head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.AsSpan().IndexOf("%PDF-"u8) >= 0) return new FileInfo(path).Length > MostBytes ? (0, null, new("it is larger than 300 MB and was not read", "文件大于 300 MB，未读取")) : Pdf(path);
        if (head.AsSpan() is var start && (start.StartsWith("CAJ"u8) || start.StartsWith("KDH"u8) || start.StartsWith("HN"u8)))
            return (0, null, new("a CAJ file of CNKI: save it as PDF with CAJViewer to have its text", "知网 CAJ 文件：请用 CAJViewer 另存为 PDF 以提取文字"));
        return Path.GetExtension(path).ToLowerInvariant() is ".txt" or ".md" ? Plain(path) : (0, null, new("no PDF and no plain text", "既不是 PDF 也不是纯文本"));
    }

    static (int, string?, Message?) Plain(string path)
    {
        try
        {
            return (1, TextFile.Read(path, Path.GetFileName(path)), null);
        }
        catch (ReviewKitException unreadable)
        {
            return (0, null, unreadable.Said);
        }
    }

    /// <summary>On a thread of its own: a file made so can nest deeply or never end, and neither may take the program with it.</summary>
    static (int, string?, Message?) Pdf(string path)
    {
        // Not disposed of: a reader that is given up may still look at it.
        var ends = new CancellationTokenSource();
        var token = ends.Token;
        (int, string?, Message?)? read = null;
        var thread = new Thread(() => read = Read(path, token), maxStackSize: 256 << 20) { IsBackground = true };
        thread.Start();
        if (thread.Join(Longest)) return read!.Value;
        ends.Cancel();
        return (0, null, new($"reading it takes longer than {Longest.TotalSeconds} s", $"读取超过 {Longest.TotalSeconds} 秒"));
    }

    static (int, string?, Message?) Read(string path, CancellationToken token)
    {
        var pages = 0;
        try
        {
            using var document = PdfDocument.Open(path, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            pages = document.NumberOfPages;
            var text = new StringBuilder();
            for (var number = 1; number <= Math.Min(pages, MostPages) && !token.IsCancellationRequested; number++)
            {
                if (number > 1) text.Append('\f');
                text.Append(ContentOrderTextExtractor.GetText(document.GetPage(number)));
            }
            var letters = text.ToString().Count(char.IsLetterOrDigit);
            return letters < FewestLetters * Math.Max(1, Math.Min(pages, 3))
                ? (pages, null, new($"{pages} pages without text, as of a scan: an OCR program can add it", $"{pages} 页没有文字（扫描件）：可用 OCR 软件识别"))
                : (pages, text.ToString(), null);
        }
        catch (PdfDocumentEncryptedException)
        {
            return (pages, null, new("it is encrypted and wants a password", "文件已加密，需要密码"));
        }
        // The library meets damage with exceptions of many kinds; all of them mean the same to the reader of the review.
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            return (pages, null, new($"damaged: {damaged.Message.Split('\n')[0].Trim()}", $"文件已损坏：{damaged.Message.Split('\n')[0].Trim()}"));
        }
    }
}

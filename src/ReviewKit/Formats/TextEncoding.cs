using System.Text;

namespace ReviewKit.Formats;

/// <summary>How the bytes of a file become text.</summary>
/// <param name="Name">As it is stored with the records: utf-8, gb18030, windows-1252, utf-16le, utf-16be, binary.</param>
/// <param name="Decoder">Puts U+FFFD where the bytes mean nothing.</param>
/// <param name="Preamble">Bytes of the byte order mark, 0 without one.</param>
/// <param name="Unit">Bytes of one code unit: 2 for UTF-16, else 1.</param>
sealed record TextEncoding(string Name, Encoding Decoder, int Preamble = 0, int Unit = 1)
{
    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TextEncoding Utf8(int preamble) => new("utf-8", new UTF8Encoding(false, false), preamble);

    public static TextEncoding Utf16(bool bigEndian, int preamble) =>
        new(bigEndian ? "utf-16be" : "utf-16le", new UnicodeEncoding(bigEndian, false, false), preamble, 2);

    // Files that declare gb2312 hold GBK characters, and GB18030 contains both.
    public static TextEncoding Gb18030() => new("gb18030", CodePage("gb18030"));

    public static TextEncoding Western() => new("windows-1252", CodePage("windows-1252"));

    /// <summary>Of workbooks, which say themselves how their text is written; also makes the code pages of old ones known.</summary>
    public static TextEncoding Binary() => new("binary", Encoding.Latin1);

    static Encoding CodePage(string name) =>
        Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
}

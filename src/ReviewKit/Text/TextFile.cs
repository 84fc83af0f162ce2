using System.Text;

namespace ReviewKit.Text;

/// <summary>Small text files that people write or save from a spreadsheet: review.yaml, queries, decisions.</summary>
public static class TextFile
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file in UTF-8, UTF-16 with a mark, or GB18030, which is what a Chinese Excel saves a CSV in.</summary>
    /// <exception cref="ReviewKitException">It is not there, or in none of these encodings.</exception>
    public static string Read(string path, string name)
    {
        if (!File.Exists(path)) throw new ReviewKitException($"{name} is not there", $"找不到 {name}");
        return Decode(File.ReadAllBytes(path), name);
    }

    /// <summary>The same for what comes from elsewhere than a file.</summary>
    /// <exception cref="ReviewKitException">It is in none of these encodings.</exception>
    public static string Decode(byte[] bytes, string name)
    {
        if (bytes is [0xff, 0xfe, ..]) return Encoding.Unicode.GetString(bytes.AsSpan(2));
        if (bytes is [0xfe, 0xff, ..]) return Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2));
        try
        {
            return Strict.GetString(bytes is [0xef, 0xbb, 0xbf, ..] ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var gb18030 = Encoding.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            try
            {
                return gb18030.GetString(bytes);
            }
            catch (DecoderFallbackException neither)
            {
                throw new ReviewKitException(new Message($"{name} is neither UTF-8 nor GB18030 text: save it as UTF-8", $"{name} 既不是 UTF-8 也不是 GB18030 文本：请另存为 UTF-8"), neither);
            }
        }
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using ReviewKit.Text;

namespace ReviewKit.Prisma.Narrative;

/// <summary>A sentence of a manuscript.</summary>
/// <param name="Line">Of the file, from 1; in a word-processor file the paragraph.</param>
/// <param name="Text">As written, white space single.</param>
/// <param name="Plain">For matching: lower case, half-width, simplified; character by character, so that positions are those of <paramref name="Text"/>.</param>
sealed record Sentence(int Line, string Text, string Plain)
{
    public static Sentence Of(int line, string text) => new(line, text, string.Create(text.Length, text, (plain, from) =>
    {
        for (var i = 0; i < plain.Length; i++) plain[i] = Folded(from[i]);
    }));

    static char Folded(char c) => c switch
    {
        >= '\uff01' and <= '\uff5e' => char.ToLowerInvariant((char)(c - 0xfee0)),
        '\u3000' or '\u00a0' or '\u2009' or '\u202f' => ' ',
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        '\u2018' or '\u2019' => '\'',
        '\u201c' or '\u201d' => '"',
        _ => Traditional.ToSimplified(char.ToLowerInvariant(c)),
    };
}

/// <summary>Manuscripts as sentences: plain text, Markdown, and the .docx of word processors.</summary>
static partial class Prose
{
    // A manuscript of 100 pages is a tenth of this.
    const int Most = 20_000_000;

    // After these a full stop ends no sentence.
    static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
        { "al", "e.g", "i.e", "fig", "figs", "vs", "no", "nos", "approx", "ca", "cf", "dr", "prof", "vol", "p", "pp", "eq", "sect", "ch", "incl", "resp", "etc", "st", "ref", "refs" };

    public static IReadOnlyList<Sentence> Read(string path, string name)
    {
        if (!path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)) return Of(TextFile.Read(path, name));
        if (!File.Exists(path)) throw new ReviewKitException($"{name} is not there", $"找不到 {name}");
        return [.. Paragraphs(path, name).SelectMany((paragraph, i) => Of(paragraph).Select(sentence => sentence with { Line = i + 1 }))];
    }

    public static IReadOnlyList<Sentence> Of(string text)
    {
        var sentences = new List<Sentence>();
        foreach (var (start, block) in Pieces(text, BlockEnd()))
            foreach (var (offset, piece) in Pieces(block, SentenceEnd()))
            {
                var said = Blank().Replace(BreakInHan().Replace(piece, ""), " ").Trim();
                if (said.Length == 0) continue;
                var lead = piece.Length - piece.TrimStart().Length;
                sentences.Add(Sentence.Of(1 + text.AsSpan(0, start + offset + lead).Count('\n'), said));
            }
        return sentences;
    }

    static IEnumerable<(int Start, string Text)> Pieces(string text, Regex end)
    {
        var start = 0;
        foreach (Match match in end.Matches(text))
        {
            if (match.Value.StartsWith('.') && IsAbbreviation(text, match.Index)) continue;
            yield return (start, text[start..(match.Index + match.Length)]);
            start = match.Index + match.Length;
        }
        if (start < text.Length) yield return (start, text[start..]);
    }

    static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] == '.')) start--;
        var word = text[start..dot];
        return Abbreviations.Contains(word) || (word.Length == 1 && char.IsAsciiLetterUpper(word[0]));
    }

    static List<string> Paragraphs(string path, string name)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (zip.GetEntry("word/document.xml") is not { Length: < Most } entry)
                throw new ReviewKitException($"{name} is no .docx with a text in it; save it as .docx or .txt", $"{name} 不是含有正文的 .docx；请另存为 .docx 或 .txt");
            using var xml = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return [.. Paragraphs(xml)];
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or UnauthorizedAccessException)
        {
            throw new ReviewKitException(new Message($"{name} cannot be read as .docx: {e.Message}", $"{name} 无法作为 .docx 读取：{e.Message}"), e);
        }
    }

    static List<string> Paragraphs(XmlReader xml)
    {
        var paragraphs = new List<string>();
        var text = new StringBuilder();
        var isText = false;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element) isText = xml.LocalName == "t" && !xml.IsEmptyElement;
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "tab" or "br") text.Append(' ');
            if (isText && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(isText ? xml.Value : "");
            if (xml is not { NodeType: XmlNodeType.EndElement, LocalName: "p" or "t" }) continue;
            isText = false;
            if (xml.LocalName == "t") continue;
            paragraphs.Add(text.ToString());
            text.Clear();
        }
        return paragraphs;
    }

    // A blank line, or a line that begins a heading, an item of a list or a row of a table.
    [GeneratedRegex(@"\r?\n[ \t]*\r?\n|\r?\n(?=[ \t]*(?:[-*+•·#|]|\d{1,2}[.)、）][^\d]|[（(]\d{1,2}[)）]|[一二三四五六七八九十]、))")]
    private static partial Regex BlockEnd();

    [GeneratedRegex("[。！？!?]+[\"”』」’）)]*|\\.[\"”’)]*(?=\\s+[\"“‘(（]?[\\p{Lu}0-9\\u4e00-\\u9fff]|\\s*$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])[ \t]*\r?\n[ \t]*(?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef0-9])")]
    private static partial Regex BreakInHan();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}

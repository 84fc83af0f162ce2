using System.Net;
using System.Text.RegularExpressions;

namespace ReviewKit.Enrichment;

/// <summary>Texts of interfaces without their tags: JATS in Crossref, HTML in Europe PMC and DataCite.</summary>
static partial class Markup
{
    // Crossref heads abstracts with the word itself.
    static readonly string[] Heads = ["Abstract", "ABSTRACT", "Summary", "摘要"];

    /// <summary>Null for what is empty without its tags.</summary>
    public static string? Plain(string? text)
    {
        if (text is null) return null;
        if (text.Contains('<', StringComparison.Ordinal)) text = Tag().Replace(Block().Replace(text, "\n"), "");
        text = string.Join('\n', WebUtility.HtmlDecode(text).Split('\n').Select(line => Blanks().Replace(line, " ").Trim()).Where(line => line.Length > 0));
        foreach (var head in Heads)
            if (text.StartsWith(head + "\n", StringComparison.Ordinal)) text = text[(head.Length + 1)..];
        return text.Length == 0 ? null : text;
    }

    [GeneratedRegex(@"</?(?:jats:)?(?:p|title|sec|h\d|br|div|list|list-item)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    // Not every < opens a tag: "p < .05".
    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9:]*(?:\s[^<>]*)?/?>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t\r\u00a0]+")]
    private static partial Regex Blanks();
}

using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>The text formats that are no RIS, BibTeX or table: each of one database, or a list meant for people.</summary>
static partial class PlainFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        Tagged("cssci", "CSSCI text", "CSSCI 文本", CssciTable.Syntax, CssciTable.Table, head => head.Starts("【来源篇名】")),
        new("scopus-text", new Message("Scopus plain text", "Scopus 纯文本"), [".txt"])
        {
            Recognises = head => head.Any(l => l.StartsWith("SOURCE: Scopus", StringComparison.Ordinal)) && head.Any(l => ScopusPlace().IsMatch(l)),
            Reader = ScopusText.Read,
        },
        Tagged("cochrane", "Cochrane Library text", "Cochrane 图书馆文本", CochraneTable.Syntax, CochraneTable.Table,
            head => head.Any(l => CochraneStart().IsMatch(l)) && (head.Starts("TI: ") || head.Starts("AU: "))),
        Tagged("ovid", "Ovid text", "Ovid 文本", OvidTable.Syntax, OvidTable.Table, head => head.Any(l => OvidStart().IsMatch(l)) && head.Any(l => OvidField().IsMatch(l))),
    ];

    /// <summary>Tried last: a numbered line alone says little.</summary>
    public static Format References { get; } =
        new("gbt7714", new Message("a list of references (GB/T 7714)", "参考文献列表（GB/T 7714）"), [".txt"]) { Recognises = ReferenceList.Recognises, Reader = ReferenceList.Read };

    static Format Tagged(string name, string en, string zh, TagSyntax syntax, TagTable table, Func<Head, bool> recognises) =>
        new(name, new Message(en, zh), [".txt"]) { Recognises = recognises, Reader = reading => TaggedLines.Read(reading, syntax, table) };

    [GeneratedRegex(@"^\((?:1[5-9]|20)\d\d\) ")]
    private static partial Regex ScopusPlace();

    [GeneratedRegex(@"^Record #\d+ of \d+")]
    private static partial Regex CochraneStart();

    [GeneratedRegex(@"^<\d+\s*\.?\s*>\s*$")]
    private static partial Regex OvidStart();

    [GeneratedRegex(@"^(?:(?:TI|SO|AU|AN)\s{0,2}- |(?:Title|Source|Unique Identifier)\s*$)")]
    private static partial Regex OvidField();
}

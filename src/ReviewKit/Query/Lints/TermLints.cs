using System.Text.RegularExpressions;
using ReviewKit.Query.Dialects;
using ReviewKit.Text;

namespace ReviewKit.Query.Lints;

/// <summary>What can be seen in the single terms of a strategy on its platform.</summary>
static partial class TermLints
{
    static readonly Dictionary<string, Message> WithoutField = new()
    {
        ["wos"] = new("no field: Web of Science searches all fields, affiliations and addresses among them; write TS= or TI=, AB=, AK=", "没有字段：Web of Science 检索全部字段（含机构和地址）；请写 TS= 或 TI=、AB=、AK="),
        ["scopus"] = new("no field: Scopus searches everything, references among it; write TITLE-ABS-KEY( )", "没有字段：Scopus 检索全部内容（含参考文献）；请写 TITLE-ABS-KEY( )"),
        ["pubmed"] = new("no field: PubMed maps the term to headings and other words of its own choice; write [tiab] or another tag", "没有字段：PubMed 会自动映射到主题词等；请写 [tiab] 等标记"),
        ["cnki"] = new("no field: CNKI's professional search needs one, as TKA = or TI =", "没有字段：知网专业检索必须有字段，如 TKA = 或 TI ="),
        ["wanfang"] = new("no field: Wanfang searches everything; write 题名:, 摘要: or 关键词:", "没有字段：万方检索全部内容；请写 题名:、摘要: 或 关键词:"),
    };

    /// <summary>Words so common that a search which looks for them anywhere in the text finds nearly everything.</summary>
    public static readonly HashSet<string> Common = ["安全", "生活", "教育", "环境", "经济", "发展", "研究", "社会", "管理", "技术", "系统", "服务", "建设", "问题", "影响", "分析", "方法", "城市", "文化", "政策", "通知", "声明", "健康"];

    public static IEnumerable<Diagnostic> Of(Expression tree, Dialect dialect)
    {
        var keywordsPlusSaid = false;
        foreach (var term in StrategyLints.Leaves(tree).OfType<SearchTerm>())
        {
            foreach (var one in Field(term, dialect).Concat(Wildcard(term, dialect)).Concat(Han(term, dialect)).Concat(Identifier(term))) yield return one;
            if (keywordsPlusSaid || (term.Fields & SearchFields.KeywordsPlus) == 0) continue;
            keywordsPlusSaid = true;
            yield return new("Q-W-KEYWORDS-PLUS", term.At, new("TS also searches Keywords Plus: a record may be found in no tracked field", "TS 还检索 Keywords Plus：命中处可能不在题名、摘要和作者关键词中"));
        }
    }

    static IEnumerable<Diagnostic> Field(SearchTerm term, Dialect dialect)
    {
        if (term is { Fields: SearchFields.None, OwnField: null } && WithoutField.TryGetValue(dialect.Name, out var said))
            yield return new("Q-W-NO-FIELD", term.At, said);
        if (term.Form == TermForm.Bare && dialect.Name == "wanfang")
            yield return new("Q-W-UNQUOTED", term.At, new($"{term.Text} without double quotes is split into words (fuzzy)", $"{term.Text} 未加双引号，会被拆分（模糊检索）"), new Fix(term.At, $"\"{term.Text}\""));
        if (term.Form == TermForm.Bare && dialect.Name == "wanfang" && term.Text.AsSpan().ContainsAny("*+^"))
            yield return new("Q-W-OLD-SIGN", term.At, new($"{term.Text}: Wanfang used to read *, + and ^ as operators; today they are text: write and, or, not", $"{term.Text}：万方过去把 *、+、^ 当作运算符，现在按普通字符处理；请写 and、or、not"));
        if (term is { Form: TermForm.Bare, IsOneWord: false } && dialect.Name is "wos" or "scopus" or "ieee" or "embase")
            yield return new("Q-I-WORDS", term.At, new($"{term.Text} without quotes is every one of its words anywhere in the field, not the phrase", $"{term.Text} 未加引号，表示各词同时出现，而非短语"));
    }

    static IEnumerable<Diagnostic> Wildcard(SearchTerm term, Dialect dialect)
    {
        var text = term.Text;
        if (!text.AsSpan().ContainsAny("*?$#%")) yield break;
        if (dialect.Wildcards.Count == 0)
        {
            if (text.Contains('*', StringComparison.Ordinal) || text.Contains('?', StringComparison.Ordinal))
                yield return new("Q-E-WILDCARD", term.At, new($"{text}: {dialect.Title.En} has no wildcards; the sign is searched as it stands", $"{text}：{dialect.Title.Zh}没有通配符；该符号会按原样检索"));
            yield break;
        }
        if (term.Pieces.All(piece => piece.Wild != ReviewKit.Query.Wildcard.None || string.IsNullOrWhiteSpace(piece.Text)))
        {
            yield return new("Q-E-WILDCARD-ALONE", term.At, new($"{text} has no letters: it stands for everything", $"{text} 没有字母：等于检索全部"));
            yield break;
        }
        if (term.Form != TermForm.Bare && !dialect.WildcardsInQuotes && text.AsSpan().ContainsAny("*?"))
            yield return new(term.Form == TermForm.Exact || dialect.Quote == '\'' ? "Q-E-WILDCARD-QUOTED" : "Q-W-WILDCARD-QUOTED", term.At, new($"{text}: a wildcard inside these marks is not a wildcard in {dialect.Title.En}", $"{text}：{dialect.Title.Zh}中这种标记内的通配符不起作用"));
        foreach (var one in Stems(term, dialect)) yield return one;
    }

    /// <summary>Wildcards with too few letters beside them, or side by side.</summary>
    public static IEnumerable<Diagnostic> Stems(SearchTerm term, Dialect dialect)
    {
        for (var i = 0; i + 1 < term.Pieces.Count && dialect.Name == "ebsco"; i++)
            if (term.Pieces[i].Wild != ReviewKit.Query.Wildcard.None && term.Pieces[i + 1].Wild == ReviewKit.Query.Wildcard.Any)
            {
                yield return new("Q-W-WILDCARD", term.At, new($"{term.Text}: a * right after another wildcard is not taken by EBSCOhost", $"{term.Text}：EBSCOhost 不接受紧跟在另一通配符之后的 *"));
                break;
            }
        if (dialect.MinStem == 0) yield break;
        foreach (var word in term.Text.Split(' '))
        {
            var at = word.IndexOfAny(dialect.Name == "pubmed" ? ['*'] : ['*', '?', '$']);
            if (at < 0) continue;
            var (before, after) = (word[..at].Count(char.IsLetterOrDigit), word[(at + 1)..].Count(char.IsLetterOrDigit));
            // A wildcard at the very front needs letters behind it instead.
            if (at > 0 && dialect.Name == "wos" && !char.IsLetterOrDigit(word[at - 1]))
                yield return new("Q-W-WILDCARD", term.At, new($"{word}: Web of Science takes no wildcard right after a sign", $"{word}：Web of Science 不接受紧跟在符号后的通配符"));
            if ((at > 0 && before < dialect.MinStem && word[at] == '*') || (at == 0 && after < dialect.MinStem))
                yield return new("Q-E-STEM", term.At, new($"{word}: {dialect.Title.En} wants {dialect.MinStem} letters beside the wildcard", $"{word}：{dialect.Title.Zh}要求通配符旁至少有 {dialect.MinStem} 个字符"));
        }
    }

    static IEnumerable<Diagnostic> Han(SearchTerm term, Dialect dialect)
    {
        if (dialect.Language != "zh" || !Fold.HasHan(term.Text) || (term.Fields & (SearchFields.Title | SearchFields.Abstract | SearchFields.FullText | SearchFields.Topic | SearchFields.AllFields)) == 0) yield break;
        if (term.Text.Trim().Length == 1 || Common.Contains(term.Text))
            yield return new("Q-W-COMMON", term.At, TooCommon(term.Text));
    }

    public static Message TooCommon(string text) => text.Length == 1
        ? new($"{text} is one character: it is found inside many other words", $"{text} 只有一个字：会命中许多含此字的词")
        : new($"{text} is so common that it is found in much that is not meant", $"{text} 过于常见，会命中大量无关内容");

    static IEnumerable<Diagnostic> Identifier(SearchTerm term)
    {
        var isBad = term.Fields switch
        {
            SearchFields.Doi => !DoiPattern().IsMatch(term.Text),
            SearchFields.Issn => !IssnPattern().IsMatch(term.Text),
            SearchFields.Isbn => !IsbnPattern().IsMatch(term.Text),
            SearchFields.Issn | SearchFields.Isbn => !IssnPattern().IsMatch(term.Text) && !IsbnPattern().IsMatch(term.Text),
            _ => false,
        };
        if (isBad && !term.HasWildcards)
            yield return new("Q-W-IDENTIFIER", term.At, new($"{term.Text} has not the form of a {(term.Fields == SearchFields.Doi ? "DOI" : "ISSN or ISBN")}", $"{term.Text} 不符合 {(term.Fields == SearchFields.Doi ? "DOI" : "ISSN 或 ISBN")} 的格式"));
    }

    [GeneratedRegex(@"^10\.\d{4,9}/\S+$")]
    private static partial Regex DoiPattern();

    [GeneratedRegex(@"^\d{4}-?\d{3}[\dXx]$")]
    private static partial Regex IssnPattern();

    [GeneratedRegex(@"^(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]$")]
    private static partial Regex IsbnPattern();
}

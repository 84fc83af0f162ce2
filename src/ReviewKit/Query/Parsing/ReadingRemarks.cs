using ReviewKit.Query.Dialects;
using ReviewKit.Text;

namespace ReviewKit.Query.Parsing;

/// <summary>What is said of a strategy while it is read, all in one place so that it is said alike.</summary>
sealed class ReadingRemarks
{
    readonly List<Diagnostic> found = [];

    public IReadOnlyList<Diagnostic> InOrder => [.. found.Distinct().OrderBy(one => one.At.Start).ThenBy(one => one.At.Length).ThenBy(one => one.Code, StringComparer.Ordinal)];

    public void Add(string code, Span at, Message said, Fix? fix = null) => found.Add(new Diagnostic(code, at, said, fix));

    public void AddRange(IEnumerable<Diagnostic> more) => found.AddRange(more);

    public void FullWidth(char sign, int at, Dialect dialect)
    {
        if (dialect.Name == "any") return;
        var place = new Span(at, 1);
        var plain = (HalfWidth.IsQuote(sign) && dialect.NeedsHalfWidth ? dialect.Quote : HalfWidth.Of(sign)).ToString();
        if (dialect.NeedsHalfWidth)
            Add("Q-E-FULLWIDTH", place, new($"{sign} is a full-width or curved sign: {dialect.Title.En} takes only the half-width {plain}", $"{sign} 是全角或弯引号：{dialect.Title.Zh}只接受半角的 {plain}"), new Fix(place, plain));
        else if (!HalfWidth.IsQuote(sign))
            Add("Q-W-FULLWIDTH", place, new($"{sign} is a full-width sign; read as {plain}", $"{sign} 是全角符号，按 {plain} 处理"), new Fix(place, plain));
    }

    public void Quotes(string text, int open, int close, char quote, Dialect dialect)
    {
        if (dialect.Name == "any") return;
        foreach (var at in (int[])[open, close])
        {
            var place = new Span(at, 1);
            if (text[at] != dialect.Quote && HalfWidth.Of(text[at]) == text[at] && !(dialect.Quote == '\'' && quote == '"' && dialect.InnerSigns is null))
                Add("Q-W-QUOTES", place, new($"{text[at]} is not what {dialect.Title.En} takes as a quote; {dialect.Quote} is", $"{text[at]} 不是{dialect.Title.Zh}的引号，应为 {dialect.Quote}"), new Fix(place, dialect.Quote.ToString()));
            else if (HalfWidth.Of(text[at]) != text[at] && !dialect.NeedsHalfWidth)
                Add("Q-W-QUOTES", place, new($"{text[at]} is a curved or full-width quote; read as {quote}", $"{text[at]} 是弯引号或全角引号，按 {quote} 处理"), new Fix(place, quote.ToString()));
            else if (HalfWidth.Of(text[at]) != text[at] && at == close) FullWidth(text[at], at, dialect);
        }
    }

    public void Quote(Span at, char quote) =>
        Add("Q-E-QUOTE", at, new($"the quote {quote} is not closed", $"引号 {quote} 没有配对"));

    public void EmptyQuotes(Span at) => Add("Q-E-SEQUENCE", at, new("nothing stands between the quotes", "引号之间没有内容"));

    public void BracketsInQuotes(string content, Span at)
    {
        if (content.Count(c => c == '(') != content.Count(c => c == ')'))
            Add("Q-W-QUOTED-BRACKET", at, new("a bracket stands alone inside the quotes: is a quote missing or misplaced?", "引号内有不成对的括号：是否漏了引号或引号位置不对？"));
    }

    public void UnknownField(string written, Span at, Dialect dialect) =>
        Add("Q-E-FIELD", at, new($"{dialect.Title.En} has no field {written}", $"{dialect.Title.Zh}没有字段 {written}"));

    public void OldField(string written, string instead, Span at, Dialect dialect) =>
        Add("Q-W-FIELD-OLD", at, new($"{written} is not a field of {dialect.Title.En} (any more): {instead} is", $"{written} 不是{dialect.Title.Zh}（现行）的字段，应为 {instead}"));

    /// <summary>CNKI's own ways of matching, which surprise.</summary>
    public void Equality(string field, string written, Span at)
    {
        if (field.Equals("SU", StringComparison.OrdinalIgnoreCase))
            Add("Q-W-RELEVANCE", at, new("SU (主题) is ranked and widened with synonyms by CNKI: not one reproducible set; TKA = is", "SU（主题）按相关度检索并由知网扩展同义词，结果不可复现；TKA = 可以"));
        else if (field.Equals("KY", StringComparison.OrdinalIgnoreCase) && !written.Contains('%', StringComparison.Ordinal))
            Add("Q-W-EQUALITY", at, new("KY = wants the whole keyword to be equal; a keyword that contains the term is not found", "KY = 要求整个关键词相等；包含该词的关键词不会命中"));
    }

    public void Character(char sign, int at) =>
        Add("Q-W-CHARACTER", new Span(at, 1), new($"{sign} is no part of a search term; it was left out", $"{sign} 不是检索词的一部分，已略去"), new Fix(new Span(at, 1), ""));

    public void OperatorForm(string word, TokenKind kind, Span at, Dialect dialect)
    {
        var plain = kind switch { TokenKind.And => "AND", TokenKind.Or => "OR", _ => "NOT" };
        if (!char.IsLetter(word[0]))
        {
            if (dialect.Name is not "any") Add("Q-W-SIGN", at, new($"{word} is read as {plain}; write {plain}", $"{word} 按 {plain} 处理；请写作 {plain}"), new Fix(at, plain));
        }
        else if (!dialect.AnyCaseOperators && word != word.ToUpperInvariant())
            Add("Q-W-CASE", at, new($"{word} in small letters is easily taken for a word of the text; write {plain}", $"小写的 {word} 容易被当作检索词；请写作 {plain}"), new Fix(at, plain));
    }

    public void BareNot(Span at) =>
        Add("Q-E-NOT", at, new("Scopus has no NOT of its own: write AND NOT, at the end", "Scopus 没有单独的 NOT：请写 AND NOT，并放在最后"), new Fix(at, "AND NOT"));

    public void NearNumber(string word, Nearness near, Span at, Dialect dialect)
    {
        var form = dialect.Near.FirstOrDefault(one => word.StartsWith(one.Word.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));
        if (form is null || near.Unit != ProximityUnit.Words || dialect.Name == "any") return;
        if (form.Max > 1 && near.Gap + form.Offset > form.Max)
            Add("Q-E-DISTANCE", at, new($"{word}: the largest distance there is {form.Max}", $"{word}：最大距离为 {form.Max}"), new Fix(at, form.Word + form.Max));
        else if (!char.IsDigit(word[^1]) && form.Word.EndsWith('/'))
            Add("Q-W-NEAR-BARE", at, new($"{word} without a number stands for {form.Word}{form.Bare}; say so", $"不带数字的 {word} 等于 {form.Word}{form.Bare}；请写明"), new Fix(at, form.Word + form.Bare));
    }

    public void ForeignNear(string word, Nearness near, Span at, Dialect dialect)
    {
        var own = dialect.Near.FirstOrDefault(form => form.Ordered == near.Ordered) ?? dialect.Near.FirstOrDefault();
        var instead = own is null ? null : own.Word + (near.Gap + own.Offset);
        Add("Q-E-NEAR-FORM", at, instead is null
            ? new($"{dialect.Title.En} has no operator {word}", $"{dialect.Title.Zh}没有运算符 {word}")
            : new($"{word} is another platform's operator; {dialect.Title.En} has {instead}", $"{word} 是其他平台的运算符；{dialect.Title.Zh}应写 {instead}"), instead is null ? null : new Fix(at, instead));
    }

    public void Bracket(Span at, string sign) => Add("Q-E-BRACKET", at, new($"the bracket {sign} has no partner", $"括号 {sign} 没有配对"));

    public void Adjacent(Span at) => Add("Q-E-SEQUENCE", at, new("two parts follow each other without an operator; read as AND", "两部分之间缺少运算符；按 AND 处理"));

    public void Dangling(Token token) =>
        Add("Q-E-SEQUENCE", token.At, new($"unexpected {token.Text.Trim()}, expected a term after it and, for an operator, before it", $"此处不应出现 {token.Text.Trim()}：其后（运算符则前后）应有检索词"));

    public void Mixed(Span at, Dialect dialect) => Add("Q-W-MIXED", at, dialect.Binding == Binding.LeftToRight
        ? new($"AND, OR and NOT stand together without brackets; {dialect.Title.En} reads them from left to right", $"AND、OR、NOT 混用而没有括号；{dialect.Title.Zh}从左到右处理")
        : dialect.Name == "scopus"
            ? new("AND and OR stand together without brackets; Scopus changed which is read first in 2026, so the string means something else from then on", "AND 与 OR 混用而没有括号；Scopus 在 2026 年改变了运算次序，同一检索式前后含义不同")
            : new("AND, OR and NOT stand together without brackets; NOT is read first, then AND, then OR", "AND、OR、NOT 混用而没有括号；先 NOT，再 AND，后 OR"));

    public void GroupTag(Span at) => Add("Q-E-TAG-GROUP", at, new("a tag after a bracket is not understood by PubMed: put it after every term; read so here", "PubMed 不支持括号后的字段标记：请加在每个词后；此处即按此处理"));

    public void NearInTag(Span at) => Add("Q-E-NEAR", at, new("[field:~n] wants two or more words in double quotes before it", "[字段:~n] 之前应为双引号内的两个以上的词"));

    public void AndInNear(Span at) => Add("Q-E-NEAR", at, new("the operands of a nearness operator are terms or alternatives of terms; AND and NOT have no place there", "位置算符两边只能是检索词或“或”组合，不能含 AND、NOT"));

    public void Year(string written, Span at) => Add("Q-E-YEAR", at, new($"{written} is no year and no range of years, as 2010 or 2010-2020", $"{written} 不是年份或年份范围，应如 2010 或 2010-2020"));

    public void Brackets(Span open) => Add("Q-I-BRACKETS", open, new("these brackets change nothing", "这对括号不起作用"));
}

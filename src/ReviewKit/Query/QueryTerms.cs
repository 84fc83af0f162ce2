using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>Reads the terms of a query file: a text is a word or phrase, a list stands for any of its members, a map says more.</summary>
static class QueryTerms
{
    const int MostStars = 4;

    public static IReadOnlyList<Term> Read(YamlMap map, string key, TermStyle style) =>
        [.. map.Values(key).Select(value => Read(value, key, style))];

    // The tree first: it refuses what has no end, which showing it would not.
    static Term Read(YamlValue value, string key, TermStyle style)
    {
        var tree = Tree(value, style);
        var shown = Shown(value);
        return new Term(shown, key is "zh" or "en" ? key : LanguageOf(shown)) { Tree = tree };
    }

    static Expression Tree(YamlValue value, TermStyle style)
    {
        var inside = style.Inside(value);
        return At(value, value switch
        {
            { Text: { } text } => Words(value, text, inside),
            { Items: { Count: > 0 } items } => Any([.. items.Select(item => Tree(item, inside))]),
            { Map: { } map } => Tree(value, map, inside.With(map)),
            _ => throw value.Error("an empty list where a term was expected", "此处应有检索词，却是空列表"),
        });
    }

    static Expression Tree(YamlValue value, YamlMap map, TermStyle style)
    {
        var parts = new List<Expression>();
        if (map.Text("term") is not null) parts.Add(Tree(map.Values("term")[0], style));
        if (Trees(map, "any", style) is { Count: > 0 } any) parts.Add(Any(any));
        parts.AddRange(Trees(map, "all", style));
        if (Trees(map, "near", style) is { Count: > 0 } near) parts.Add(Near(map, near));
        else if (map.Has("within") || map.Has("ordered")) throw map.Error("within", "within and ordered belong to near: [a, b]", "within 和 ordered 应与 near: [甲, 乙] 一起使用");
        var found = parts.Count;
        parts.AddRange(Trees(map, "not", style).Select(tree => new Negation(tree)));
        map.Done();
        if (found == 0)
            throw value.Error("expected term:, any:, all: or near: here (not: takes away from what they find)", "此处应有 term:、any:、all: 或 near:（not: 用于从其结果中排除）");
        return parts.Count == 1 ? parts[0] : new Conjunction(parts);
    }

    static List<Expression> Trees(YamlMap map, string key, TermStyle style) => [.. map.Values(key).Select(value => Tree(value, style))];

    static Proximity Near(YamlMap map, List<Expression> operands)
    {
        // Without order every order of the operands is tried.
        if (operands.Count > 4) throw map.Error("near", "near takes four terms at most", "near 最多四个词");
        if (operands.Count < 2) throw map.Error("near", "near needs two terms or more", "near 至少需要两个词");
        if (!map.Has("within")) throw map.Error("near", "near needs within: the most words that may stand between", "near 需要 within：两词之间最多可隔的词数");
        if (operands.Any(operand => !CanBeNear(operand)))
            throw map.Error("near", "near takes words, phrases and lists of them, no all: or not:", "near 中只能有词、短语及其列表，不能有 all: 或 not:");
        var gap = map.Number("within", 0);
        if (gap is < 0 or > 255) throw map.Error("within", $"within is {gap}, expected 0 to 255", $"within 的值是 {gap}，应为 0 到 255");
        return new Proximity(operands, gap, map.Flag("ordered"));
    }

    static bool CanBeNear(Expression operand) => operand switch
    {
        SearchTerm or Proximity => true,
        Disjunction any => any.Parts.All(CanBeNear),
        _ => false,
    };

    static Expression Words(YamlValue value, string text, TermStyle style)
    {
        if (!style.IsLiteral) Plain(value, text);
        if (string.IsNullOrWhiteSpace(text)) throw value.Error("an empty term", "检索词为空");
        var words = style.Match == "words" ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [text.Trim()];
        var parts = words.Select(word => (Expression)(style.Plural ? Any([.. EnglishPlural.Forms(word).Select(form => At(value, Leaf(form, style)))]) : At(value, Leaf(word, style)))).ToList();
        return parts.Count == 1 ? parts[0] : new Conjunction(parts);
    }

    static SearchTerm Leaf(string text, TermStyle style) => style.IsLiteral ? new SearchTerm(text, style.Fields) : new SearchTerm(text, style.Fields) { Pieces = Pieces(text) };

    internal static List<Piece> Pieces(string text)
    {
        var pieces = new List<Piece>();
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('*' or '?')) continue;
            if (i > from) pieces.Add(new Piece(text[from..i]));
            if (i < text.Length) pieces.Add(new Piece("", text[i] == '*' ? Wildcard.Any : Wildcard.One));
            from = i + 1;
        }
        return pieces;
    }

    /// <summary>What looks like an operator or a list inside a term would silently find nothing.</summary>
    static void Plain(YamlValue value, string text)
    {
        if (text.AsSpan().ContainsAny("，、；;"))
            throw value.Error($"\"{text}\" has a list sign inside one term: separate terms by a comma and blank, [a, b]", $"“{text}”一个词内有并列符号：词与词之间用半角逗号加空格，如 [甲, 乙]");
        if (text.AsSpan().ContainsAny("\"{}") || text.Split(' ').Any(word => word is "AND" or "OR" or "NOT"))
            throw value.Error($"\"{text}\" has a quote, brace or operator: a term is a word or phrase, with * and ? as wildcards; any:, all:, not: and near: combine terms (literal: true takes the text as it is)",
                $"“{text}”含有引号、花括号或运算符：词应为词语或短语，可用通配符 * 和 ?；组合请用 any:、all:、not: 和 near:（literal: true 表示按原样查找）");
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '*' or '?' && ((i > 0 && Fold.IsHan(text[i - 1])) || (i + 1 < text.Length && Fold.IsHan(text[i + 1]))))
                throw value.Error($"\"{text}\" has a wildcard beside a Chinese character: Chinese is found anywhere in a text without one; for words apart use near:", $"“{text}”的汉字旁有通配符：中文不加通配符即可在文中任意位置找到；词语分开时请用 near:");
        // Each one more multiplies the ways of reading a word.
        if (text.Count(c => c == '*') > MostStars) throw value.Error($"\"{text}\" has more than {MostStars} *", $"“{text}”中的 * 超过 {MostStars} 个");
        if (!text.Any(char.IsLetterOrDigit)) throw value.Error($"\"{text}\" has no letter", $"“{text}”中没有字母或汉字");
    }

    static string Shown(YamlValue value) => value switch
    {
        { Text: { } text } => text,
        { Items: { } items } => string.Join(" | ", items.Select(Shown)),
        { Map: { } map } => string.Join(" ", Shown(map)),
        _ => "",
    };

    static IEnumerable<string> Shown(YamlMap map)
    {
        string List(string key, string between) => string.Join(between, map.Values(key).Select(Shown));
        if (map.Text("term") is { } term) yield return term;
        if (map.Has("any")) yield return $"({List("any", " | ")})";
        if (map.Has("all")) yield return $"({List("all", " & ")})";
        if (map.Has("near")) yield return $"({List("near", map.Text("ordered") is "true" ? $" >{map.Text("within")} " : $" ~{map.Text("within")} ")})";
        if (map.Has("not")) yield return $"-({List("not", " | ")})";
    }

    static string LanguageOf(string shown)
    {
        var (hasHan, hasLatin) = (Fold.HasHan(shown), shown.Any(char.IsAsciiLetter));
        return hasHan == hasLatin ? "" : hasHan ? "zh" : "en";
    }

    static Expression Any(List<Expression> parts) => parts.Count == 1 ? parts[0] : new Disjunction(parts);

    static T At<T>(YamlValue value, T tree) where T : Expression => tree with { At = new Span(value.At.Start, value.At.Length) };
}

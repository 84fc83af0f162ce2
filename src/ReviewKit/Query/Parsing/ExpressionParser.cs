using ReviewKit.Query.Dialects;

namespace ReviewKit.Query.Parsing;

/// <summary>
/// Makes a tree of tokens by the platform's binding of operators:
/// or-level = and-level { OR and-level }; and-level = not-level { AND not-level }; not-level = near-level { NOT near-level }; near-level = operand { NEAR/n operand }; from left to right where all bind alike.
/// CNKI has signs between the values of one field besides: field-level = near-level { (* | + | -) near-level }, inside all others; a field before it holds for all its values.
/// </summary>
sealed class ExpressionParser
{
    static readonly TokenKind[][] Levels = [[TokenKind.Or], [TokenKind.And], [TokenKind.Not]];
    static readonly TokenKind[][] OneLevel = [[TokenKind.Or, TokenKind.And, TokenKind.Not]];
    readonly List<Token> tokens;
    readonly Dialect dialect;
    readonly ReadingRemarks found;
    readonly TokenKind[][] levels;
    readonly bool hasSigns;
    readonly Dictionary<Expression, Span> bracketed = new(ReferenceEqualityComparer.Instance);
    int at;

    ExpressionParser(List<Token> tokens, Dialect dialect, Binding binding, ReadingRemarks found)
    {
        (this.tokens, this.dialect, this.found) = (tokens, dialect, found);
        levels = binding == Binding.LeftToRight ? OneLevel : Levels;
        hasSigns = dialect.InnerSigns is not null;
    }

    /// <returns>Null when there is no term at all.</returns>
    public static Expression? Parse(List<Token> tokens, Dialect dialect, Binding binding, ReadingRemarks found)
    {
        var parser = new ExpressionParser(Balanced(tokens, found), dialect, binding, found);
        parser.Mixed(inner: false);
        parser.Mixed(inner: true);
        return parser.Level(0);
    }

    Token Next => at < tokens.Count ? tokens[at] : new Token(TokenKind.End, default, "");

    /// <summary>Brackets without partner are said and left out, so that the rest reads as if they were not there.</summary>
    static List<Token> Balanced(List<Token> tokens, ReadingRemarks found)
    {
        var open = new Stack<int>();
        var lone = new HashSet<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Open) open.Push(i);
            else if (tokens[i].Kind == TokenKind.Close && !open.TryPop(out _)) lone.Add(i);
        }
        foreach (var i in open) lone.Add(i);
        foreach (var i in lone.Order()) found.Bracket(tokens[i].At, tokens[i].Text);
        var tail = Enumerable.Repeat(new Token(TokenKind.Close, default, ")"), open.Count);
        return [.. tokens.Where((token, i) => token.Kind != TokenKind.Close || !lone.Contains(i)), .. tail];
    }

    /// <summary>One remark for each bracket level that mixes OR with AND or NOT, at the first operator of another kind.</summary>
    void Mixed(bool inner)
    {
        if (dialect.Name == "any") return;
        var first = new Stack<TokenKind?>([null]);
        var said = new Stack<bool>([false]);
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Open)
            {
                first.Push(null);
                said.Push(false);
            }
            else if (token.Kind == TokenKind.Close)
            {
                first.Pop();
                said.Pop();
            }
            if (token.Kind == TokenKind.Prefix && inner && first.Pop() is var _) first.Push(null);
            if (token.Kind is not (TokenKind.And or TokenKind.Or or TokenKind.Not) || token.IsInner != inner) continue;
            if (first.Peek() is { } kind && (kind == TokenKind.Or) != (token.Kind == TokenKind.Or) && !said.Peek())
            {
                found.Mixed(token.At, dialect);
                said.Pop();
                said.Push(true);
            }
            if (first.Peek() is not null) continue;
            first.Pop();
            first.Push(token.Kind);
        }
    }

    Expression? Level(int level)
    {
        if (level == levels.Length) return hasSigns ? Signs() : Near();
        var left = Level(level + 1);
        while (true)
        {
            var token = Next;
            if (levels[level].Contains(token.Kind) && !token.IsInner)
            {
                at++;
                var right = Level(level + 1);
                if (right is null || (left is null && token.Kind != TokenKind.Not)) found.Dangling(token);
                left = Joined(left, token.Kind, right);
            }
            else if (token.StartsOperand && levels[level].Contains(TokenKind.And))
            {
                var before = tokens[Math.Max(0, at - 1)];
                var start = at;
                var right = Level(level + 1);
                if (!IsLimit(right) && dialect.Name is not "wanfang") found.Adjacent((left?.At ?? before.At).To(tokens[start].At).To(right?.At ?? default));
                left = Joined(left, TokenKind.And, right);
                if (at == start) at++;
            }
            else return left;
        }
    }

    Expression? Signs()
    {
        var left = Near();
        while (Next is { IsInner: true } token)
        {
            at++;
            var right = Near();
            if (right is null || (left is null && token.Kind != TokenKind.Not)) found.Dangling(token);
            left = Joined(left, token.Kind, right);
        }
        return left;
    }

    /// <summary>`… limit to yr="2010-2020"` follows without an operator.</summary>
    static bool IsLimit(Expression? expression) => expression is DateLimit or LanguageLimit or TypeLimit;

    Expression? Joined(Expression? left, TokenKind kind, Expression? right)
    {
        if (kind == TokenKind.Not && right is not null) right = new Negation(right) { At = right.At };
        if (left is null || right is null) return left ?? right;
        var place = left.At.To(right.At);
        if (kind == TokenKind.Or) return new Disjunction([.. Parts<Disjunction>(left), .. Parts<Disjunction>(right)]) { At = place };
        return new Conjunction([.. Parts<Conjunction>(left), .. Parts<Conjunction>(right)]) { At = place };
    }

    /// <summary>A part that a bracket holds together stays together; where the bracket changes nothing, that is said.</summary>
    IEnumerable<Expression> Parts<T>(Expression part) where T : Expression
    {
        var isBracketed = bracketed.TryGetValue(part, out var open);
        if (part is T && isBracketed && part is not Conjunction { Parts: [.., Negation] })
        {
            if (dialect.Style is FieldStyle.Tag or FieldStyle.Word) found.Brackets(open);
            return [part];
        }
        return part switch
        {
            Conjunction all when part is T && !isBracketed => all.Parts,
            Disjunction any when part is T && !isBracketed => any.Parts,
            _ => [part],
        };
    }

    Expression? Near()
    {
        var left = Operand();
        while (Next.Kind == TokenKind.Near)
        {
            var token = Next;
            at++;
            var right = Operand();
            if (left is null || right is null)
            {
                found.Dangling(token);
                left ??= right;
                continue;
            }
            foreach (var side in (Expression[])[left, right])
                if (side is Conjunction or Negation) found.AndInNear(side.At);
            if (dialect.Style is FieldStyle.DotSuffix or FieldStyle.ColonSuffix) left = FieldApplication.Spread(left, right);
            var near = token.Near!;
            var joinsOn = left is Proximity before && before.Gap == near.Gap && before.Ordered == near.Ordered && before.Unit == near.Unit && !bracketed.ContainsKey(left);
            left = new Proximity(joinsOn ? [.. ((Proximity)left).Operands, right] : [left, right], near.Gap, near.Ordered, near.Unit) { At = left.At.To(right.At) };
        }
        return left;
    }

    Expression? Operand()
    {
        var token = Next;
        Expression? operand;
        switch (token.Kind)
        {
            case TokenKind.Open:
                at++;
                operand = Level(0);
                if (Next.Kind == TokenKind.Close) at++;
                if (operand is null) found.Dangling(token);
                else bracketed.TryAdd(operand, token.At);
                break;
            case TokenKind.Prefix:
                at++;
                operand = hasSigns ? Signs() : Near();
                if (operand is null) found.Dangling(token);
                else operand = FieldApplication.Apply(operand, token.Field!, dialect, found);
                return operand;
            case TokenKind.Word:
                operand = Words();
                break;
            case TokenKind.Quoted or TokenKind.Exact:
                at++;
                operand = dialect.NearInQuotes && QuotedNear.Of(token, dialect) is { } inner ? inner : Term(token.Text, token.Kind == TokenKind.Exact ? TermForm.Exact : TermForm.Quoted, token.At);
                break;
            case TokenKind.Whole:
                at++;
                operand = token.Whole;
                break;
            default:
                return null;
        }
        while (Next.Kind == TokenKind.Suffix && operand is not null)
        {
            var suffix = Next;
            at++;
            if (dialect.Style == FieldStyle.Tag && operand is Conjunction or Disjunction) found.GroupTag(suffix.At);
            var isBracketed = bracketed.TryGetValue(operand, out var open);
            operand = FieldApplication.Apply(operand, suffix.Field!, dialect, found);
            if (isBracketed) bracketed.TryAdd(operand, open);
        }
        return operand;
    }

    /// <summary>Words side by side are one term as typed; what that means is the platform's affair.</summary>
    SearchTerm Words()
    {
        var words = new List<Token>();
        while (Next.Kind == TokenKind.Word)
        {
            words.Add(Next);
            at++;
        }
        return Term(string.Join(' ', words.Select(word => word.Text)), TermForm.Bare, words[0].At.To(words[^1].At));
    }

    SearchTerm Term(string text, TermForm form, Span place) =>
        new(Wildcards.Pieces(text, form != TermForm.Exact && (form == TermForm.Bare || dialect.WildcardsInQuotes) ? dialect : null), form, SearchFields.None) { At = place };
}

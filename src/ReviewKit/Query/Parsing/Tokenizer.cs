using ReviewKit.Query.Dialects;

namespace ReviewKit.Query.Parsing;

/// <summary>Cuts a line of a strategy into tokens. Never gives up: what it cannot read is said and stepped over.</summary>
sealed class Tokenizer
{
    const string AnywhereStray = "\\^`~¦";
    readonly string text;
    readonly string plain;
    readonly int end;
    readonly Dialect dialect;
    readonly IReadOnlySet<string> lines;
    readonly ReadingRemarks found;
    readonly string stray;
    readonly List<Token> tokens = [];
    int at;
    bool oddQuotes;

    /// <param name="text">The whole strategy; positions are counted in it.</param>
    /// <param name="plain">The same with half-width signs.</param>
    /// <param name="line">The part to read.</param>
    /// <param name="lines">Numbers of the strategy's lines, which may be referred to.</param>
    public Tokenizer(string text, string plain, Span line, Dialect dialect, IReadOnlySet<string> lines, ReadingRemarks found)
    {
        (this.text, this.plain, this.dialect, this.lines, this.found) = (text, plain[..line.End], dialect, lines, found);
        (at, end, stray) = (line.Start, line.End, AnywhereStray + dialect.StraySigns);
        oddQuotes = plain.AsSpan(line.Start, line.Length).Count('"') % 2 == 1;
    }

    public List<Token> Read()
    {
        while (at < end)
        {
            if (char.IsWhiteSpace(plain[at])) at++;
            else if (!One()) at++;
        }
        return tokens;
    }

    bool One()
    {
        if (HalfWidth.IsMeant(text[at])) found.FullWidth(text[at], at, dialect);
        if (Suffix() || Whole() || Prefix()) return true;
        switch (plain[at])
        {
            case '(':
                return Add(TokenKind.Open, 1);
            case ')':
                return Add(TokenKind.Close, 1);
            case '{' when dialect.Style == FieldStyle.Call:
                return Exact();
            case '"':
                return Quoted('"');
            case '\'' when dialect.Quote == '\'' || ClosesAsQuote():
                return Quoted('\'');
        }
        if (dialect.InnerSigns is { } signs && signs.IndexOf(plain[at], StringComparison.Ordinal) is >= 0 and var sign && (sign < 2 || IsLoneMinus()))
        {
            Add(sign switch { 0 => TokenKind.And, 1 => TokenKind.Or, _ => TokenKind.Not }, 1);
            tokens[^1] = tokens[^1] with { IsInner = true };
            return true;
        }
        if (plain[at] is ',' or ';' && dialect.Style != FieldStyle.DotSuffix && (at + 1 == end || char.IsWhiteSpace(plain[at + 1]))) return false;
        return Word();
    }

    bool Add(TokenKind kind, int length)
    {
        tokens.Add(new Token(kind, new Span(at, length), text.Substring(at, length)));
        at += length;
        return true;
    }

    bool IsLoneMinus() => at > 0 && at + 1 < end && !char.IsLetterOrDigit(plain[at - 1]) && !char.IsAsciiLetterOrDigit(plain[at + 1]);

    bool Suffix()
    {
        if (tokens.Count == 0 || tokens[^1].Kind is not (TokenKind.Close or TokenKind.Word or TokenKind.Quoted or TokenKind.Exact or TokenKind.Suffix)) return false;
        if (FieldMarks.Suffix(plain, at, dialect) is not { } mark) return false;
        Field(TokenKind.Suffix, mark);
        return true;
    }

    bool Prefix()
    {
        if (FieldMarks.Prefix(plain, at, dialect, tokens is [.., { Kind: TokenKind.Word }]) is not { } mark) return false;
        for (var i = at; i < at + mark.Length; i++)
            if (i > at && HalfWidth.IsMeant(text[i])) found.FullWidth(text[i], i, dialect);
        Field(TokenKind.Prefix, mark);
        return true;
    }

    void Field(TokenKind kind, FieldMarks.Found mark)
    {
        var written = text.Substring(at, mark.Length);
        var place = new Span(at + written.Length - written.TrimStart().Length, written.Trim().Length);
        if (!mark.IsKnown) found.UnknownField(mark.Mark.Own ?? mark.Written, place, dialect);
        else if (mark.Code?.Instead is { } instead) found.OldField(mark.Written, instead, place, dialect);
        if (dialect.InnerSigns is not null) found.Equality(mark.Written, written, place);
        tokens.Add(new Token(kind, place, mark.Written) { Field = mark.Mark });
        at += mark.Length;
    }

    bool Whole()
    {
        if (WholeMarks.At(plain, at, dialect, lines) is not { } whole) return false;
        tokens.Add(new Token(TokenKind.Whole, new Span(at, whole.Length), text.Substring(at, whole.Length)) { Whole = Placed(whole.Expression, at, whole.Length) });
        at += whole.Length;
        return true;
    }

    static Expression Placed(Expression expression, int start, int length) => expression switch
    {
        Conjunction all => all with { At = new Span(start, length), Parts = [.. all.Parts.Select(part => Placed(part, start, length))] },
        Disjunction any => any with { At = new Span(start, length), Parts = [.. any.Parts.Select(part => Placed(part, start, length))] },
        Negation none => none with { At = new Span(start, length), Part = Placed(none.Part, start, length) },
        _ => expression with { At = new Span(start, length) },
    };

    bool Exact()
    {
        var close = plain.IndexOf('}', at);
        if (close < 0)
        {
            found.Quote(new Span(at, end - at), '}');
            close = end;
        }
        tokens.Add(new Token(TokenKind.Exact, Span.From(at, Math.Min(close + 1, end)), Single(text[(at + 1)..close])));
        at = Math.Min(close + 1, end);
        return true;
    }

    /// <summary>True where an apostrophe opens what another closes at the end of a word: 'carbon', but not '(eHealth or l'eau.</summary>
    bool ClosesAsQuote()
    {
        var close = plain.IndexOf('\'', at + 1);
        return close > at + 1 && close < end && plain.AsSpan(at + 1, close - at - 1).IndexOfAny("()[]\"") < 0 && (close + 1 == end || !char.IsLetterOrDigit(plain[close + 1]));
    }

    bool Quoted(char quote)
    {
        var start = at;
        var close = Closing(quote);
        // An odd number of quotes: the one to blame is that whose content runs over an operator.
        if (close >= 0 && oddQuotes && quote == '"' && RunsOver(start + 1, close) is { } shorter)
        {
            oddQuotes = false;
            found.Quote(Span.From(start, shorter), quote);
            tokens.Add(new Token(TokenKind.Quoted, Span.From(start, shorter), Single(text[(start + 1)..shorter])));
            at = shorter;
            return true;
        }
        if (close < 0)
        {
            close = Recovered(start + 1);
            found.Quote(Span.From(start, Math.Max(close, start + 1)), quote);
            if (close > start + 1) tokens.Add(new Token(TokenKind.Quoted, Span.From(start, close), Single(text[(start + 1)..close])));
            at = Math.Max(close, start + 1);
            return true;
        }
        var content = text[(start + 1)..close];
        if (dialect.Quote == '\'') content = content.Replace("''", "'", StringComparison.Ordinal);
        found.Quotes(text, start, close, quote, dialect);
        found.BracketsInQuotes(content, Span.From(start, close + 1));
        if (content.Trim().Length > 0) tokens.Add(new Token(TokenKind.Quoted, Span.From(start, close + 1), Single(content)));
        else found.EmptyQuotes(Span.From(start, close + 1));
        at = close + 1;
        return true;
    }

    /// <summary>A straight quote is closed by a straight one, so that “…” may stand inside; a curved one by any.</summary>
    int Closing(char quote) => text[at] == quote && Closing(quote, text) is >= 0 and var straight ? straight : Closing(quote, plain);

    int Closing(char quote, string signs)
    {
        for (var i = at + 1; i < end; i++)
        {
            if (signs[i] != quote) continue;
            if (quote == '\'' && dialect.Quote == '\'')
            {
                if (i + 1 < end && signs[i + 1] == '\'')
                {
                    i++;
                    continue;
                }
                // Alzheimer's inside '…': an apostrophe between letters does not close.
                if (i + 1 < end && char.IsAsciiLetter(plain[i + 1]) && char.IsAsciiLetter(plain[i - 1]) && plain.IndexOf('\'', i + 1) >= 0) continue;
            }
            return i;
        }
        return -1;
    }

    /// <summary>Where a quoted text should have ended, when it holds an operator in capitals; null when it does not.</summary>
    int? RunsOver(int start, int close)
    {
        foreach (var word in (string[])[" OR ", " AND ", " NOT "])
            if (plain.IndexOf(word, start, close - start, StringComparison.Ordinal) is >= 0 and var place && place > start) return place;
        return null;
    }

    int Recovered(int start)
    {
        var stop = end;
        foreach (var sign in (string[])[")", "[", "\n", " OR ", " AND ", " NOT "])
            if (plain.IndexOf(sign, start, StringComparison.Ordinal) is >= 0 and var place && place < stop) stop = place;
        while (stop > start && char.IsWhiteSpace(plain[stop - 1])) stop--;
        return stop;
    }

    bool Word()
    {
        var start = at;
        while (at < end && !IsWordEnd(start)) at++;
        if (at == start) at++;
        var place = Span.From(start, at);
        var word = plain[start..at];
        var written = text[start..at];
        if (word.AsSpan().ContainsAny(stray) || word == "'" || (word.StartsWith('\'') && word.Length > 1))
        {
            for (var i = start; i < at; i++)
                if (stray.Contains(plain[i], StringComparison.Ordinal) || (i == start && plain[i] == '\'')) found.Character(text[i], i);
            written = string.Concat(written.Where((sign, i) => !stray.Contains(HalfWidth.Of(sign), StringComparison.Ordinal) && !(i == 0 && HalfWidth.Of(sign) == '\'')));
            word = HalfWidth.Of(written);
        }
        if (word.Length == 0) return true;
        tokens.Add(Joining(word, place) ?? new Token(TokenKind.Word, place, written));
        return true;
    }

    bool IsWordEnd(int start)
    {
        var sign = plain[at];
        if (char.IsWhiteSpace(sign) || sign is '(' or ')' or '"') return true;
        if (dialect.Quote == '\'' && sign == '\'' && (dialect.InnerSigns is not null || at == start)) return true;
        if (dialect.InnerSigns is not null && sign is '*' or '+' or '=' or '%') return dialect.InnerSigns is not null;
        if (at == start) return false;
        return sign is '[' or '.' or ':' or '/' && FieldMarks.Suffix(plain, at, dialect) is not null;
    }

    Token? Joining(string word, Span place)
    {
        if (Operators.Kind(word) is { } kind)
        {
            found.OperatorForm(word, kind, place, dialect);
            if (kind == TokenKind.Not && tokens is [.., { Kind: TokenKind.And } and])
            {
                tokens.RemoveAt(tokens.Count - 1);
                return new Token(kind, and.At.To(place), text[and.At.Start..place.End]);
            }
            if (kind == TokenKind.Not && dialect.Not == "AND NOT" && tokens.Count > 0 && !tokens[^1].IsOperator && tokens[^1].Kind != TokenKind.Open) found.BareNot(place);
            return new Token(kind, place, word);
        }
        if (Operators.Near(word, dialect) is { } near)
        {
            found.NearNumber(word, near, place, dialect);
            return new Token(TokenKind.Near, place, word) { Near = near };
        }
        if (tokens.Count > 0 && Operators.Foreign(word) is { } foreign)
        {
            found.ForeignNear(word, foreign, place, dialect);
            return new Token(TokenKind.Near, place, word) { Near = foreign };
        }
        return null;
    }

    static string Single(string content) => string.Join(' ', content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

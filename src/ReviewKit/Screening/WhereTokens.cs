
namespace ReviewKit.Screening;

/// <summary>A piece of an expression.</summary>
/// <param name="Text">A word, without its quotes; or one of ( ) , = != ~ !~ &lt; &lt;= &gt; &gt;=.</param>
/// <param name="At">1-based column.</param>
/// <param name="IsQuoted">A word between quotes is never an operator.</param>
readonly record struct WhereToken(string Text, int At, bool IsQuoted = false);

/// <summary>Cuts an expression of `--where` into words and signs; full-width signs count as their half-width ones, as Chinese input methods write them.</summary>
static class WhereTokens
{
    const string Signs = "()=<>!~,";
    const string Quotes = "\"'“”‘’「」";

    public static List<WhereToken> Of(string text)
    {
        var tokens = new List<WhereToken>();
        for (var i = 0; i < text.Length;)
        {
            var c = Half(text[i]);
            if (char.IsWhiteSpace(c)) i++;
            else if (Quotes.Contains(text[i], StringComparison.Ordinal)) i = Quoted(text, i, tokens);
            else if (Signs.Contains(c, StringComparison.Ordinal))
            {
                var two = i + 1 < text.Length ? $"{c}{Half(text[i + 1])}" : "";
                var sign = two is "!=" or "!~" or "<=" or ">=" or "==" ? two : c.ToString();
                tokens.Add(new WhereToken(sign == "==" ? "=" : sign, i + 1));
                i += sign.Length;
            }
            else
            {
                var start = i;
                while (i < text.Length && !char.IsWhiteSpace(text[i]) && !Signs.Contains(Half(text[i]), StringComparison.Ordinal) && !Quotes.Contains(text[i], StringComparison.Ordinal)) i++;
                tokens.Add(new WhereToken(text[start..i].Replace('：', ':'), start + 1));
            }
        }
        return tokens;
    }

    static int Quoted(string text, int start, List<WhereToken> tokens)
    {
        var open = text[start];
        var close = open switch { '“' => '”', '‘' => '’', '「' => '」', _ => open };
        var end = text.IndexOf(close, start + 1);
        if (end < 0)
            throw new ReviewKitException($"--where, column {start + 1}: the quotation mark {open} is never closed", $"--where 第 {start + 1} 列：引号 {open} 没有闭合");
        tokens.Add(new WhereToken(text[(start + 1)..end], start + 1, IsQuoted: true));
        return end + 1;
    }

    static char Half(char c) => c switch
    {
        '　' => ' ',
        '、' => ',',
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        _ => c,
    };
}

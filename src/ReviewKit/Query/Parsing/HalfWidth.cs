namespace ReviewKit.Query.Parsing;

/// <summary>Chinese typing and word processors put full-width or curved signs where a search language needs plain ones.</summary>
static class HalfWidth
{
    /// <summary>The same text, sign for sign, so that positions stay true.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        for (var i = 0; i < plain.Length; i++) plain[i] = Of(source[i]);
    });

    public static char Of(char sign) => sign switch
    {
        '“' or '”' or '„' or '‟' or '＂' or '«' or '»' or '″' => '"',
        '‘' or '’' or '‚' or '‛' or '＇' or '′' => '\'',
        '【' or '〔' => '[',
        '】' or '〕' => ']',
        '、' => ',',
        '　' or '\u00a0' => ' ',
        '–' or '—' or '‐' or '‑' or '−' => '-',
        >= '！' and <= '～' => (char)(sign - 0xfee0),
        _ => sign,
    };

    public static bool IsQuote(char sign) => Of(sign) is '"' or '\'';

    /// <summary>A sign that would be read as something of the search language if it were plain.</summary>
    public static bool IsMeant(char sign) => Of(sign) != sign && Of(sign) is '(' or ')' or '"' or '\'' or '[' or ']' or ':' or '=' or '*' or '+' or '?' or ',' or ';' or '&' or '|' or '#';
}

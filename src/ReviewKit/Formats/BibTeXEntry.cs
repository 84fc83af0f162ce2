using System.Text;

namespace ReviewKit.Formats;

/// <summary>The inside of one BibTeX entry: key, fields, values joined with #.</summary>
static class BibTeXEntry
{
    /// <param name="text">The whole entry.</param>
    /// <param name="at">Index behind the opening brace.</param>
    /// <param name="strings">What @string defined so far.</param>
    /// <returns>The text that is no field, null when all was understood.</returns>
    public static string? Read(string text, int at, bool isString, Dictionary<string, string> strings, RawRecord raw, int line)
    {
        var end = text.Length;
        while (end > at && (char.IsWhiteSpace(text[end - 1]))) end--;
        if (end > at && text[end - 1] is '}' or ')') end--;
        if (!isString)
        {
            var comma = text.IndexOf(',', at, end - at);
            var key = text[at..(comma < 0 ? end : comma)];
            // An entry without a key begins with its first field.
            if (!key.Contains('=', StringComparison.Ordinal))
            {
                raw.Add(BibTeXReader.EntryKey, key, line);
                at = comma < 0 ? end : comma + 1;
            }
        }
        var counted = 0;
        StringBuilder? rest = null;
        while (true)
        {
            while (at < end && (char.IsWhiteSpace(text[at]) || text[at] == ',')) at++;
            if (at >= end) return rest?.ToString();
            var equals = at;
            while (equals < end && text[equals] != '=' && text[equals] is not ('{' or '}' or '"' or ',')) equals++;
            if (equals >= end || text[equals] != '=')
            {
                var next = equals < end ? text.IndexOf(',', equals, end - equals) : -1;
                (rest ??= new StringBuilder()).Append(text[at..(next < 0 ? end : next)]).Append(' ');
                at = next < 0 ? end : next + 1;
                continue;
            }
            var name = text[at..equals].Trim().ToLowerInvariant();
            for (; counted < at; counted++)
                if (text[counted] == '\n') line++;
            at = equals + 1;
            var value = Value(text, ref at, end, strings);
            // Blanks count in a string: " and " joins authors.
            if (isString) strings[name] = value;
            else raw.Add(name, value, line);
        }
    }

    static string Value(string text, ref int at, int end, Dictionary<string, string> strings)
    {
        var value = new StringBuilder();
        while (true)
        {
            while (at < end && char.IsWhiteSpace(text[at])) at++;
            if (at >= end) break;
            if (text[at] == '{') value.Append(Braced(text, ref at, end));
            else if (text[at] == '"') value.Append(Quoted(text, ref at, end));
            else value.Append(Bare(text, ref at, end, strings));
            var next = at;
            while (next < end && char.IsWhiteSpace(text[next])) next++;
            if (next >= end || text[next] != '#') break;
            at = next + 1;
        }
        return value.ToString();
    }

    static string Braced(string text, ref int at, int end)
    {
        var depth = 0;
        for (var i = at; i < end; i++)
        {
            if (text[i] == '{') depth++;
            else if (text[i] == '}' && --depth == 0)
            {
                var inner = text[(at + 1)..i];
                at = i + 1;
                return inner;
            }
        }
        var open = text[(at + 1)..end];
        at = end;
        return open;
    }

    static string Quoted(string text, ref int at, int end)
    {
        var depth = 0;
        for (var i = at + 1; i < end; i++)
        {
            if (text[i] == '{') depth++;
            else if (text[i] == '}') depth--;
            else if (text[i] == '"' && depth <= 0 && text[i - 1] != '\\')
            {
                var inner = text[(at + 1)..i];
                at = i + 1;
                return inner;
            }
        }
        var open = text[(at + 1)..end];
        at = end;
        return open;
    }

    static string Bare(string text, ref int at, int end, Dictionary<string, string> strings)
    {
        var start = at;
        while (at < end && text[at] is not (',' or '#' or '}' or '\n')) at++;
        var word = text[start..at].Trim();
        if (at == start) at++;
        return strings.GetValueOrDefault(word, word);
    }
}

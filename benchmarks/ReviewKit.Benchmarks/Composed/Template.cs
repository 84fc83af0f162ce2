using System.Text;

namespace ReviewKit.Benchmarks.Composed;

/// <summary>A sentence with blanks in braces, taken apart once.</summary>
sealed class Template
{
    readonly List<(string Text, bool IsBlank)> parts = [];

    public Template(string sentence)
    {
        for (var at = 0; at < sentence.Length;)
        {
            var open = sentence.IndexOf('{', at);
            if (open < 0) open = sentence.Length;
            if (open > at) parts.Add((sentence[at..open], false));
            if (open == sentence.Length) break;
            var close = sentence.IndexOf('}', open);
            parts.Add((sentence[(open + 1)..close], true));
            at = close + 1;
        }
    }

    /// <summary>A blank whose name begins with a capital is filled with a capital.</summary>
    public void Fill(StringBuilder target, Func<string, string> value)
    {
        var start = target.Length;
        foreach (var (text, isBlank) in parts)
        {
            if (!isBlank)
            {
                target.Append(text);
                continue;
            }
            var at = target.Length;
            target.Append(value(text.ToLowerInvariant()));
            if (char.IsUpper(text[0])) target[at] = char.ToUpperInvariant(target[at]);
        }
        if (target.Length > start) target[start] = char.ToUpperInvariant(target[start]);
    }

    public string Filled(Func<string, string> value)
    {
        var text = new StringBuilder();
        Fill(text, value);
        return text.ToString();
    }
}

using System.Text;
using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>Plain text as a BibTeX file has it: what LaTeX would take for a command is escaped, everything else stays UTF-8. The inverse of <see cref="BibTeXText"/>.</summary>
static partial class LaTeXWriter
{
    static readonly Dictionary<char, string> Signs = new()
    {
        ['\\'] = @"\textbackslash{}",
        ['{'] = @"\textbraceleft{}",
        ['}'] = @"\textbraceright{}",
        ['~'] = @"\textasciitilde{}",
        ['^'] = @"\textasciicircum{}",
        ['$'] = @"\$",
        ['&'] = @"\&",
        ['%'] = @"\%",
        ['#'] = @"\#",
        ['_'] = @"\_",
        ['\n'] = @"\\{}",
    };

    public static string Coded(string text)
    {
        if (text.AsSpan().IndexOfAny("\\{}~^$&%#_\n") < 0 && !Pairs().IsMatch(text)) return text;
        var latex = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            // Two of them would be a dash, a quotation mark, or one blank.
            if (i > 0 && c == text[i - 1] && c is '-' or '`' or '\'' && i > 0 && text[i - 1] == c) latex.Append("{}").Append(c);
            else if (c == ' ' && i > 0 && text[i - 1] is ' ' or '\n') latex.Append(@"\ ");
            else if (Signs.TryGetValue(c, out var sign)) latex.Append(sign);
            else latex.Append(c);
        }
        return latex.ToString();
    }

    /// <summary>As <see cref="Coded"/>, with words of inner capitals in braces, because bibliography styles write titles small.</summary>
    public static string Protected(string title) => Capitals().Replace(Coded(title), "{$0}");

    /// <summary>"Family, Given", with "Jr" in the middle as BibTeX has it; a name that is one piece in braces.</summary>
    public static string Name(PersonName name)
    {
        if (name.Literal is { } literal) return $"{{{Coded(literal)}}}";
        if (name.Family is null) return name.Given is null ? "" : $"{{{Coded(name.Given)}}}";
        if (name.Given is null) return $"{{{Coded(name.Family)}}}";
        var junior = name.Given.LastIndexOf(", ", StringComparison.Ordinal);
        return junior < 0 ? $"{Part(name.Family)}, {Part(name.Given)}" : $"{Part(name.Family)}, {Part(name.Given[(junior + 2)..])}, {Part(name.Given[..junior])}";
    }

    static string Part(string text) => text.Contains(',', StringComparison.Ordinal) || And().IsMatch(text) ? $"{{{Coded(text)}}}" : Coded(text);

    [GeneratedRegex(@"--|``|''|  |\n ")]
    private static partial Regex Pairs();

    [GeneratedRegex(@"(?<![\w\\{-])(?:[A-Za-z0-9-]*[A-Za-z0-9-][A-Z][A-Za-z0-9-]*)(?![\w{])")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"(?:^|\s)and(?:\s|$)", RegexOptions.IgnoreCase)]
    private static partial Regex And();
}

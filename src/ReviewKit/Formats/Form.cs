using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>How a value is written: one to a line, separated by semicolons, and so on. Split reads it, Joiner writes it back.</summary>
/// <param name="Split">The values in a text; none when the text does not fit the form, which keeps it under its own tag.</param>
/// <param name="Joiner">What stands between values when written; null where each has a line of its own.</param>
sealed partial record Form(string Name, Func<string, IEnumerable<string>> Split, string? Joiner = null)
{
    /// <summary>A value as this form writes it, where it is not written as it is.</summary>
    public Func<string, string> Coded { get; init; } = value => value;

    public static readonly Form Line = new("line", text => [text]);

    /// <summary>"a; b", "a;b;", "a；b", "a;;b".</summary>
    public static readonly Form Semicolons = new("semicolons", text => Parts(text, ';', '；'), "; ");

    /// <summary>As <see cref="Semicolons"/>, where values hold semicolons without a blank: DOIs in cited references.</summary>
    public static readonly Form SpacedSemicolons = new("spaced-semicolons", text => text.Split("; ").Select(Blank.Trim).Where(p => p.Length > 0), "; ");

    /// <summary>Names and keywords of Chinese sources: semicolons, or commas in a Chinese text without semicolons.</summary>
    public static readonly Form Chinese = new("chinese", ChineseParts, ";");

    /// <summary>One value a line, but several where a Chinese text has semicolons: affiliations out of CNKI.</summary>
    public static readonly Form ChineseSemicolons = new("chinese-semicolons", text => Fold.HasHan(text) ? Parts(text, ';', '；') : [text]);

    /// <summary>Lists in tables of any origin: semicolons, bars, the list of a program ("['a', 'b']").</summary>
    public static readonly Form List = new("list", ListParts, "; ");

    /// <summary>As <see cref="List"/>, else commas.</summary>
    public static readonly Form Terms = new("terms", text =>
        text.AsSpan().IndexOfAny(";；|[") >= 0 ? ListParts(text) : OutsideBrackets(text, ",，、"), "; ");

    /// <summary>Web of Science addresses: where they begin with the authors in brackets, only "; [" separates them.</summary>
    public static readonly Form Addresses = new("addresses", text => text.StartsWith('[') ? AddressStart().Split(text).Select(Blank.Trim) : SpacedSemicolons!.Split(text), "; ");

    /// <summary>Numbers that CNKI pads with zeros: 06 is issue 6.</summary>
    public static readonly Form Unpadded = new("unpadded", text =>
        text.Length > 1 && text[0] == '0' && text.All(char.IsAsciiDigit) && text.TrimStart('0') is { Length: > 0 } number ? [number] : [text]);

    /// <summary>A page range; a lone number in such a field is a count of pages.</summary>
    public static readonly Form PageRange = new("page-range", text => RangeSign().IsMatch(text) ? [text] : []);

    /// <summary>A short number; longer texts in such a field are notes.</summary>
    public static readonly Form ShortNumber = new("short-number", text => text.Length <= 12 && !text.Contains('(', StringComparison.Ordinal) ? [text] : []);

    /// <summary>Cited references of Scopus. Since 2023 their authors are separated by semicolons too, so a reference ends at "(2019);".</summary>
    public static readonly Form References = new("references", ReferenceParts, "; ");

    static IEnumerable<string> Parts(string text, params ReadOnlySpan<char> separators)
    {
        if (text.AsSpan().IndexOfAny(separators) < 0) return [text];
        var parts = new List<string>();
        foreach (var range in text.AsSpan().SplitAny(separators))
            if (Blank.Trim(text[range]) is { Length: > 0 } part) parts.Add(part);
        return parts;
    }

    static IEnumerable<string> ChineseParts(string text)
    {
        if (text.AsSpan().IndexOfAny(";；") >= 0) return Parts(text, ';', '；');
        return Fold.HasHan(text) ? Parts(text, ',', '，', '、') : [text];
    }

    static IEnumerable<string> ListParts(string text)
    {
        if (text is ['[', .., ']'] && ProgramList().IsMatch(text))
            return ProgramValue().Matches(text).Select(m => Blank.Trim(m.Groups[1].Value + m.Groups[2].Value)).Where(p => p.Length > 0);
        if (text.Contains('|', StringComparison.Ordinal)) return Parts(text, '|');
        return Parts(text, ';', '；');
    }

    static IEnumerable<string> OutsideBrackets(string text, string separators)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '[' or '(') depth++;
            else if (text[i] is ']' or ')') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && separators.Contains(text[i], StringComparison.Ordinal))
            {
                if (Blank.Trim(text[start..i]) is { Length: > 0 } part) yield return part;
                start = i + 1;
            }
        }
        if (Blank.Trim(text[start..]) is { Length: > 0 } last) yield return last;
    }

    static IEnumerable<string> ReferenceParts(string text)
    {
        // Until 2022 the year stood behind the authors: "Doe, J., (2005) Streets, …"; one such reference may still end with a year.
        if (YearAtEnd().Count(text) < YearInside().Count(text) || !YearAtEnd().IsMatch(text)) return SpacedSemicolons.Split(text);
        return YearAtEnd().Split(text).Select(Blank.Trim).Where(p => p.Length > 0);
    }

    [GeneratedRegex(@"[-\u2010\u2011–—−~～－+,，]")]
    private static partial Regex RangeSign();

    [GeneratedRegex(@";\s*(?=\[)")]
    private static partial Regex AddressStart();

    [GeneratedRegex(@"^\[\s*(?:'[^']*'|""[^""]*"")(?:\s*,\s*(?:'[^']*'|""[^""]*""))*\s*\]$")]
    private static partial Regex ProgramList();

    [GeneratedRegex(@"'([^']*)'|""([^""]*)""")]
    private static partial Regex ProgramValue();

    [GeneratedRegex(@"(?<=\((?:1[5-9]|20)\d\d\)\s*);\s*")]
    private static partial Regex YearAtEnd();

    [GeneratedRegex(@"\((?:1[5-9]|20)\d\d\),?\s+[^\s;]")]
    private static partial Regex YearInside();
}

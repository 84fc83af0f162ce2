using System.Globalization;
using System.Text.RegularExpressions;
using ReviewKit.Query.Dialects;

namespace ReviewKit.Query.Parsing;

/// <summary>Recognises a field mark at a place, by the platform's style.</summary>
static partial class FieldMarks
{
    /// <summary>A mark that was found; the code is null when no platform's table has it.</summary>
    internal sealed record Found(string Written, int Length, FieldMark Mark, bool IsKnown, FieldCode? Code = null);

    /// <summary>A mark before its terms; null when there is none.</summary>
    public static Found? Prefix(string plain, int at, Dialect dialect, bool afterWord)
    {
        var match = dialect.Style switch
        {
            FieldStyle.Call => CallMark().Match(plain, at),
            FieldStyle.Equal => EqualMark().Match(plain, at),
            FieldStyle.Colon => ColonMark().Match(plain, at),
            FieldStyle.Word when !afterWord => WordMark().Match(plain, at),
            _ => Match.Empty,
        };
        if (!match.Success) return null;
        var written = match.Groups[1].Value;
        if (Operators.Kind(written) is not null) return null;
        var code = dialect.Code(written);
        if (code is not null) return new(written, match.Length, new FieldMark(code.Fields, code.Role), true, code);
        // A word before a bracket or a quote is taken for a field only where it looks like one.
        var looks = dialect.Style switch
        {
            FieldStyle.Call => written.Length > 2 && written.All(c => char.IsAsciiLetterUpper(c) || c == '-'),
            FieldStyle.Word => plain[at + match.Length] == '"',
            FieldStyle.Colon => at + match.Length < plain.Length && plain[at + match.Length] is '(' or '"',
            _ => true,
        };
        return looks ? new(written, match.Length, new FieldMark(SearchFields.None, FieldRole.Text, written), false) : null;
    }

    /// <summary>A mark after a term or bracket; null when there is none.</summary>
    public static Found? Suffix(string plain, int at, Dialect dialect)
    {
        if (dialect.Style == FieldStyle.Tag || dialect.Tags.Count > 0)
        {
            var tag = TagMark().Match(plain, at);
            if (tag.Success) return Tag(tag, dialect);
        }
        if (dialect.Style == FieldStyle.DotSuffix)
        {
            var dots = (dialect.Tags.Count > 0 ? LooseDotMark() : DotMark()).Match(plain, at);
            if (dots.Success && Codes(dots, dialect) is { } found)
            {
                var comment = OvidComment().Match(plain, at + dots.Length);
                return comment.Success ? found with { Length = dots.Length + comment.Length } : found;
            }
        }
        if (dialect.Style == FieldStyle.ColonSuffix)
        {
            var heading = EmtreeMark().Match(plain, at);
            if (heading.Success)
            {
                var focus = heading.Value.Contains("mj", StringComparison.OrdinalIgnoreCase);
                var explode = heading.Value.Contains("exp", StringComparison.OrdinalIgnoreCase);
                var role = (explode, focus) switch { (true, true) => FieldRole.ExplodedMajorHeading, (true, false) => FieldRole.ExplodedHeading, (false, true) => FieldRole.MajorHeading, _ => FieldRole.Heading };
                return new(heading.Value, heading.Length, new FieldMark(SearchFields.IndexTerms, role), true);
            }
            var codes = CodesAfterColon().Match(plain, at);
            if (codes.Success) return Codes(codes, dialect);
        }
        return null;
    }

    static Found Tag(Match tag, Dialect dialect)
    {
        var written = tag.Groups[1].Value;
        int? gap = null;
        var name = written;
        if (GapInTag().Match(written) is { Success: true } near)
        {
            name = near.Groups[1].Value.Trim();
            gap = int.Parse(near.Groups[2].Value, CultureInfo.InvariantCulture);
        }
        var code = dialect.Tag(name);
        if (code is null) return new(written, tag.Length, new FieldMark(SearchFields.None, FieldRole.Text, written, gap), false);
        return new(written, tag.Length, new FieldMark(code.Fields, code.Role, code.Instead is null ? null : code.Code, gap), true, code);
    }

    /// <summary>Null when none of the codes is known: then the dot or colon belongs to the text.</summary>
    static Found? Codes(Match match, Dialect dialect)
    {
        var written = match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var codes = written.Select(dialect.Code).ToList();
        if (codes.TrueForAll(code => code is null) && (dialect.Tags.Count > 0 || dialect.Style == FieldStyle.ColonSuffix)) return null;
        var known = codes.OfType<FieldCode>().ToList();
        var fields = known.Aggregate(SearchFields.None, (all, code) => all | code.Fields);
        var missing = written.Where((_, i) => codes[i] is null).ToList();
        return new(match.Groups[1].Value, match.Length, new FieldMark(fields, known is [{ } only] ? only.Role : FieldRole.Text, missing.Count > 0 ? string.Join(',', missing) : null), missing.Count == 0, known.FirstOrDefault());
    }

    [GeneratedRegex(@"\G([A-Za-z][A-Za-z-]*[A-Za-z])\s*(?=\()")]
    private static partial Regex CallMark();

    [GeneratedRegex(@"\G([A-Za-z]{1,4})\s*(?:%=|=|%(?=\s*['(]))\s*")]
    private static partial Regex EqualMark();

    [GeneratedRegex("\\G(\"[^\"]+\"|[\\p{L}]+)\\s*[:=]\\s*")]
    private static partial Regex ColonMark();

    [GeneratedRegex(@"\G([A-Z]{2})(?:\s+(?=[""(\p{L}\p{N}*])|(?=\())")]
    private static partial Regex WordMark();

    [GeneratedRegex(@"\G\s*\[\s*([^\[\]]*?)\s*\]")]
    private static partial Regex TagMark();

    [GeneratedRegex(@"^(.*?)\s*:\s*~\s*(\d+)$")]
    private static partial Regex GapInTag();

    [GeneratedRegex(@"\G\s*\.\s*([A-Za-z0-9]{2}(?:\s*,\s*[A-Za-z0-9]{2})*)\s*\.(?![\p{L}\p{N}])")]
    private static partial Regex DotMark();

    [GeneratedRegex(@"\G\s*\.\s*([A-Za-z]{2}(?:\s*,\s*[A-Za-z]{2})*)\s*\.?(?=[\s)]|$)")]
    private static partial Regex LooseDotMark();

    /// <summary>Ovid's own explanation of .mp., copied along with the line.</summary>
    [GeneratedRegex(@"\G\s*\[mp\s*=[^\]]*\]")]
    private static partial Regex OvidComment();

    [GeneratedRegex(@"\G/(?:exp|de|mj)(?:/mj)?(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex EmtreeMark();

    [GeneratedRegex(@"\G:\s*([a-z]{2,3}(?:\s*,\s*[a-z]{2,3})*)(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex CodesAfterColon();
}

using System.Globalization;
using System.Text.RegularExpressions;
using ReviewKit.Query.Dialects;

namespace ReviewKit.Query.Parsing;

/// <summary>Things that are whole in themselves, whatever stands around: date ranges, limits, subject headings before a slash, references to lines.</summary>
static partial class WholeMarks
{
    internal sealed record Found(Expression Expression, int Length);

    public static Found? At(string plain, int at, Dialect dialect, IReadOnlySet<string> lines) =>
        Reference(plain, at, dialect, lines) ?? dialect.Style switch
        {
            FieldStyle.Call => ScopusLimit(plain, at),
            FieldStyle.Equal when dialect.InnerSigns is not null => CnkiYears(plain, at),
            FieldStyle.Tag => TagDates(plain, at, dialect),
            FieldStyle.ColonSuffix => EmbaseLimit(plain, at),
            FieldStyle.DotSuffix => OvidLimit(plain, at) ?? TagDates(plain, at, dialect) ?? Heading(plain, at, dialect),
            _ => null,
        };

    static Found? Reference(string plain, int at, Dialect dialect, IReadOnlySet<string> lines)
    {
        if (at > 0 && char.IsLetterOrDigit(plain[at - 1])) return null;
        var series = Series().Match(plain, at);
        if (series.Success && (lines.Count > 0 || dialect.Style == FieldStyle.DotSuffix))
        {
            var numbers = Numbers(series.Groups[2].Value).Select(line => (Expression)new LineReference(line)).ToList();
            return new(series.Groups[1].Value.Equals("or", StringComparison.OrdinalIgnoreCase) ? new Disjunction(numbers) : new Conjunction(numbers), series.Length);
        }
        var hash = Hash().Match(plain, at);
        if (hash.Success) return new(new LineReference(hash.Groups[1].Value), hash.Length);
        if (lines.Count == 0) return null;
        var bare = (dialect.LineMark == "S" ? Session() : Bare()).Match(plain, at);
        return bare.Success && lines.Contains(bare.Groups[1].Value) && dialect.Style is FieldStyle.DotSuffix or FieldStyle.Word && bare.Success && lines.Contains(bare.Groups[1].Value)
            ? new(new LineReference(bare.Groups[1].Value), bare.Length)
            : null;
    }

    static IEnumerable<string> Numbers(string list)
    {
        foreach (var part in list.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            var first = int.Parse(ends[0], CultureInfo.InvariantCulture);
            var last = int.Parse(ends[^1], CultureInfo.InvariantCulture);
            for (var n = first; n <= Math.Min(last, first + 500); n++) yield return n.ToString(CultureInfo.InvariantCulture);
        }
    }

    static Found? ScopusLimit(string plain, int at)
    {
        var year = PubYear().Match(plain, at);
        if (year.Success)
        {
            var n = int.Parse(year.Groups[2].Value, CultureInfo.InvariantCulture);
            var limit = year.Groups[1].Value.ToUpperInvariant() switch
            {
                ">" or "AFT" => new DateLimit(Limits.Year(n + 1), null),
                "<" or "BEF" => new DateLimit(null, Limits.Year(n - 1)),
                _ => new DateLimit(Limits.Year(n), Limits.Year(n)),
            };
            return new(limit, year.Length);
        }
        var filter = LimitTo().Match(plain, at);
        if (!filter.Success) return null;
        var value = filter.Groups[3].Value;
        Expression? expression = filter.Groups[2].Value.ToUpperInvariant() switch
        {
            "LANGUAGE" => new LanguageLimit([Limits.LanguageCode(value)]),
            "DOCTYPE" => new TypeLimit([Limits.TypeOf(value)]),
            "PUBYEAR" => new DateLimit(value, value),
            var other => new SearchTerm([new Piece(value)], TermForm.Quoted, SearchFields.None, other),
        };
        return new(filter.Groups[1].Value.Equals("EXCLUDE", StringComparison.OrdinalIgnoreCase) ? new Negation(expression) : expression, filter.Length);
    }

    static Found? CnkiYears(string plain, int at)
    {
        var between = YearBetween().Match(plain, at);
        if (between.Success) return new(new DateLimit(between.Groups[1].Value, between.Groups[2].Value), between.Length);
        var compared = YearCompared().Match(plain, at);
        if (!compared.Success) return null;
        var n = int.Parse(compared.Groups[2].Value, CultureInfo.InvariantCulture);
        return new(compared.Groups[1].Value switch
        {
            ">" => new DateLimit(Limits.Year(n + 1), null),
            ">=" => new DateLimit(Limits.Year(n), null),
            "<" => new DateLimit(null, Limits.Year(n - 1)),
            "<=" => new DateLimit(null, Limits.Year(n)),
            _ => new DateLimit(Limits.Year(n), Limits.Year(n)),
        }, compared.Length);
    }

    static Found? TagDates(string plain, int at, Dialect dialect)
    {
        var range = DateRange().Match(plain, at);
        if (!range.Success || dialect.Tag(range.Groups[3].Value) is not { Role: FieldRole.Year }) return null;
        return new(Years.Range(range.Groups[1].Value, range.Groups[2].Value), range.Length);
    }

    static Found? EmbaseLimit(string plain, int at)
    {
        var limit = Bracketed().Match(plain, at);
        if (!limit.Success) return null;
        var value = limit.Groups[1].Value.Trim();
        if (limit.Groups[2].Value.Equals("py", StringComparison.OrdinalIgnoreCase)) return Years.Read(value) is { } years ? new(years, limit.Length) : null;
        var language = Limits.LanguageCode(value);
        return new(language.Length == 2 ? new LanguageLimit([language]) : new TypeLimit([Limits.TypeOf(value)]), limit.Length);
    }

    static Found? OvidLimit(string plain, int at)
    {
        var limit = LimitLine().Match(plain, at);
        if (!limit.Success) return null;
        var parts = new List<Expression>();
        if (limit.Groups[1].Value is { Length: > 0 } line) parts.Add(new LineReference(line));
        var rest = limit.Groups[2].Value;
        foreach (Match year in LimitYear().Matches(rest))
            if (Years.Read(year.Groups[1].Value) is { } years) parts.Add(years);
        foreach (var word in LimitYear().Replace(rest, "").Split([" and ", "(", ")"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var names = word.Split(" or ", StringSplitOptions.TrimEntries).Select(one => one.Replace(" language", "", StringComparison.OrdinalIgnoreCase).Trim()).Where(one => one.Length > 0 && one != "and").ToList();
            if (names.Count == 0) continue;
            var codes = names.ConvertAll(Limits.LanguageCode);
            parts.Add(codes.TrueForAll(code => code.Length == 2) ? new LanguageLimit(codes) : new TypeLimit(names.ConvertAll(Limits.TypeOf)));
        }
        return parts.Count == 0 ? null : new(parts.Count == 1 ? parts[0] : new Conjunction(parts), limit.Length);
    }

    static Found? Heading(string plain, int at, Dialect dialect)
    {
        if (at > 0 && (char.IsLetterOrDigit(plain[at - 1]) || plain[at - 1] == '/')) return null;
        var heading = Slashed().Match(plain, at);
        if (!heading.Success) return null;
        var words = heading.Groups[3].Value.Trim().Trim('"');
        if (words.Split(' ').Any(word => Operators.Kind(word) is not null || Operators.Near(word, dialect) is not null) || words.EndsWith("near", StringComparison.OrdinalIgnoreCase)) return null;
        var qualifier = heading.Groups[4].Value is { Length: > 0 } sub ? sub.Replace(" ", "", StringComparison.Ordinal) : null;
        return new(new SubjectHeading(words, heading.Groups[1].Success, heading.Groups[2].Success, qualifier), heading.Length);
    }

    [GeneratedRegex(@"\G(or|and)/\s*(\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d+(?:\s*-\s*\d+)?)*)(?![\w/])", RegexOptions.IgnoreCase)]
    private static partial Regex Series();

    [GeneratedRegex(@"\G#\s*(\d+)(?!\w)")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\GS(\d+)(?![\w-])")]
    private static partial Regex Session();

    [GeneratedRegex(@"\G(\d+)(?=\s*(?:$|\)|\s(?:and|or|not|adj)))", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\GPUBYEAR\s*(>|<|=|\bAFT\b|\bBEF\b|\bIS\b)\s*(\d{4})", RegexOptions.IgnoreCase)]
    private static partial Regex PubYear();

    [GeneratedRegex("\\G(LIMIT-TO|EXCLUDE)\\s*\\(\\s*(\\w+)\\s*,\\s*\"?([^\")]*)\"?\\s*\\)", RegexOptions.IgnoreCase)]
    private static partial Regex LimitTo();

    [GeneratedRegex(@"\GYE\s+BETWEEN\s*\(\s*'?(\d{4})'?\s*,\s*'?(\d{4})'?\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex YearBetween();

    [GeneratedRegex(@"\GYE\s*(>=|<=|>|<|=)\s*'?(\d{4})'?", RegexOptions.IgnoreCase)]
    private static partial Regex YearCompared();

    [GeneratedRegex("\\G\"?(\\d{4}(?:/\\d{1,2}){0,2})\"?\\s*(?:\\[[^\\]]*\\])?\\s*:\\s*\"?(\\d{4}(?:/\\d{1,2}){0,2})\"?\\s*\\[\\s*([^\\]]+?)\\s*\\]")]
    private static partial Regex DateRange();

    [GeneratedRegex(@"\G\[([^\]]+)\]\s*/\s*(py|lim)", RegexOptions.IgnoreCase)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\Glimit\s+(?:(\d+)\s+)?to\s+(.+?)\s*$", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex LimitLine();

    [GeneratedRegex("yr\\s*=\\s*\"?([\\w -]+)\"?")]
    private static partial Regex LimitYear();

    [GeneratedRegex("\\G(exp(?:lode)?\\s+)?(\\*)?(\"?[\\p{L}\\p{N}][^()\\[\\]\"/.:*$?\\r\\n]*\"?)/(?=\\s|\\)|$|[a-z]{2}\\b)((?<=/)\\s*[a-z]{2}(?:\\s*,\\s*[a-z]{2})*(?=\\s*(?:\\)|$)|\\s+(?:and|or|not)\\b))?", RegexOptions.IgnoreCase)]
    private static partial Regex Slashed();
}

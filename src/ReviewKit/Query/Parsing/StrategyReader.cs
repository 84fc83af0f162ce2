using System.Text.RegularExpressions;
using ReviewKit.Query.Dialects;

namespace ReviewKit.Query.Parsing;

/// <summary>A strategy as read: what could be understood, and everything there was to say.</summary>
/// <param name="Tree">Null when there is no term.</param>
/// <param name="Lines">Of a strategy in numbered lines, each with its own tree, references resolved; else one line.</param>
public sealed record Strategy(Expression? Tree, IReadOnlyList<StrategyLine> Lines, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>A line of a strategy.</summary>
/// <param name="Number">As written; empty when the strategy is one string.</param>
public sealed record StrategyLine(string Number, Span At, Expression? Tree);

/// <summary>Reads search strategies as they stand in papers and histories: one string, or numbered lines that refer to each other.</summary>
public static partial class StrategyReader
{
    /// <summary>Never throws for what a text may hold; the last line is the result.</summary>
    /// <param name="binding">Whose binding of operators holds where brackets are missing; null for the platform's own.</param>
    public static Strategy Read(string text, Dialect dialect, Binding? binding = null)
    {
        var found = new ReadingRemarks();
        var plain = HalfWidth.Of(text);
        var lines = Lines(plain);
        if (lines.Count == 1) lines[0] = (lines[0].Number, Unwrapped(plain, lines[0].At, dialect, found));
        var numbers = lines.Where(line => line.Number.Length > 0).Select(line => line.Number).ToHashSet();
        var trees = new List<StrategyLine>();
        foreach (var (number, place) in lines)
            trees.Add(new StrategyLine(number, place, ExpressionParser.Parse(new Tokenizer(text, plain, place, dialect, numbers, found).Read(), dialect, binding ?? dialect.Binding, found)));
        var resolved = LineReferences.Resolve(trees, found);
        var tree = resolved.LastOrDefault()?.Tree;
        if (tree is null) found.Add("Q-E-EMPTY", new Span(0, text.Length), new("there is no search term", "没有检索词"));
        found.AddRange(Lints.StrategyLints.Of(resolved, dialect, text));
        return new Strategy(tree, resolved, found.InOrder);
    }

    /// <summary>Lines with numbers before them; several lines without numbers are one string, unless one refers to another by its place.</summary>
    static List<(string Number, Span At)> Lines(string plain)
    {
        var rows = Rows(plain);
        var marks = rows.ConvertAll(row => Number().Match(plain[row.Start..row.End]));
        if (rows.Count > 1 && marks[0].Success && marks.Count(mark => mark.Success) * 2 > rows.Count) return Numbered(rows, marks);
        if (rows.Count > 1 && rows.Exists(row => ByPlace().IsMatch(plain[row.Start..row.End]))) return [.. rows.Select((row, i) => ($"{i + 1}", row))];
        return [("", rows.Count == 0 ? new Span(0, plain.Length) : rows[0].To(rows[^1]))];
    }

    static List<Span> Rows(string plain)
    {
        var rows = new List<Span>();
        var start = 0;
        while (start < plain.Length)
        {
            var stop = plain.AsSpan(start).IndexOfAny('\n', '\r') is >= 0 and var length ? start + length : plain.Length;
            if (!string.IsNullOrWhiteSpace(plain[start..stop])) rows.Add(Span.From(start, stop));
            start = stop + 1;
        }
        return rows;
    }

    /// <summary>A row without number goes on with the line before it.</summary>
    static List<(string Number, Span At)> Numbered(List<Span> rows, List<Match> marks)
    {
        var lines = new List<(string Number, Span At)>();
        for (var i = 0; i < rows.Count; i++)
            if (marks[i].Success) lines.Add((marks[i].Groups[1].Value, Span.From(rows[i].Start + marks[i].Length, rows[i].End)));
            else lines[^1] = (lines[^1].Number, lines[^1].At.To(rows[i]));
        return lines;
    }

    /// <summary>Without the platform's name before it, and without quotes around the whole.</summary>
    static Span Unwrapped(string plain, Span line, Dialect dialect, ReadingRemarks found)
    {
        var content = plain[line.Start..line.End];
        if (PlatformName().Match(content) is { Success: true } name && dialect.Code(name.Groups[1].Value) is null)
        {
            var place = new Span(line.Start + name.Groups[1].Index, name.Length - name.Groups[1].Index);
            found.Add("Q-W-PLATFORM-NAME", place, new($"{name.Value.Trim()} is no part of the search; it was left out", $"{name.Value.Trim()} 不是检索式的一部分，已略去"), new Fix(place, ""));
            line = Span.From(line.Start + name.Length, line.End);
            content = plain[line.Start..line.End];
        }
        if (dialect.Quote == '"' && WholeInQuotes().Match(content) is { Success: true } whole)
        {
            var inner = whole.Groups[1];
            var place = new Span(line.Start + inner.Index - 1, inner.Length + 2);
            found.Add("Q-W-WHOLE-QUOTED", place, new("the whole search stands in quotes: the platform would take it for one phrase; the quotes were left out", "整个检索式都在引号内：平台会把它当作一个短语；已去掉引号"), new Fix(place, inner.Value));
            return new Span(line.Start + inner.Index, inner.Length);
        }
        return line;
    }

    [GeneratedRegex(@"^\s*(?:#|S(?=\d))?(\d{1,3})(?:\s*[.):]\s+|\s*[.):](?=\S)|\s+|\t)(?!(?i:and|or|not)\b)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:(?:or|and)/\d|(?:#?\d+\s+(?:and|or|not)\s+)+#?\d+\s*$)", RegexOptions.IgnoreCase)]
    private static partial Regex ByPlace();

    [GeneratedRegex(@"^\s*((?:web of science|wos|pubmed|medline|scopus|embase|ovid|cinahl|ebsco(?:host)?|ieee xplore|cnki|中国知网|知网|wanfang|万方|psycinfo|cochrane)[^:()""\[\]=]{0,60}):\s*", RegexOptions.IgnoreCase)]
    private static partial Regex PlatformName();

    [GeneratedRegex("^\\s*\"([^\"]*(?:\\b(?:AND|OR|NOT)\\b)[^\"]*[()=\\[][^\"]*|[^\"]*[()=\\[][^\"]*\\b(?:AND|OR|NOT)\\b[^\"]*)\"\\s*$")]
    private static partial Regex WholeInQuotes();
}

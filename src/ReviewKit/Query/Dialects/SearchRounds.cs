namespace ReviewKit.Query.Dialects;

/// <summary>The same search set by set, so that the platform shows a count after each round.</summary>
static class SearchRounds
{
    public static IReadOnlyList<string> Of(IReadOnlyList<Expression> sets, IReadOnlyList<Expression> limits, Dialect dialect, Writing writing)
    {
        if (dialect.Name == "sinomed") return Steps(sets, limits, dialect, writing).Split('\n');
        // Without a history of numbered searches every round is a whole string.
        if (dialect.LineMark is not { } mark)
            return [.. sets.Select((_, i) => DialectWriter.Write(Compilation.Whole([.. sets.Take(i + 1)], limits), dialect, writing).Text)];
        var lines = new List<string>();
        foreach (var set in sets)
        {
            var text = Text(set, dialect, writing);
            lines.Add(Numbered(mark, lines.Count + 1, lines.Count == 0 ? text : $"{mark}{lines.Count} {dialect.And} {(set is Conjunction || NeedsBrackets(set, dialect, writing) ? $"({text})" : text)}"));
        }
        foreach (var limit in limits)
            if (Text(limit, dialect, writing) is { Length: > 0 } text)
                lines.Add(Numbered(mark, lines.Count + 1, dialect.Name == "ovid" && limit is DateLimit ? text.Replace("limit to", $"limit {lines.Count} to", StringComparison.Ordinal) : $"{mark}{lines.Count} {dialect.And} {text}"));
        return lines;
    }

    /// <summary>SinoMed's history: each set by itself in the field chosen in the form, then their conjunctions.</summary>
    public static string Steps(IReadOnlyList<Expression> sets, IReadOnlyList<Expression> limits, Dialect dialect, Writing writing)
    {
        var lines = sets.Select((set, i) => $"#{i + 1} {Text(InForm(set, dialect, writing), dialect, writing with { Source = dialect.Name })}").ToList();
        for (var i = 1; i < sets.Count; i++) lines.Add($"#{lines.Count + 1} #{(i == 1 ? 1 : lines.Count)} AND #{i + 1}");
        foreach (var limit in limits)
            if (Text(limit, dialect, writing) is { Length: > 0 } text) lines.Add($"#{lines.Count + 1} #{lines.Count} AND {text}");
        return string.Join('\n', lines);
    }

    /// <summary>Terms that are all in the common fields need no field marks: the form has that field.</summary>
    static Expression InForm(Expression set, Dialect dialect, Writing writing)
    {
        var lowered = DialectWriter.Write(set, dialect, writing).Tree ?? set;
        return Normal.FieldsOf(lowered) == dialect.Fields[0].Fields ? Normal.WithFields(lowered, SearchFields.None) : lowered;
    }

    static string Numbered(string mark, int number, string text) => mark.Length == 0 ? $"{number}. {text}" : $"{mark}{number} {text}";

    static string Text(Expression expression, Dialect dialect, Writing writing) => DialectWriter.Write(expression, dialect, writing).Text;

    /// <summary>Beside the number of a line a text of several fields needs brackets.</summary>
    static bool NeedsBrackets(Expression set, Dialect dialect, Writing writing)
    {
        var alone = Text(set, dialect, writing);
        return Text(new Conjunction([new LineReference("1"), set]), dialect, writing).EndsWith($"({alone})", StringComparison.Ordinal);
    }
}

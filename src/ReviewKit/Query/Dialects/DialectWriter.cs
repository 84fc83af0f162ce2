namespace ReviewKit.Query.Dialects;

/// <summary>How a tree is written.</summary>
public sealed record Writing
{
    /// <summary>Fields one by one (TI, AB, AK) rather than the platform's combined code (TS).</summary>
    public bool Separate { get; init; }

    /// <summary>The platform the tree was read from; null for a query file.</summary>
    public string? Source { get; init; }

    /// <summary>What several words without quotes meant where the tree was read.</summary>
    public BareWords BareWords { get; init; } = BareWords.Phrase;
}

/// <summary>A string for a platform.</summary>
/// <param name="Text">To paste; several lines where the platform needs steps. Empty when nothing can be written.</param>
/// <param name="Tree">What the string says: the tree with the platform's losses, each named in the diagnostics.</param>
public sealed record Written(string Text, Expression? Tree, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Writes trees in the syntax of a platform.</summary>
public static class DialectWriter
{
    public static Written Write(Expression expression, Dialect dialect, Writing options)
    {
        var lowering = new Lowering(dialect, options);
        var tree = lowering.Of(expression);
        if (tree is null) return new Written("", null, lowering.Found);
        var printer = new ExpressionPrinter(dialect, options.Separate);
        var text = dialect.Name switch
        {
            "openalex" => OpenAlexFilter.Of(tree, dialect, printer),
            "ovid" => Stepped(tree, printer),
            "baidu" => BaiduText.Of(tree),
            _ => printer.Text(tree),
        };
        return new Written(text, tree, lowering.Found);
    }

    /// <summary>Ovid limits years in a step of its own.</summary>
    static string Stepped(Expression tree, ExpressionPrinter printer)
    {
        if (tree is not Conjunction all || !all.Parts.Any(part => part is DateLimit)) return printer.Text(tree);
        var rest = all.Parts.Where(part => part is not DateLimit).ToList();
        if (rest.Count == 0) return printer.Text(tree);
        var first = printer.Text(rest.Count == 1 ? rest[0] : all with { Parts = rest });
        var limits = all.Parts.OfType<DateLimit>().Select((date, i) => $"{i + 2}. {printer.Text(date).Replace("limit to", $"limit {i + 1} to", StringComparison.Ordinal)}");
        return string.Join('\n', limits.Prepend("1. " + first));
    }
}

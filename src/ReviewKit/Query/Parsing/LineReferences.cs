namespace ReviewKit.Query.Parsing;

/// <summary>Puts the lines of a strategy into the places where they are referred to.</summary>
static class LineReferences
{
    public static IReadOnlyList<StrategyLine> Resolve(IReadOnlyList<StrategyLine> lines, ReadingRemarks found)
    {
        var byNumber = new Dictionary<string, StrategyLine>();
        foreach (var line in lines) byNumber[line.Number] = line;
        var used = new HashSet<string>();
        var resolved = lines.Select(line => line with { Tree = line.Tree is null ? null : Of(line.Tree, [line.Number]) }).ToList();
        foreach (var line in lines.SkipLast(1).Where(line => !used.Contains(line.Number)))
            found.Add("Q-W-LINE-UNUSED", line.At, new($"line {line.Number} is used by no other line and is not the last", $"第 {line.Number} 行未被引用，也不是最后一行"));
        return resolved;

        Expression Of(Expression expression, string[] path) => expression switch
        {
            LineReference reference => Line(reference, path),
            Conjunction all => all with { Parts = [.. all.Parts.Select(part => Of(part, path))] },
            Disjunction any => any with { Parts = [.. any.Parts.Select(part => Of(part, path))] },
            Negation none => none with { Part = Of(none.Part, path) },
            Proximity near => near with { Operands = [.. near.Operands.Select(part => Of(part, path))] },
            _ => expression,
        };

        Expression Line(LineReference reference, string[] path)
        {
            if (path.Contains(reference.Line))
            {
                found.Add("Q-E-CIRCLE", reference.At, new($"line {reference.Line} refers to itself", $"第 {reference.Line} 行引用了自身"));
                return reference;
            }
            if (!byNumber.TryGetValue(reference.Line, out var line) || reference.Line.Length == 0)
            {
                found.Add("Q-E-LINE", reference.At, new($"there is no line {reference.Line}", $"没有第 {reference.Line} 行"));
                return reference;
            }
            used.Add(reference.Line);
            return line.Tree is null ? reference : Of(line.Tree, [.. path, reference.Line]);
        }
    }
}

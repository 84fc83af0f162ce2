using ReviewKit.Query.Parsing;

namespace ReviewKit.Query.Dialects;

/// <summary>How a query file is compiled.</summary>
public sealed record CompileOptions
{
    /// <summary>Fields one by one rather than the platform's combined code.</summary>
    public bool Separate { get; init; }

    /// <summary>Languages of the terms, zh and en; empty is what the query file says for the platform, else the platform's habit.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Characters the box takes; null is the platform's own limit.</summary>
    public int? Box { get; init; }
}

/// <summary>A query as one platform gets it.</summary>
/// <param name="Runs">The string to paste; more than one where it is too long for the box, each a search of its own whose records are put together.</param>
/// <param name="Rounds">One line a round, cumulative: the platform counts after each set.</param>
/// <param name="Terms">Languages of the terms.</param>
public sealed record Compiled(Dialect Dialect, IReadOnlyList<string> Runs, IReadOnlyList<string> Rounds, IReadOnlyList<string> Terms, IReadOnlyList<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(one => one.IsError);
}

/// <summary>Turns a query file into the strings of a platform.</summary>
public static class Compilation
{
    /// <returns>Without runs when a set has no terms in the platform's language, or the period ends before it begins: the diagnostics say so.</returns>
    public static Compiled Of(TermQuery query, Dialect dialect, CompileOptions options)
    {
        var own = query.Platforms.GetValueOrDefault(dialect.Name);
        IReadOnlyList<string> languages = options.Terms is { Count: > 0 } asked ? asked : own is { Terms.Count: > 0 } ? own.Terms : [dialect.Language];
        if (own?.Text is { } fixedText) return Fixed(fixedText.Trim(), dialect, languages);
        var asSent = query.For(dialect.Name);
        var found = new List<Diagnostic>();
        var sets = new List<Expression>();
        foreach (var set in asSent.Sets)
            if (set.In([.. languages]) is { } tree) sets.Add(tree);
            else found.Add(new("Q-E-NO-TERMS", default, new($"set {set.Id} has no terms in {string.Join(" or ", languages)}: {dialect.Title.En} would get a search without it; add terms, or choose the languages with --terms or platforms: {dialect.Name}: terms:", $"检索词组 {set.Id} 没有{string.Join("或", languages.Select(Limits.ChineseName))}词：{dialect.Title.Zh}的检索式会缺少该组；请补充检索词，或用 --terms 或 platforms: {dialect.Name}: terms: 指定语种")));
        foreach (var set in asSent.Sets) found.AddRange(LeftOut(set, languages, dialect));
        var limits = LimitsOf(asSent, found);
        if (found.Exists(one => one.IsError)) return new Compiled(dialect, [], [], languages, found);

        var writing = new Writing { Separate = options.Separate };
        var whole = DialectWriter.Write(Whole(sets, limits), dialect, writing);
        found.AddRange(whole.Diagnostics);
        found.AddRange(dialect.Remarks.Select(remark => new Diagnostic(remark.Code, default, remark.Said)));
        if (limits.Exists(limit => limit is LanguageLimit) && dialect.Languages(["en"]) is not null)
            found.Add(new("Q-W-LANGUAGE", default, new("the filter by language drops records whose language is not recorded", "语种过滤会丢掉未标注语种的记录")));
        if (limits.Exists(limit => limit is DateLimit) && dialect.Years(2000, 2001) is not null)
            found.Add(new("Q-I-DATE", default, new("platforms count the year of the issue or of the first appearance online, and not all the same", "各平台按刊期年份或网络首发年份计，口径不一")));
        var runs = RunSplitting.Of(sets, limits, dialect, writing, options.Box ?? dialect.MaxLength);
        if (runs.Count > 1)
            found.Add(new("Q-W-RUNS", default, new($"split into {runs.Count} runs: put their records together, and log each run", $"拆成 {runs.Count} 次运行：合并结果，并逐次登记")));
        var rounds = SearchRounds.Of(sets, limits, dialect, writing);
        return new Compiled(dialect, dialect.Name == "sinomed" ? [SearchRounds.Steps(sets, limits, dialect, writing)] : runs, rounds, languages, [.. found.DistinctBy(one => (one.Code, one.At, one.Said))]);
    }

    /// <summary>Alternatives of the other language are for other platforms; what must or must not be there narrows the search wherever it stands.</summary>
    static IEnumerable<Diagnostic> LeftOut(TermSet set, IReadOnlyList<string> languages, Dialect dialect)
    {
        List<string> left = [.. set.Required.Concat(set.Excluded).Where(term => term.Language.Length > 0 && !languages.Contains(term.Language)).Select(term => term.Text)];
        if (left.Count > 0)
            yield return new("Q-W-LEFT-OUT", default, new($"set {set.Id}: {string.Join(", ", left)}, which must or must not be found, is not in {string.Join(" or ", languages)} and left out for {dialect.Title.En}: its search is wider; say it in that language too, or use --terms",
                $"检索词组 {set.Id}：{string.Join("、", left)} 规定了必须或不得出现，但不是{string.Join("或", languages.Select(Limits.ChineseName))}词，{dialect.Title.Zh}的检索式未含：检索范围更宽；请补充该语种的词，或用 --terms"));
    }

    public static Expression Whole(IReadOnlyList<Expression> sets, IReadOnlyList<Expression> limits) =>
        sets.Count + limits.Count == 1 ? sets.Concat(limits).First() : new Conjunction([.. sets, .. limits]);

    static Compiled Fixed(string text, Dialect dialect, IReadOnlyList<string> languages)
    {
        var read = dialect.CanRead ? StrategyReader.Read(text, dialect).Diagnostics : [];
        return new Compiled(dialect, [text], [], languages, [new("Q-I-OVERRIDE", default, new($"the string for {dialect.Title.En} is the one the query file gives, not made of the sets", $"{dialect.Title.Zh}的检索式取自检索式文件，并非由检索词组生成")), .. read.Select(one => one with { At = default, Fix = null })]);
    }

    static List<Expression> LimitsOf(TermQuery query, List<Diagnostic> found)
    {
        var limits = new List<Expression>();
        if (query.From is not null || query.To is not null) limits.Add(new DateLimit(query.From, query.To));
        if (query is { From: { } from, To: { } to } && string.CompareOrdinal(from, to) > 0 && !from.StartsWith(to, StringComparison.Ordinal))
            found.Add(new("Q-E-WINDOW", default, new($"the period begins ({from}) after it ends ({to})", $"起始时间（{from}）晚于结束时间（{to}）")));
        if (query.Languages.Count > 0) limits.Add(new LanguageLimit([.. query.Languages.Select(Limits.LanguageCode)]));
        if (query.Types.Count > 0) limits.Add(new TypeLimit(query.Types));
        return limits;
    }
}

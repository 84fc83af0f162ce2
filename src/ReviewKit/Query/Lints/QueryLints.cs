using ReviewKit.Query.Dialects;
using ReviewKit.Text;

namespace ReviewKit.Query.Lints;

/// <summary>What can be seen in a query file: sets without partner, terms that add nothing or find too much, forms that are missing.</summary>
public static class QueryLints
{
    // British and American, and other pairs of spellings; each is looked for as a part of a word.
    static readonly (string One, string Other)[] Spellings =
    [
        ("behaviour", "behavior"), ("colour", "color"), ("labour", "labor"), ("neighbour", "neighbor"), ("favour", "favor"), ("isation", "ization"), ("organis", "organiz"), ("urbanis", "urbaniz"), ("digitalis", "digitaliz"),
        ("centre", "center"), ("metre", "meter"), ("programme", "program"), ("ageing", "aging"), ("modelling", "modeling"), ("catalogue", "catalog"), ("defence", "defense"), ("paediatric", "pediatric"), ("grey", "gray"), ("judgement", "judgment"),
    ];

    public static IReadOnlyList<Diagnostic> Of(TermQuery query)
    {
        var found = new List<Diagnostic>();
        foreach (var set in query.Sets)
        {
            Partner(query, set, found);
            foreach (var tree in set.In("zh", "en") is { } all ? (Expression[])[all] : [])
                found.AddRange(Redundancy.Of(tree, Platforms.Any).Select(one => one with { Said = InFile(one) }));
            foreach (var term in set.All) Term(term, set, found);
        }
        TwoSets(query, found);
        SimplifiedOnly(query, found);
        if (query is { From: { } from, To: { } to } && string.CompareOrdinal(from, to) > 0 && !from.StartsWith(to, StringComparison.Ordinal))
            found.Add(new("Q-E-WINDOW", default, new($"the period begins ({from}) after it ends ({to})", $"起始时间（{from}）晚于结束时间（{to}）")));
        if (query.Languages.Count > 0)
            found.Add(new("Q-W-LANGUAGE", default, new("a filter by language drops records whose language is not recorded", "语种过滤会丢掉未标注语种的记录")));
        return [.. found.Distinct().OrderBy(one => one.At.Start).ThenBy(one => one.Code, StringComparer.Ordinal)];
    }

    /// <summary>Offsets in a file of many lines help nobody.</summary>
    static Message InFile(Diagnostic one) => one.Code == "Q-W-DUPLICATE" ? new("the term is in the set twice", "该词在组内出现两次") : one.Said;

    static void Partner(TermQuery query, TermSet set, List<Diagnostic> found)
    {
        var place = set.All.Select(term => term.Tree.At).FirstOrDefault();
        var (zh, en) = (set.All.Any(term => term.Language is "zh" or ""), set.All.Any(term => term.Language is "en" or ""));
        if (zh == en || !query.Sets.SelectMany(one => one.All).Any(term => term.Language == (zh ? "en" : "zh"))) return;
        found.Add(new("Q-W-PARTNER", place, zh
            ? new($"set {set.Id} has Chinese terms only, while others have English ones: a database in English cannot be asked for it", $"检索词组 {set.Id} 只有中文词，而其他组有英文词：无法用于英文数据库")
            : new($"set {set.Id} has English terms only, while others have Chinese ones: a database in Chinese cannot be asked for it", $"检索词组 {set.Id} 只有英文词，而其他组有中文词：无法用于中文数据库")));
    }

    static void Term(Term term, TermSet set, List<Diagnostic> found)
    {
        var place = term.Tree.At;
        if (term.Tree is not SearchTerm leaf) return;
        if (Fold.HasHan(leaf.Text))
        {
            if (leaf.Text.Length == 1 || TermLints.Common.Contains(leaf.Text)) found.Add(new("Q-W-COMMON", place, TermLints.TooCommon(leaf.Text)));
            return;
        }
        if (leaf.HasWildcards)
        {
            var stem = leaf.Text.Split(' ').FirstOrDefault(word => word.IndexOf('*', StringComparison.Ordinal) is > 0 and < 4);
            if (stem is not null) found.Add(new("Q-E-STEM", place, new($"{stem}: PubMed wants 4 letters before the wildcard, Web of Science and IEEE 3", $"{stem}：PubMed 要求通配符前至少 4 个字母，Web of Science 和 IEEE 要求 3 个")));
            return;
        }
        Variants(term, leaf, set, found);
    }

    static void Variants(Term term, SearchTerm leaf, TermSet set, List<Diagnostic> found)
    {
        bool Covered(string form) => set.All.Any(other => other.Tree is not SearchTerm one || Redundancy.CoversText(one.Text.TrimEnd('$'), form));
        var missing = EnglishPlural.Forms(leaf.Text).Skip(1).Where(form => !Covered(form)).ToList();
        foreach (var (one, other) in Spellings)
            foreach (var (from, to) in ((string, string)[])[(one, other), (other, one)])
                if (leaf.Text.Contains(from, StringComparison.OrdinalIgnoreCase) && !(from.Length < to.Length && leaf.Text.Contains(to, StringComparison.OrdinalIgnoreCase)) && leaf.Text.Replace(from, to, StringComparison.OrdinalIgnoreCase) is var spelled && !Covered(spelled)) missing.Add(spelled);
        // Names of places and people have no plural.
        if (missing.Count == 0 || char.IsUpper(leaf.Text[0])) return;
        found.Add(new("Q-W-VARIANT", term.Tree.At, new($"{leaf.Text}: the set has not {string.Join(" nor ", missing)}; not every platform finds the one for the other (plural: true adds number)", $"{leaf.Text}：组内没有 {string.Join("、", missing)}；并非所有平台都会互相匹配（plural: true 可补单复数）")));
    }

    static void SimplifiedOnly(TermQuery query, List<Diagnostic> found)
    {
        var terms = query.Sets.SelectMany(set => set.All.Where(term => term.Tree is SearchTerm && term.Text.Any(c => Traditional.FormOf(c) is not null) && !set.All.Any(other => other != term && Fold.Term(other.Text) == Fold.Term(term.Text)))).ToList();
        if (terms.Count == 0) return;
        var (first, list) = (terms[0].Tree.At, terms.Select(term => term.Text).ToList());
        found.Add(new("Q-W-TRADITIONAL", first, new($"written otherwise in traditional characters: {string.Join(", ", list)}; the matching here takes both forms, Western databases and those of Taiwan and Hong Kong do not", $"繁体写法不同：{string.Join("、", list)}；此处匹配时简繁等同，西文及港台数据库则不然")));
    }

    static void TwoSets(TermQuery query, List<Diagnostic> found)
    {
        var seen = new Dictionary<string, string>();
        foreach (var set in query.Sets)
            foreach (var term in set.All)
                if (!seen.TryAdd(Fold.Term(term.Text), set.Id) && seen[Fold.Term(term.Text)] is var first && first != set.Id)
                    found.Add(new("Q-W-TWO-SETS", term.Tree.At, new($"{term.Text} is in {first} and in {set.Id}: a record with it passes both", $"{term.Text} 同时在 {first} 和 {set.Id} 中：含该词的记录两组都通过")));
    }
}

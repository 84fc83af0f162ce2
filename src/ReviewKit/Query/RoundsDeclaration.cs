using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>
/// Whether the rounds are part of the search (then only their result is counted as identified) or removed records after export (then they stand in PRISMA's automation box)
/// is declared in review.yaml; this looks for signs that they are counted as both, or as neither.
/// </summary>
public static class RoundsDeclaration
{
    /// <param name="declared">Of review.yaml.</param>
    /// <param name="query">The query the rounds are of.</param>
    /// <param name="log">Null where there is none.</param>
    public static IReadOnlyList<Diagnostic> Lint(ProtocolQuery declared, TermQuery query, SearchLog? log)
    {
        var found = new List<Diagnostic>();
        void Say(string code, string en, string zh) => found.Add(new Diagnostic(code, default, new Message(en, zh)));
        if (query.Counted is { } other && other != declared.Counted)
            Say("Q-E-DECLARED", $"{declared.File} counts the rounds as {other}, review.yaml as {declared.Counted}: they would stand in the flow twice or not at all", $"{declared.File} 把各轮计为 {other}，review.yaml 计为 {declared.Counted}：它们会在流程中重复出现或完全缺失");
        if (declared is { Mode: "verify", Counted: "automation" })
            Say("Q-W-NOT-REMOVED", "review.yaml counts the rounds as automation, but mode: verify removes nothing, so PRISMA's automation box misses them: use mode: remove, or counted: search", "review.yaml 把各轮计为 automation，但 mode: verify 不移除任何记录，PRISMA 的自动化工具一栏将缺少它们：请用 mode: remove，或 counted: search");
        foreach (var search in log?.Searches ?? [])
        {
            if (search.Text is null || query.Sets.Count < 2) continue;
            var sets = SetsIn(query, search.Platform, search.Text);
            var lacking = query.Sets.Where((_, number) => !sets.Contains(number)).Select(set => set.Id).ToList();
            if (declared.Counted == "automation" && lacking.Count == 0)
                Say("Q-W-COUNTED-TWICE", $"the string run on {search.Platform} on {search.Date} has terms of every set, so the rounds were part of the search there; review.yaml counts them as automation too", $"{search.Date} 在 {search.Platform} 运行的检索式已含各组检索词，各轮在该处属于检索；review.yaml 又将其计为 automation");
            if (declared.Counted == "search" && lacking.Count > 0 && sets.Count > 0)
                Say("Q-W-NOT-SEARCHED", $"review.yaml counts the rounds as part of the search, but the string run on {search.Platform} on {search.Date} has no term of {string.Join(", ", lacking)}", $"review.yaml 把各轮计为检索的一部分，但 {search.Date} 在 {search.Platform} 运行的检索式不含 {string.Join("、", lacking)} 的任何词");
        }
        return found;
    }

    /// <summary>A string in any platform's syntax has a set when one of its terms is in it: brackets and field codes are no letters.</summary>
    static HashSet<int> SetsIn(TermQuery query, string platform, string text)
    {
        var record = new Record { Title = text, Abstract = text, Keywords = { text }, IndexKeywords = { text } };
        return [.. new Rounds(query.For(platform)).Match(record).Evidence.Select(found => found.Set)];
    }
}

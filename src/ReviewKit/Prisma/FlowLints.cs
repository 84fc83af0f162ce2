using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>What a flow leaves unsaid. What is stated is judged anywhere; what is absent is missed only in a flow that goes from identification to inclusion.</summary>
static class FlowLints
{
    public static IEnumerable<Finding> Of(DeclaredFlow flow, FlowEquations equations)
    {
        var counts = flow.Counts;
        var included = counts[equations.IncludedReports].Total ?? counts["included.studies"].Total ?? counts["new.studies"].Total;
        var isWhole = counts.Total("db_identified") is not null && included is not null;

        if (counts["db_removed"] is { N: > 0 and var removed } && counts.Stated.All(stated => !stated.Box.Key.StartsWith("db_removed.", StringComparison.Ordinal)))
            yield return Warning("W-REMOVED-MIXED", "db_removed", $"{removed} records removed in one number; state duplicates, automation tools and other reasons (a missing abstract, say) apart", $"移除的 {removed} 条记录只有一个数字；请分别给出重复、自动化工具和其他原因（如无摘要）");
        if (counts["db_removed"].N is { } all && Lines(counts) is { Count: 1 or 2 } lines && all > lines.Sum())
            yield return Warning("W-REMOVED-UNEXPLAINED", "db_removed", $"{all - lines.Sum()} of the records removed are not explained: {all} in all, {string.Join(" + ", lines)} with a reason", $"移除的记录中有 {all - lines.Sum()} 条没有说明原因：共 {all} 条，已说明 {string.Join(" + ", lines)} 条");
        if (isWhole && counts["databases"].Parts.Count + counts["registers"].Parts.Count + counts["sources"].Parts.Count == 0)
            yield return Warning("W-NO-PER-DATABASE", "db_identified", "no number per database; PRISMA asks for one for each database or register searched (footnote *)", "没有各数据库的数量；PRISMA 建议逐一报告每个数据库或注册库（脚注 *）");
        foreach (var box in (string[])["db_ftexcluded", "ot_ftexcluded"])
        {
            // Other methods bring few reports: there a single reason may well be all there was.
            if (counts[box] is { Total: > 1 and var excluded, Parts.Count: var reasons } && (reasons == 0 || (reasons == 1 && box == "db_ftexcluded")))
                yield return Warning("W-SINGLE-REASON", box, $"all {excluded} reports excluded for one reason, or for none stated; PRISMA item 16 asks for the number per reason", $"{excluded} 篇排除的报告只有一个原因或没有原因；PRISMA 条目 16 要求按原因分别报告");
            else if (isWhole && counts[box].Total is null && equations.Known(box.Replace("ftexcluded", "assessed", StringComparison.Ordinal)) > included)
                yield return Warning("W-REASONS-ABSENT", box, "more reports assessed than included, but no exclusions with reasons stated", "评估的报告多于纳入的报告，但没有给出排除的数量和原因");
        }
        if (counts["db_notretrieved"].Total is null && equations.Known("db_sought") is not null && (counts["db_assessed"].Total is not null || isWhole))
            yield return Warning("W-NOT-RETRIEVED-ABSENT", "db_notretrieved", "reports not retrieved: no number; say 0 if all were obtained", "未获取到的报告没有数字；如全部获取，请写 0");
        foreach (var reconciliation in flow.Reconciliations)
            yield return Reconciled(reconciliation);
    }

    /// <summary>Of duplicates, automation tools and other reasons, those that are stated.</summary>
    static List<int> Lines(FlowCounts counts) =>
        [.. new[] { "db_removed.duplicates", "db_removed.automation", "db_removed.other" }.Select(line => counts[line].Total).OfType<int>()];

    static Finding Reconciled(Reconciliation reconciliation) => reconciliation.Box is "db_sought" or "ot_sought"
        ? Warning("W-RECONCILED", reconciliation.Box, $"a gap of {reconciliation.Gap:+0;-0} is accepted: {reconciliation.Reason}", $"已接受差额 {reconciliation.Gap:+0;-0}：{reconciliation.Reason}")
        : Warning("W-RECONCILIATION-UNUSED", reconciliation.Box, "a gap can be explained only where records become reports, at db_sought and ot_sought", "只有在记录转为报告之处（db_sought 和 ot_sought）才能用说明解释差额");

    static Finding Warning(string code, string box, string en, string zh) => new(code, box, null, null, new Message(en, zh));
}

using ReviewKit.Text;

namespace ReviewKit.Prisma;

// What is no subtraction: sums of parts, numbers that cannot be negative or grow, studies against reports.
sealed partial class FlowEquations
{
    // Each stage after the one that feeds it.
    static readonly (string Stage, string[] Before)[] Stages =
    [
        ("db_screened", ["db_identified"]),
        ("db_sought", ["db_screened", "db_identified"]),
        ("db_assessed", ["db_sought", "db_screened", "db_identified"]),
        ("ot_assessed", ["ot_sought", "ot_identified"]),
    ];

    // The boxes whose parts are reasons for leaving something out.
    static readonly HashSet<string> Excluding = ["db_excluded", "db_ftexcluded", "ot_ftexcluded"];

    void NonNegative()
    {
        foreach (var (box, count) in counts.Stated)
        {
            if (count.N < 0) Add("E-NEGATIVE", box.Key, 0, count.N, $"{box.Key}: {Text(count.N)} is less than nothing", $"{box.Key}：{Text(count.N)} 小于零");
            foreach (var (name, n) in count.Parts)
                if (n < 0) Add("E-NEGATIVE", box.Key, 0, n, $"{box.Key}, {name}: {Text(n)} is less than nothing", $"{box.Key}，{name}：{Text(n)} 小于零");
        }
    }

    /// <summary>F1: what was identified is the sum over what was searched.</summary>
    void Sources()
    {
        if (counts["db_identified"].N is not { } identified) return;
        foreach (var from in (string[][])[["sources"], ["databases", "registers"]])
        {
            var known = from.Where(box => counts[box].Total is not null).ToList();
            if (known.Count == 0) continue;
            var sum = known.Sum(box => counts[box].Total!.Value);
            Compare("E-IDENTIFIED", "db_identified", sum, identified, $"{string.Join(" + ", known.Select(box => $"{box} {counts[box].Total}"))} = {sum}");
        }
    }

    /// <summary>A number that is split is the sum of its parts; reasons have a name, differ, and are of something.</summary>
    void Parts()
    {
        foreach (var (box, count) in counts.Stated)
        {
            if (count is { N: { } stated, Listed: { } listed } && stated != listed)
                Compare(box.Key is "databases" or "registers" or "sources" ? "E-IDENTIFIED" : "E-REASON-SUM", box.Key, listed, stated, $"{string.Join(" + ", count.Parts.Select(part => part.N))} = {listed}");
            if (Excluding.Contains(box.Key)) Reasons(box.Key, count.Parts);
        }
        var removed = new[] { "db_removed.duplicates", "db_removed.automation", "db_removed.other" }.Select(box => counts[box].Total).ToList();
        // A total larger than the lines stated leaves the rest unexplained (W-REMOVED-UNEXPLAINED), which contradicts nothing.
        if (counts["db_removed"].N is { } total && removed.Any(n => n is not null) && (removed.Sum(n => n ?? 0) > total || removed.All(n => n is not null)))
            Compare("E-REMOVED-SUM", "db_removed", removed.Sum(n => n ?? 0), total, $"{string.Join(" + ", removed.Select(n => n ?? 0))} = {removed.Sum(n => n ?? 0)}");
        Split(counts["db_excluded.human"].Total, counts["db_excluded.automation"].Total);
    }

    void Reasons(string box, IReadOnlyList<NamedCount> reasons)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, n) in reasons)
        {
            if (Fold.Letters(name).Length == 0) Add("E-REASON-EMPTY", box, null, n, $"{box}: {n} are excluded for a reason without name", $"{box}：{n} 篇的排除原因没有名称");
            else if (!names.Add(Fold.Letters(name))) Add("E-REASON-REPEATED", box, null, n, $"{box}: the reason \"{name}\" is listed twice", $"{box}：原因“{name}”出现两次");
            if (n == 0) Add("E-REASON-ZERO", box, null, 0, $"{box}: the reason \"{name}\" excluded nothing; leave it out", $"{box}：原因“{name}”没有排除任何报告；请删去");
        }
    }

    /// <summary>F10, the footnote **: excluded by a human and by automation, both or neither.</summary>
    void Split(int? human, int? automation)
    {
        if (human is null && automation is null) return;
        if (human is { } byHuman && automation is { } byTool)
        {
            if (counts["db_excluded"].Total is { } stated)
                Compare("E-EXCLUDED-SPLIT", "db_excluded", byHuman + byTool, stated, $"db_excluded.human {byHuman} + db_excluded.automation {byTool} = {byHuman + byTool}");
            return;
        }
        var (given, absent) = human is null ? ("automation", "human") : ("human", "automation");
        Add("E-EXCLUDED-SPLIT", "db_excluded." + absent, null, null, $"db_excluded.{given} is stated without db_excluded.{absent}; state both or neither", $"给出了 db_excluded.{given} 而没有 db_excluded.{absent}；应同时给出或都不给出");
    }

    /// <summary>F8: no stage is larger than what feeds it.</summary>
    void Growth()
    {
        foreach (var (stage, before) in Stages)
        {
            if (counts[stage].Total is not { } n || before.FirstOrDefault(box => Known(box) is not null) is not { } from) continue;
            // Accepted, or already named as what it is: the other records counted in, say.
            var isExplained = reconciliations.Any(reconciliation => reconciliation.Box == stage)
                || Findings.Any(finding => finding.Box == stage && finding.Gap is { } gap && FlowCauses.Named(finding.Code, gap, counts) is not null);
            if (!isExplained) Grown(stage, n, from, Known(from)!.Value);
        }
        var fed = (Known("db_assessed") ?? Known("db_sought")) + (HasOther ? Known("ot_assessed") ?? Known("ot_sought") : 0);
        if (counts[IncludedReports].Total is { } included && fed is { } assessed) Grown(IncludedReports, included, "assessed", assessed);
    }

    void Grown(string stage, int n, string from, int before)
    {
        if (n > before) Add("E-GROWTH", stage, before, n, $"{stage} {n} is more than {from} {before}: a flow cannot grow", $"{stage} {n} 多于 {from} {before}：流程中的数量不会增加");
    }

    /// <summary>F9 studies and their reports, F11 the records of other methods, F12 the meta-analysis.</summary>
    void Units()
    {
        foreach (var of in (string[])["included", "previous", "new", "total"])
        {
            var (studies, reports) = (counts[of + ".studies"].Total, Known(of + ".reports"));
            if (studies > reports) Add("E-STUDIES-EXCEED-REPORTS", of + ".studies", reports, studies, $"{of}: {studies} studies cannot have only {reports} reports", $"{of}：{studies} 项研究不可能只有 {reports} 篇报告");
            if (studies == 0 && reports > 0) Add("E-STUDIES-ZERO", of + ".studies", null, 0, $"{of}: {reports} reports are of at least one study, not of 0", $"{of}：{reports} 篇报告至少属于一项研究，而不是 0 项");
        }
        if (counts.Total("ot_identified") is { } records && counts["ot_sought"].Total is { } sought)
        {
            var expected = records - counts.OtherDuplicates + reconciliations.Where(reconciliation => reconciliation.Box == "ot_sought").Sum(reconciliation => reconciliation.Gap);
            if (expected != sought) Add("W-OTHER-SOUGHT", "ot_sought", expected, sought, $"{sought} reports were sought of {records} records from other methods; say what became of the others (ot_duplicates, if duplicates)", $"其他方法识别 {records} 条记录，寻求获取 {sought} 篇报告；请说明其余的去向（如为重复，请写 ot_duplicates）");
        }
        var all = Known("total.studies") ?? Known("included.studies");
        if (counts["meta_analysis.studies"].Total is { } pooled && pooled > all)
            Add("W-META-ANALYSIS", "meta_analysis.studies", all, pooled, $"{pooled} studies in the meta-analysis, but {all} included", $"荟萃分析有 {pooled} 项研究，但只纳入 {all} 项");
    }
}

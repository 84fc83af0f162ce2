using System.Globalization;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>A line of the panel.</summary>
/// <param name="Said">What it says.</param>
/// <param name="IsDone">Whether the condition is met; null for lines that are none, or that cannot be told.</param>
public sealed record PanelLine(Message Said, bool? IsDone = null);

/// <summary>What a person who wonders whether to stop is told: how far, each rule with whether it is met and how it fared, and SAFE's conditions.</summary>
public static class StoppingPanel
{
    public static IReadOnlyList<PanelLine> Of(StageProgress progress)
    {
        var now = progress.Stopping;
        var lines = new List<PanelLine>(Summary(now, progress.Recall)) { new(new("rules, and what they were worth in 32 simulated screenings of 16 sets:", "各规则及其在 16 个数据集 32 次模拟中的可靠性：")) };
        foreach (var rule in StoppingRule.All)
            lines.Add(new(new($"{rule.Name.En}: {rule.Reliability.En}", $"{rule.Name.Zh}：{rule.Reliability.Zh}"), rule.IsMet(progress, now)));
        lines.Add(new(new("only p gives a guarantee; the others say that it is probably done", "只有 p 值有统计保证；其余规则只表示可能已经完成")));
        lines.Add(new(new("SAFE:", "SAFE：")));
        lines.AddRange(SafeChecklist.Of(progress).Select(step => new PanelLine(new($"{step.Phase}  {step.Said.En}", $"{step.Phase}  {step.Said.Zh}"), step.IsDone)));
        return lines;
    }

    /// <summary>The two lines for where there is no room for more.</summary>
    public static IReadOnlyList<PanelLine> Summary(Stopping now, double recall)
    {
        var share = now.Records == 0 ? 0 : 100.0 * now.Screened / now.Records;
        var (p, target) = (P(now.P), (100 * recall).ToString("0.##", CultureInfo.InvariantCulture));
        return
        [
            new(new(string.Create(CultureInfo.InvariantCulture, $"{now.Screened} of {now.Records} screened ({share:0.0} %), {now.Relevant} relevant, {now.IrrelevantInARow} irrelevant in a row"),
                string.Create(CultureInfo.InvariantCulture, $"已筛选 {now.Screened}/{now.Records}（{share:0.0} %），相关 {now.Relevant}，连续不相关 {now.IrrelevantInARow}"))),
            new(now.P < .05
                ? new($"p = {p}: {target} % of the relevant are found, with 95 % confidence", $"p = {p}：以 95 % 的置信度，已找到 {target} % 的相关记录")
                : new($"p = {p}: it cannot be ruled out that more than {Missing(recall)} % of the relevant are still to be found", $"p = {p}：尚不能排除还有超过 {Missing(recall)} % 的相关记录未找到"), now.P < .05),
        ];
    }

    static string P(double p) => p is > 0 and < .001 ? p.ToString("0.0E+0", CultureInfo.InvariantCulture) : p.ToString("0.000", CultureInfo.InvariantCulture);

    static string Missing(double recall) => (100 - 100 * recall).ToString("0.##", CultureInfo.InvariantCulture);
}

using System.Globalization;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>A rule by which people stop, with how it fared in 32 simulated screenings of 16 labelled sets in the order of ELAS u4.</summary>
/// <param name="Name">The rule.</param>
/// <param name="Screened">Share of the records screened when it said stop, in percent.</param>
/// <param name="MeanRecall">Of the relevant found by then, in percent.</param>
/// <param name="WorstRecall">In the worst of the runs, in percent.</param>
/// <param name="Reached">In how many of the runs 95 % of the relevant were found, in percent.</param>
/// <param name="IsMet">Whether it says stop.</param>
public sealed record StoppingRule(Message Name, double Screened, double MeanRecall, double WorstRecall, int Reached, Func<StageProgress, Stopping, bool> IsMet)
{
    public static IReadOnlyList<StoppingRule> All { get; } =
    [
        new(new("50 irrelevant in a row", "连续 50 条不相关"), 30.9, 91.2, 74.5, 34, (_, now) => now.IrrelevantInARow >= 50),
        new(new("100 irrelevant in a row", "连续 100 条不相关"), 43.6, 95.4, 74.5, 72, (_, now) => now.IrrelevantInARow >= 100),
        new(new("200 irrelevant in a row", "连续 200 条不相关"), 57.8, 98.4, 90.9, 94, (_, now) => now.IrrelevantInARow >= 200),
        new(new("5 % of all irrelevant in a row", "连续不相关达全部的 5 %"), 28.1, 91.1, 65.0, 41, (_, now) => now.Records > 0 && now.IrrelevantInARow >= .05 * now.Records),
        new(new("SAFE, phase A", "SAFE 的 A 阶段"), 31.2, 91.7, 74.5, 34, (progress, _) => SafeChecklist.Of(progress).Where(step => step.Phase == 'A').All(step => step.IsDone != false)),
        new(new("p below 0.05 (hypergeometric)", "p 小于 0.05（超几何检验）"), 82.7, 99.8, 97.3, 100, (_, now) => now.P < .05),
    ];

    /// <summary>"95 % of the relevant found in 34 % of runs; 91.2 % on average, 74.5 % at worst, after screening 30.9 %".</summary>
    public Message Reliability => new(
        string.Create(CultureInfo.InvariantCulture, $"95 % of the relevant found in {Reached} % of runs; {MeanRecall:0.0} % on average, {WorstRecall:0.0} % at worst, after screening {Screened:0.0} %"),
        string.Create(CultureInfo.InvariantCulture, $"{Reached} % 的模拟中找到 95 % 的相关记录；平均 {MeanRecall:0.0} %，最差 {WorstRecall:0.0} %，筛选了 {Screened:0.0} %"));
}

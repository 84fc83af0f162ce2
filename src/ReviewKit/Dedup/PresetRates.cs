using System.Globalization;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>How often a preset errs, as measured: what a user who chooses one should know.</summary>
/// <param name="Records">In the sets.</param>
/// <param name="Duplicates">Records that people said, or the composing program knows, to be a copy of another.</param>
/// <param name="Lost">Reports lost because a record was merged into another report's group.</param>
/// <param name="Missed">Duplicates that stayed.</param>
public sealed record PresetRates(Preset Preset, Message Sets, int Records, int Duplicates, int Lost, int Missed)
{
    static readonly Message Reviews = new("four labelled sets of systematic reviews", "四个人工标注的系统综述数据集");
    static readonly Message Bibliography = new("pairs of computer science papers of which only title, authors, venue and year are known", "仅有标题、作者、出处和年份的计算机科学文献对");
    static readonly Message Bilingual = new("composed Chinese and English exports with near misses", "编写的中英文导出文件（含近似但不同的文献）");
    static readonly Message Damaged = new("composed records damaged as databases do", "编写的受损题录");

    /// <summary>2026-11-22, `ReviewKit.Benchmarks dedup-presets`; the pairs count each record once a pair.</summary>
    public static readonly IReadOnlyList<PresetRates> Measured =
    [
        new(Preset.Cautious, Reviews, 12_152, 2_716, 0, 4), new(Preset.Balanced, Reviews, 12_152, 2_716, 0, 4),
        new(Preset.Cautious, Bibliography, 19_780, 1_776, 22, 130), new(Preset.Balanced, Bibliography, 19_780, 1_776, 50, 106),
        new(Preset.Cautious, Bilingual, 710, 197, 0, 0), new(Preset.Balanced, Bilingual, 710, 197, 0, 0),
        new(Preset.Cautious, Damaged, 20_000, 6_201, 0, 105), new(Preset.Balanced, Damaged, 20_000, 6_201, 0, 105),
    ];

    /// <summary>"0 of 12,152 reports lost, 4 of 2,716 duplicates missed (0.1 %) in four labelled sets …".</summary>
    public Message Said => new(
        string.Create(CultureInfo.InvariantCulture, $"{Lost} of {Records - Duplicates:#,0} reports lost ({Share(Lost, Records - Duplicates)} %), {Missed} of {Duplicates:#,0} duplicates missed ({Share(Missed, Duplicates)} %): {Sets.En}"),
        string.Create(CultureInfo.InvariantCulture, $"{Records - Duplicates:#,0} 篇报告中误并 {Lost} 篇（{Share(Lost, Records - Duplicates)}%），{Duplicates:#,0} 条重复中漏检 {Missed} 条（{Share(Missed, Duplicates)}%）：{Sets.Zh}"));

    static string Share(int part, int whole) => (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture);
}

using ReviewKit.Prisma;
using ReviewKit.Text;

namespace ReviewKit.Tests.Prisma;

public class FlowDiagramTests
{
    static readonly FlowDiagramOptions Zh = new() { Language = Language.Zh };

    public static TheoryData<string> Samples => ["en", "zh", "two-columns", "two-columns-zh", "updated", "updated-zh", "long", "long-zh", "blank-v2", "no-empty", "big-font", "totals", "split-zh"];

    static string Draw(string sample) => sample switch
    {
        "en" => FlowDiagram.Svg(SampleFlows.English),
        "zh" => FlowDiagram.Svg(SampleFlows.Chinese, Zh),
        "two-columns" => FlowDiagram.Svg(SampleFlows.TwoColumns),
        "two-columns-zh" => FlowDiagram.Svg(SampleFlows.TwoColumns, Zh),
        "updated" => FlowDiagram.Svg(SampleFlows.Updated),
        "updated-zh" => FlowDiagram.Svg(SampleFlows.Updated, Zh),
        "long" => FlowDiagram.Svg(SampleFlows.Long),
        "long-zh" => FlowDiagram.Svg(SampleFlows.Long, Zh with { BoxWidth = 100 }),
        "blank-v2" => FlowDiagram.Svg(FlowCounts.Empty, new() { Template = "new-v2" }),
        "no-empty" => FlowDiagram.Svg(SampleFlows.English, new() { HideEmpty = true, Footnotes = false }),
        "big-font" => FlowDiagram.Svg(SampleFlows.Long, new() { FontSize = 14 }),
        "totals" => FlowDiagram.Svg(SampleFlows.TwoColumns, new() { TotalsInHeads = true }),
        "split-zh" => FlowDiagram.Svg(SampleFlows.Chinese with { RecordsExcludedByHuman = 200, RecordsExcludedByAutomation = 96 }, Zh),
        _ => throw new ArgumentOutOfRangeException(nameof(sample)),
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Is_drawn_as_before(string sample) => Golden.Equal($"prisma/{sample}.svg", Draw(sample));
}

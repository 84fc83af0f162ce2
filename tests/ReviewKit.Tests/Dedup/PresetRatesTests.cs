using ReviewKit.Dedup;

namespace ReviewKit.Tests.Dedup;

public class PresetRatesTests
{
    [Fact]
    public void Each_preset_has_a_rate_on_each_set() =>
        Assert.All(PresetRates.Measured.GroupBy(rate => rate.Sets.En), set => Assert.Equal([Preset.Cautious, Preset.Balanced], set.Select(rate => rate.Preset)));

    [Fact]
    public void A_rate_is_said_in_both_languages()
    {
        var said = new PresetRates(Preset.Cautious, new("two sets", "两个数据集"), 1_250, 250, 1, 5).Said;
        Assert.Equal("1 of 1,000 reports lost (0.1 %), 5 of 250 duplicates missed (2.0 %): two sets", said.En);
        Assert.Equal("1,000 篇报告中误并 1 篇（0.1%），250 条重复中漏检 5 条（2.0%）：两个数据集", said.Zh);
    }
}

using ReviewKit.Records;
using ReviewKit.Screening;

namespace ReviewKit.Tests.Screening;

public sealed class ReportSearchTests : IDisposable
{
    readonly TestReview test = new();
    readonly IReadOnlyList<string> ids;

    public ReportSearchTests() => ids = test.Import("all.txt", "cnki",
        new Record { Title = "智慧城市治理研究", Abstract = "以深圳為例。", Authors = [PersonName.Parse("王小明")], Year = 2019 },
        new Record { Title = "Smart-city Governance in Shenzhen", Keywords = ["e-government"], Authors = [PersonName.Parse("Wang, Xiaoming")], Year = 2020 },
        new Record { Title = "An unrelated report", Journal = "Journal of Governance", Year = 2019 });

    [Theory]
    [InlineData("governance", "1 2")]
    [InlineData("GOVERNANCE smart", "1")]
    [InlineData("深圳为例", "0")]
    [InlineData("智慧 王小明", "0")]
    [InlineData("2019", "0 2")]
    [InlineData("shenzhen 2019", "")]
    [InlineData("smart city", "1")]
    [InlineData("e-gov", "1")]
    [InlineData("  ", "")]
    public void All_words_must_stand_somewhere_in_the_record(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', ReportSearch.Find(test.Review, text).Select(id => ids.ToList().IndexOf(id))));

    public void Dispose() => test.Dispose();
}

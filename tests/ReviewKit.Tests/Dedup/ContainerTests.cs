using ReviewKit.Dedup;

namespace ReviewKit.Tests.Dedup;

public class ContainerTests
{
    [Theory]
    [InlineData("J Urban Plan Dev", "Journal of Urban Planning and Development", true)]
    [InlineData("Noise &amp; Health", "Noise and Health", true)]
    [InlineData("Brain Injury", "Brain injury : [BI]", true)]
    [InlineData("NoCDI 2017 Proceedings", "Nordic Conference on Digital Infrastructure", true)]
    [InlineData("Hearing Review. Conference: 9th Annual Meeting on Noise", "Hearing Review", true)]
    [InlineData("城市政策學報", "《城市政策学报》", true)]
    [InlineData("中华护理杂志", "Zhonghua hu li za zhi", true)]
    [InlineData("Journal of Cancer", "Journal of Cancer Prevention", false)]
    [InlineData("Journal of Digital Studies", "Workshop of Digital Studies", false)]
    [InlineData("New England Journal of Noise", "Journal of Noise", false)]
    [InlineData("浙江某大学学报（人文社会科学版）", "浙江某大学学报（理学版）", false)]
    [InlineData("Noise and Health", "噪声与健康", null)]
    [InlineData("Noise and Health", "NA", null)]
    public void Names_agree_in_full_abbreviated_or_as_acronym(string a, string b, bool? expected)
    {
        Assert.Equal(expected, Of(a).Agrees(Of(b)));
        Assert.Equal(expected, Of(b).Agrees(Of(a)));
    }

    static Container Of(string journal)
    {
        var journals = new JournalList();
        journals.Add(new Record { Journal = journal });
        return JournalIdentities.Of(journals, []).Container(journals.All[0]);
    }
}

using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public class OvidSourceTests
{
    [Theory]
    [InlineData("Forest Lamps & Light. 201(2-3):327-334, November 15, 2004.", "Forest Lamps & Light|201|2-3|327-334|2004|2004-11-15")]
    [InlineData("Lamp Research. 395(10223):497-506, 2020 Feb 15.", "Lamp Research|395|10223|497-506|2020|2020-02-15")]
    [InlineData("Lamp Archives. 12:1-9, 2001 Jan.", "Lamp Archives|12||1-9|2001|2001-01")]
    [InlineData("Journal of Lamps January/February 2010;14(1):56", "Journal of Lamps|14|1|56|2010|2010-01")]
    [InlineData("Acta Lampadica November/December 2010;6:611-613", "Acta Lampadica|6||611-613|2010|2010-11")]
    [InlineData("Lamp Abstracts Section A: Light. Vol.75(2-A(E)),2014, pp. No Pagination Specified.", "Lamp Abstracts Section A: Light|75|2-A(E)||2014|")]
    [InlineData("Doe, John [Editor, Reprint Author], Roe, Jane [Editor]. Methods of lamps.:371-397, 2004.", "Methods of lamps|||371-397|2004|")]
    [InlineData("路灯研究. 3(2):12-15, 2017.", "路灯研究|3|2|12-15|2017|")]
    public void A_source_line_is_taken_apart(string text, string expected)
    {
        var record = new Record();
        OvidSource.Put(new Draft(record), text);
        Assert.Equal(expected, $"{record.Journal}|{record.Volume}|{record.Issue}|{record.Pages}|{record.Year}|{record.Date}");
    }

    [Fact]
    public void A_line_that_cannot_be_taken_apart_fills_nothing()
    {
        var record = new Record();
        OvidSource.Put(new Draft(record), "Some lamp, somewhere, at some time");
        Assert.Equal((null, null, null), (record.Journal, record.Year, record.Pages));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(4000)]
    public void A_source_of_editors_without_end_is_given_up_at_once(int editors)
    {
        var draft = new Draft(new Record());
        // Each blank between two editors could belong to either: tried in all ways, forty take longer than a life.
        Assert.False(OvidSource.Put(draft, string.Concat(Enumerable.Repeat("陆某, Jane [Ed];  ", editors)) + "x"));
        Assert.Empty(draft.Record.Editors);
    }
}

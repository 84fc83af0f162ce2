using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public class DateFieldTests
{
    // The last column says whether the text holds more than the ISO date does and stays beside it.
    [Theory]
    [InlineData(2011, "FEB 2011", "2011-02", false)]
    [InlineData(2011, "JUN 28", "2011-06-28", false)]
    [InlineData(2011, "SPR 2011", null, true)]
    [InlineData(2018, "JAN-FEB", "2018-01", true)]
    [InlineData(2021, "2021-01-15 16:54", "2021-01-15", true)]
    [InlineData(null, "20210304", "2021-03-04", false)]
    [InlineData(null, "2021年3月", "2021-03", false)]
    [InlineData(2012, "2014-05-06", null, true)]
    [InlineData(2012, "Date Accessed", null, true)]
    public void A_date_is_kept_with_what_it_does_not_hold(int? year, string text, string? date, bool staysBeside)
    {
        var draft = new Draft(new Record { Year = year });
        Assert.Equal(!staysBeside, DateField.Put(draft, text));
        Assert.Equal(date, draft.Record.Date);
    }

    [Theory]
    [InlineData("2019/13//", "date \"2019/13//\" has month 13; kept the year only", "日期“2019/13//”的月份为 13，只保留年份")]
    [InlineData("2019/02/30", "date \"2019/02/30\" has day 30; kept year and month", "日期“2019/02/30”的日为 30，只保留年和月")]
    [InlineData("Null", "\"Null\" is no year; kept as it is", "“Null”不是年份，按原文保留")]
    public void What_cannot_be_a_date_is_reported(string text, string en, string zh)
    {
        var draft = new Draft(new Record());
        Assert.False(DateField.PutYear(draft, text));
        var (_, said) = Assert.Single(draft.Troubles);
        Assert.Equal((en, zh), (said.En, said.Zh));
    }
}

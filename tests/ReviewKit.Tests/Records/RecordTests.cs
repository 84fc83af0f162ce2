using ReviewKit.Records;

namespace ReviewKit.Tests;

public class RecordTests
{
    [Theory]
    [InlineData("https://doi.org/10.1002/ASI.21075", "10.1002/ASI.21075")]
    [InlineData("doi:10.3969／j.issn.1672－9676.2020.01.039", "10.3969/j.issn.1672-9676.2020.01.039")]
    [InlineData("10.1016/S0016-7878(05)80003-7.", "10.1016/S0016-7878(05)80003-7")]
    [InlineData("10.1002/(SICI)1097-4571(199405)45:4<1::AID-ASI1>3.0.CO;2-Q", "10.1002/(SICI)1097-4571(199405)45:4<1::AID-ASI1>3.0.CO;2-Q")]
    [InlineData("no doi here", null)]
    public void A_doi_is_found_in_what_sources_write(string text, string? expected) => Assert.Equal(expected, Doi.Parse(text));

    [Theory]
    [InlineData("1106-1111+1117", "1106", "1111")]
    [InlineData("107936-", "107936", null)]
    [InlineData("79 – 88", "79", "88")]
    [InlineData("1045-52", "1045", "1052")]
    [InlineData("e12724", "e12724", null)]
    [InlineData("187-188,195", "187", "188")]
    [InlineData("", null, null)]
    public void Pages_are_split_into_first_and_last(string text, string? first, string? last) =>
        Assert.Equal((first, last), Pages.Split(text));

    [Theory]
    [InlineData("2021-01-15 16:54", "2021-01-15")]
    [InlineData("2019/13//", "2019")]
    [InlineData("2021年3月", "2021-03")]
    [InlineData("15 July 2023", "2023-07-15")]
    [InlineData("JUL 2025", "2025-07")]
    [InlineData("2021-02-30", "2021-02")]
    public void A_date_is_kept_as_far_as_it_is_known(string text, string expected) => Assert.Equal(expected, PartialDate.Parse(text));

    [Fact]
    public void A_month_without_year_takes_the_year_of_another_field() => Assert.Equal("2010-07-15", PartialDate.Parse("JUL 15", 2010));

    [Theory]
    [InlineData("15590267; 10800549", "1559-0267 1080-0549")]
    [InlineData("2076-2615 (ISSN)", "2076-2615")]
    [InlineData("36-1247/Z", "")]
    public void Issns_are_found_and_hyphenated(string text, string expected) => Assert.Equal(expected, string.Join(' ', Issn.ParseAll(text)));

    [Theory]
    [InlineData("0378-5955", true)] // 0·8+3·7+7·6+8·5+5·4+9·3+5·2 = 160; 160 mod 11 = 6; 11 - 6 = 5
    [InlineData("0378-5954", false)]
    [InlineData("2434-561X", true)]
    public void The_check_digit_of_an_issn_is_checked(string issn, bool valid) => Assert.Equal(valid, Issn.IsValid(issn));

    [Fact]
    public void Json_leaves_absent_values_out_and_comes_back_the_same()
    {
        var record = new Record { Title = "智慧城市政策", Year = 2019, Authors = { PersonName.Parse("朱某"), PersonName.Parse("Lu, H.") }, File = "a.net", Line = 3 };
        record.AddOther("{Subject}", "城市");
        var json = RecordJson.Write(record);
        Assert.Equal("""{"source":"other","title":"智慧城市政策","authors":[{"literal":"朱某"},{"family":"Lu","given":"H."}],"year":2019,"other":{"{Subject}":["城市"]},"file":"a.net","line":3}""", json);
        Assert.Equal(json, RecordJson.Write(RecordJson.Read(json)));
        Assert.Empty(RecordJson.Read(json).Keywords);
    }
}

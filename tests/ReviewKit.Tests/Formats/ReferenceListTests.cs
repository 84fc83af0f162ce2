using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public sealed class ReferenceListTests : IDisposable
{
    readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("王一平,李二.智慧城市[J].城市治理,2020,5(Z2):16-31.", "article-journal|王一平;李二|智慧城市|城市治理||2020|5|Z2|16-31")]
    [InlineData("王一平.智慧城市[J].城市治理,2020(03):16.", "article-journal|王一平|智慧城市|城市治理||2020||3|16")]
    [InlineData(".消息[J].城市治理,2020,36(09):1308+1313.", "article-journal||消息|城市治理||2020|36|9|1308+1313")]
    [InlineData("唐三.综述[J/OL].情报研究:1-7[2020-10-30].http://example.org/1.html.", "article-journal|唐三|综述|情报研究|||||1-7")]
    [InlineData("欧阳小溪.公众参与[D].江南大学,2019.", "thesis|欧阳小溪|公众参与||江南大学|2019|||")]
    [InlineData("王五.让城市更聪明[N].江南日报,2020-01-02(003).", "article-newspaper|王五|让城市更聪明|江南日报||2020|||003")]
    [InlineData("Light Howard W.,Lamp P.. On lamps. A study[J]. The Lamp Journal,2020,159(4).", "article-journal|Light Howard;Lamp|On lamps. A study|The Lamp Journal||2020|159|4|")]
    [InlineData("Lamp Study Group. On lamps[J]. The Lamp Journal,2020,159.", "article-journal|Lamp Study Group|On lamps|The Lamp Journal||2020|159||")]
    public void A_reference_is_taken_apart_by_its_punctuation(string reference, string expected)
    {
        File.WriteAllText(_path, $"[1]{reference}\n\n[2]张三.数据[J].管理,2014(05):1-3.\n");
        var record = SourceFile.Open(_path, "x.txt").Read().OfType<RecordItem>().First().Record;
        var authors = string.Join(';', record.Authors.Select(a => a.Family ?? a.Literal));
        Assert.Equal(expected, $"{record.Type}|{authors}|{record.Title}|{record.Journal}|{record.Institution}|{record.Year}|{record.Volume}|{record.Issue}|{record.Pages}");
        Assert.Equal(["[1]" + reference], record.Other["reference"]);
    }
}

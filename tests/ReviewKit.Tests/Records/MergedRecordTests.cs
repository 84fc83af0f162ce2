using ReviewKit.Records;

namespace ReviewKit.Tests.Records;

public class MergedRecordTests
{
    [Fact]
    public void Each_field_is_from_the_best_record_that_has_it()
    {
        var scopus = new Record { Id = "s", Source = "scopus", Title = "Noise and sleep", Abstract = "We measured.", Year = 2019, Volume = "3", Authors = { PersonName.Parse("Roy, A.") } };
        var cnki = new Record { Id = "c", Source = "cnki", Title = "噪声与睡眠", Year = 2020, Issue = "2", Keywords = { "噪声" }, Titles = { ["zh"] = "噪声与睡眠" } };
        var (record, from) = MergedRecord.Of([cnki, scopus]);
        Assert.Equal(("s", "Noise and sleep", 2019, "2", "噪声"), (record.Id, record.Title, record.Year, record.Issue, Assert.Single(record.Keywords)));
        Assert.Equal("abstract=s authors=s issue=c keywords=c title=s titles.zh=c volume=s year=s", string.Join(' ', from.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Fact]
    public void Equally_full_records_stand_in_the_order_of_their_sources()
    {
        var records = new[] { "other", "wanfang", "scopus", "wos" }.Select(source => new Record { Id = source[..2], Source = source, Title = "Noise" });
        Assert.Equal(["wo", "sc", "wa", "ot"], MergedRecord.BestFirst(records).Select(record => record.Id));
    }

    [Fact]
    public void Pages_are_taken_from_one_record()
    {
        var (record, _) = MergedRecord.Of([new Record { Id = "a", FirstPage = "5" }, new Record { Id = "b", Pages = "5-19", FirstPage = "5", LastPage = "19" }]);
        Assert.Equal((null, "5", null), (record.Pages, record.FirstPage, record.LastPage));
    }

    [Fact]
    public void The_members_are_not_changed()
    {
        var member = new Record { Id = "a", Keywords = { "noise" } };
        MergedRecord.Of([member]).Record.Keywords.Add("sleep");
        Assert.Equal(["noise"], member.Keywords);
    }
}

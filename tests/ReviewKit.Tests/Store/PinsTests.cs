using ReviewKit.Dedup;
using ReviewKit.Query;
using ReviewKit.Records;
using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Store;

public class PinsTests
{
    static Record Merged(TestReview test, string id) => MergedRecord.Of(Reports.Group(test.Review, id)).Record;

    [Fact]
    public void What_a_person_says_of_a_field_goes_before_all_sources_and_the_variants_are_kept()
    {
        using var test = new TestReview();
        var ids = test.Import("甲.csv", "cnki", new Record { Title = "智慧城市", Year = 2018, Ids = { ["id"] = "a" } }, new Record { Title = "智慧城市 ", Year = 2019, Doi = "10.9999/x", Ids = { ["id"] = "b" } });
        Merges.Merge(test.Review, ids, null);
        Pins.Set(test.Review, ids[1], [("year", "2017"), ("authors", "陈一；Lin, Er")]);
        var (record, from) = MergedRecord.Of(Reports.Group(test.Review, ids[0]));
        Assert.Equal(2017, record.Year);
        Assert.Equal(["陈一", "Lin, Er"], record.Authors.Select(author => author.Display));
        Assert.Equal(MergedRecord.Pinned, from["year"]);
        Assert.Equal(ids[1], from["doi"]);
        var year = MergedRecord.Variants(Reports.Group(test.Review, ids[0])).Single(field => field.Field == "year");
        Assert.Equal([("2017", MergedRecord.Pinned), ("2019", ids[1]), ("2018", ids[0])], year.Values.Select(value => (value.Value, Assert.Single(value.Records))));
        Assert.Empty(ReviewKit.Store.Check.Of(test.Review));
    }

    [Fact]
    public void It_is_taken_back_by_undo_and_by_an_empty_value()
    {
        using var test = new TestReview();
        var id = test.Import("甲.csv", "cnki", new Record { Title = "智慧城市", Year = 2018 })[0];
        Pins.Set(test.Review, id, [("year", "2017")]);
        Pins.Set(test.Review, id, [("year", "2016")]);
        Assert.Equal(2016, Merged(test, id).Year);
        Decisions.Undo(test.Review, null);
        Assert.Equal(2017, Merged(test, id).Year);
        Pins.Set(test.Review, id, [("year", "")]);
        Assert.Equal(2018, Merged(test, id).Year);
        Assert.Empty(ReviewKit.Store.Check.Of(test.Review));
    }

    [Fact]
    public void It_stays_with_the_record_it_was_said_of_when_the_group_is_taken_apart()
    {
        using var test = new TestReview();
        var ids = test.Import("甲.csv", "cnki", new Record { Title = "甲", Year = 2018 }, new Record { Title = "甲", Year = 2018 });
        Merges.Merge(test.Review, ids, null);
        Pins.Set(test.Review, ids[1], [("title", "乙")]);
        Merges.Unmerge(test.Review, ids[0]);
        Assert.Equal("甲", Merged(test, ids[0]).Title);
        Assert.Equal("乙", Merged(test, ids[1]).Title);
    }

    [Fact]
    public void Criteria_look_at_it()
    {
        using var test = new TestReview();
        var id = test.Import("甲.csv", "cnki", new Record { Title = "智慧城市政策", Year = 2018 })[0];
        QueryRun.Of(test.Review);
        Assert.Equal("other", Reports.PlaceOf(test.Review, id).Name);
        Pins.Set(test.Review, id, [("abstract", "本文考察智慧城市政策。")]);
        QueryRun.Of(test.Review);
        Assert.Equal("awaiting", Reports.PlaceOf(test.Review, id).Name);
    }

    [Theory]
    [InlineData("titel", "x", "no field titel; fields are: type, title,")]
    [InlineData("year", "MMXIX", "\"MMXIX\" is no year")]
    [InlineData("doi", "none", "\"none\" is no doi")]
    public void What_is_no_field_or_no_value_is_said(string field, string value, string expected)
    {
        using var test = new TestReview();
        var id = test.Import("甲.csv", "cnki", new Record { Title = "甲" })[0];
        var error = Assert.Throws<ReviewKitException>(() => Pins.Set(test.Review, id, [("title", "kept out"), (field, value)]));
        Assert.StartsWith(expected, error.Said.En, StringComparison.Ordinal);
        Assert.Equal("甲", Merged(test, id).Title);
    }

    [Fact]
    public void Every_field_is_read_back_as_it_was_written()
    {
        var values = new Dictionary<string, string> { ["year"] = "2019", ["date"] = "2019-03", ["doi"] = "10.9999/x.1", ["issn"] = "1234-5679; 2049-3630", ["authors"] = "Lu, Hong; 陈一", ["editors"] = "陈一", ["keywords"] = "城市; smart city" };
        foreach (var field in FieldText.Names)
        {
            var record = new Record();
            var value = values.GetValueOrDefault(field, "文本 text");
            Assert.True(FieldText.Write(record, field, value), field);
            Assert.Equal(value, FieldText.Read(record, field));
        }
    }
}

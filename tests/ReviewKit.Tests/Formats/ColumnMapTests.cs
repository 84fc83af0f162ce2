using System.Text;
using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public sealed class ColumnMapTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("reviewkit-列-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("Title=题目", "title=题目")]
    [InlineData("Title=题目,Year=出版 年度", "title=题目|year=出版 年度")]
    [InlineData("title=Titel ，authors=Verfasser；Times_Cited=Times Cited, all", "title=Titel|authors=Verfasser|times cited=Times Cited, all")]
    public void Fields_and_columns_are_pairs(string text, string pairs) =>
        Assert.Equal(pairs, string.Join('|', ColumnMap.Parse(text).Pairs.Select(pair => $"{pair.Field}={pair.Column}")));

    [Theory]
    [InlineData("Titel=题目", "no field \"Titel\"; a column can be mapped to: title, ", "没有字段“Titel”；列可以对应的字段有：title、")]
    [InlineData("题目", "\"题目\" maps no column", "“题目”没有给出列名")]
    [InlineData("Title= ", "\"Title= \" maps no column", "“Title= ”没有给出列名")]
    public void What_is_no_pair_or_no_field_is_said(string text, string en, string zh)
    {
        var error = Assert.Throws<ReviewKitException>(() => ColumnMap.Parse(text));
        Assert.StartsWith(en, error.Said.En, StringComparison.Ordinal);
        Assert.StartsWith(zh, error.Said.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_known_columns_is_read_by_the_map_and_keeps_the_rest()
    {
        var path = Path.Combine(_folder, "表.csv");
        File.WriteAllText(path, "论题,何人,何年,体裁,备考\n街灯研究,周某;吴某,二〇二一（2021）年,学位论文,甲\n");
        Assert.Throws<ReviewKitException>(() => SourceFile.Open(path, "表.csv"));
        var file = SourceFile.Open(path, "表.csv", columns: ColumnMap.Parse("title=论题,authors=何人,year=何年,type=体裁"));
        var record = Assert.Single(file.Read().OfType<RecordItem>()).Record;
        Assert.Equal(("街灯研究", 2021, "thesis"), (record.Title, record.Year, record.Type));
        Assert.Equal(["周某", "吴某"], record.Authors.Select(author => author.Display));
        Assert.Equal("甲", Assert.Single(record.Other["备考"]));
    }

    [Fact]
    public void The_users_word_for_a_column_goes_before_its_usual_meaning()
    {
        var path = Path.Combine(_folder, "a.csv");
        File.WriteAllText(path, "title,year,headline\nA code,2020,The real title\n", Encoding.UTF8);
        var record = Assert.Single(SourceFile.Open(path, "a.csv", columns: ColumnMap.Parse("title=headline")).Read().OfType<RecordItem>()).Record;
        Assert.Equal("The real title", record.Title);
        Assert.Equal("A code", Assert.Single(record.Other["title"]));
    }

    [Fact]
    public void Of_two_maps_the_later_word_on_a_column_counts()
    {
        var both = ColumnMap.Parse("title=甲,year=乙").And(ColumnMap.Parse("abstract=甲"));
        Assert.Equal([("abstract", "甲"), ("year", "乙")], both.Pairs);
        Assert.Equal([("title", "甲"), ("title", "乙")], ColumnMap.Of([new("title", ["甲", "乙"])]).Pairs);
    }
}

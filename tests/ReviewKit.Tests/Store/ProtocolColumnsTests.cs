using ReviewKit.Store;

namespace ReviewKit.Tests.Store;

public class ProtocolColumnsTests
{
    [Fact]
    public void A_block_is_added_behind_the_rest_and_comments_stay()
    {
        var yaml = ProtocolColumns.With("# 说明\ntitle: 综述\n", [("title", "题目"), ("year", "年, 度"), ("title", "a\"b")]);
        Assert.StartsWith("# 说明\ntitle: 综述\n\n# What columns mean", yaml, StringComparison.Ordinal);
        var columns = ProtocolFile.Parse(yaml).Columns;
        Assert.Equal(["题目", "a\"b"], columns["title"]);
        Assert.Equal(["年, 度"], columns["year"]);
    }

    [Fact]
    public void A_field_that_is_there_gets_the_column_too_and_a_later_key_of_that_name_is_left_alone()
    {
        var yaml = ProtocolColumns.With("columns:\n  # ours\n  title: [题目]\n\ntitle: 综述\n", [("title", "论题"), ("journal", "刊")]);
        Assert.Equal("综述", ProtocolFile.Parse(yaml).Title.Zh);
        Assert.Equal(["题目", "论题"], ProtocolFile.Parse(yaml).Columns["title"]);
        Assert.Equal(["刊"], ProtocolFile.Parse(yaml).Columns["journal"]);
        Assert.Contains("  # ours\n", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_known_changes_nothing()
    {
        const string Yaml = "columns: { title: [题目] }\r\n";
        Assert.Same(Yaml, ProtocolColumns.With(Yaml, [("title", "题目")]));
    }

    [Fact]
    public void A_block_in_another_form_is_left_to_the_user()
    {
        var error = Assert.Throws<ReviewKitException>(() => ProtocolColumns.With("columns: { title: [题目] }\n", [("year", "年度")]));
        Assert.Equal("review.yaml has `columns:` in a form that cannot be added to; write there: year: \"年度\"", error.Said.En);
    }
}

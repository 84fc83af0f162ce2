using ReviewKit.CoWord;

namespace ReviewKit.Tests.CoWord;

public class GroupComparisonTests
{
    static readonly List<Record> Records =
    [
        new() { Id = "1", Title = "北京智慧城市政策", Keywords = ["智慧城市", "政策"], Language = "zh" },
        new() { Id = "2", Title = "Smart Beijing and Shanghai compared", Keywords = ["智慧城市", "data"], Language = "en" },
        new() { Id = "3", Title = "上海的数据治理", Keywords = ["data", "治理"], Language = "zh" },
        new() { Id = "4", Title = "On Beijingers", Keywords = ["data"] },
    ];

    [Fact]
    public void Groups_by_words_in_either_language()
    {
        var (groups, groupsOf) = GroupComparison.ByWords(["Beijing|北京", "Shanghai|上海"]);
        var comparison = GroupComparison.Of(Records, groups, groupsOf, new CoWordOptions { MinimumOccurrences = 1 });
        Assert.Equal([("Beijing", 2), ("Shanghai", 2)], comparison.Groups.Select(group => (group.Name, group.Records)));
        // "Beijingers" is another word.
        Assert.Equal(1, comparison.Without);
        // In both groups: data (1 + 2) and 智慧城市 (2 + 1); then what one alone has.
        Assert.Equal([("data", 3), ("智慧城市", 3), ("政策", 1), ("治理", 1)], comparison.Terms.Select(term => (term.Label, term.Occurrences)));
        Assert.Null(comparison.Terms[2].In[1]);
        Assert.Equal(0.5, comparison.Terms[2].In[0]!.Share);
    }

    [Fact]
    public void Groups_by_a_field_come_by_size()
    {
        var (groups, groupsOf) = GroupComparison.ByField(Records, "language");
        Assert.Equal(["zh", "en"], groups);
        Assert.Equal(["zh"], groupsOf(Records[0]));
        Assert.Empty(groupsOf(Records[3]));
    }

    [Fact]
    public void Groups_by_a_field_of_the_file()
    {
        var record = new Record { Id = "1" };
        record.AddOther("City", "北京；上海");
        Assert.Equal(["上海", "北京"], GroupComparison.ByField([record], "city").Groups);
    }

    [Fact]
    public void The_table_has_four_columns_a_group()
    {
        var (groups, groupsOf) = GroupComparison.ByWords(["北京", "上海"]);
        using var writer = new StringWriter();
        GroupComparison.Of(Records[..3], groups, groupsOf, new CoWordOptions { MinimumOccurrences = 1 }).WriteTable(writer);
        var lines = writer.ToString().Split('\n');
        Assert.Equal("keyword,groups,occurrences,北京: occurrences,北京: share,北京: cluster,北京: circle,上海: occurrences,上海: share,上海: cluster,上海: circle", lines[0]);
        Assert.Contains("政策,1,1,1,1,1,core,,,,", lines);
    }
}

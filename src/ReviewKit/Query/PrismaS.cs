using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>The 16 items of PRISMA-S (Rethlefsen et al. 2021, doi:10.1186/s13643-020-01542-z), in our own short words, and what a search log says to each.</summary>
public static class PrismaS
{
    public static IReadOnlyList<Message> Items { get; } =
    [
        new("Databases searched, with their platform", "检索的数据库及其平台"),
        new("Databases searched at once on one platform", "在同一平台上同时检索的多个数据库"),
        new("Study registries", "研究注册库"),
        new("Online and print sources browsed", "浏览的网络与印刷资源"),
        new("Citation searching", "引文检索"),
        new("Contacts asked", "联系的作者、专家等"),
        new("Other methods", "其他方法"),
        new("Full strategies, as run", "完整检索式（原样）"),
        new("Limits and restrictions", "限制条件"),
        new("Published search filters", "已发表的检索过滤器"),
        new("Strategies of earlier work used again", "沿用先前工作的检索策略"),
        new("Updates of the search", "检索更新"),
        new("Date each search was last run", "各次检索的最后日期"),
        new("Peer review of the strategy", "检索策略的同行评议"),
        new("Records from each source", "各来源的记录数"),
        new("Removal of duplicates: method and software", "去重方法与软件"),
    ];

    /// <summary>What is known of each item, in order; null where neither the log nor the review says it.</summary>
    /// <param name="ties">The log with its files.</param>
    /// <param name="other">Records by kind of source (register, website, organisation, citation) beside the databases, as the review counts them.</param>
    /// <param name="nameOf">Of a platform.</param>
    /// <param name="dedup">What the review did to find duplicates; null for nothing yet.</param>
    public static IReadOnlyList<Message?> Say(SearchTies ties, IReadOnlyDictionary<string, int> other, Func<string, Message> nameOf, Message? dedup)
    {
        var searches = ties.Log.Searches;
        var said = new Message?[Items.Count];
        Message Joined(IEnumerable<Message> parts) => parts.Distinct().ToList() is var list ? new(string.Join("; ", list.Select(part => part.En)), string.Join("；", list.Select(part => part.Zh))) : default;
        void Kind(int item, string kind)
        {
            if (other.TryGetValue(kind, out var records)) said[item - 1] = new($"{records} records", $"{records} 条记录");
        }
        if (searches.Count > 0)
        {
            said[0] = Joined(searches.Select(search => search.Via is { } via ? new Message($"{nameOf(search.Platform).En} ({via})", $"{nameOf(search.Platform).Zh}（{via}）") : nameOf(search.Platform)));
            var strings = searches.Count(search => search.Text is not null);
            said[7] = new($"{strings} of {searches.Count} strategies are below", $"下列 {searches.Count} 次检索中有 {strings} 个检索式");
            said[8] = Joined(searches.Where(search => search.Filters is not null).Select(search => search.Filters!.Count == 0
                ? new Message($"{search.Platform}: none beside the string", $"{search.Platform}：除检索式外无") : new Message($"{search.Platform}: {string.Join(", ", search.Filters)}", $"{search.Platform}：{string.Join("、", search.Filters)}")));
            var again = searches.GroupBy(search => search.Platform).Where(group => group.Select(search => search.Date[..10]).Distinct().Count() > 1).ToList();
            if (again.Count > 0) said[11] = Joined(again.Select(group => Message.Verbatim($"{group.Key}: {string.Join(", ", group.Select(search => search.Date))}")));
            said[12] = Joined(searches.GroupBy(search => search.Platform).Select(group => Message.Verbatim($"{group.Key}: {group.Max(search => search.Date)}")));
            said[14] = Joined(searches.GroupBy(search => search.Platform).Select(group => Message.Verbatim($"{group.Key}: {Total(group, ties)}")));
        }
        Kind(3, "register");
        Kind(4, "website");
        Kind(5, "citation");
        Kind(7, "organisation");
        said[15] = dedup;
        foreach (var (item, text) in ties.Log.Items) said[item - 1] = text;
        return [.. said.Select(text => text is { En.Length: > 0 } ? text : null)];
    }

    static int Total(IEnumerable<Search> searches, SearchTies ties) =>
        searches.Sum(search => ties.Searches.First(tied => ReferenceEquals(tied.Search, search)).Files is { Count: > 0 } files ? files.Sum(file => file.Records) : search.Exported ?? search.Hits ?? 0);
}

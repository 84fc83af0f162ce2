using ReviewKit.Query;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Tests.Query;

public class SearchLogTests
{
    static readonly SearchLog Log = SearchLog.Parse("""
        searches:
          - { platform: cnki, date: 2026-01-31, person: 李, hits: 12, exported: 10, files: [a.net], filters: [], string: "TKA = ('智慧城市') AND TKA = ('政策')" }
          - { platform: wos, date: 2026-02-01 10:30, via: Core Collection, hits: 7, exported: 7, filters: [Article], string: 'TS=("smart city")', note: { en: later, zh: 后补 } }
        items: { 10: none, 14: { en: PRESS, zh: 按 PRESS 评议 } }
        """, "search-log.yaml");

    static readonly ImportedExport[] Exports = [new("exports/cnki/a.net", new string('a', 64), "cnki", 10), new("exports/wos/b.txt", new string('b', 64), "wos", 6), new("exports/vip/c.txt", new string('c', 64), "vip", 3)];

    [Theory]
    [InlineData("searches: [{ date: 2026-01-31 }]", "log:1:12: platform is missing")]
    [InlineData("searches: [{ platform: cnki, date: 31.1.2026 }]", "log:1:36: date is \"31.1.2026\", expected a day such as 2026-01-31")]
    [InlineData("searches: [{ platform: cnki, date: 2026-01-31, hit: 3 }]", "log:1:48: unknown key \"hit\"; known here: date, exported, files, filters, hits, note, person, platform, rounds, string, via; did you mean hits?")]
    [InlineData("searches: [{ platform: cnki, date: 2026-01-31, hits: many }]", "log:1:54: hits is \"many\", expected a whole number")]
    [InlineData("items: { 17: x }", "log:1:14: \"17\" is no item of PRISMA-S")]
    public void A_mistake_is_named_with_line_and_column(string yaml, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ReviewKitException>(() => SearchLog.Parse(yaml, "log")).Message, StringComparison.Ordinal);

    [Fact]
    public void Files_are_tied_by_name_else_to_the_platforms_only_search()
    {
        var ties = SearchTies.Of(Log, Exports);
        Assert.Equal(["exports/cnki/a.net"], ties.Searches[0].Files.Select(file => file.Name));
        Assert.Equal(["exports/wos/b.txt"], ties.Searches[1].Files.Select(file => file.Name));
        Assert.Equal(["exports/vip/c.txt"], ties.Untied.Select(file => file.Name));
    }

    [Fact]
    public void What_does_not_agree_is_said_with_its_code()
    {
        var found = SearchTies.Of(Log, Exports).Lint();
        Assert.Equal(["Q-W-HITS cnki, 2026-01-31: 12 hits were shown, 10 were exported: say in note: what happened to the other 2", "Q-W-EXPORTED wos, 2026-02-01 10:30: 7 were exported, the 1 files tied to it hold 6 records", "Q-W-NO-SEARCH exports/vip/c.txt: no search of the log names it"],
            found.Select(one => $"{one.Code} {one.Said.En}"));
        Assert.Equal("cnki，2026-01-31：显示 12 条命中，导出 10 条：请在 note: 中说明其余 2 条的去向", found[0].Said.Zh);
        var bare = SearchTies.Of(SearchLog.Parse("searches: [{ platform: cnki, date: 2026-01-31, files: [x.net] }, { platform: vip, date: 2026-01-31 }, { platform: vip, date: 2026-03-01 }]", "log"), []);
        Assert.Equal(["Q-W-NOT-IMPORTED", "Q-W-NO-STRING", "Q-W-NO-FILTERS", "Q-W-NO-HITS", "Q-W-NO-STRING", "Q-W-NO-FILTERS", "Q-W-NO-HITS", "Q-W-NO-FILE", "Q-W-NO-STRING", "Q-W-NO-FILTERS", "Q-W-NO-HITS", "Q-W-NO-FILE"], bare.Lint().Select(one => one.Code));
    }

    [Fact]
    public void Hits_after_rounds_must_narrow_to_the_hits_and_a_note_may_explain_what_was_not_exported()
    {
        string[] Said(string rest) => [.. SearchTies.Of(SearchLog.Parse($"searches: [{{ platform: vip, date: 2026-01-31, exported: 4, files: [c.txt], filters: [], string: x, {rest} }}]", "log"), [Exports[2] with { Records = 4 }]).Lint().Select(one => $"{one.Code} {one.Said.En}")];
        Assert.Empty(Said("hits: 4, rounds: [90, 30, 4]"));
        Assert.StartsWith("Q-W-ROUNDS", Assert.Single(Said("hits: 4, rounds: [90, 30, 5]")), StringComparison.Ordinal);
        Assert.StartsWith("Q-W-ROUNDS", Assert.Single(Said("hits: 4, rounds: [30, 90, 4]")), StringComparison.Ordinal);
        Assert.EndsWith("6 hits were shown, 4 were exported; the note says: two were not available", Assert.Single(Said("hits: 6, note: two were not available")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_with_no_hits_needs_no_file() =>
        Assert.Empty(SearchTies.Of(SearchLog.Parse("searches: [{ platform: vip, date: 2026-01-31, hits: 0, exported: 0, filters: [], string: x }]", "log"), []).Lint());

    static SearchTable Table(SearchLog log) => new(SearchTies.Of(log, Exports), PrismaS.Say(SearchTies.Of(log, Exports), new Dictionary<string, int> { ["register"] = 4 }, NameOf, new("ReviewKit; 2 removed", "ReviewKit；移除 2 条")), NameOf);

    static Message NameOf(string platform) => platform == "cnki" ? new("CNKI", "中国知网") : Message.Verbatim(platform);

    [Fact]
    public void The_table_answers_the_items_of_PRISMA_S()
    {
        Golden.Equal("search-log.en.md", Table(Log).Markdown(Language.En));
        Golden.Equal("search-log.zh.html", Table(Log).Html(Language.Zh));
    }

    [Fact]
    public void Pasted_strings_cannot_break_out_of_the_table()
    {
        var log = SearchLog.Parse("searches: [{ platform: 'a|b<i>', date: 2026-01-31, note: '=cmd|x', string: \"```\\n<script>alert(1)</script>\\u0007\" }]", "log");
        var table = Table(log);
        Assert.Contains("| a\\|b&lt;i> |", table.Markdown(Language.En), StringComparison.Ordinal);
        Assert.Contains("\n````\n```\n<script>", table.Markdown(Language.En), StringComparison.Ordinal);
        var html = table.Html(Language.En);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', html);
        using var csv = new StringWriter();
        table.Csv(csv, Language.En);
        Assert.Contains("'=cmd|x", csv.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rounds_that_are_counted_twice_or_not_at_all_are_asked_about()
    {
        var query = TermQuery.Parse("counted: search\nsets: [{ id: S1, zh: [智慧城市], en: [smart city] }, { id: S2, zh: [政策], en: [policy] }]", "query.yaml");
        string[] Codes(string mode, string counted, SearchLog? log) => [.. RoundsDeclaration.Lint(new ProtocolQuery("query.yaml", mode, counted), query, log).Select(one => one.Code)];
        Assert.Empty(Codes("verify", "search", null));
        // The string run on WoS has no term of S2.
        Assert.Equal(["Q-W-NOT-SEARCHED"], Codes("verify", "search", Log));
        Assert.Equal(["Q-E-DECLARED"], Codes("remove", "automation", null));
        Assert.Equal(["Q-E-DECLARED", "Q-W-NOT-REMOVED"], Codes("verify", "automation", null));
        // The one run on CNKI has both sets already.
        Assert.Equal(["Q-E-DECLARED", "Q-W-COUNTED-TWICE"], Codes("remove", "automation", Log));
    }

    [Fact]
    public void A_search_is_added_to_the_file_and_the_ledger_without_touching_what_is_there()
    {
        using var review = new TestReview();
        Assert.Null(SearchLogFile.Take(review.Review));
        SearchLogFile.Add(review.Review, new Search("cnki", "2026-01-31") { Text = "TKA = ('智慧城市' +\n '数字城市')", Filters = [], Hits = 3, Person = "李: \"一\"", Note = Message.Verbatim("# none") });
        var path = Path.Combine(review.Folder, "queries", "search-log.yaml");
        File.AppendAllText(path, "# mine\nitems: { 10: none }\n");
        SearchLogFile.Add(review.Review, new Search("wos", "2026-02-01") { Text = "  TS=(x)", Rounds = [9, 3], Files = ["a, b.txt"] });
        var log = SearchLogFile.Read(review.Review)!;
        Assert.Equal(["cnki", "wos"], log.Searches.Select(search => search.Platform));
        Assert.Equal(("TKA = ('智慧城市' +\n '数字城市')", "李: \"一\"", "# none"), (log.Searches[0].Text, log.Searches[0].Person, log.Searches[0].Note?.En));
        Assert.Equal(("  TS=(x)", "a, b.txt"), (log.Searches[1].Text, log.Searches[1].Files.Single()));
        Assert.Equal([9, 3], log.Searches[1].Rounds);
        Assert.Contains("# mine", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(2, review.Review.Ledger.All().Count(entry => entry.Kind == "search-log"));
        Assert.Empty(ReviewKit.Store.Check.Of(review.Review));
    }
}

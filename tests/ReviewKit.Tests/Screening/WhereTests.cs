using ReviewKit.Records;
using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Screening;

public class WhereTests
{
    const string Groups = "groups:\n  city: [Beijing, 深圳]\n";

    static (TestReview Test, IReadOnlyList<string> Ids) Sample()
    {
        var test = new TestReview(TestReview.Protocol + "\n" + Groups);
        List<string> ids =
        [
            .. test.Import("exports/a.csv", "scopus",
                new Record { Title = "Buses that answer", Abstract = "A trial.", Year = 2009, Journal = "Journal of Buses", Type = "article-journal", Language = "English", Doi = "10.1000/1", Authors = { new PersonName { Family = "Ng", Given = "Ada" } } },
                new Record { Title = "Smart city policy in Shenzhen", Year = 2015, Journal = "Cities", Type = "editorial", Language = "en" }),
            .. test.Import("exports/b.csv", "cnki",
                new Record { Title = "智慧城市治理研究", Abstract = "智慧城市的政策研究。", Year = 2019, Journal = "管理世界", Type = "article-journal", Language = "中文", Keywords = { "智慧城市", "治理" } },
                new Record { Title = "北京交通", Abstract = "公交。", Journal = "城市问题", Type = "thesis" }),
        ];
        ReviewKit.Query.QueryRun.Of(test.Review);
        Labels.Put(test.Review, [ids[2]], "city=深圳");
        Labels.Put(test.Review, [ids[3]], "待复核");
        Decisions.Decide(test.Review, ids[0], Verdict.Exclude, new Said(Reason: "topic"));
        return (test, ids);
    }

    // The reports an expression finds, by their numbers 1 to 4: bus trial (scopus, 2009, excluded), editorial (scopus, 2015, no abstract, removed), 治理 (cnki, 2019), 交通 (cnki, thesis without year).
    [Theory]
    [InlineData("year < 2010", "1")]
    [InlineData("year >= 2015 and source = cnki", "3")]
    [InlineData("year = 2009..2015", "12")]
    [InlineData("年份 > 2010 且 来源＝中国知网", "3")]
    [InlineData("not year present", "4")]
    [InlineData("year absent", "4")]
    [InlineData("source in (CNKI, wanfang)", "34")]
    [InlineData("来源 in（中国知网、万方）", "34")]
    [InlineData("type = thesis or type = editorial", "24")]
    [InlineData("language = zh", "34")]
    [InlineData("语言=中文 and not title ~ 北京", "3")]
    [InlineData("language = english", "12")]
    [InlineData("journal = “管理世界”", "3")]
    [InlineData("journal ~ 世界", "3")]
    [InlineData("journal != Cities", "134")]
    [InlineData("title ~ \"smart city\"", "2")]
    [InlineData("TITLE ~ SMART-CITY", "2")]
    [InlineData("title !~ 城市 and source=cnki", "4")]
    [InlineData("abstract absent", "2")]
    [InlineData("摘要 缺失 or doi present", "12")]
    [InlineData("place = excluded", "1")]
    [InlineData("现状 = 因其他原因移除", "2")]
    [InlineData("reason = \"Off topic\"", "1")]
    [InlineData("stage = title-abstract and place=awaiting", "34")]
    [InlineData("set:S1", "23")]
    [InlineData("set:S1 and set:policy", "23")]
    [InlineData("not set:\"S2\"", "14")]
    [InlineData("label = 待复核", "4")]
    [InlineData("city = 深圳", "3")]
    [InlineData("city present", "3")]
    [InlineData("label absent", "12")]
    [InlineData("keywords = 治理", "3")]
    [InlineData("author ~ Ng", "1")]
    [InlineData("year=2009 or year=2015 and source=cnki", "1")]
    [InlineData("(year=2009 or year=2019) and source=cnki", "3")]
    [InlineData("not (source = cnki or abstract absent)", "1")]
    public void It_finds(string expression, string expected)
    {
        var (test, ids) = Sample();
        using (test) Assert.Equal(expected, string.Concat(Where.Find(test.Review, expression).Select(id => ids.ToList().IndexOf(id) + 1).Order()));
    }

    [Theory]
    [InlineData("", "--where, column 1: it ends here, expected a field")]
    [InlineData("yaer < 2010", "--where, column 1: no field \"yaer\"; fields are year, source, type")]
    [InlineData("year 2010", "--where, column 6: unexpected `2010`, expected =, !=, ~, <, >, in, absent or present after year")]
    [InlineData("year < soon", "--where, column 8: unexpected `soon`, expected a number")]
    [InlineData("title < 3", "--where, column 7: < compares numbers, and title is none")]
    [InlineData("(year = 2010", "--where, column 13: it ends here, expected `)`")]
    [InlineData("year = 2010 source = cnki", "--where, column 13: unexpected `source`, expected `and`, `or` or the end")]
    [InlineData("title ~ \"smart", "--where, column 9: the quotation mark \" is never closed")]
    [InlineData("title ~ “智慧", "--where, column 9: the quotation mark “ is never closed")]
    [InlineData("set:S9", "--where, column 1: no term set \"S9\"; the query has S1, S2")]
    [InlineData("title = \"\"", "--where, column 9: an empty value; `title absent` finds what has none")]
    [InlineData("source in cnki", "--where, column 11: unexpected `cnki`, expected `(` after in")]
    [InlineData("and", "--where, column 1: no field \"and\"")]
    public void A_mistake_is_named_with_its_column(string expression, string expected)
    {
        var (test, _) = Sample();
        using (test) Assert.StartsWith(expected, Assert.Throws<ReviewKitException>(() => Where.Find(test.Review, expression)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_found_or_refused_and_nothing_else() =>
        CsCheck.Gen.String[CsCheck.Gen.Char["()=<>!~, \"“”‘且或非notandr年题名year set:S120.absent智慧"], 0, 30].Sample(text =>
        {
            try
            {
                WhereParser.Parse(text, ProtocolFile.Parse(TestReview.Protocol), [("S1", new("a", "甲"))]).Test(new WhereFacts(new Record { Title = "智慧", Year = 2012 }, ["cnki"], new Place("awaiting"), [], [], -1));
            }
            catch (ReviewKitException refused)
            {
                Assert.StartsWith("--where", refused.Message, StringComparison.Ordinal);
            }
        }, iter: 3000);

    [Fact]
    public void A_bulk_decision_is_one_event_and_one_undo_takes_all_of_it_back()
    {
        using var test = TeamReview.Of("reviewers: 1", 6, out var ids);
        Decisions.Decide(test.Review, ids[5], Verdict.Include, new Said());
        var before = test.Review.Ledger.All().Count();
        var entry = Decisions.DecideAll(test.Review, [.. ids.Take(4)], Verdict.Exclude, new Said("title-abstract", "topic", Note: "批量"), "year < 2100");
        Assert.Equal(before + 1, test.Review.Ledger.All().Count());
        Assert.All(ids.Take(4), id => Assert.Equal("excluded@title-abstract:topic", test.Place(id)));
        Assert.Empty(Check.Of(test.Review));
        // One of them is decided otherwise later; the undo leaves that alone.
        Decisions.Decide(test.Review, ids[0], Verdict.Include, new Said("title-abstract"));
        Assert.Contains(Decisions.History(test.Review, ids[1]), known => known.Id == entry.Id);
        Decisions.Undo(test.Review, entry.Id);
        Assert.Equal(["awaiting@full-text", "awaiting@title-abstract", "awaiting@title-abstract", "awaiting@title-abstract", "awaiting@title-abstract", "awaiting@full-text"], ids.Select(test.Place));
        Assert.Empty(Check.Of(test.Review));
        Assert.Throws<ReviewKitException>(() => Decisions.DecideAll(test.Review, ids, Verdict.Exclude, new Said("title-abstract", "quality")));
    }

    [Fact]
    public void A_bulk_decision_of_merged_and_unmerged_reports_holds_with_the_check()
    {
        using var test = TeamReview.Of("reviewers: 1", 4, out var ids);
        test.Review.Ledger.Append("merge", new MergeBody(ids[0], [ids[0], ids[1]], "same", "相同", "person"));
        var merge = Decisions.DecideAll(test.Review, [ids[0], ids[2]], Verdict.Exclude, new Said("title-abstract", "topic"));
        test.Review.Ledger.Append("unmerge", new UnmergeBody(ids[0], [ids[0], ids[1]]));
        Assert.Equal(["awaiting@title-abstract", "awaiting@title-abstract", "excluded@title-abstract:topic", "awaiting@title-abstract"], ids.Select(test.Place));
        Assert.Empty(Check.Of(test.Review));
        Decisions.Undo(test.Review, merge.Id);
        Assert.Equal("awaiting@title-abstract", test.Place(ids[2]));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void Labels_are_put_on_and_taken_off_and_an_undo_gives_back_what_was_there()
    {
        var (test, ids) = Sample();
        using (test)
        {
            var everyone = Blinding.Of(test.Review, null);
            var put = Labels.Put(test.Review, [ids[0], ids[1]], "city=beijing");
            Assert.Equal(["city=Beijing"], Labels.Of(test.Review, ids[0], everyone));
            var off = Labels.Put(test.Review, [ids[1], ids[2]], "city＝Beijing", remove: true);
            Assert.Equal([("city=Beijing", 1), ("city=深圳", 1), ("待复核", 1)], Labels.Counts(test.Review, everyone));
            Decisions.Undo(test.Review, off.Id);
            Assert.Equal(["city=Beijing"], Labels.Of(test.Review, ids[1], everyone));
            Decisions.Undo(test.Review, put.Id);
            Assert.Equal([("city=深圳", 1), ("待复核", 1)], Labels.Counts(test.Review, everyone));
            Assert.Empty(Check.Of(test.Review));
            Assert.Equal("group city has no \"Beijng\"; review.yaml has Beijing, 深圳; did you mean Beijing?", Assert.Throws<ReviewKitException>(() => Labels.Put(test.Review, [ids[0]], "city=Beijng")).Message);
        }
    }
}

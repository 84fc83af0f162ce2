using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Screening;

public class DecisionsTests
{
    static string Write(TestReview test, string csv)
    {
        var path = Path.Combine(test.Folder, "判断.csv");
        File.WriteAllText(path, csv);
        return path;
    }

    [Fact]
    public void What_is_exported_is_imported_again_without_loss_and_twice_adds_nothing()
    {
        using var test = new TestReview();
        var ids = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
        Decisions.Decide(test.Review, ids[0], Verdict.Include, new Said(Note: "=1+1, \"引号\""));
        Decisions.Decide(test.Review, ids[1], Verdict.Exclude, new Said(Reason: "topic", Reviewer: "王"));
        var text = new StringWriter();
        Assert.Equal(2, DecisionsFile.Export(test.Review, text));
        var path = Write(test, text.ToString());
        Assert.Equal(new DecisionsImport(0, 2), DecisionsFile.Import(test.Review, path, "d.csv"));

        using var copy = new TestReview();
        copy.Import("exports/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
        Assert.Equal(new DecisionsImport(2, 0), DecisionsFile.Import(copy.Review, path, "d.csv"));
        var again = new StringWriter();
        DecisionsFile.Export(copy.Review, again);
        Assert.Equal(text.ToString(), again.ToString());
        Assert.Contains("'=1+1", text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("own-9,title-abstract,li,include,,,", "d.csv:3: no record own-9")]
    [InlineData("own-1,abstract,li,include,,,", "d.csv:3: no stage abstract; review.yaml has: title-abstract, full-text")]
    [InlineData("own-1,title-abstract,li,yes!,,,", "d.csv:3: verdict is \"yes!\", expected include, exclude or maybe")]
    [InlineData("own-1,title-abstract,li,exclude,quality,,", "d.csv:3: stage title-abstract has no reason \"quality\"; review.yaml has: topic")]
    [InlineData("own-1,full-text,li,exclude,,,", "d.csv:3: an exclusion at full text needs a reason")]
    public void A_wrong_line_is_named_and_nothing_is_imported(string line, string expected)
    {
        using var test = new TestReview();
        test.Import("exports/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
        var path = Write(test, $"record_id,stage,reviewer,verdict,reason,time,note\nown-2,title-abstract,li,include,,,\n{line}\n");
        var wrong = Assert.Throws<ReviewKitException>(() => DecisionsFile.Import(test.Review, path, "d.csv"));
        Assert.StartsWith(expected, wrong.Message, StringComparison.Ordinal);
        Assert.EndsWith("no decision of this file was imported", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(0, DecisionsFile.Export(test.Review, TextWriter.Null));
    }

    [Fact]
    public void A_decision_past_the_first_stage_must_name_its_stage_so_that_the_same_command_twice_does_not_include()
    {
        using var test = new TestReview();
        var id = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1))[0];
        Decisions.Decide(test.Review, id, Verdict.Include, new Said());
        var refused = Assert.Throws<ReviewKitException>(() => Decisions.Decide(test.Review, id, Verdict.Include, new Said()));
        Assert.Equal("this report is past the first stage (awaiting full-text): say which stage you mean, --stage title-abstract | full-text", refused.Message);
        Assert.Throws<ReviewKitException>(() => Decisions.Decide(test.Review, id, Verdict.Include, new Said(Stage: "full-text", Reason: "quality")));
        Assert.Equal("awaiting@full-text", test.Place(id));
    }

    [Fact]
    public void Decisions_saved_by_a_Chinese_spreadsheet_are_read_as_they_were_meant()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var test = new TestReview();
        var id = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1))[0];
        var path = Path.Combine(test.Folder, "d.csv");
        File.WriteAllBytes(path, System.Text.Encoding.GetEncoding("gb18030").GetBytes("record_id,stage,reviewer,verdict,reason,time,note\nown-1,title-abstract,魏,排除,topic,,质量太低了\n"));
        Assert.Equal(new DecisionsImport(1, 0), DecisionsFile.Import(test.Review, path, "d.csv"));
        Assert.Contains(Decisions.History(test.Review, id), entry => ReviewKit.Store.EventText.Of(entry).Zh == $"魏 在 title-abstract 阶段对 {id} 判断：排除，理由 topic：质量太低了");
    }

    [Fact]
    public void A_decision_on_a_duplicate_counts_for_its_report()
    {
        using var test = new TestReview();
        var ids = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
        ReviewKit.Dedup.Merges.Merge(test.Review, ids, null);
        Decisions.Decide(test.Review, ids[1], Verdict.Exclude, new Said(Reason: "topic"));
        Assert.Equal("excluded@title-abstract:topic", test.Place(ids[0]));
    }

    [Fact]
    public void Undo_reaches_back_one_event_at_a_time()
    {
        using var test = new TestReview();
        var id = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1))[0];
        Decisions.Decide(test.Review, id, Verdict.Include, new Said());
        Decisions.Decide(test.Review, id, Verdict.Exclude, new Said(Reason: "quality"));
        Assert.Equal("excluded@full-text:quality", test.Place(id));
        Decisions.Undo(test.Review, null);
        Assert.Equal("awaiting@full-text", test.Place(id));
        Decisions.Undo(test.Review, null);
        Assert.Equal("awaiting@title-abstract", test.Place(id));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void A_record_removed_before_screening_cannot_be_decided()
    {
        using var test = new TestReview();
        var id = test.Import("exports/a.csv", "scopus", new Record { Title = "智慧城市政策" })[0];
        ReviewKit.Query.QueryRun.Of(test.Review);
        var refused = Assert.Throws<ReviewKitException>(() => Decisions.Decide(test.Review, id, Verdict.Include, new Said()));
        Assert.Equal($"{id} 已在筛选前移除（no-abstract）；请先撤销", refused.Said.Zh);
    }

    [Fact]
    public void A_file_with_other_words_of_the_same_reviewer_is_told_and_the_later_word_stands()
    {
        using var test = new TestReview();
        var ids = test.Import("exports/a.csv", "scopus", TestReview.Fitting(1), TestReview.Fitting(2));
        foreach (var id in ids) Decisions.Decide(test.Review, id, Verdict.Exclude, new Said(Reason: "topic", Reviewer: "王", Time: "2026-01-31T12:00:00Z"));
        var path = Write(test, $"record_id,stage,reviewer,verdict,reason,time,note\n{ids[0]},title-abstract,王,include,,2026-01-30T08:00:00Z,早\n{ids[1]},title-abstract,王,include,,2026-02-02T08:00:00Z,晚\n");
        var result = DecisionsFile.Import(test.Review, path, "d.csv");
        Assert.Equal([Verdict.Exclude, Verdict.Include], result.Differences.Select(difference => difference.Stands!.Value));
        Assert.Equal("excluded@title-abstract:topic", test.Place(ids[0]));
        Assert.Equal("awaiting@full-text", test.Place(ids[1]));
        Assert.Contains(Decisions.History(test.Review, ids[0]), entry => entry.Body.Contains('早'));
        Assert.Equal(new DecisionsImport(0, 2), DecisionsFile.Import(test.Review, path, "d.csv"));
        Assert.Empty(Check.Of(test.Review));
    }

    [Fact]
    public void Undo_leaves_what_other_reviewers_of_the_protocol_said()
    {
        using var test = TeamReview.Of("reviewers: 2", 1, out var ids);
        Decisions.Decide(test.Review, ids[0], Verdict.Include, new Said());
        test.Says("王", ids[0], Verdict.Exclude);
        Assert.Equal("li", Decisions.Undo(test.Review, null).Person);
    }
}

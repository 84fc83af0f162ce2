using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Screening;

public class BlindingTests
{
    [Fact]
    public void A_verdict_is_hidden_from_the_other_until_both_have_judged()
    {
        using var test = TeamReview.Of("reviewers: 2", 1, out var ids);
        var entry = test.Says("li", ids[0], Verdict.Exclude);
        Assert.True(Blinding.Of(test.Review, "王").Hides(ids[0], "title-abstract", "li"));
        Assert.Equal($"li 在 title-abstract 阶段判断了 {ids[0]}（全部判断完毕前不显示）", Blinding.Of(test.Review, "王").Instead(entry)!.Value.Zh);
        Assert.Null(Blinding.Of(test.Review, "li").Instead(entry));
        Assert.Null(Blinding.Of(test.Review, null).Instead(entry));
        test.Says("王", ids[0], Verdict.Include);
        Assert.Null(Blinding.Of(test.Review, "王").Instead(entry));
        Assert.Null(Blinding.Of(test.Review, "ann").Instead(entry));
    }

    [Theory]
    [InlineData("reviewers: 1", false)]
    [InlineData("reviewers: 2", true)]
    [InlineData("overlap: 0.1", true)]
    [InlineData("calibration: 20", true)]
    [InlineData("reviewers: 2\n    blind: false", false)]
    [InlineData("reviewers: 1\n    blind: true", true)]
    public void A_stage_is_blind_where_two_judge_unless_the_protocol_says_otherwise(string stage, bool expected) =>
        Assert.Equal(expected, ProtocolFile.Parse(TeamReview.Yaml(stage)).Stages[0].IsBlind);

    [Fact]
    public void Of_a_sampled_share_the_rest_is_open_after_one_verdict()
    {
        using var test = TeamReview.Of("overlap: 0.5", 20, out var ids);
        foreach (var id in ids) test.Says("li", id, Verdict.Include);
        var owed = test.Waiting("ann");
        var blinding = Blinding.Of(test.Review, "ann");
        Assert.All(ids, id => Assert.Equal(owed.Contains(id), blinding.Hides(id, "title-abstract", "li")));
    }

    [Fact]
    public void Notes_and_labels_are_hidden_as_long_as_verdicts_are()
    {
        using var test = TeamReview.Of("reviewers: 2", 1, out var ids);
        var note = test.Review.Ledger.Append("note", new NoteBody(ids[0], "应排除"), "li");
        var label = test.Review.Ledger.Append("label", new LabelBody("city=北京", ids), "li");
        Assert.DoesNotContain("应排除", Blinding.Of(test.Review, "ann").Instead(note)!.Value.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("北京", Blinding.Of(test.Review, "ann").Instead(label)!.Value.Zh, StringComparison.Ordinal);
        foreach (var person in (string[])["li", "ann"]) test.Says(person, ids[0], Verdict.Include);
        Assert.Null(Blinding.Of(test.Review, "ann").Instead(note));
        Assert.Null(Blinding.Of(test.Review, "ann").Instead(label));
    }
}

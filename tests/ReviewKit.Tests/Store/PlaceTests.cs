using ReviewKit.Store;

namespace ReviewKit.Tests.Store;

public class PlaceTests
{
    static readonly Protocol One = ProtocolFile.Parse(TestReview.Protocol);
    static readonly Protocol Two = One with { Stages = [One.Stages[0] with { Reviewers = 2 }, One.Stages[1]] };

    static LiveDecision Ta(string reviewer, Verdict verdict, long seq, string? reason = null) => new("r1", "title-abstract", reviewer, verdict, reason, seq);

    static LiveDecision Ft(string reviewer, Verdict verdict, long seq, string? reason = null) => new("r1", "full-text", reviewer, verdict, reason, seq);

    static Place Of(Protocol protocol, params LiveDecision[] decisions) => Place.Of(new ReportFacts("db", null, null, decisions, 0, false, null), protocol);

    [Fact]
    public void Without_decisions_a_report_waits_at_the_first_stage() => Assert.Equal(new Place("awaiting", "title-abstract"), Of(One));

    [Fact]
    public void The_last_word_of_a_reviewer_counts() =>
        Assert.Equal(new Place("excluded", "title-abstract", "topic"), Of(One, Ta("li", Verdict.Include, 1), Ta("li", Verdict.Exclude, 2, "topic")));

    [Fact]
    public void A_maybe_goes_on_at_title_and_abstract_and_waits_at_full_text()
    {
        Assert.Equal(new Place("awaiting", "full-text"), Of(One, Ta("li", Verdict.Maybe, 1)));
        Assert.Equal(new Place("awaiting", "full-text", "maybe"), Of(One, Ta("li", Verdict.Maybe, 1), Ft("li", Verdict.Maybe, 2)));
    }

    [Fact]
    public void Two_reviewers_must_both_decide_and_agree()
    {
        Assert.Equal(new Place("awaiting", "title-abstract"), Of(Two, Ta("li", Verdict.Include, 1)));
        Assert.Equal(new Place("conflict", "title-abstract"), Of(Two, Ta("li", Verdict.Include, 1), Ta("王", Verdict.Exclude, 2, "topic")));
        Assert.Equal(new Place("awaiting", "full-text"), Of(Two, Ta("li", Verdict.Include, 1), Ta("王", Verdict.Include, 2)));
        Assert.Equal(new Place("awaiting", "full-text"), Of(Two, Ta("li", Verdict.Include, 1), Ta("王", Verdict.Exclude, 2), Ta(LiveDecision.Consensus, Verdict.Include, 3)));
    }

    [Fact]
    public void Where_one_reviewer_is_enough_a_second_one_who_disagrees_makes_a_conflict() =>
        Assert.Equal(new Place("conflict", "title-abstract"), Of(One, Ta("li", Verdict.Include, 1), Ta("王", Verdict.Exclude, 2, "topic")));

    [Fact]
    public void Verdicts_on_two_records_that_were_merged_conflict_until_the_group_is_decided()
    {
        LiveDecision[] before = [Ta("li", Verdict.Include, 1), Ta("li", Verdict.Exclude, 2, "topic") with { Record = "r2" }];
        Assert.Equal(new Place("conflict", "title-abstract"), Place.Of(new ReportFacts("db", null, null, before, 3, false, null), One));
        Assert.Equal(new Place("awaiting", "full-text"), Place.Of(new ReportFacts("db", null, null, [.. before, Ta("li", Verdict.Include, 4)], 3, false, null), One));
    }

    [Fact]
    public void A_decision_at_full_text_does_not_count_before_title_and_abstract_is_decided() =>
        Assert.Equal(new Place("awaiting", "title-abstract"), Of(One, Ft("li", Verdict.Include, 1)));

    [Fact]
    public void Passing_every_stage_is_inclusion() =>
        Assert.Equal(new Place("included"), Of(One, Ta("li", Verdict.Include, 1), Ft("li", Verdict.Include, 2)));

    [Fact]
    public void What_was_not_retrieved_is_never_assessed() =>
        Assert.Equal(new Place("not-retrieved", null, "no library"), Place.Of(new ReportFacts("db", null, null, [Ta("li", Verdict.Include, 1)], 0, true, "no library"), One));

    [Fact]
    public void A_failed_round_comes_before_a_failed_criterion_and_both_before_decisions()
    {
        var criterion = One.Criteria[0];
        Assert.Equal(new Place("automation", null, "round-2"), Place.Of(new ReportFacts("db", 2, criterion, [Ta("li", Verdict.Include, 1)], 0, false, null), One));
        Assert.Equal(new Place("other", null, "no-abstract"), Place.Of(new ReportFacts("db", null, criterion, [Ta("li", Verdict.Include, 1)], 0, false, null), One));
    }

    [Fact]
    public void Reports_by_other_methods_are_neither_removed_nor_screened_as_records() =>
        Assert.Equal(new Place("awaiting", "full-text"), Place.Of(new ReportFacts("ot", 1, One.Criteria[0], [], 0, false, null), One));
}
